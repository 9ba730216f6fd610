using System.Text;
using System.Text.Json;
using Exams.GraphQL.Execution.Completion;
using Exams.GraphQL.Types;

namespace Exams.GraphQL.Execution.Plans;

/// <summary>A value without selections (specification, "Coercing Results").</summary>
/// <param name="isNonNull">Whether null is refused here.</param>
internal abstract class LeafPlan(bool isNonNull) : ValuePlan(isNonNull)
{
    /// <inheritdoc/>
    public override SelectionPlan? Selection => null;

    /// <inheritdoc/>
    protected override bool CompleteValue(ResponseWriter writer, FieldPlan field, object value)
    {
        var start = writer.Json.Length;
        try
        {
            Write(writer, value);
            return true;
        }
        catch (Exception refused)
        {
            writer.Json.Truncate(start);
            return writer.FailAt(field, refused, IsNonNull);
        }
    }

    /// <summary>Writes the value; throws when it does not fit.</summary>
    protected abstract void Write(ResponseWriter writer, object value);
}

/// <summary>A scalar.</summary>
/// <param name="isNonNull">Whether null is refused here.</param>
/// <param name="type">The scalar.</param>
internal sealed class ScalarPlan(bool isNonNull, ScalarType type) : LeafPlan(isNonNull)
{
    /// <inheritdoc/>
    protected override void Write(ResponseWriter writer, object value)
    {
        var start = writer.Json.Length;
        type.WriteResult(value, writer.Json);
        if (writer.Json.Length == start)
        {
            throw new CoercionException(
                $"Expected `{type.Name}.serialize({Inspect.Value(value)})` to return non-nullable value, returned: undefined");
        }
    }
}

/// <summary>An enum, its names encoded beforehand.</summary>
/// <param name="isNonNull">Whether null is refused here.</param>
/// <param name="type">The enum.</param>
internal sealed class EnumPlan(bool isNonNull, EnumType type) : LeafPlan(isNonNull)
{
    private readonly Dictionary<EnumValue, byte[]> _names = type.Values.ToDictionary(v => v, v => Encoding.UTF8.GetBytes($"\"{v.Name}\""));

    /// <inheritdoc/>
    protected override void Write(ResponseWriter writer, object value) => writer.Json.WriteRaw(
        type.ByValue(value is JsonElement { ValueKind: JsonValueKind.String } json ? json.GetString()! : value) is { } known
            ? _names[known]
            : throw new CoercionException($"Enum \"{type.Name}\" cannot represent value: {Inspect.Value(value)}"));
}
