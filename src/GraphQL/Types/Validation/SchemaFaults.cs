using Exams.GraphQL.Language;

namespace Exams.GraphQL.Types.Validation;

/// <summary>Collects the faults of one schema and finds their places in the SDL texts that it was built from.</summary>
/// <param name="schema">The schema.</param>
internal sealed class SchemaFaults(Schema schema)
{
    private readonly List<GraphQLError> _errors = [];
    private Dictionary<ISyntaxNode, Source>? _sources;

    /// <summary>The schema.</summary>
    public Schema Schema => schema;

    /// <summary>The faults so far.</summary>
    public IReadOnlyList<GraphQLError> Errors => _errors;

    /// <summary>Reports a fault; nodes that are not there (types built from C#) are left out.</summary>
    public void Report(string message, params IEnumerable<ISyntaxNode?> nodes)
    {
        SourceLocation[] places = [.. nodes.OfType<ISyntaxNode>().Select(Locate).OfType<SourceLocation>()];
        _errors.Add(new GraphQLError(message) { Locations = places.Length == 0 ? null : places });
    }

    private SourceLocation? Locate(ISyntaxNode node) => SourceOf(node)?.Locate(node.Span.Start);

    private Source? SourceOf(ISyntaxNode node)
    {
        if (schema.Documents is [var only])
        {
            return only.Source;
        }

        // Nodes do not know their text; with several texts each one's nodes are listed, once and only when there is a fault.
        if (_sources is null)
        {
            _sources = [];
            foreach (var document in schema.Documents)
            {
                var open = new Stack<ISyntaxNode>(document.Definitions);
                while (open.TryPop(out var next))
                {
                    _sources[next] = document.Source;
                    foreach (var child in Sdl.SdlChildren.Of(next))
                    {
                        open.Push(child);
                    }
                }
            }
        }

        return _sources.GetValueOrDefault(node);
    }
}
