using Exams.Domain.Entries;
using Exams.Domain.Vocabulary;

namespace Exams.Domain.Transfers;

/// <summary>Whom a transfer is about, as the original centre's form says: what the receiving centre is told while it has no registration of its own.</summary>
/// <remarks>Kept apart from <see cref="Transfer"/>, because a name needs another permission to be read, and is shut to the receiving centre
/// again when the transfer comes to nothing. Details are locked meanwhile, so what the form says stays true.</remarks>
public sealed class TransferForm
{
    private readonly Transfer? _transfer;

    /// <summary>Fills it in.</summary>
    /// <param name="transfer">The transfer; it may have no row yet.</param>
    /// <param name="name">The candidate's name.</param>
    public TransferForm(Transfer transfer, CandidateName name)
    {
        ArgumentNullException.ThrowIfNull(transfer);
        _transfer = transfer;
        OriginalCentre = transfer.OriginalCentre;
        ReceivingCentre = transfer.ReceivingCentre;
        Name = name;
    }

    private TransferForm()
    {
    }

    /// <summary>The row.</summary>
    public long Id { get; private set; }

    /// <summary>The transfer's row; unique.</summary>
    public long TransferId { get; private set; }

    /// <summary>The original centre.</summary>
    public CentreNumber OriginalCentre { get; private set; }

    /// <summary>The receiving centre.</summary>
    public CentreNumber ReceivingCentre { get; private set; }

    /// <summary>The candidate's full legal name.</summary>
    public CandidateName Name { get; private set; }

    /// <summary>Takes over the row of a transfer that had none. The store calls it when the transfer has one.</summary>
    public void Number() => TransferId = _transfer?.Id ?? TransferId;
}

/// <summary>One of the entries that move with a candidate, as the original centre's form says.</summary>
public sealed class TransferredEntry
{
    private readonly Transfer? _transfer;

    /// <summary>Puts an entry into the form.</summary>
    /// <param name="transfer">The transfer; it may have no row yet.</param>
    /// <param name="entry">The entry at the original centre.</param>
    public TransferredEntry(Transfer transfer, Entry entry)
    {
        ArgumentNullException.ThrowIfNull(transfer);
        ArgumentNullException.ThrowIfNull(entry);
        _transfer = transfer;
        OriginalCentre = transfer.OriginalCentre;
        ReceivingCentre = transfer.ReceivingCentre;
        Syllabus = entry.Syllabus;
        Option = entry.Option;
    }

    private TransferredEntry()
    {
    }

    /// <summary>The row.</summary>
    public long Id { get; private set; }

    /// <summary>The transfer's row.</summary>
    public long TransferId { get; private set; }

    /// <summary>The original centre.</summary>
    public CentreNumber OriginalCentre { get; private set; }

    /// <summary>The receiving centre.</summary>
    public CentreNumber ReceivingCentre { get; private set; }

    /// <summary>The syllabus; unique within the transfer.</summary>
    public SyllabusCode Syllabus { get; private set; }

    /// <summary>The option.</summary>
    public OptionCode Option { get; private set; }

    /// <summary>Takes over the row of a transfer that had none. The store calls it when the transfer has one.</summary>
    public void Number() => TransferId = _transfer?.Id ?? TransferId;
}
