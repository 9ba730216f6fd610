namespace Exams.Domain.Vocabulary;

/// <summary>For whom results are released.</summary>
public enum Audience
{
    /// <summary>The centre's officers.</summary>
    Centre,

    /// <summary>The candidates themselves; never before their centre.</summary>
    /// <remarks>Rule 21.</remarks>
    Candidate,
}
