namespace Exams.Infrastructure.Documents;

/// <summary>What sealing needs of the key ring: master keys of 256 bits, each with a version.</summary>
public interface IDocumentKeys
{
    /// <summary>The version that new documents are sealed with.</summary>
    int CurrentVersion { get; }

    /// <summary>The master key of a version.</summary>
    /// <param name="version">A version read from a document, or <see cref="CurrentVersion"/>.</param>
    /// <returns>32 bytes; empty when the ring no longer has it.</returns>
    ReadOnlyMemory<byte> Find(int version);
}
