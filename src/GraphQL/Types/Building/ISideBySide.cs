namespace Exams.GraphQL.Types.Building;

/// <summary>A context whose resolver may do several things side by side, each of which may wait for loaders by itself.</summary>
internal interface ISideBySide
{
    /// <summary>Begins something beside what else the resolver does; the resolver waits for it before it ends.</summary>
    /// <param name="work">What to do.</param>
    /// <returns>Its value.</returns>
    Task<object?> BesideAsync(Func<Task<object?>> work);
}
