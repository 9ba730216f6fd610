using Exams.Domain.Candidates;
using Exams.Domain.Tests.Entries;
using Exams.Domain.Transfers;
using Exams.Domain.Vocabulary;
using Exams.World;

namespace Exams.Domain.Tests.Transfers;

/// <summary>Candidate 0001 between two schools, in memory; each step is decided as the service decides it.</summary>
internal sealed class Move
{
    private static readonly Caller Third = People.OfficerOf("ZZ999");

    private readonly HashSet<CandidateNumber> _used = [];
    private readonly List<NumberBlock> _blocks = [];
    private CandidateNumber? _knownAs;

    public Move(School original, School receiving)
    {
        Original = original;
        Receiving = receiving;
        OriginalOfficer = People.OfficerOf(original.Centre.ToString());
        ReceivingOfficer = People.OfficerOf(receiving.Centre.ToString());
    }

    public School Original { get; }

    public School Receiving { get; }

    public Caller OriginalOfficer { get; }

    public Caller ReceivingOfficer { get; }

    public Transfer? Transfer { get; private set; }

    /// <summary>What the last decision would write; null when nothing.</summary>
    public TransferChange? Change { get; private set; }

    /// <summary>US123 in June 2026 with one syllabus, option A, and GB045 that offers the same.</summary>
    public static Move Ready(Action<School>? original = null, Action<School>? receiving = null)
    {
        var (from, to) = (School.In("2026-06"), School.In("2026-06", "GB045", "United Kingdom", zone: 3));
        (from, to) = (from.Offers("0580", "A"), to.Offers("0580", "A"));
        original?.Invoke(from);
        receiving?.Invoke(to);
        return new Move(from.Has("0580", "A"), to);
    }

    public Move Uses(params string[] numbers)
    {
        _used.UnionWith(numbers.Select(Named.Candidate));
        return this;
    }

    public Move SetsAside(string first, string last)
    {
        _blocks.Add(new NumberBlock(Receiving.Centre, Named.Series("2026-06"), Named.Candidate(first), Named.Candidate(last), Receiving.Now));
        return this;
    }

    /// <summary>Goes on with a transfer that was asked for elsewhere.</summary>
    public Move Take(Transfer transfer)
    {
        Transfer = transfer;
        return this;
    }

    public Move Knows(string number)
    {
        _knownAs = Named.Candidate(number);
        return this;
    }

    public TransferDecision Ask(Caller? by = null, string[]? syllabuses = null, string candidate = "0001", bool toItself = false, bool toNobody = false)
    {
        var to = toItself ? Original.Centre : Receiving.Centre;
        return Decide(
            by ?? OriginalOfficer,
            desk => desk.Ask(new TransferWish(Original.Reference(candidate), to, syllabuses is null ? null : [.. syllabuses.Select(Named.Syllabus)])),
            toNobody);
    }

    public TransferDecision Accept(string? number = null, Caller? by = null) =>
        Decide(by ?? ReceivingOfficer, desk => desk.Accept(number is null ? null : Named.Candidate(number)));

    public TransferDecision Confirm(Caller? by = null) => Decide(by ?? People.Board, desk => desk.Confirm());

    public TransferDecision Refuse(string? reason = null, Caller? by = null) =>
        Decide(by ?? People.Board, desk => desk.Refuse(reason is null ? null : Named.Name(reason)));

    public TransferDecision Cancel(Caller by) => Decide(by, desk => desk.Cancel());

    /// <summary>Every step, as somebody of a third centre.</summary>
    public IReadOnlyList<TransferDecision> AsAThird() => [Accept(by: Third), Confirm(Third), Refuse(by: Third), Cancel(Third)];

    /// <summary>Both forms are in; one that is refused is a failed test.</summary>
    public Move Accepted(string? number = null)
    {
        foreach (var decision in new[] { Ask(), Accept(number) })
        {
            decision.Refusals.Should().BeEmpty();
        }

        return this;
    }

    private TransferDecision Decide(Caller by, Func<TransferDesk, TransferDecision> decide, bool toNobody = false)
    {
        var desk = new TransferDesk(
            new TransferFacts(Original.Facts(), toNobody ? null : Receiving.Offer())
            {
                Transfer = Transfer,
                Used = _used,
                Numbers = new NumberBook(_used, _blocks),
                KnownAs = _knownAs,
            },
            by,
            Original.Now);
        var decision = decide(desk);
        Change = desk.Change;
        Transfer = Change?.Transfer ?? Transfer;
        return decision;
    }
}
