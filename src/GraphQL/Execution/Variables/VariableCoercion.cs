using System.Text.Json;
using Exams.GraphQL.Language;
using Exams.GraphQL.Types;

namespace Exams.GraphQL.Execution.Variables;

/// <summary>Coerces the variables of a request, or says what is wrong with them (specification, "Coercing Variable Values";
/// messages and order of graphql-js 16).</summary>
/// <param name="source">The document, for locations.</param>
/// <param name="maxErrors">Errors after which it gives up.</param>
/// <param name="maxQuotedText">Longest piece of the client's text in a message; null for all of it.</param>
/// <param name="suggest">Whether messages may offer names.</param>
internal sealed class VariableCoercion(Source source, int maxErrors, int? maxQuotedText, bool suggest)
{
    /// <summary>The code of null where a value must be.</summary>
    public const string NullCode = "HC0018";

    private readonly List<IError> _errors = [];

    /// <summary>Coerces all variables.</summary>
    /// <param name="definitions">The operation's variables.</param>
    /// <param name="variables">A JSON object, null or undefined.</param>
    /// <param name="values">The values, when all are right.</param>
    /// <returns>What is wrong; empty when nothing is.</returns>
    public IReadOnlyList<IError> TryCoerce(VariablePlan[] definitions, JsonElement variables, out VariableValues values)
    {
        values = VariableValues.None;
        if (definitions.Length == 0)
        {
            return [];
        }

        var coerced = new InputFieldValue[definitions.Length];
        try
        {
            for (var i = 0; i < definitions.Length; i++)
            {
                coerced[i] = Coerce(definitions[i], variables);
            }
        }
        catch (TooManyErrorsException)
        {
            _errors.Add(new GraphQLError("Too many errors processing variables, error limit reached. Execution aborted."));
        }

        values = new VariableValues(definitions, coerced);
        return _errors;
    }

    private InputFieldValue Coerce(VariablePlan variable, JsonElement variables)
    {
        var (name, type) = (variable.Name, variable.Type);
        if (type is null)
        {
            Add($"Variable \"${name}\" expected value of type \"{TypeText(variable.Node.Type)}\" which cannot be used as an input type.", variable.Node.Type);
            return default;
        }

        if (variables.ValueKind != JsonValueKind.Object || !variables.TryGetProperty(name, out var json))
        {
            if (variable.Node.DefaultValue is { } literal)
            {
                return Default(name, type, literal);
            }

            if (type is NonNullType)
            {
                Add($"Variable \"${name}\" of required type \"{type}\" was not provided.", variable.Node, code: NullCode);
            }

            return default;
        }

        if (json.ValueKind == JsonValueKind.Null && type is NonNullType)
        {
            Add($"Variable \"${name}\" of non-null type \"{type}\" must not be null.", variable.Node, code: NullCode);
            return default;
        }

        var coercion = new JsonCoercion(
            fault =>
            {
                var place = fault.Path.IsEmpty ? "" : $" at \"{name}{Cut(fault.Path.ToString())}\"";
                var value = SensitiveValues.MayBeIn(type) ? SensitiveValues.Hidden : Cut(Inspect.Value(fault.Value));
                var text = $"Variable \"${name}\" got invalid value {value}{place}; {CutMessage(fault.Message)}";
                Add(text, variable.Node, fault.Extensions, fault.Code);
            },
            suggest);
        return new InputFieldValue(true, coercion.Coerce(json, type));
    }

    // Validation has seen that the literal fits; the class that is made of it may still refuse it.
    private InputFieldValue Default(string name, IType type, IValueNode literal)
    {
        try
        {
            _ = LiteralCoercion.TryCoerce(literal, type, VariableValues.None, out var value);
            return new InputFieldValue(true, value);
        }
        catch (Exception refused)
        {
            var reason = CutMessage(JsonCoercion.Reason(refused, type.NamedType().Name));
            Add($"Variable \"${name}\" has an invalid default value; {reason}", literal, (refused as GraphQLException)?.Errors[0].Extensions);
            return default;
        }
    }

    private void Add(string message, ISyntaxNode node, IReadOnlyDictionary<string, object?>? extensions = null, string? code = null)
    {
        if (_errors.Count >= maxErrors)
        {
            throw new TooManyErrorsException();
        }

        _errors.Add(GraphQLError.At(message, source, node) with { Extensions = extensions, StandardCode = code });
    }

    private string Cut(string text) => maxQuotedText is { } most && text.Length > most ? string.Concat(text.AsSpan(0, most), "…") : text;

    // Messages quote the value once more and add fixed words of their own.
    private string CutMessage(string text) =>
        maxQuotedText is { } most && text.Length > (2 * most) + 100 ? string.Concat(text.AsSpan(0, (2 * most) + 100), "…") : text;

    private static string TypeText(ITypeNode type) => type switch
    {
        ListTypeNode list => $"[{TypeText(list.Type)}]",
        NonNullTypeNode nonNull => $"{TypeText(nonNull.Type)}!",
        _ => ((NamedTypeNode)type).Name.Value,
    };

    private sealed class TooManyErrorsException : Exception;
}
