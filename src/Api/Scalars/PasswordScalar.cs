namespace Exams.Api.Scalars;

/// <summary>A password on its way in. It becomes a secret at the door and has no way out: nothing can be written with this scalar.</summary>
public sealed class PasswordScalar : ScalarType<Secret, StringValueNode>
{
    private const int Longest = 200;

    /// <summary>Names the scalar.</summary>
    public PasswordScalar()
        : base("Password", BindingBehavior.Implicit)
    {
        Description = "A password as it was typed, at most 200 characters. It is never given back.";
        IsSensitive = true;
    }

    /// <inheritdoc/>
    public override IValueNode ParseResult(object? resultValue) =>
        throw new SerializationException("A password cannot be written.", this);

    /// <inheritdoc/>
    public override bool TrySerialize(object? runtimeValue, out object? resultValue)
    {
        resultValue = null;
        return runtimeValue is null;
    }

    /// <inheritdoc/>
    public override bool TryDeserialize(object? resultValue, out object? runtimeValue)
    {
        runtimeValue = resultValue is string { Length: <= Longest } text ? new Secret(text) : null;
        return runtimeValue is not null || resultValue is null;
    }

    /// <inheritdoc/>
    protected override Secret ParseLiteral(StringValueNode valueSyntax) => valueSyntax.Value.Length <= Longest
        ? new Secret(valueSyntax.Value)
        : throw new SerializationException($"A password has at most {Longest} characters.", this);

    /// <inheritdoc/>
    protected override StringValueNode ParseValue(Secret runtimeValue) =>
        throw new SerializationException("A password cannot be written.", this);
}
