using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Emit;
using Microsoft.CodeAnalysis.Text;

namespace Exams.GraphQL.Mutants;

/// <summary>Compiles the engine with many mutants in it at once, all switched off.</summary>
internal sealed partial class EngineCompiler
{
    /// <summary>The switch that is compiled into the engine: which mutant is on, and which were come by.</summary>
    private const string Switch = """
        namespace Exams.GraphQL;
        public static class MutantSwitch
        {
            public static int Active = int.Parse(System.Environment.GetEnvironmentVariable("MUTANT") ?? "0");
            public static readonly bool[] Seen = new bool[100_000];
            public static bool Is(int number) { Seen[number] = true; return Active == number; }
        }
        """;

    private static readonly CSharpParseOptions Options = new(LanguageVersion.Preview);
    private readonly IReadOnlyList<MetadataReference> _references;

    /// <summary>Reads the engine's sources, and what the build has made beside them.</summary>
    /// <param name="root">The repository's root; <c>src/GraphQL</c> has been built there for Debug.</param>
    public EngineCompiler(string root)
    {
        var source = Path.Combine(root, "src/GraphQL");
        var generated = Path.Combine(source, "obj/Debug/net10.0");
        Trees = Directory.EnumerateFiles(source, "*.cs", SearchOption.AllDirectories)
            .Where(f => !f.Contains("/obj/", StringComparison.Ordinal) && !f.Contains("/bin/", StringComparison.Ordinal))
            .Concat(Directory.EnumerateFiles(generated, "GraphQL.*.cs"))
            .Append(Path.Combine(generated, ".NETCoreApp,Version=v10.0.AssemblyAttributes.cs"))
            .Order(StringComparer.Ordinal)
            .ToDictionary(
                f => Path.GetRelativePath(root, f),
                f => CSharpSyntaxTree.ParseText(SourceText.From(File.ReadAllText(f), System.Text.Encoding.UTF8), Options, f));
        _references = [.. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(a => !Path.GetFileName(a).StartsWith("Exams.", StringComparison.Ordinal))
            .Select(a => MetadataReference.CreateFromFile(a))];
    }

    /// <summary>Trees by path from the repository's root.</summary>
    public IReadOnlyDictionary<string, SyntaxTree> Trees { get; }

    /// <summary>Writes the engine with all mutants that can be compiled; a mutant's number is its place in the list, from 1.</summary>
    /// <param name="mutants">The mutants.</param>
    /// <param name="path">Where to write.</param>
    /// <returns>The numbers of those that are in it.</returns>
    public HashSet<int> Emit(IReadOnlyList<Mutant> mutants, string path)
    {
        var numbers = Enumerable.Range(1, mutants.Count).ToHashSet();
        while (true)
        {
            var compilation = CSharpCompilation.Create(
                "Exams.GraphQL",
                Trees.Values.Select(tree => Changed(tree, mutants, numbers)).Append(CSharpSyntaxTree.ParseText(Switch, Options)),
                _references,
                new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable, allowUnsafe: true));
            using var bytes = new MemoryStream();
            var emitted = compilation.Emit(bytes, options: new EmitOptions(debugInformationFormat: DebugInformationFormat.Embedded));
            if (emitted.Success)
            {
                File.WriteAllBytes(path, bytes.ToArray());
                return numbers;
            }

            var wrong = emitted.Diagnostics.Where(d => d.Severity == DiagnosticSeverity.Error).ToList();
            var culprits = wrong.SelectMany(Culprits).ToHashSet();
            if (culprits.Count == 0)
            {
                throw new InvalidOperationException(string.Join('\n', wrong.Take(5)));
            }

            numbers.ExceptWith(culprits);
        }
    }

    private static SyntaxTree Changed(SyntaxTree tree, IReadOnlyList<Mutant> mutants, HashSet<int> numbers)
    {
        var here = numbers.Where(n => mutants[n - 1].Tree == tree).ToLookup(n => mutants[n - 1].Node);
        if (here.Count == 0)
        {
            return tree;
        }

        var root = tree.GetRoot().ReplaceNodes(here.Select(g => g.Key), (old, now) => here[old].Order().Aggregate(
            now,
            (node, number) => mutants[number - 1].Switch(node, string.Create(CultureInfo.InvariantCulture, $"global::Exams.GraphQL.MutantSwitch.Is({number})"))));

        // Pieces were put together as text, so the tree is read anew.
        return CSharpSyntaxTree.ParseText(root.ToFullString(), Options, tree.FilePath, System.Text.Encoding.UTF8);
    }

    // A name that is now declared twice, or not for certain, is noticed somewhere in the statement or, after it, in the member.
    private static IEnumerable<int> Culprits(Diagnostic wrong)
    {
        var node = wrong.Location.SourceTree!.GetRoot().FindNode(wrong.Location.SourceSpan);
        var around = node.AncestorsAndSelf().Where(n => n is StatementSyntax or MemberDeclarationSyntax);
        return around.Select(n => Switches().Matches(n.ToString()).Select(m => int.Parse(m.Groups[1].Value, CultureInfo.InvariantCulture)).ToList())
            .FirstOrDefault(numbers => numbers.Count > 0) ?? [];
    }

    [GeneratedRegex(@"MutantSwitch\.Is\(([0-9]+)\)")]
    private static partial Regex Switches();
}
