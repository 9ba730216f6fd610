using System.Buffers;
using System.Buffers.Binary;
using System.Text;

namespace Exams.Infrastructure.Documents.Zip;

/// <summary>Writes a ZIP whose entries are stored as they are, to a stream that is never rewound.</summary>
/// <remarks>The in-box archive can do this only by writing sizes and checksums behind the data, which readers that stream refuse for
/// stored entries. Here an entry is in memory before it is written, so its header is complete. At most 9,999 candidates of one centre
/// stay far below the sizes at which ZIP needs its 64-bit records.</remarks>
/// <param name="target">Receives the archive; stays open.</param>
/// <param name="at">Every entry's date, in UTC.</param>
internal sealed class StoredZip(Stream target, DateTimeOffset at)
{
    private const ushort VersionNeeded = 20;

    private readonly ArrayBufferWriter<byte> _directory = new();
    private readonly HashSet<string> _names = new(StringComparer.Ordinal);
    private long _offset;

    /// <summary>Writes an entry.</summary>
    /// <param name="name">File name, ASCII, once in the archive.</param>
    /// <param name="content">The file.</param>
    /// <exception cref="ArgumentException">The name is there already.</exception>
    /// <exception cref="IOException">The stream refused it, or the archive is over 4 GiB.</exception>
    public void Add(string name, ReadOnlySpan<byte> content)
    {
        if (!_names.Add(name))
            throw new ArgumentException($"The archive has {name} already.", nameof(name));
        if (_offset + content.Length > uint.MaxValue || _names.Count > ushort.MaxValue)
            throw new IOException("The archive is too large.");
        var file = Encoding.ASCII.GetBytes(name);

        // What the local header and the directory say alike: version, flags, method, time, date, checksum, sizes, lengths.
        Span<byte> alike = stackalloc byte[26];
        BinaryPrimitives.WriteUInt16LittleEndian(alike, VersionNeeded);
        BinaryPrimitives.WriteUInt32LittleEndian(alike[6..], DosTime());
        BinaryPrimitives.WriteUInt32LittleEndian(alike[10..], Crc32.Of(content));
        BinaryPrimitives.WriteUInt32LittleEndian(alike[14..], (uint)content.Length);
        BinaryPrimitives.WriteUInt32LittleEndian(alike[18..], (uint)content.Length);
        BinaryPrimitives.WriteUInt16LittleEndian(alike[22..], (ushort)file.Length);

        _directory.Write("PK\x01\x02"u8);
        Span<byte> rest = stackalloc byte[14];
        BinaryPrimitives.WriteUInt16LittleEndian(rest, VersionNeeded);
        _directory.Write(rest[..2]);
        _directory.Write(alike);
        // Comment length, disk and attributes stay zero.
        rest.Clear();
        BinaryPrimitives.WriteUInt32LittleEndian(rest[10..], (uint)_offset);
        _directory.Write(rest);
        _directory.Write(file);

        Write("PK\x03\x04"u8);
        Write(alike);
        Write(file);
        Write(content);
    }

    /// <summary>Writes the directory, which makes the archive whole.</summary>
    /// <exception cref="IOException">The stream refused it.</exception>
    public void Finish()
    {
        var start = _offset;
        Write(_directory.WrittenSpan);
        Span<byte> end = stackalloc byte[22];
        end.Clear();
        "PK\x05\x06"u8.CopyTo(end);
        BinaryPrimitives.WriteUInt16LittleEndian(end[8..], (ushort)_names.Count);
        BinaryPrimitives.WriteUInt16LittleEndian(end[10..], (ushort)_names.Count);
        BinaryPrimitives.WriteUInt32LittleEndian(end[12..], (uint)_directory.WrittenCount);
        BinaryPrimitives.WriteUInt32LittleEndian(end[16..], (uint)start);
        Write(end);
    }

    private void Write(ReadOnlySpan<byte> bytes)
    {
        target.Write(bytes);
        _offset += bytes.Length;
    }

    // Two seconds are the format's finest step, 1980 its beginning.
    private uint DosTime()
    {
        var utc = at.UtcDateTime;
        return utc.Year < 1980
            ? (1 << 21) | (1 << 16)
            : ((uint)(utc.Year - 1980) << 25) | ((uint)utc.Month << 21) | ((uint)utc.Day << 16)
                | ((uint)utc.Hour << 11) | ((uint)utc.Minute << 5) | ((uint)utc.Second / 2);
    }
}
