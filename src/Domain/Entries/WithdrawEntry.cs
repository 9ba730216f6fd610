using Exams.Domain.Vocabulary;

namespace Exams.Domain.Entries;

/// <summary>A centre withdraws a candidate's entry for a syllabus. The row stays; the number is not used again.</summary>
public sealed class WithdrawEntry(IEntryStore store, TimeProvider clock)
{
    /// <summary>What the centre asks for.</summary>
    /// <param name="Centre">The centre.</param>
    /// <param name="Series">The series.</param>
    /// <param name="Candidate">The candidate's number.</param>
    /// <param name="Syllabus">The syllabus.</param>
    public sealed record Request(CentreNumber Centre, Series Series, CandidateNumber Candidate, SyllabusCode Syllabus);

    /// <summary>Does it.</summary>
    /// <param name="request">What is asked for.</param>
    /// <param name="caller">Who asks.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>The entry, or the refusal.</returns>
    public async Task<Outcome<Entry>> RunAsync(Request request, Caller caller, CancellationToken ct)
    {
        if (!caller.Administers(request.Centre)
            || await store.FindBookAsync(request.Centre, request.Series, request.Candidate, request.Syllabus, ct) is not { } book)
        {
            return new CentreNotFound(request.Centre);
        }

        return book.Withdraw(request, caller, clock.GetUtcNow()).IsDone(out var change, out var refusal)
            ? await store.CommitAsync(change, ct)
            : refusal;
    }
}
