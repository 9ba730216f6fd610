namespace Exams.Domain.Vocabulary;

/// <summary>A candidate's gender as the centre registered it.</summary>
public enum Gender
{
    /// <summary>Female.</summary>
    Female,

    /// <summary>Male.</summary>
    Male,

    /// <summary>Neither of the two.</summary>
    Other,
}
