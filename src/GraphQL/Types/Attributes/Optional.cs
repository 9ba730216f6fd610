namespace Exams.GraphQL;

/// <summary>A member of an input object that may have been left out, which is not the same as null.</summary>
/// <typeparam name="T">The member's type; its nullability is the member's nullability in the schema.</typeparam>
public readonly record struct Optional<T>
{
    /// <summary>A member that was given.</summary>
    /// <param name="value">Its value.</param>
    public Optional(T? value)
    {
        Value = value;
        HasValue = true;
    }

    /// <summary>The value; the default of <typeparamref name="T"/> when it was left out.</summary>
    public T? Value { get; }

    /// <summary>True when the client gave the member, be it null.</summary>
    public bool HasValue { get; }

    /// <summary>A given value is an optional one.</summary>
    /// <param name="value">The value.</param>
#pragma warning disable CA2225 // The constructor is the named alternative.
    public static implicit operator Optional<T>(T value) => new(value);
#pragma warning restore CA2225
}
