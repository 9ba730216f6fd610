using System.Runtime.CompilerServices;
using System.Text.Json;
using Exams.GraphQL.Types;

namespace Exams.GraphQL.Execution.Variables;

/// <summary>Input coercion of JSON values (specification, "Input Coercion" of each type; graphql-js <c>coerceInputValue</c>,
/// its messages and its order of errors).</summary>
/// <param name="report">Gets each fault; its path is only lent.</param>
/// <param name="suggest">Whether messages may offer names.</param>
internal sealed class JsonCoercion(Action<InputFault> report, bool suggest)
{
    /// <summary>The value of a JSON value. After a fault, which was reported, the result means nothing.</summary>
    /// <param name="json">The value; undefined counts as null.</param>
    /// <param name="type">The type it must fit.</param>
    /// <returns>The coerced value.</returns>
    public object? Coerce(JsonElement json, IType type)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        if (json.ValueKind is JsonValueKind.Null or JsonValueKind.Undefined)
        {
            if (type is NonNullType)
            {
                Report(json.ValueKind == JsonValueKind.Null ? json : Null, $"Expected non-nullable type \"{type}\" not to be null.", code: VariableCoercion.NullCode);
            }

            return null;
        }

        return type.Nullable() switch
        {
            ListType list => CoerceList(json, list.OfType),
            InputObjectType input => CoerceObject(json, input),
            EnumType @enum => CoerceEnum(json, @enum),
            var scalar => CoerceScalar(json, (ScalarType)scalar),
        };
    }

    private static readonly JsonElement Null = JsonElement.Parse("null");

    private InputPath Path { get; } = new();

    private List<object?> CoerceList(JsonElement json, IType itemType)
    {
        if (json.ValueKind != JsonValueKind.Array)
        {
            return [Coerce(json, itemType)];
        }

        var items = new List<object?>(json.GetArrayLength());
        foreach (var item in json.EnumerateArray())
        {
            Path.Push(items.Count);
            items.Add(Coerce(item, itemType));
            Path.Pop();
        }

        return items;
    }

    private object? CoerceObject(JsonElement json, InputObjectType type)
    {
        if (json.ValueKind != JsonValueKind.Object)
        {
            Report(json, $"Expected type \"{type.Name}\" to be an object.");
            return null;
        }

        var values = new InputFieldValue[type.Fields.Count];
        int known = 0, faultsBefore = Faults;
        InputField? first = null;
        foreach (var (name, field) in type.Fields)
        {
            object? coerced;
            if (json.TryGetProperty(name, out var member))
            {
                known++;
                Path.Push(name);
                coerced = Coerce(member, field.Type);
                Path.Pop();
            }
            else if (field.DefaultValue is not null)
            {
                coerced = LiteralCoercion.Default(field);
            }
            else
            {
                if (field.Type is NonNullType)
                {
                    Report(json, $"Field \"{name}\" of required type \"{field.Type}\" was not provided.");
                }

                continue;
            }

            first ??= field;
            values[field.Index] = new InputFieldValue(true, coerced);
        }

        if (known != json.GetPropertyCount())
        {
            RefuseUnknown(json, type);
        }

        if (type.IsOneOf)
        {
            CheckOneOf(json, values, first, type);
        }

        return Faults == faultsBefore ? Make(json, type, values) : null;
    }

    private void RefuseUnknown(JsonElement json, InputObjectType type)
    {
        foreach (var member in json.EnumerateObject())
        {
            if (!type.Fields.ContainsKey(member.Name))
            {
                var hint = suggest ? Suggestions.DidYouMean(Suggestions.For(member.Name, type.Fields.Keys)) : "";
                Report(json, $"Field \"{member.Name}\" is not defined by type \"{type.Name}\".{hint}");
            }
        }
    }

    private void CheckOneOf(JsonElement json, InputFieldValue[] values, InputField? first, InputObjectType type)
    {
        if (values.Count(v => v.HasValue) != 1)
        {
            Report(json, $"Exactly one key must be specified for OneOf type \"{type.Name}\".", code: values.Any(v => v.HasValue) ? "HC0055" : "HC0054");
        }

        if (first is not null && json.TryGetProperty(first.Name, out var member) && member.ValueKind == JsonValueKind.Null)
        {
            Path.Push(first.Name);
            Report(member, $"Field \"{first.Name}\" must be non-null.", code: "HC0056");
            Path.Pop();
        }
    }

    private object? Make(JsonElement json, InputObjectType type, InputFieldValue[] values)
    {
        try
        {
            foreach (var field in type.Fields.Values)
            {
                if (values[field.Index].HasValue)
                {
                    values[field.Index] = InputObjects.Convert(field, values[field.Index].Value);
                }
            }

            return InputObjects.Make(type, values, () => json.EnumerateObject().Select(m => m.Name));
        }
        catch (Exception refused)
        {
            Report(json, Reason(refused, type.Name), (refused as GraphQLException)?.Errors[0].Extensions);
            return null;
        }
    }

    private object? CoerceEnum(JsonElement json, EnumType type)
    {
        if (json.ValueKind != JsonValueKind.String)
        {
            Report(json, $"Enum \"{type.Name}\" cannot represent non-string value: {Inspect.Value(json)}.");
            return null;
        }

        var name = json.GetString()!;
        if (type.ByName(name) is { } value)
        {
            return value.Value;
        }

        var hint = suggest ? Suggestions.DidYouMean(Suggestions.For(name, type.Values.Select(v => v.Name)), "the enum value") : "";
        Report(json, $"Value \"{name}\" does not exist in \"{type.Name}\" enum.{hint}");
        return null;
    }

    private object? CoerceScalar(JsonElement json, ScalarType type)
    {
        try
        {
            return type.CoerceVariable(json);
        }
        catch (Exception refused)
        {
            Report(json, Reason(refused, type.Name), (refused as GraphQLException)?.Errors[0].Extensions);
            return null;
        }
    }

    /// <summary>Why a value was refused. What coercion says in its own words is meant for the client; any other exception is not.</summary>
    /// <param name="refused">What was thrown.</param>
    /// <param name="type">The type's name.</param>
    public static string Reason(Exception refused, string type) =>
        refused is CoercionException or GraphQLException ? refused.Message : $"Expected type \"{type}\".";

    /// <summary>Faults so far.</summary>
    public int Faults { get; private set; }

    private void Report(JsonElement value, string message, IReadOnlyDictionary<string, object?>? extensions = null, string? code = null)
    {
        Faults++;
        report(new InputFault(value, message, Path, extensions, code));
    }
}

/// <summary>What is wrong with a value.</summary>
/// <param name="Value">The value.</param>
/// <param name="Message">For people.</param>
/// <param name="Path">Where it lies in the variable.</param>
/// <param name="Extensions">Members that the application gave its own refusal.</param>
/// <param name="Code">The code that servers with codes of their own write.</param>
internal readonly record struct InputFault(
    JsonElement Value, string Message, InputPath Path, IReadOnlyDictionary<string, object?>? Extensions, string? Code);
