using Exams.GraphQL.Execution.Variables;
using Exams.GraphQL.Language;
using Exams.GraphQL.Types;

namespace Exams.GraphQL.Execution.Plans;

/// <summary>The arguments of a selected field, or of a directive at one (specification, "Coercing Field Arguments"): coerced once when no variable
/// is in them, else once for each request.</summary>
internal sealed class ArgumentsPlan
{
    private readonly IReadOnlyList<InputField> _declared;
    private readonly IReadOnlyList<ArgumentNode> _given;
    private readonly ISyntaxNode _node;
    private readonly Source _source;
    private readonly CoercedArguments? _constant;

    /// <summary>The arguments of a field or a directive.</summary>
    /// <param name="declared">What it declares.</param>
    /// <param name="given">What its first selection gives; merged ones have the same arguments.</param>
    /// <param name="node">Where it stands.</param>
    /// <param name="source">The document, for locations.</param>
    /// <param name="nextPlace">Gives a place in the request's table of arguments, when one is needed.</param>
    public ArgumentsPlan(
        IReadOnlyList<InputField> declared, IReadOnlyList<ArgumentNode> given, ISyntaxNode node, Source source, Func<int> nextPlace)
    {
        (_declared, _given, _node, _source) = (declared, given, node, source);
        if (given.Any(a => HasVariable(a.Value)))
        {
            Place = nextPlace();
        }
        else
        {
            _constant = declared.Count == 0 ? CoercedArguments.None : Coerce(VariableValues.None);
        }
    }

    /// <summary>The place in the request's table of arguments; -1 when every request has the same.</summary>
    public int Place { get; } = -1;

    /// <summary>The arguments of a request.</summary>
    /// <param name="variables">Its variables.</param>
    /// <returns>The arguments, or what is wrong with them.</returns>
    public CoercedArguments For(VariableValues variables) => _constant ?? Coerce(variables);

    private CoercedArguments Coerce(VariableValues variables)
    {
        var values = new InputFieldValue[_declared.Count];
        try
        {
            for (var i = 0; i < values.Length; i++)
            {
                values[i] = Coerce(_declared[i], variables);
            }
        }
        catch (Exception refused)
        {
            return new CoercedArguments([], refused);
        }

        return new CoercedArguments(values, null);
    }

    private InputFieldValue Coerce(InputField argument, VariableValues variables)
    {
        var literal = Literal(argument.Name);
        var missing = literal is VariableNode variable && !variables[variable.Name.Value].HasValue;
        if (literal is null || missing)
        {
            if (argument.DefaultValue is not null)
            {
                return InputObjects.Convert(argument, LiteralCoercion.Default(argument));
            }

            if (argument.Type is not NonNullType)
            {
                return default;
            }

            throw missing
                ? Fault($"Argument \"{argument.Name}\" of required type \"{argument.Type}\" was provided the variable \"${((VariableNode)literal!).Name.Value}\" which was not provided a runtime value.", literal)
                : Fault($"Argument \"{argument.Name}\" of required type \"{argument.Type}\" was not provided.", _node);
        }

        var isNull = literal is NullValueNode || (literal is VariableNode given && variables[given.Name.Value].Value is null);
        if (isNull && argument.Type is NonNullType)
        {
            throw Fault($"Argument \"{argument.Name}\" of non-null type \"{argument.Type}\" must not be null.", literal);
        }

        return LiteralCoercion.TryCoerce(literal, argument.Type, variables, out var value)
            ? InputObjects.Convert(argument, value)
            : throw Fault($"Argument \"{argument.Name}\" has invalid value {(SensitiveValues.MayBeIn(argument.Type) ? SensitiveValues.Hidden : Printer.Print(literal))}.", literal);
    }

    // The last of several arguments of one name counts, as in graphql-js; validation refuses them anyway.
    private IValueNode? Literal(string name)
    {
        for (var i = _given.Count - 1; i >= 0; i--)
        {
            if (_given[i].Name.Value == name)
            {
                return _given[i].Value;
            }
        }

        return null;
    }

    private GraphQLException Fault(string message, ISyntaxNode node) => new(GraphQLError.At(message, _source, node));

    private static bool HasVariable(IValueNode literal) => literal switch
    {
        VariableNode => true,
        ListValueNode list => list.Items.Any(HasVariable),
        ObjectValueNode obj => obj.Fields.Any(f => HasVariable(f.Value)),
        _ => false,
    };
}

/// <summary>Arguments as a resolver gets them, or what was wrong with them.</summary>
/// <param name="Values">Values in the order of <see cref="OutputField.Arguments"/>.</param>
/// <param name="Fault">What was wrong; null when nothing was.</param>
internal sealed record CoercedArguments(InputFieldValue[] Values, Exception? Fault)
{
    /// <summary>The arguments of a field that has none.</summary>
    public static CoercedArguments None { get; } = new([], null);
}
