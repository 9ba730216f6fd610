using System.Text;

namespace Exams.GraphQL.Fuzz;

/// <summary>One input of a target: one or more texts, e.g. a schema, a document and variables.</summary>
internal sealed record Case(IReadOnlyList<byte[]> Parts)
{
    // Stands in no generated text, and a text into which chance puts it only becomes two.
    private const byte Separator = 0x1E;

    /// <summary>A case of texts.</summary>
    public static Case Of(params string[] parts) => new([.. parts.Select(Encoding.UTF8.GetBytes)]);

    /// <summary>A part as text; what is no UTF-8 becomes U+FFFD.</summary>
    public string Text(int part) => Encoding.UTF8.GetString(Parts[part]);

    /// <summary>The case with another part.</summary>
    public Case With(int part, byte[] text) => new([.. Parts.Select((old, i) => i == part ? text : old)]);

    /// <summary>The whole case as one text for a file.</summary>
    public byte[] ToFile() => [.. Parts.SelectMany((part, i) => i == 0 ? part : part.Prepend(Separator))];

    /// <summary>A case from its file.</summary>
    public static Case FromFile(byte[] file)
    {
        var parts = new List<byte[]>();
        var start = 0;
        for (var i = 0; i <= file.Length; i++)
        {
            if (i == file.Length || file[i] == Separator)
            {
                parts.Add(file[start..i]);
                start = i + 1;
            }
        }

        return new Case(parts);
    }
}
