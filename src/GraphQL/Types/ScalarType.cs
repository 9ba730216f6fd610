using System.Text.Json;
using Exams.GraphQL.Language;

namespace Exams.GraphQL.Types;

/// <summary>A leaf type that is written as one JSON value (specification, "Scalars").</summary>
/// <remarks>The three engine-side coercions throw <see cref="CoercionException"/> with a message in graphql-js's words;
/// the caller adds place and path.</remarks>
/// <param name="name">Its name in the schema.</param>
public abstract class ScalarType(string name) : NamedType(name), IInputType, IOutputType
{
    /// <summary>Where the scalar's form is written down (<c>@specifiedBy</c>), if anywhere.</summary>
    public string? SpecifiedBy { get; set; }

    /// <summary>Whether values are secret: messages about wrong input do not repeat them. Messages of the scalar's own must not either.</summary>
    public bool IsSensitive { get; init; }

    /// <summary>Input coercion of a literal without variables.</summary>
    /// <param name="literal">The literal; never null.</param>
    /// <returns>The .NET value.</returns>
    public abstract object? CoerceLiteral(IValueNode literal);

    /// <summary>Input coercion of a JSON value.</summary>
    /// <param name="value">The value; never JSON null.</param>
    /// <returns>The .NET value.</returns>
    public abstract object? CoerceVariable(JsonElement value);

    /// <summary>Result coercion: writes the value as JSON.</summary>
    /// <param name="value">What the resolver gave; never null.</param>
    /// <param name="json">Where to write.</param>
    public abstract void WriteResult(object value, JsonBuffer json);

    /// <summary>The literal that stands for a .NET value, for printing default values.</summary>
    /// <param name="resultValue">The value.</param>
    /// <returns>The literal.</returns>
    public abstract IValueNode ParseResult(object? resultValue);
}

/// <summary>A value does not fit its type. The message is for the client.</summary>
/// <param name="message">In graphql-js's words.</param>
public sealed class CoercionException(string message) : Exception(message);
