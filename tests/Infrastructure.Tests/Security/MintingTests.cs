using Exams.Domain.Vocabulary;
using Exams.Infrastructure.Security;
using Exams.World;

namespace Exams.Infrastructure.Tests.Security;

public sealed class MintingTests : IDisposable
{
    private readonly ScratchFolder _scratch = new();
    private readonly KeyRing _ring;
    private readonly SecretMint _mint = new(new SystemDice());
    private readonly MintedPasswords _passwords;

    public MintingTests()
    {
        _ring = KeyRing.Open(_scratch.Keys, _scratch.Data, new SystemDice());
        _passwords = new MintedPasswords(_ring, new SystemDice());
    }

    public void Dispose() => _scratch.Dispose();

    [Fact]
    public void A_password_is_four_groups_of_four_without_look_alikes()
    {
        for (var i = 0; i < 200; i++)
            _mint.Password().Reveal().Should().MatchRegex("^([A-HJ-NP-Z2-9]{4}-){3}[A-HJ-NP-Z2-9]{4}$");
    }

    [Fact]
    public void A_username_is_two_groups_of_five()
    {
        for (var i = 0; i < 200; i++)
            _mint.Username().Should().MatchRegex("^[A-HJ-NP-Z2-9]{5}-[A-HJ-NP-Z2-9]{5}$");
    }

    [Fact]
    public void Every_letter_of_the_alphabet_comes_up_about_equally_often()
    {
        const int Passwords = 8_000;
        var counts = Enumerable.Range(0, Passwords).SelectMany(_ => _mint.Password().Reveal().Replace("-", "", StringComparison.Ordinal))
            .GroupBy(letter => letter).Select(group => group.Count()).ToList();

        // 4,000 expected of each, standard deviation 62: seven of them.
        counts.Should().HaveCount(32).And.OnlyContain(count => Math.Abs(count - Passwords * 16 / 32) < 440);
    }

    [Fact]
    public void Ten_thousand_of_each_are_all_different()
    {
        Enumerable.Range(0, 10_000).Select(_ => _mint.Password().Reveal()).Should().OnlyHaveUniqueItems();
        Enumerable.Range(0, 10_000).Select(_ => _mint.Username()).Should().OnlyHaveUniqueItems();
        Enumerable.Range(0, 10_000).Select(_ => _mint.Token().Reveal()).Should().OnlyHaveUniqueItems().And.OnlyContain(t => t.Length == 43);
    }

    [Fact]
    public void The_same_dice_deal_the_same_world() =>
        new SecretMint(new SeededDice(7)).Password().Reveal().Should().Be(new SecretMint(new SeededDice(7)).Password().Reveal());

    [Theory]
    [InlineData("K7M2-P9XQ-RT4D-WB3H")]
    [InlineData("k7m2p9xqrt4dwb3h")]
    [InlineData(" K7M2 P9XQ RT4D WB3H ")]
    public void Case_spaces_and_hyphens_do_not_matter(string typed)
    {
        var kept = _passwords.Hash(new Secret("K7M2-P9XQ-RT4D-WB3H"));

        _passwords.Matches(new Secret(typed), kept).Should().BeTrue();
    }

    [Theory]
    [InlineData("K7M2-P9XQ-RT4D-WB3J")]
    [InlineData("")]
    [InlineData("\0")]
    public void Anything_else_does_not_match(string typed)
    {
        var kept = _passwords.Hash(new Secret("K7M2-P9XQ-RT4D-WB3H"));

        _passwords.Matches(new Secret(typed), kept).Should().BeFalse();
        _passwords.Matches(new Secret(typed + new string('A', 100_000)), kept).Should().BeFalse();
    }

    [Fact]
    public void Nothing_matches_where_nothing_was_kept()
    {
        _passwords.Matches(new Secret("K7M2-P9XQ-RT4D-WB3H"), null).Should().BeFalse();
        _passwords.Matches(new Secret(""), new KeyedHash(1, new byte[16], new byte[32])).Should().BeFalse();
    }

    [Fact]
    public void A_hash_whose_key_is_lost_never_matches()
    {
        var kept = _passwords.Hash(new Secret("K7M2-P9XQ-RT4D-WB3H"));

        _passwords.Matches(new Secret("K7M2-P9XQ-RT4D-WB3H"), kept with { KeyVersion = 5 }).Should().BeFalse();
    }

    [Fact]
    public void Two_credentials_with_one_password_are_kept_differently()
    {
        var password = new Secret("K7M2-P9XQ-RT4D-WB3H");

        _passwords.Hash(password).Hash.Should().NotEqual(_passwords.Hash(password).Hash);
    }

    [Fact]
    public void A_rotation_leaves_old_credentials_good()
    {
        var password = new Secret("K7M2-P9XQ-RT4D-WB3H");
        var before = _passwords.Hash(password);

        _ring.Rotate(new SystemDice());

        _passwords.Matches(password, before).Should().BeTrue();
        _passwords.Hash(password).KeyVersion.Should().Be(2);
    }

    [Fact]
    public void A_token_is_kept_as_a_hash_that_finds_it_again()
    {
        var token = _mint.Token();

        TokenHash.Of(token).Should().Equal(TokenHash.Of(new Secret(token.Reveal()))).And.HaveCount(32);
        TokenHash.Of(new Secret(new string('a', 129))).Should().Equal(new byte[32]);
    }
}
