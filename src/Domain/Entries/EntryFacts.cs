using Exams.Domain.Candidates;
using Exams.Domain.Fees;
using Exams.Domain.Vocabulary;

namespace Exams.Domain.Entries;

/// <summary>What a decision on entries needs to know, read in one go for all rows. Not gated: the desk asks the caller's rights itself.</summary>
/// <param name="Centres">Those of the centres named that exist.</param>
/// <param name="Books">The candidates that were found, by the reference that named them; one book for each candidate.</param>
/// <param name="Entries">The entries that were found, by the reference that named them.</param>
public sealed record EntryFacts(
    IReadOnlySet<CentreNumber> Centres,
    IReadOnlyDictionary<CandidateReference, EntryBook> Books,
    IReadOnlyDictionary<EntryReference, (EntryBook Book, Entry Entry)> Entries)
{
    /// <summary>Why a candidate cannot be spoken of. What is hidden and what is missing look alike.</summary>
    /// <param name="reference">The reference that names the candidate.</param>
    /// <param name="caller">Who asks.</param>
    /// <returns>Null when the candidate was found and is the caller's.</returns>
    internal Refusal? Unknown(CandidateReference reference, Caller caller)
    {
        var centre = reference switch
        {
            CandidateReference.ByNumber one => one.Centre,
            CandidateReference.ByKey one => one.Centre,
            _ => (CentreNumber?)null,
        };
        if (centre is { } place && (!caller.Administers(place) || !Centres.Contains(place)))
        {
            return new CentreNotFound(place);
        }

        return Books.TryGetValue(reference, out var book) && caller.Administers(book.Candidate.Centre)
            ? null
            : new CandidateNotFound(reference is CandidateReference.ByNumber named ? [named.Number] : []);
    }

    /// <summary>Entries of earlier series that retakes and carried marks refer to.</summary>
    public PriorEntries Priors { get; init; } = new(new Dictionary<(Registration, SyllabusCode), PriorEntry>());

    /// <summary>Who has the external references that the rows name.</summary>
    public IReadOnlyDictionary<(CentreNumber, Series, ExternalReference), Entry> References { get; init; } =
        new Dictionary<(CentreNumber, Series, ExternalReference), Entry>();

    /// <summary>What was charged for entries and not given back, late fees left out, by the entry's row.</summary>
    public IReadOnlyDictionary<long, Money?> Paid { get; init; } = new Dictionary<long, Money?>();
}
