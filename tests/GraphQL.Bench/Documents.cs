using System.Text;

namespace Exams.GraphQL.Bench;

/// <summary>Documents that are measured in more than one way.</summary>
internal static class Documents
{
    /// <summary>What explorers and client tools ask a schema.</summary>
    public static string Introspection { get; } = Read("introspection.graphql");

    /// <summary>The same in bytes.</summary>
    public static byte[] IntrospectionBytes { get; } = Encoding.UTF8.GetBytes(Introspection);

    private static string Read(string name)
    {
        using var reader = new StreamReader(typeof(Documents).Assembly.GetManifestResourceStream(name)!);
        return reader.ReadToEnd();
    }
}
