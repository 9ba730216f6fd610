using System.Text;

namespace Exams.GraphQL.Fuzz.Inputs;

/// <summary>Writes requests as lines: the document's text, its id and the request's extensions, with tabs between them.</summary>
internal static class DocumentsGrammar
{
    /// <summary>Documents: good ones, the first of which a server may trust, wrong ones, and one that is too long to be kept.</summary>
    public static string[] Texts { get; } =
    [
        "{ b }", "{ a(n: 1) }", "query Q { a b }", "{ a(n: 2) }", "{ b b }", "query { x: b }", "{ a(n: 3) b }", "{ nope }", "{", "{ é }", " ",
        "{ " + new string('b', 20) + new string(' ', 200) + "}", "{ b " + new string(',', 140) + "}", "mutation { b }",
    ];

    /// <summary>A few requests, a line each.</summary>
    public static string Requests(Dice dice)
    {
        var text = new StringBuilder();
        var count = 1 + dice.Below(14);
        for (var i = 0; i < count; i++)
        {
            var document = dice.Of(Texts);
            var hash = dice.Chance(90) ? DocumentGrammar.Hash(document) : dice.Of(DocumentGrammar.Hash(dice.Of(Texts)), "00", "", new string('z', 64), new string('F', 64));
            hash = dice.Chance(20) ? hash.ToUpperInvariant() : hash;
            var extension = $$$"""{"persistedQuery":{"version":{{{(dice.Chance(95) ? "1" : dice.Of("2", "1.0", "null", "\"1\"", "1e0", "9999999999"))}}},"sha256Hash":"{{{hash}}}"}}""";
            text.Append(dice.Below(8) switch
            {
                0 or 1 or 2 => $"{document}\t\t{extension}",
                3 or 4 => $"\t\t{extension}",
                5 => $"{(dice.Chance(30) ? document : "")}\t{dice.Of(hash, "sha256:" + hash, "SHA256:" + hash, "d0", "d1", "d9", "../d0", "d0.graphql", "\0")}",
                6 => document,
                _ => $"{dice.Of(document, "")}\t{dice.Of("", "d2", hash)}\t{dice.Of(extension, "{}", "{\"persistedQuery\":null}", "{\"persistedQuery\":{}}", "{\"persistedQuery\":[1]}", "[]", "7")}",
            }).Append('\n');
        }

        return text.ToString();
    }
}
