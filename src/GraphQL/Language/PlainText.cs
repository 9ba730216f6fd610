using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Exams.GraphQL.Language;

/// <summary>Text that is written into JSON as it stands: ASCII without quotes, backslashes and control characters.</summary>
internal static class PlainText
{
    private const ushort FirstPrintable = 0x20;
    private const ushort LastAscii = 0x7F;
    private const ulong FourSpaces = 0x0020_0020_0020_0020;

    /// <summary>Copies text as far as it is plain.</summary>
    /// <param name="text">The text.</param>
    /// <param name="destination">At least as long.</param>
    /// <returns>How many characters were copied, each one byte.</returns>
    public static int Copy(ReadOnlySpan<char> text, Span<byte> destination)
    {
        var at = 0;
        var units = MemoryMarshal.Cast<char, ushort>(text);
        for (; at + Vector256<ushort>.Count <= units.Length; at += Vector256<ushort>.Count)
        {
            var some = Vector256.Create(units[at..]);
            if (!IsPlain(some))
            {
                break;
            }

            Vector128.Narrow(some.GetLower(), some.GetUpper()).CopyTo(destination[at..]);
        }

        for (; at + Vector128<ushort>.Count <= units.Length; at += Vector128<ushort>.Count)
        {
            var some = Vector128.Create(units[at..]);
            if (!IsPlain(some.ToVector256Unsafe().WithUpper(some)))
            {
                break;
            }

            MemoryMarshal.Write(destination[at..], Vector128.Narrow(some, some).AsUInt64().ToScalar());
        }

        if (at + 4 <= units.Length)
        {
            var four = Vector128.Create(MemoryMarshal.Read<ulong>(MemoryMarshal.AsBytes(units[at..])), FourSpaces).AsUInt16();
            if (IsPlain(four.ToVector256Unsafe().WithUpper(four)))
            {
                MemoryMarshal.Write(destination[at..], Vector128.Narrow(four, four).AsUInt32().ToScalar());
                at += 4;
            }
        }

        for (; at < units.Length && IsPlain(units[at]); at++)
        {
            destination[at] = (byte)units[at];
        }

        return at;
    }

    private static bool IsPlain(Vector256<ushort> units)
    {
        var special = Vector256.LessThan(units, Vector256.Create(FirstPrintable))
            | Vector256.GreaterThan(units, Vector256.Create(LastAscii))
            | Vector256.Equals(units, Vector256.Create((ushort)'"'))
            | Vector256.Equals(units, Vector256.Create((ushort)'\\'));
        return special == Vector256<ushort>.Zero;
    }

    private static bool IsPlain(ushort unit) => unit is >= FirstPrintable and <= LastAscii and not '"' and not '\\';
}
