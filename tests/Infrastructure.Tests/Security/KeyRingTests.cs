using System.Runtime.Versioning;
using Exams.Infrastructure.Security;
using Exams.World;

namespace Exams.Infrastructure.Tests.Security;

[UnsupportedOSPlatform("windows")]
public sealed class KeyRingTests : IDisposable
{
    private readonly ScratchFolder _scratch = new();
    private readonly SeededDice _dice = new(1);

    public void Dispose() => _scratch.Dispose();

    private KeyRing Open() => KeyRing.Open(_scratch.Keys, _scratch.Data, _dice);

    [Fact]
    public void The_first_start_makes_a_key_that_only_its_owner_can_read()
    {
        Open().CurrentVersion.Should().Be(1);

        var file = Directory.GetFiles(_scratch.Keys).Should().ContainSingle().Subject;
        File.GetUnixFileMode(file).Should().Be(UnixFileMode.UserRead | UnixFileMode.UserWrite);
        File.GetUnixFileMode(_scratch.Keys).Should().Be(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    [Fact]
    public void The_next_start_finds_the_same_key()
    {
        var first = Open().Find(1).ToArray();

        Open().Find(1).ToArray().Should().Equal(first).And.HaveCount(32);
    }

    [Theory]
    [InlineData("keys")]
    [InlineData("deep/er/keys")]
    [InlineData(".")]
    public void Keys_inside_the_data_are_refused(string below)
    {
        var open = () => KeyRing.Open(Path.Combine(_scratch.Data, below), _scratch.Data, _dice);

        open.Should().Throw<KeyRingException>().WithMessage("*may not lie in one another*");
    }

    [Fact]
    public void Data_inside_the_keys_are_refused()
    {
        var open = () => KeyRing.Open(_scratch.Path, _scratch.Data, _dice);

        open.Should().Throw<KeyRingException>();
    }

    [Fact]
    public void A_link_into_the_data_is_refused_too()
    {
        Directory.CreateDirectory(Path.Combine(_scratch.Data, "hidden"));
        Directory.CreateSymbolicLink(_scratch.Keys, Path.Combine(_scratch.Data, "hidden"));

        FluentActions.Invoking(Open).Should().Throw<KeyRingException>();
    }

    [Fact]
    public void A_folder_whose_name_only_begins_alike_is_fine()
    {
        var ring = KeyRing.Open(_scratch.Data + "-keys", _scratch.Data, _dice);

        ring.CurrentVersion.Should().Be(1);
    }

    [Fact]
    public void A_key_that_others_may_read_stops_the_start()
    {
        Open();
        File.SetUnixFileMode(Directory.GetFiles(_scratch.Keys)[0], UnixFileMode.UserRead | UnixFileMode.GroupRead);

        FluentActions.Invoking(Open).Should().Throw<KeyRingException>().WithMessage("*chmod 600*");
    }

    [Fact]
    public void A_broken_key_stops_the_start()
    {
        Open();
        File.WriteAllText(Directory.GetFiles(_scratch.Keys)[0], "not a key");

        FluentActions.Invoking(Open).Should().Throw<KeyRingException>().WithMessage("*is not a key*");
    }

    [Fact]
    public void After_a_rotation_the_old_key_still_opens_and_the_new_one_seals()
    {
        var ring = Open();
        var seal = new Seal(ring, _dice);
        var before = seal.Close([1, 2, 3], "credential:1");

        ring.Rotate(_dice).Should().Be(2);

        seal.Open(before, "credential:1").Should().Equal(1, 2, 3);
        seal.Close([1, 2, 3], "credential:1")[3].Should().Be(2);
    }

    [Fact]
    public void What_another_process_sealed_after_a_rotation_opens_here()
    {
        var here = Open();
        var there = Open();
        there.Rotate(_dice);

        var box = new Seal(there, _dice).Close([7], "a");

        new Seal(here, _dice).Open(box, "a").Should().Equal(7);
    }

    [Fact]
    public void No_two_purposes_share_a_key()
    {
        var ring = Open();

        new[] { ring.Find(1).ToArray(), ring.PasswordKey(1).ToArray(), ring.SealKey(1).ToArray() }
            .Select(Convert.ToHexString).Should().OnlyHaveUniqueItems();
    }

    [Fact]
    public void An_unknown_version_has_no_key() => Open().Find(9).IsEmpty.Should().BeTrue();
}
