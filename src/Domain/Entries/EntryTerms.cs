using Exams.Domain.KeyDates;
using Exams.Domain.Vocabulary;

namespace Exams.Domain.Entries;

/// <summary>What goes with an entry beside syllabus and option.</summary>
/// <param name="Tier">How late it is.</param>
/// <param name="Previous">The registration under which the syllabus was taken in the series before; null when it is no retake.</param>
/// <param name="CarriedFrom">The registration whose marks are carried forward; null when none are.</param>
/// <param name="Reference">The client's own key; null when it gave none.</param>
public readonly record struct EntryTerms(
    EntryTier Tier = EntryTier.OnTime, Registration? Previous = null, Registration? CarriedFrom = null, ExternalReference? Reference = null);
