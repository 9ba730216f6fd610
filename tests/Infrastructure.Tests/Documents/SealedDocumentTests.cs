using System.Security.Cryptography;
using System.Text;

namespace Exams.Infrastructure.Tests.Documents;

public sealed class SealedDocumentTests : IDisposable
{
    private const int Chunk = 1 << 20;
    private const int Header = 64;
    private const int Tag = 16;

    private readonly Scratch _scratch = new();

    public void Dispose() => _scratch.Dispose();

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(Chunk - 1)]
    [InlineData(Chunk)]
    [InlineData(Chunk + 1)]
    [InlineData((3 * Chunk) + 5)]
    public void What_was_written_is_read(int length)
    {
        var content = Content(length);
        using var read = _scratch.Files.Open(_scratch.Store(content))!;
        read.Length.Should().Be(length);
        All(read).AsSpan().SequenceEqual(content).Should().BeTrue();
    }

    [Fact]
    public void Any_range_reads_right_in_any_order()
    {
        var content = Content((3 * Chunk) + 12345);
        using var read = _scratch.Files.Open(_scratch.Store(content))!;
        foreach (var (start, length) in new[] { (Chunk - 10, 20), (0, 1), ((3 * Chunk) + 12340, 5), (10, (2 * Chunk) + 3), (2 * Chunk, Chunk) })
        {
            read.Position = start;
            var range = new byte[length];
            read.ReadExactly(range);
            range.AsSpan().SequenceEqual(content.AsSpan(start, length)).Should().BeTrue();
        }

        read.Position = content.Length;
        read.ReadByte().Should().Be(-1);
        read.Position = content.Length + 99;
        read.ReadByte().Should().Be(-1);
    }

    [Fact]
    public void Nothing_is_in_the_clear_on_disk()
    {
        var secret = "K7QM-2XWB-9RTA-ZP4C";
        var id = _scratch.Store(Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat($"Password {secret} ", 100_000))));
        foreach (var file in Directory.GetFiles(_scratch.DataFolder, "*", SearchOption.AllDirectories))
            File.ReadAllBytes(file).AsSpan().IndexOf(Encoding.UTF8.GetBytes(secret)).Should().Be(-1, file);
        using var read = _scratch.Files.Open(id)!;
        All(read).AsSpan().IndexOf(Encoding.UTF8.GetBytes(secret)).Should().BePositive("the search itself must be able to find it");
    }

    [Theory]
    [InlineData(0)]
    [InlineData(4)]
    [InlineData(9)]
    [InlineData(20)]
    [InlineData(40)]
    [InlineData(Header)]
    [InlineData(Header + 70_000)]
    [InlineData(Header + Chunk + 3)]
    [InlineData(Header + Chunk + Tag + 5)]
    public void A_changed_byte_is_refused(int offset)
    {
        var id = _scratch.Store(Content(Chunk + 100));
        Change(id, bytes => bytes[offset] ^= 1);
        Reading(id).Should().Throw<CryptographicException>();
    }

    [Theory]
    [InlineData(1)]
    [InlineData(Tag + 1)]
    [InlineData(100 + Tag)]
    [InlineData(100 + Tag + 1)]
    [InlineData(100 + Chunk + Tag + Tag)]
    public void A_file_cut_off_is_refused_before_its_first_byte(int cut)
    {
        var id = _scratch.Store(Content((2 * Chunk) + 100));
        File.WriteAllBytes(_scratch.PathOf(id), File.ReadAllBytes(_scratch.PathOf(id))[..^cut]);
        FluentActions.Invoking(() => _scratch.Files.Open(id)).Should().Throw<CryptographicException>();
    }

    [Fact]
    public void Chunks_in_another_order_are_refused()
    {
        var id = _scratch.Store(Content((3 * Chunk) + 100));
        Change(id, bytes =>
        {
            var first = bytes.AsSpan(Header, Chunk + Tag);
            var second = bytes.AsSpan(Header + Chunk + Tag, Chunk + Tag);
            var kept = first.ToArray();
            second.CopyTo(first);
            kept.CopyTo(second);
        });
        Reading(id).Should().Throw<CryptographicException>();
    }

    [Fact]
    public void A_chunk_of_another_document_is_refused()
    {
        var (one, other) = (_scratch.Store(Content((2 * Chunk) + 1)), _scratch.Store(Content((2 * Chunk) + 1)));
        var foreign = File.ReadAllBytes(_scratch.PathOf(other));
        Change(one, bytes => foreign.AsSpan(Header, Chunk + Tag).CopyTo(bytes.AsSpan(Header)));
        Reading(one).Should().Throw<CryptographicException>();
    }

    [Fact]
    public void A_file_under_another_documents_name_is_refused()
    {
        var (mine, theirs) = (_scratch.Store(Content(10)), _scratch.Store(Content(10)));
        File.Copy(_scratch.PathOf(theirs), _scratch.PathOf(mine), overwrite: true);
        FluentActions.Invoking(() => _scratch.Files.Open(mine)).Should().Throw<CryptographicException>();
    }

    [Fact]
    public void Documents_outlive_a_rotation_but_not_the_loss_of_their_key()
    {
        var old = _scratch.Store(Content(1000));
        _scratch.Rotate();
        var young = _scratch.Store(Content(2000));
        Reading(old).Should().NotThrow();
        _scratch.Lose(1);
        Reading(young).Should().NotThrow();
        FluentActions.Invoking(() => _scratch.Files.Open(old)).Should().Throw<CryptographicException>().WithMessage("*version 1*");
    }

    [Fact]
    public void The_same_content_twice_is_sealed_differently()
    {
        var (one, other) = (_scratch.Store(Content(5000)), _scratch.Store(Content(5000)));
        File.ReadAllBytes(_scratch.PathOf(one)).AsSpan(Header).SequenceEqual(File.ReadAllBytes(_scratch.PathOf(other)).AsSpan(Header))
            .Should().BeFalse();
    }

    private static byte[] Content(int length)
    {
        var content = new byte[length];
        for (var i = 0; i < length; i++)
            content[i] = (byte)((i * 31) + (i >> 10));
        return content;
    }

    private static byte[] All(Stream stream)
    {
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        return copy.ToArray();
    }

    private Action Reading(Guid id) => () =>
    {
        using var read = _scratch.Files.Open(id)!;
        All(read);
    };

    private void Change(Guid id, Action<byte[]> change)
    {
        var bytes = File.ReadAllBytes(_scratch.PathOf(id));
        change(bytes);
        File.WriteAllBytes(_scratch.PathOf(id), bytes);
    }
}
