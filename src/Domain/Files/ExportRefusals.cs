using Exams.Domain.Vocabulary;

namespace Exams.Domain.Files;

/// <summary>Exports are for those who look after centres.</summary>
public sealed record ExportForCentres() : Refusal("EXPORT_FOR_CENTRES", "Exports are for centres, their programs and the board.");

/// <summary>What is asked for cannot be told without something that the caller may not read.</summary>
/// <param name="Permission">The permission that is missing.</param>
public sealed record PermissionMissing(Permission Permission) : Refusal("PERMISSION_MISSING", $"This export needs the permission {Permission}, too.");

/// <summary>The caller has as many exports as may be at a time.</summary>
/// <param name="Most">The most there may be.</param>
/// <param name="AreUnderWay">Whether those that are being written are too many, or all that are kept.</param>
public sealed record TooManyExports(int Most, bool AreUnderWay = true) : Refusal(
    "TOO_MANY_EXPORTS",
    AreUnderWay
        ? $"You have {Most} exports under way already: order another one when one of them is ready."
        : $"You have ordered {Most} exports within 24 hours, which is as many as are kept. One order may name many centres.");

/// <summary>More centres by name than are taken.</summary>
/// <param name="Most">The most there may be.</param>
public sealed record TooManyCentres(int Most) : Refusal(
    "TOO_MANY_CENTRES", $"At most {Most} centres can be named: leave them out for all of yours.", "centres");

/// <summary>The file is not written yet, or never will be.</summary>
/// <param name="State">How far it is.</param>
public sealed record FileNotReady(ExportState State) : Refusal(
    "FILE_NOT_READY", State == ExportState.Failed ? "The export failed: order another one." : "The file is still being written.", "file");

/// <summary>The file's time is up.</summary>
public sealed record FileGone() : Refusal("FILE_GONE", "The file's 24 hours are over, and it is gone: order another one.", "file");
