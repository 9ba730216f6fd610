namespace Exams.Api.Scalars;

/// <summary>A word of the field as a scalar: written as its canonical text, refused at the door when it is malformed.</summary>
/// <typeparam name="T">The word.</typeparam>
public abstract class VocabularyScalar<T> : ScalarType<T, StringValueNode>
    where T : struct, IVocabulary<T>
{
    private readonly string _form;

    /// <summary>Names the scalar.</summary>
    /// <param name="name">Its name in the schema.</param>
    /// <param name="form">What a right value looks like; part of the description and of the refusal.</param>
    protected VocabularyScalar(string name, string form)
        : base(name, BindingBehavior.Implicit)
    {
        _form = form;
        Description = form;
    }

    /// <inheritdoc/>
    public override IValueNode ParseResult(object? resultValue) => resultValue switch
    {
        null => NullValueNode.Default,
        T word => ParseValue(word),
        string text => new StringValueNode(text),
        _ => throw new SerializationException(Refused(resultValue.ToString()), this),
    };

    /// <inheritdoc/>
    public override bool TrySerialize(object? runtimeValue, out object? resultValue)
    {
        resultValue = runtimeValue?.ToString();
        return runtimeValue is null or T;
    }

    /// <inheritdoc/>
    public override bool TryDeserialize(object? resultValue, out object? runtimeValue)
    {
        runtimeValue = null;
        switch (resultValue)
        {
            case null:
                return true;
            case T word:
                runtimeValue = word;
                return true;
            case string text when T.TryParse(text, out var parsed):
                runtimeValue = parsed;
                return true;
            default:
                return false;
        }
    }

    /// <inheritdoc/>
    protected override T ParseLiteral(StringValueNode valueSyntax) =>
        T.TryParse(valueSyntax.Value, out var word) ? word : throw new SerializationException(Refused(valueSyntax.Value), this);

    /// <inheritdoc/>
    protected override StringValueNode ParseValue(T runtimeValue) => new(runtimeValue.ToString() ?? "");

    private string Refused(string? text) => $"{Name} cannot represent {Quote(text)}. {_form}";

    // The stranger's text comes back in the message, so it is cut.
    private static string Quote(string? text) => text is { Length: > 40 } ? $"\"{text[..40]}…\"" : $"\"{text}\"";
}
