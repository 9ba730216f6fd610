using System.Buffers.Binary;
using System.IO.Compression;
using Exams.Infrastructure.Documents.Zip;

namespace Exams.Infrastructure.Tests.Documents;

public sealed class StoredZipTests
{
    [Fact]
    public void The_checksum_is_the_one_that_gzip_writes()
    {
        Crc32.Of("123456789"u8).Should().Be(0xCBF43926);
        for (var length = 0; length < 100; length++)
        {
            var data = Enumerable.Range(0, length).Select(i => (byte)(i * 37)).ToArray();
            using var zipped = new MemoryStream();
            using (var gzip = new GZipStream(zipped, CompressionLevel.Optimal, leaveOpen: true))
                gzip.Write(data);
            var expected = length == 0 ? 0 : BinaryPrimitives.ReadUInt32LittleEndian(zipped.ToArray().AsSpan()[^8..]);
            Crc32.Of(data).Should().Be(expected);
        }
    }

    [Fact]
    public void An_archive_reads_back_even_when_it_is_empty()
    {
        Read(_ => { }).Should().BeEmpty();
        Read(zip =>
        {
            zip.Add("0001.pdf", "first"u8);
            zip.Add("0002.pdf", []);
            zip.Add("0003.pdf", new byte[100_000]);
        }).Should().Equal(("0001.pdf", 5), ("0002.pdf", 0), ("0003.pdf", 100_000));
    }

    [Fact]
    public void A_name_is_given_once()
    {
        var zip = new StoredZip(new MemoryStream(), Printer.At);
        zip.Add("0001.pdf", "x"u8);
        FluentActions.Invoking(() => zip.Add("0001.pdf", "y"u8)).Should().Throw<ArgumentException>();
    }

    private static List<(string Name, int Length)> Read(Action<StoredZip> fill)
    {
        using var bytes = new MemoryStream();
        var zip = new StoredZip(bytes, Printer.At);
        fill(zip);
        zip.Finish();
        using var archive = new ZipArchive(bytes);
        return [.. archive.Entries.Select(entry =>
        {
            using var content = entry.Open();
            using var copy = new MemoryStream();
            content.CopyTo(copy);
            return (entry.FullName, (int)copy.Length);
        })];
    }
}
