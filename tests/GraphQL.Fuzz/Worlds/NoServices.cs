namespace Exams.GraphQL.Fuzz.Worlds;

/// <summary>A request without services.</summary>
internal sealed class NoServices : IServiceProvider
{
    public static NoServices Instance { get; } = new();

    public object? GetService(Type serviceType) => null;
}
