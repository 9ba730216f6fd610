namespace Exams.Domain.Vocabulary;

/// <summary>The board says no: a value with a stable code, a plain message and the input it is about.</summary>
/// <remarks>The facts that help (a deadline, an existing entry) are further members of each refusal. A feature's refusals lie in
/// one file. What does not exist and what is not the caller's to see get the same refusal.</remarks>
public abstract record Refusal
{
    /// <summary>Makes a refusal.</summary>
    /// <param name="code">The stable code, in capitals and underscores.</param>
    /// <param name="message">One or two plain sentences for a person.</param>
    /// <param name="path">The names of the input fields that lead to the fault; empty when it is about the whole.</param>
    protected Refusal(string code, string message, params string[] path)
    {
        Code = code;
        Message = message;
        Path = path;
    }

    /// <summary>The stable code, in capitals and underscores; programs may rely on it.</summary>
    public string Code { get; }

    /// <summary>What is wrong and, where it helps, what to do; for people, and free to change.</summary>
    public string Message { get; }

    /// <summary>The names of the input fields that lead to the fault, outermost first; empty when it is about the whole.</summary>
    public IReadOnlyList<string> Path { get; init; }

    /// <summary>Whether both say the same: kind, code, message and path, and in each kind its facts.</summary>
    /// <param name="other">The other refusal.</param>
    /// <returns>True when they are equal.</returns>
    public virtual bool Equals(Refusal? other) =>
        other is not null && EqualityContract == other.EqualityContract && Code == other.Code && Message == other.Message && Path.SequenceEqual(other.Path);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(EqualityContract, Code, Message);
}
