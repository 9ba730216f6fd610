namespace Exams.GraphQL.Fuzz;

/// <summary>Chance that can be had again: the same seed throws the same.</summary>
internal sealed class Dice(int seed)
{
    private readonly Random _random = new(seed);

    /// <summary>A number from 0, below an end.</summary>
    public int Below(int end) => _random.Next(end);

    /// <summary>True so many times in a hundred.</summary>
    public bool Chance(int percent) => _random.Next(100) < percent;

    /// <summary>One of several.</summary>
    public T In<T>(IReadOnlyList<T> choices) => choices[_random.Next(choices.Count)];

    /// <summary>One of several, each as likely as the next.</summary>
    public T Of<T>(params ReadOnlySpan<T> choices) => choices[_random.Next(choices.Length)];
}
