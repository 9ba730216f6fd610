using Exams.GraphQL.Language;

namespace Exams.GraphQL.Validation;

/// <summary>One rule about documents, made anew for each validation. It says in its head which nodes it wants to see.</summary>
/// <param name="context">The validation it takes part in.</param>
public abstract class ValidationRule(ValidationContext context)
{
    /// <summary>The validation it takes part in.</summary>
    protected ValidationContext Context { get; } = context;

    /// <summary>What the schema says about the place where the walk stands.</summary>
    protected TypeInfo Types => Context.Types;
}

/// <summary>A rule that looks at nodes of a kind before the walk goes into them.</summary>
/// <typeparam name="TNode">The kind.</typeparam>
public interface IEnter<in TNode> where TNode : ISyntaxNode
{
    /// <summary>Looks at a node.</summary>
    /// <param name="node">The node.</param>
    void Enter(TNode node);
}

/// <summary>A rule that looks at nodes of a kind after the walk has left them, so that errors inside come first.</summary>
/// <typeparam name="TNode">The kind.</typeparam>
public interface ILeave<in TNode> where TNode : ISyntaxNode
{
    /// <summary>Looks at a node.</summary>
    /// <param name="node">The node.</param>
    void Leave(TNode node);
}
