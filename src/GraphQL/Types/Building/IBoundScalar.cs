namespace Exams.GraphQL.Types.Building;

/// <summary>A scalar that may stand for a .NET type.</summary>
internal interface IBoundScalar
{
    /// <summary>The .NET type.</summary>
    Type RuntimeType { get; }

    /// <summary>Whether it stands for it wherever it is met.</summary>
    bool Binds { get; }
}
