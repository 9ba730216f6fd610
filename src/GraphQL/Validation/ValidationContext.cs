using Exams.GraphQL.Language;
using Exams.GraphQL.Selection;
using Exams.GraphQL.Types;

namespace Exams.GraphQL.Validation;

/// <summary>What the rules of one validation share: schema, document, place, questions asked more than once, errors.</summary>
public sealed class ValidationContext
{
    private readonly List<GraphQLError> _errors = [];
    private readonly OperationQuestions _questions;
    private int _steps;

    internal ValidationContext(Schema schema, DocumentNode document, ValidationOptions options)
    {
        Schema = schema;
        Document = document;
        Options = options;
        Fragments = new FragmentLookup(document);
        _questions = new OperationQuestions(this);
    }

    /// <summary>The schema.</summary>
    public Schema Schema { get; }

    /// <summary>The document.</summary>
    public DocumentNode Document { get; }

    /// <summary>Limits and policy.</summary>
    public ValidationOptions Options { get; }

    /// <summary>What the schema says about the place where the walk stands.</summary>
    public TypeInfo Types { get; } = new();

    /// <summary>The document's fragments.</summary>
    public FragmentLookup Fragments { get; }

    /// <summary>What was found so far.</summary>
    public IReadOnlyList<GraphQLError> Errors => _errors;

    /// <summary>True when nothing more will be reported, so that the walk can end.</summary>
    public bool IsStopped { get; private set; }

    /// <summary>Adds an error.</summary>
    /// <param name="message">In graphql-js's words; the client's own text in it has gone through <see cref="Cut"/>.</param>
    /// <param name="nodes">Where; the starts of the nodes become locations.</param>
    public void Report(string message, params ReadOnlySpan<ISyntaxNode> nodes) => Report(message, null, nodes);

    /// <summary>Adds an error with a code, for rules that are policy rather than specification.</summary>
    /// <param name="message">For people.</param>
    /// <param name="code">For programs; null for none.</param>
    /// <param name="nodes">Where.</param>
    public void Report(string message, string? code, params ReadOnlySpan<ISyntaxNode> nodes)
    {
        if (IsStopped)
        {
            return;
        }

        if (_errors.Count >= Options.MaxErrors)
        {
            if (Options.AnnounceErrorLimit)
            {
                _errors.Add(new GraphQLError("Too many validation errors, error limit reached. Validation aborted."));
            }

            IsStopped = true;
            return;
        }

        var error = GraphQLError.At(message, Document.Source, nodes[..Math.Min(nodes.Length, Options.MaxLocations)]);
        _errors.Add(code is null ? error : (GraphQLError)error.WithCode(code));
    }

    /// <summary>Counts work that grows faster than the document, and gives up when there is too much of it.</summary>
    /// <param name="cost">Steps.</param>
    /// <returns>False when the limit is reached: validation has ended with an error.</returns>
    public bool Spend(int cost)
    {
        _steps += cost;
        if (_steps > Options.MaxSteps)
        {
            Abort();
        }

        return !IsStopped;
    }

    /// <summary>Ends validation with an error because the document is too complex to look through.</summary>
    public void Abort()
    {
        if (!IsStopped)
        {
            // The words of graphql-js 16 for the same event.
            _errors.Add(new GraphQLError("Validation aborted."));
            IsStopped = true;
        }
    }

    /// <summary>The client's own text as messages repeat it: cut at <see cref="ValidationOptions.MaxQuotedText"/>.</summary>
    /// <param name="text">A name or a printed value.</param>
    /// <returns>The text, perhaps shortened.</returns>
    public string Cut(string text) =>
        Options.MaxQuotedText is { } most && text.Length > most ? string.Concat(text.AsSpan(0, most), "…") : text;

    /// <summary>The sentence that offers near names, when suggestions are allowed.</summary>
    /// <param name="name">What was written.</param>
    /// <param name="options">What could have been meant.</param>
    /// <returns>The sentence with a space before it, or nothing.</returns>
    public string DidYouMean(string name, IEnumerable<string> options) =>
        Options.AllowSuggestions ? Suggestions.DidYouMean(Suggestions.For(name, options)) : "";

    /// <summary>The spreads of a selection set and of all sets nested in it, fragments not followed.</summary>
    /// <param name="selectionSet">The set.</param>
    /// <returns>The spreads: those of outer sets first, of neighbouring sets the last set first, as graphql-js lists them.</returns>
    public IReadOnlyList<FragmentSpreadNode> SpreadsOf(SelectionSetNode selectionSet) => _questions.SpreadsOf(selectionSet);

    /// <summary>The fragments that operations use, directly or through other fragments, each once, nearest first.</summary>
    /// <param name="operations">The operations.</param>
    /// <returns>The fragments.</returns>
    public IReadOnlyList<FragmentDefinitionNode> FragmentsOf(params ReadOnlySpan<OperationDefinitionNode> operations) =>
        _questions.FragmentsOf(operations);

    /// <summary>The uses of variables in an operation and in all fragments it uses, in that order.</summary>
    /// <param name="operation">The operation.</param>
    /// <returns>The uses.</returns>
    public IReadOnlyList<VariableUsage> UsagesOf(OperationDefinitionNode operation) => _questions.UsagesOf(operation);
}
