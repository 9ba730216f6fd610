namespace Exams.Domain.Fees;

/// <summary>Why a fee line was written.</summary>
public enum FeeLineKind
{
    /// <summary>For an entry.</summary>
    Entry,

    /// <summary>For an entry, or an amendment of one, that came late.</summary>
    Late,

    /// <summary>The entry fee is given back, because the entry was withdrawn while entries were open. Late fees are never given back.</summary>
    Refund,

    /// <summary>The entry fee is given back to the centre that a candidate left.</summary>
    TransferRefund,

    /// <summary>The entry fee is charged to the centre that a candidate came to.</summary>
    TransferCharge,
}
