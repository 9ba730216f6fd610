using Exams.Domain.Audit;
using Exams.Domain.Entries;
using Exams.Domain.Sessions;
using Exams.Domain.Vocabulary;

namespace Exams.Domain.ResultsAccess;

/// <summary>A document with who asks for it, and the decision whether it is handed out. Pure.</summary>
/// <param name="Document">The document; null when there is none of the name.</param>
/// <param name="User">The user of the session; null when there is none.</param>
/// <param name="Session">The session; null when there is none.</param>
/// <param name="WrongCodes">Failures under the user's name from the source <see cref="Throttle.SecondFactorSource"/> within the window.</param>
/// <remarks>Sheets hold passwords: they are for the centre's officers alone, not even for the board, and they ask for the
/// second factor of whoever has one. Statements of entry hold none: they are for whoever may read candidates and entries of the centre.</remarks>
public sealed record DocumentDesk(FetchedDocument? Document, User? User, Session? Session, int WrongCodes)
{
    /// <summary>Decides on handing a document out at once.</summary>
    /// <param name="caller">Who asks.</param>
    /// <param name="step">Checks a code; null when none was sent.</param>
    /// <param name="at">Now.</param>
    /// <param name="byLink">Whether a link was shown, for which the second factor was asked already.</param>
    /// <returns>The pass, or the refusal.</returns>
    public Outcome<DocumentChange> Fetch(Caller caller, Func<User, long?>? step, DateTimeOffset at, bool byLink = false)
    {
        if (!Pass(caller, step, at, byLink).IsDone(out var change, out var refusal))
        {
            return refusal;
        }

        var documents = change.Document.Documents;
        return change with
        {
            Audit = new AuditRecord(at, caller, AuditAction.DocumentDownloaded)
            {
                Centre = documents.Centre,
                Series = documents.Series,
                Candidate = documents.OnlyCandidate,
                Detail = change.Document.FileName,
            },
        };
    }

    /// <summary>Decides on a link.</summary>
    /// <param name="caller">Who asks.</param>
    /// <param name="step">Checks a code; null when none was sent.</param>
    /// <param name="tokenHash">The hash of the link's token.</param>
    /// <param name="at">Now.</param>
    /// <returns>The pass with the link, or the refusal.</returns>
    public Outcome<DocumentChange> Link(Caller caller, Func<User, long?>? step, byte[] tokenHash, DateTimeOffset at) =>
        Pass(caller, step, at, byLink: false).IsDone(out var change, out var refusal)
            ? change with { Link = new DownloadLink(tokenHash, change.Document.Name, caller.SessionId, at) }
            : refusal;

    private Outcome<DocumentChange> Pass(Caller caller, Func<User, long?>? step, DateTimeOffset at, bool byLink)
    {
        if (Document is not { } document || !caller.Administers(document.Documents.Centre))
        {
            return new DocumentNotFound();
        }

        if (document.Documents.Kind == DocumentsKind.StatementsOfEntry)
        {
            return StatementPass(document, caller, at);
        }

        if (caller is not Caller.Officer || User is not { } user || Session is not { } session)
        {
            return new DocumentForOfficers();
        }

        if (NotThere(document.Documents, at) is { } notThere)
        {
            return notThere;
        }

        if (byLink || user.TotpSealed is null || session.HasFreshSecondFactor(at))
        {
            return new DocumentChange(document, SecondFactor: null, Link: null, Audit: null);
        }

        if (step is null)
        {
            return new SecondFactorNeeded();
        }

        // Six digits can be guessed by whoever holds a stolen session, so wrong ones count like wrong passwords.
        return WrongCodes < Throttle.MostFromOneSource && step(user) is { } used
            ? new DocumentChange(document, new ShownSecondFactor(user.Id, session.Id, used, at), Link: null, Audit: null)
            : new SecondFactorWrong();
    }

    private static Outcome<DocumentChange> StatementPass(FetchedDocument document, Caller caller, DateTimeOffset at)
    {
        if (!PrintStatements.MayRead(caller))
        {
            return new DocumentNotFound();
        }

        return NotThere(document.Documents, at) is { } notThere ? notThere : new DocumentChange(document, SecondFactor: null, Link: null, Audit: null);
    }

    private static Refusal? NotThere(AccessDocuments documents, DateTimeOffset at) =>
        documents.State == DocumentsState.Expired || documents.ExpiresAt <= at ? new DocumentExpired(documents.ExpiresAt)
        : documents.State != DocumentsState.Ready ? new DocumentNotReady(documents.State, documents.Done, documents.Total)
        : null;
}
