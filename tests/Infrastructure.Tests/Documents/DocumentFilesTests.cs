namespace Exams.Infrastructure.Tests.Documents;

public sealed class DocumentFilesTests : IDisposable
{
    private readonly Scratch _scratch = new();

    public void Dispose() => _scratch.Dispose();

    [Fact]
    public void A_document_that_never_was_opens_as_nothing()
    {
        _scratch.Files.Open(new Guid(9, 0, 0, new byte[8])).Should().BeNull();
        _scratch.Files.Sweep().Should().Be(0);
    }

    [Fact]
    public void A_draft_cannot_be_opened_and_leaves_nothing_when_it_is_given_up()
    {
        var id = new Guid(1, 0, 0, new byte[8]);
        using (var draft = _scratch.Files.Begin(id, _scratch.Now.AddDays(14)))
        {
            draft.Content.Write(new byte[3 << 20]);
            _scratch.Files.Open(id).Should().BeNull();
        }

        Directory.GetFiles(_scratch.DocumentsFolder).Should().BeEmpty();
    }

    [Fact]
    public void The_old_document_stays_readable_until_the_new_one_is_committed()
    {
        var id = _scratch.Store([1]);
        using (var draft = _scratch.Files.Begin(id, _scratch.Now.AddDays(14)))
        {
            draft.Content.WriteByte(2);
            First(id).Should().Be(1);
            draft.Commit();
        }

        First(id).Should().Be(2);
    }

    [Fact]
    public void An_expired_document_is_gone_at_its_instant_and_swept_afterwards()
    {
        var id = _scratch.Store([1], _scratch.Now.AddDays(14));
        var other = _scratch.Store([2], _scratch.Now.AddDays(15));
        _scratch.Now = _scratch.Now.AddDays(14).AddSeconds(-1);
        First(id).Should().Be(1);
        _scratch.Files.Sweep().Should().Be(0);
        _scratch.Now = _scratch.Now.AddSeconds(1);
        _scratch.Files.Open(id).Should().BeNull();
        _scratch.Files.Sweep().Should().Be(1);
        File.Exists(_scratch.PathOf(id)).Should().BeFalse();
        First(other).Should().Be(2);
    }

    [Fact]
    public void What_a_killed_run_left_behind_is_swept_but_never_a_running_draft()
    {
        Directory.CreateDirectory(_scratch.DocumentsFolder);
        var left = Path.Combine(_scratch.DocumentsFolder, $"{new Guid(7, 0, 0, new byte[8]):N}.draft");
        File.WriteAllBytes(left, [1, 2, 3]);
        var foreign = Path.Combine(_scratch.DocumentsFolder, "README");
        File.WriteAllText(foreign, "not ours");
        using var running = _scratch.Files.Begin(new Guid(8, 0, 0, new byte[8]), _scratch.Now.AddDays(400));
        running.Content.WriteByte(1);

        _scratch.Now = File.GetLastWriteTimeUtc(left).AddSeconds(30);
        _scratch.Files.Sweep().Should().Be(0, "a draft that young may be about to be locked");
        _scratch.Now = _scratch.Now.AddHours(1);
        _scratch.Files.Sweep().Should().Be(1);
        File.Exists(left).Should().BeFalse();
        File.Exists(foreign).Should().BeTrue();
        running.Commit();
        First(new Guid(8, 0, 0, new byte[8])).Should().Be(1);
    }

    [Fact]
    public void Two_runs_cannot_write_one_document_at_once()
    {
        var id = new Guid(5, 0, 0, new byte[8]);
        using (var first = _scratch.Files.Begin(id, _scratch.Now.AddDays(14)))
        {
            FluentActions.Invoking(() => _scratch.Files.Begin(id, _scratch.Now.AddDays(14))).Should().Throw<IOException>();
            first.Content.WriteByte(4);
            first.Commit();
        }

        First(id).Should().Be(4);
    }

    [Fact]
    public void Deleting_twice_is_no_error()
    {
        var id = _scratch.Store([1]);
        _scratch.Files.Delete(id);
        _scratch.Files.Delete(id);
        _scratch.Files.Open(id).Should().BeNull();
    }

    [Fact]
    public void Only_the_service_may_read_the_files()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no file modes");
        if (!OperatingSystem.IsWindows())
            File.GetUnixFileMode(_scratch.PathOf(_scratch.Store([1]))).Should().Be(UnixFileMode.UserRead | UnixFileMode.UserWrite);
    }

    private int First(Guid id)
    {
        using var read = _scratch.Files.Open(id)!;
        return read.ReadByte();
    }
}
