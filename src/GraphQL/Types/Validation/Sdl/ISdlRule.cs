using Exams.GraphQL.Language;

namespace Exams.GraphQL.Types.Validation.Sdl;

/// <summary>One rule about SDL texts; it sees every node of every type system definition, parents before children.</summary>
internal interface ISdlRule
{
    /// <summary>Comes to a node.</summary>
    /// <param name="node">The node.</param>
    /// <param name="ancestors">The nodes around it, the definition first; empty for the definition itself.</param>
    void Enter(ISyntaxNode node, IReadOnlyList<ISyntaxNode> ancestors)
    {
    }

    /// <summary>Leaves a node, all its children seen.</summary>
    /// <param name="node">The node.</param>
    void Leave(ISyntaxNode node)
    {
    }
}
