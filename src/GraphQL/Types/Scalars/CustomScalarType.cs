using System.Text.Json;
using Exams.GraphQL.Language;

namespace Exams.GraphQL.Types.Scalars;

/// <summary>A scalar of which nothing but the name is known, as SDL declares it: any value comes in and goes out as it is.</summary>
/// <remarks>Its .NET values are <see cref="string"/>, <see cref="bool"/>, <see cref="int"/>, <see cref="long"/>, <see cref="double"/>,
/// <c>List&lt;object?&gt;</c>, <c>OrderedDictionary&lt;string, object?&gt;</c> and null.</remarks>
/// <param name="name">Its name in the schema.</param>
public sealed class CustomScalarType(string name) : ScalarType(name)
{
    /// <inheritdoc/>
    public override object? CoerceLiteral(IValueNode literal) => PlainValue.FromLiteral(literal);

    /// <inheritdoc/>
    public override object? CoerceVariable(JsonElement value) => PlainValue.FromJson(value);

    /// <inheritdoc/>
    public override void WriteResult(object value, JsonBuffer json) => PlainValue.Write(value, json);

    /// <inheritdoc/>
    public override IValueNode ParseResult(object? resultValue) => PlainValue.ToLiteral(resultValue);
}
