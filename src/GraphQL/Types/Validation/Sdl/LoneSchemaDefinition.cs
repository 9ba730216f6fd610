using Exams.GraphQL.Language;

namespace Exams.GraphQL.Types.Validation.Sdl;

/// <summary>A text has at most one schema definition, and none when it extends a schema that has roots.</summary>
internal sealed class LoneSchemaDefinition(SdlContext context) : ISdlRule
{
    private readonly bool _exists = context.Schema is { } schema
        && (schema.SyntaxNodes.Any(n => !n.IsExtension) || schema.Roots is not { Query: null, Mutation: null, Subscription: null });

    private bool _seen;

    public void Enter(ISyntaxNode node, IReadOnlyList<ISyntaxNode> ancestors)
    {
        if (node is not SchemaDefinitionNode { IsExtension: false })
        {
            return;
        }

        if (_exists)
        {
            context.Report("Cannot define a new schema within a schema extension.", node);
        }
        else if (_seen)
        {
            context.Report("Must provide only one schema definition.", node);
        }

        _seen = true;
    }
}
