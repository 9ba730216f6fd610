using Exams.Domain.Vocabulary;

namespace Exams.World;

/// <summary>The people who ask for things in tests.</summary>
public static class People
{
    public static Caller Board { get; } = new Caller.Board(1, "board", 1);

    public static Caller Nobody => Caller.Anonymous;

    public static Caller OfficerOf(params string[] centres) =>
        new Caller.Officer(2, "officer", centres.Select(Named.Centre).ToHashSet(), 2);

    public static Caller CandidateAt(string centre, string series, string number) =>
        new Caller.Candidate(3, Named.Centre(centre), Named.Series(series), Named.Candidate(number), 3, 3);
}
