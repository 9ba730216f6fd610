using System.Security.Cryptography;
using Exams.Domain.Vocabulary;
using Exams.Infrastructure.Security;
using Exams.World;

namespace Exams.Infrastructure.Tests.Security;

public sealed class SealTests : IDisposable
{
    private readonly ScratchFolder _scratch = new();
    private readonly Seal _seal;

    public SealTests() => _seal = new Seal(KeyRing.Open(_scratch.Keys, _scratch.Data, new SeededDice(1)), new SeededDice(2));

    public void Dispose() => _scratch.Dispose();

    [Fact]
    public void What_was_sealed_opens_for_its_own_record()
    {
        var box = _seal.Close(new Secret("K7M2-P9XQ-RT4D-WB3H"), "credential:17");

        _seal.OpenSecret(box, "credential:17").Reveal().Should().Be("K7M2-P9XQ-RT4D-WB3H");
    }

    [Fact]
    public void Moved_to_another_record_it_does_not_open()
    {
        var box = _seal.Close(new Secret("K7M2-P9XQ-RT4D-WB3H"), "credential:17");

        _seal.Invoking(s => s.OpenSecret(box, "credential:18")).Should().Throw<CryptographicException>();
    }

    [Fact]
    public void One_changed_bit_anywhere_and_it_does_not_open()
    {
        var box = _seal.Close(new Secret("secret"), "a");

        for (var at = 0; at < box.Length; at++)
        {
            var changed = box.ToArray();
            changed[at] ^= 1;
            _seal.Invoking(s => s.OpenSecret(changed, "a")).Should().Throw<CryptographicException>($"byte {at} was changed");
        }
    }

    [Fact]
    public void The_same_text_is_never_sealed_alike() =>
        _seal.Close(new Secret("secret"), "a").Should().NotEqual(_seal.Close(new Secret("secret"), "a"));

    [Fact]
    public void Too_few_bytes_are_not_a_sealed_value() =>
        _seal.Invoking(s => s.Open(new byte[31], "a")).Should().Throw<CryptographicException>();
}
