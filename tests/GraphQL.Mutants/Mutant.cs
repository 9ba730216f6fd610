using Microsoft.CodeAnalysis;

namespace Exams.GraphQL.Mutants;

/// <summary>One small change to the engine's source, which can be switched on while the engine runs.</summary>
/// <param name="Place">File and line.</param>
/// <param name="What">The kind of change, and what stood there.</param>
/// <param name="Tree">The file's tree.</param>
/// <param name="Node">The node that changes.</param>
/// <param name="Switch">Makes of the node, changes inside it already made, one that is as it was or changed, as the switch says.</param>
internal sealed record Mutant(string Place, string What, SyntaxTree Tree, SyntaxNode Node, Func<SyntaxNode, string, SyntaxNode> Switch)
{
    /// <summary>What identifies it between runs.</summary>
    public string Name => $"{Place} {What}";
}
