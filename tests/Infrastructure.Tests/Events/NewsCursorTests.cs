using System.Buffers.Text;
using System.Text;
using Exams.Infrastructure.Events;
using Exams.Infrastructure.Security;
using Exams.World;

namespace Exams.Infrastructure.Tests.Events;

/// <summary>A cursor is this board's and of one list, or none.</summary>
public sealed class NewsCursorTests : IDisposable
{
    private readonly ScratchFolder _folder = new();
    private readonly KeyRing _keys;
    private readonly NewsCursors _cursors;

    public NewsCursorTests()
    {
        _keys = KeyRing.Open(_folder.Keys, _folder.Data, new SeededDice(1));
        _cursors = new NewsCursors(_keys);
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void What_is_written_is_read_again_and_the_same_place_is_the_same_text()
    {
        var cursor = _cursors.Write('e', 4711);

        _cursors.Read(cursor, 'e', 1).Should().Equal(4711);
        _cursors.Write('e', 4711).Should().Be(cursor);
        _cursors.Read(_cursors.Write('c', 1, 0, long.MaxValue, 7), 'c', 4).Should().Equal(1, 0, long.MaxValue, 7);
    }

    [Fact]
    public void A_cursor_of_another_list_or_another_board_is_none()
    {
        using var elsewhere = new ScratchFolder();
        var other = new NewsCursors(KeyRing.Open(elsewhere.Keys, elsewhere.Data, new SeededDice(2)));

        _cursors.Read(_cursors.Write('c', 5), 'e', 1).Should().BeNull();
        _cursors.Read(_cursors.Write('e', 5, 6), 'e', 1).Should().BeNull();
        _cursors.Read(other.Write('e', 5), 'e', 1).Should().BeNull();
    }

    [Fact]
    public void Whatever_is_changed_about_a_cursor_makes_it_none()
    {
        var cursor = _cursors.Write('e', 4711);
        for (var at = 0; at < cursor.Length; at++)
        {
            var forged = new StringBuilder(cursor) { [at] = cursor[at] == 'A' ? 'Q' : 'A' }.ToString();
            _cursors.Read(forged, 'e', 1).Should().BeNull(forged);
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("4711")]
    [InlineData("e1.4711")]
    [InlineData("\0")]
    [InlineData("%%%%")]
    [InlineData("AAAAAAAAAAA")]
    public void Text_that_is_no_cursor_is_none(string text)
    {
        _cursors.Read(text, 'e', 1).Should().BeNull();
        _cursors.Read(Base64Url.EncodeToString([.. new byte[8], .. Encoding.UTF8.GetBytes(text)]), 'e', 1).Should().BeNull();
        _cursors.Read(new string('A', 100_000), 'e', 1).Should().BeNull();
    }

    [Fact]
    public void Cursors_outlive_a_new_key()
    {
        var cursor = _cursors.Write('e', 4711);
        _keys.Rotate(new SeededDice(3));

        _cursors.Read(cursor, 'e', 1).Should().Equal(4711);
        _cursors.Read(_cursors.Write('e', 4711), 'e', 1).Should().Equal(4711);
    }
}
