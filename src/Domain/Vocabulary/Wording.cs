namespace Exams.Domain.Vocabulary;

/// <summary>Which English a centre's printed texts are worded in; names and codes never change with it.</summary>
public enum Wording
{
    /// <summary>British: centre, enquiry, day before month.</summary>
    EnGb,

    /// <summary>American: center, inquiry, month before day.</summary>
    EnUs,
}
