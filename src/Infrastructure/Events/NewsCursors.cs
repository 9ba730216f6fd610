using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Exams.Infrastructure.Security;

namespace Exams.Infrastructure.Events;

/// <summary>Writes and reads cursors of lists that follow the news. A cursor says of which list it is, and carries a mark that only this board's keys
/// make, so that one of another board or list is refused instead of misunderstood.</summary>
/// <remarks>Base64url of the mark (8 bytes of an HMAC-SHA-256) and of text such as <c>e1.4711</c>: list, key version, hidden numbers
/// (<see cref="NumberMask"/>). The mark keeps mistakes out; what may be read is decided by the gates alone.</remarks>
public sealed class NewsCursors
{
    private const int MarkBytes = 8;
    private const int MostCharacters = 200;

    private readonly KeyRing _keys;
    private readonly NumberMask _mask;

    internal NewsCursors(KeyRing keys) => (_keys, _mask) = (keys, new NumberMask(keys));

    /// <summary>Writes a cursor.</summary>
    /// <param name="list">A letter for the list.</param>
    /// <param name="numbers">Where in it.</param>
    /// <returns>The same text for the same place.</returns>
    public string Write(char list, params ReadOnlySpan<long> numbers)
    {
        var version = _keys.CurrentVersion;
        var text = new StringBuilder().Append(list).Append(CultureInfo.InvariantCulture, $"{version}");
        foreach (var number in numbers)
            text.Append(CultureInfo.InvariantCulture, $".{(ulong)_mask.Hide(number)}");
        var bytes = Encoding.ASCII.GetBytes(text.ToString());
        return Base64Url.EncodeToString([.. Mark(version, bytes), .. bytes]);
    }

    /// <summary>Reads a cursor.</summary>
    /// <param name="cursor">As a client gave it.</param>
    /// <param name="list">The list that it must be of.</param>
    /// <param name="count">How many numbers it must have.</param>
    /// <returns>The numbers; null when it is no such cursor of this board.</returns>
    public long[]? Read(string cursor, char list, int count)
    {
        ArgumentNullException.ThrowIfNull(cursor);
        if (cursor.Length > MostCharacters || !Base64Url.IsValid(cursor))
            return null;
        var all = Base64Url.DecodeFromChars(cursor);
        if (all.Length <= MarkBytes)
            return null;
        var parts = Encoding.ASCII.GetString(all.AsSpan(MarkBytes)).Split('.');
        if (parts.Length != count + 1 || parts[0].Length < 2 || parts[0][0] != list || !TryNumber(parts[0][1..], out var version) || version > int.MaxValue)
            return null;
        var mark = Mark((int)version, all.AsSpan(MarkBytes));
        if (mark.Length == 0 || !CryptographicOperations.FixedTimeEquals(mark, all.AsSpan(0, MarkBytes)))
            return null;
        var numbers = new long[count];
        for (var at = 0; at < count; at++)
        {
            if (!ulong.TryParse(parts[at + 1], NumberStyles.None, CultureInfo.InvariantCulture, out var mask))
                return null;
            numbers[at] = _mask.Reveal((long)mask);
        }

        return numbers;
    }

    private static bool TryNumber(string text, out long number) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);

    private ReadOnlySpan<byte> Mark(int version, ReadOnlySpan<byte> text)
    {
        var key = _keys.CursorKey(version);
        return key.IsEmpty ? [] : HMACSHA256.HashData(key, text).AsSpan(0, MarkBytes);
    }
}
