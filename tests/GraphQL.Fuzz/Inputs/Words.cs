using System.Text;

namespace Exams.GraphQL.Fuzz.Inputs;

/// <summary>Pieces that parsers and coercions trip over, where they do.</summary>
internal static class Words
{
    private static readonly byte[][] Usual =
    [
        .. """"
            { } ( ) [ ] : ! = | & @ $ ... . , # "" """ """a""" "a" "\\" \ null true false query mutation subscription fragment on schema type input enum
            interface union scalar directive extend implements repeatable __typename __schema __type @skip(if:true) @include(if:false) @skip(if:$v0)
            @include(if:$v0) @deprecated @oneOf @specifiedBy(url:"x") @defer @stream(initialCount:0) $v0 $v1 $v2 $missing 0 -0 1 -1 01 1.0 1e5 1E-400 1e400
            -1.5e+3 2147483647 2147483648 -2147483649 9007199254740993 9223372036854775808 123456789012345678901234567890 1. .5 1e 0x1F NaN Infinity
            Int Float String Boolean ID Int! [Int] [Int!]! [[String]] String! Query Mutation T0 T1 T2 I0 U0 E0 N0 N1 S0 f0 f1 f2 f3 F0 F1 A B C
            "\u0000" "\uD800" "\uDC00\uD800" "\uD83D\uDE00" "\u{1F600}" "\u{110000}" "\u{}" "\u{00000000041}" "\u12" "\x" "\/" "é" "😀" ""
            {"a":1} {"a":{"a":null}} [null] [] {} "__proto__" "a":1,"a":2 1e309 -0.0 0.1 1.7976931348623157e308
            """".Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries).Select(Encoding.UTF8.GetBytes),
    ];

    private static readonly byte[][] Bytes =
    [
        [0], [0x0B], [0x0C], [0x0D], [0x0A], [0x0D, 0x0A], [0x7F], [0x80], [0xC0, 0x80], [0xC2], [0xE2, 0x82], [0xED, 0xA0, 0x80], [0xED, 0xBF, 0xBF],
        [0xEF, 0xBB, 0xBF], [0xEF, 0xBF, 0xBE], [0xF0, 0x9F, 0x98, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xF8, 0x88, 0x80, 0x80, 0x80], [0xFF, 0xFE], [0xFF],
        [0xE2, 0x80, 0xA8], [0xC2, 0x85], [0xC2, 0xA0], "\\u"u8.ToArray(), "\\u{"u8.ToArray(), "\"\"\""u8.ToArray(), "\\\"\"\""u8.ToArray(),
    ];

    /// <summary>A piece of text, with white space around it.</summary>
    public static byte[] Any(Dice dice) => dice.Chance(5) ? Odd(dice) : [.. " "u8, .. dice.Of(Usual), .. " "u8];

    /// <summary>Bytes that are no characters, or no usual ones.</summary>
    public static byte[] Odd(Dice dice) => dice.Of(Bytes);
}
