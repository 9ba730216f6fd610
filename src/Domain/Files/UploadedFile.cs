using Exams.Domain.Vocabulary;

namespace Exams.Domain.Files;

/// <summary>A file that somebody sent, to be imported; it belongs to whoever sent it and to nobody else.</summary>
public sealed class UploadedFile
{
    /// <summary>Notes a file that was sent.</summary>
    /// <param name="name">Its opaque name.</param>
    /// <param name="caller">Who sent it.</param>
    /// <param name="bytes">Its length in bytes.</param>
    /// <param name="at">Now.</param>
    public UploadedFile(string name, Caller caller, long bytes, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(caller);
        Name = name;
        Owner = caller.AuditName;
        Bytes = bytes;
        ExpiresAt = at + FileLimits.Life;
    }

    private UploadedFile()
    {
    }

    /// <summary>The row; 0 until it is stored.</summary>
    public long Id { get; private set; }

    /// <summary>The opaque name by which it is imported; unique.</summary>
    public string Name { get; private set; } = "";

    /// <summary>Who sent it, as <see cref="Caller.AuditName"/> has it.</summary>
    public string Owner { get; private set; } = "";

    /// <summary>Its length in bytes.</summary>
    public long Bytes { get; private set; }

    /// <summary>From when on it is gone.</summary>
    public DateTimeOffset ExpiresAt { get; private set; }
}
