using System.Text.Json;
using Exams.GraphQL.Language;
using Exams.GraphQL.Types.Building;
using Exams.GraphQL.Types.Scalars;

namespace Exams.GraphQL.Types;

/// <summary>A scalar over a .NET type of the application.</summary>
/// <typeparam name="TRuntimeType">The .NET type.</typeparam>
/// <param name="name">The scalar's name in the schema.</param>
/// <param name="bind">Whether it stands for the .NET type wherever that is met.</param>
public abstract class ScalarType<TRuntimeType>(string name, BindingBehavior bind = BindingBehavior.Explicit)
    : ScalarType(name), IBoundScalar
{
    Type IBoundScalar.RuntimeType => typeof(TRuntimeType);

    bool IBoundScalar.Binds => bind == BindingBehavior.Implicit;

    /// <summary>From a .NET value to one JSON can carry: text, number or truth value.</summary>
    /// <param name="runtimeValue">The .NET value or null.</param>
    /// <param name="resultValue">What is written.</param>
    /// <returns>Whether the value is one of this scalar.</returns>
    public virtual bool TrySerialize(object? runtimeValue, out object? resultValue)
    {
        resultValue = runtimeValue;
        return runtimeValue is null or TRuntimeType;
    }

    /// <summary>From a value of a JSON variable to the .NET value.</summary>
    /// <param name="resultValue">Text, number or truth value, or null.</param>
    /// <param name="runtimeValue">The .NET value.</param>
    /// <returns>Whether it is one of this scalar.</returns>
    public virtual bool TryDeserialize(object? resultValue, out object? runtimeValue)
    {
        runtimeValue = resultValue;
        return resultValue is null or TRuntimeType;
    }

    /// <inheritdoc/>
    public override object? CoerceVariable(JsonElement value) =>
        TryDeserialize(PlainValue.FromJson(value), out var runtime)
            ? runtime
            : throw new CoercionException($"{Name} cannot represent value: {(IsSensitive ? SensitiveValues.Hidden : Inspect.Value(value))}");

    /// <inheritdoc/>
    public override void WriteResult(object value, JsonBuffer json)
    {
        if (!TrySerialize(value, out var result))
        {
            throw new CoercionException($"{Name} cannot represent value: {(IsSensitive ? SensitiveValues.Hidden : Inspect.Value(value))}");
        }

        PlainValue.Write(result, json);
    }
}

/// <summary>A scalar over a .NET type of the application that is written as one kind of literal.</summary>
/// <typeparam name="TRuntimeType">The .NET type.</typeparam>
/// <typeparam name="TLiteral">The kind of literal, e.g. <see cref="StringValueNode"/>.</typeparam>
/// <param name="name">The scalar's name in the schema.</param>
/// <param name="bind">Whether it stands for the .NET type wherever that is met.</param>
public abstract class ScalarType<TRuntimeType, TLiteral>(string name, BindingBehavior bind = BindingBehavior.Explicit)
    : ScalarType<TRuntimeType>(name, bind)
    where TLiteral : IValueNode
{
    /// <inheritdoc/>
    public override object? CoerceLiteral(IValueNode literal)
    {
        if (literal is not TLiteral typed)
        {
            throw new CoercionException($"{Name} cannot represent value: {(IsSensitive ? SensitiveValues.Hidden : Printer.Print(literal))}");
        }

        return Parse(typed);
    }

    /// <inheritdoc/>
    public override object? CoerceVariable(JsonElement value) =>
        value.ValueKind == JsonValueKind.String && typeof(TLiteral) == typeof(StringValueNode)
            ? Parse((TLiteral)(IValueNode)new StringValueNode(value.GetString()!))
            : base.CoerceVariable(value);

    /// <inheritdoc/>
    public override IValueNode ParseResult(object? resultValue) => resultValue switch
    {
        null => NullValueNode.Default,
        TRuntimeType runtime => ParseValue(runtime),
        _ => PlainValue.ToLiteral(resultValue),
    };

    /// <summary>From a literal to the .NET value.</summary>
    /// <param name="valueSyntax">The literal.</param>
    /// <returns>The value; throws <see cref="SerializationException"/> when it is none of this scalar.</returns>
    protected abstract TRuntimeType ParseLiteral(TLiteral valueSyntax);

    /// <summary>From a .NET value to the literal that stands for it.</summary>
    /// <param name="runtimeValue">The value.</param>
    /// <returns>The literal.</returns>
    protected abstract TLiteral ParseValue(TRuntimeType runtimeValue);

    private TRuntimeType Parse(TLiteral literal)
    {
        try
        {
            return ParseLiteral(literal);
        }
        catch (SerializationException e)
        {
            throw new CoercionException(e.Message);
        }
    }
}

/// <summary>Whether a scalar stands for its .NET type wherever that is met.</summary>
public enum BindingBehavior
{
    /// <summary>Wherever the .NET type is met, nullable or not.</summary>
    Implicit = 0,

    /// <summary>Only where it is named.</summary>
    Explicit = 1,
}

/// <summary>A value does not fit a scalar of the application.</summary>
/// <param name="message">For the client.</param>
/// <param name="type">The scalar.</param>
public class SerializationException(string message, ITypeSystemMember type) : GraphQLException(message)
{
    /// <summary>The scalar.</summary>
    public ITypeSystemMember Type { get; } = type;
}
