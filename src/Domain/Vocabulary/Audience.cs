namespace Exams.Domain.Vocabulary;

/// <summary>For whom results are released.</summary>
public enum Audience
{
    /// <summary>The centre's officers.</summary>
    Centre,

    /// <summary>The candidates themselves; never before their centre (rule 21).</summary>
    Candidate,
}
