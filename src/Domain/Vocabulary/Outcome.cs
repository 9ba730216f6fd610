using System.Diagnostics.CodeAnalysis;

namespace Exams.Domain.Vocabulary;

/// <summary>What came of asking: either the thing that was done, or the board's refusal.</summary>
/// <typeparam name="T">What is handed over when it was done.</typeparam>
/// <remarks>A refusal is a value, a bug is an exception. There is one door, <see cref="IsDone"/>, so nobody can look at one side
/// and forget the other; a default (unanswered) outcome throws there.</remarks>
public readonly struct Outcome<T>
    where T : class
{
    private readonly T? done;
    private readonly Refusal? refusal;

    private Outcome(T? done, Refusal? refusal)
    {
        this.done = done;
        this.refusal = refusal;
    }

    /// <summary>Done.</summary>
    /// <param name="done">What is handed over.</param>
    public static implicit operator Outcome<T>(T done) => new(done, null);

    /// <summary>Refused.</summary>
    /// <param name="refusal">Why.</param>
    public static implicit operator Outcome<T>(Refusal refusal) => new(null, refusal);

    /// <summary>Opens the outcome.</summary>
    /// <param name="done">What was done, when it was.</param>
    /// <param name="refusal">The refusal, when it was not.</param>
    /// <returns>Whether it was done.</returns>
    /// <exception cref="InvalidOperationException">Nobody ever answered.</exception>
    public bool IsDone([NotNullWhen(true)] out T? done, [NotNullWhen(false)] out Refusal? refusal)
    {
        done = this.done;
        refusal = this.refusal;
        if (done is not null)
        {
            return true;
        }

        return refusal is not null ? false : throw new InvalidOperationException("This outcome was never answered.");
    }
}
