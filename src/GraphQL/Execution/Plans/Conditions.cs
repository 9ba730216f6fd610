using Exams.GraphQL.Execution.Variables;
using Exams.GraphQL.Language;

namespace Exams.GraphQL.Execution.Plans;

/// <summary>The variables that decide over <c>@skip</c>, <c>@include</c>, <c>@defer</c> and <c>@stream</c> in one operation. Their values choose the plan,
/// so that a plan itself has no conditions left.</summary>
internal sealed class Conditions
{
    private const int BitsEach = 2;
    private const int MostInKey = 64 / BitsEach;
    private readonly OrderedDictionary<string, VariableNode> _variables = new(StringComparer.Ordinal);

    /// <summary>Finds the conditions of a document.</summary>
    /// <param name="document">The document; its nesting was bounded when it was parsed.</param>
    public Conditions(DocumentNode document)
    {
        foreach (var definition in document.Definitions)
        {
            switch (definition)
            {
                case OperationDefinitionNode operation: Visit(operation.SelectionSet); break;
                case FragmentDefinitionNode fragment: Visit(fragment.SelectionSet); break;
            }
        }
    }

    /// <summary>Whether the document asks for parts of a response later.</summary>
    public bool HasParts => Parts > 0;

    /// <summary>How many <c>@defer</c> and <c>@stream</c> the document has.</summary>
    public int Parts { get; private set; }

    /// <summary>A number that is equal for two requests exactly when their plans are; null when there are too many conditions.</summary>
    /// <param name="variables">The request's variables.</param>
    /// <returns>The number.</returns>
    public ulong? Key(VariableValues variables)
    {
        if (_variables.Count > MostInKey)
        {
            return null;
        }

        var key = 0UL;
        foreach (var name in _variables.Keys)
        {
            var given = variables[name];
            var state = !given.HasValue ? 3UL : given.Value is bool truth ? (truth ? 1UL : 0UL) : 2UL;
            key = (key << BitsEach) | state;
        }

        return key;
    }

    /// <summary>Whether a condition holds; a variable without a Boolean value is a fault.</summary>
    /// <param name="name">The variable.</param>
    /// <param name="variables">The request's variables.</param>
    /// <param name="source">The document's text, for locations.</param>
    /// <param name="fault">What is wrong with the condition, in graphql-js's words.</param>
    /// <returns>The variable's value; false with a fault.</returns>
    public bool Holds(string name, VariableValues variables, Source source, out GraphQLError? fault)
    {
        fault = null;
        var given = variables[name];
        if (given.Value is bool truth)
        {
            return truth;
        }

        var reason = given.HasValue
            ? "Argument \"if\" of non-null type \"Boolean!\" must not be null."
            : $"Argument \"if\" of required type \"Boolean!\" was provided the variable \"${name}\" which was not provided a runtime value.";
        fault = GraphQLError.At(reason, source, _variables[name]);
        return false;
    }

    private void Visit(SelectionSetNode selections)
    {
        foreach (var selection in selections.Selections)
        {
            foreach (var directive in selection.Directives)
            {
                var isOfParts = directive.Name.Value is "defer" or "stream";
                Parts += isOfParts ? 1 : 0;
                if (isOfParts || directive.Name.Value is "skip" or "include")
                {
                    Note(directive, isOfParts);
                }
            }

            var inner = selection switch
            {
                FieldNode field => field.SelectionSet,
                InlineFragmentNode fragment => fragment.SelectionSet,
                _ => null,
            };
            if (inner is not null)
            {
                Visit(inner);
            }
        }
    }

    private void Note(DirectiveNode directive, bool isOfParts)
    {
        foreach (var argument in directive.Arguments)
        {
            if (argument.Value is VariableNode variable && (!isOfParts || argument.Name.Value == "if"))
            {
                _variables.TryAdd(variable.Name.Value, variable);
            }
        }
    }
}
