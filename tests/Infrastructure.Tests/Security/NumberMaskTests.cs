using System.Buffers.Binary;
using Exams.Infrastructure.Security;
using Exams.World;

namespace Exams.Infrastructure.Tests.Security;

/// <summary>Numbers in ids and cursors say nothing, and are found again.</summary>
public sealed class NumberMaskTests : IDisposable
{
    private readonly ScratchFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void It_is_Speck_as_published()
    {
        // Beaulieu and others, The Simon and Speck families of lightweight block ciphers (2013), appendix C: Speck64/128.
        Span<byte> key = stackalloc byte[16];
        foreach (var (word, at) in new[] { 0x03020100u, 0x0b0a0908u, 0x13121110u, 0x1b1a1918u }.Select((word, at) => (word, at)))
            BinaryPrimitives.WriteUInt32LittleEndian(key[(4 * at)..], word);
        var mask = new NumberMask(key);

        mask.Hide(0x3b726574_7475432d).Should().Be(unchecked((long)0x8c6fa548_454e028b));
    }

    [Fact]
    public void Every_number_is_found_again_and_neighbours_look_like_strangers()
    {
        var mask = new NumberMask(KeyRing.Open(_folder.Keys, _folder.Data, new SeededDice(1)));
        long[] numbers = [0, 1, -1, long.MinValue, long.MaxValue, .. Enumerable.Range(2, 10_000)];

        var masks = numbers.Select(mask.Hide).ToList();

        masks.Distinct().Should().HaveCount(numbers.Length);
        masks.Select(mask.Reveal).Should().Equal(numbers);
        masks.Skip(5).Zip(masks.Skip(6)).Average(pair => long.PopCount(pair.First ^ pair.Second)).Should().BeApproximately(32, 1, "half of the bits differ");
    }

    [Fact]
    public void Ids_last_longer_than_keys_and_differ_from_board_to_board()
    {
        var keys = KeyRing.Open(_folder.Keys, _folder.Data, new SeededDice(1));
        var before = new NumberMask(keys).Hide(7);
        keys.Rotate(new SeededDice(2));
        using var elsewhere = new ScratchFolder();

        new NumberMask(keys).Hide(7).Should().Be(before);
        new NumberMask(KeyRing.Open(elsewhere.Keys, elsewhere.Data, new SeededDice(3))).Hide(7).Should().NotBe(before);
    }
}
