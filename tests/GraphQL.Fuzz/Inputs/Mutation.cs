namespace Exams.GraphQL.Fuzz.Inputs;

/// <summary>Varies cases: by tokens mostly, by bytes sometimes, with pieces of other cases now and then.</summary>
internal static class Mutation
{
    /// <summary>Longest text that comes of it, in bytes.</summary>
    private const int Longest = 32_768;

    /// <summary>A case that differs in one to four places from another.</summary>
    public static Case Of(Case input, Case other, Dice dice)
    {
        var times = 1 + dice.Below(4);
        for (var i = 0; i < times; i++)
        {
            // The last parts (documents, values) bear more variation than the first (schemas).
            var part = Math.Max(dice.Below(input.Parts.Count), dice.Below(input.Parts.Count));
            var text = Vary(input.Parts[part], other.Parts[Math.Min(part, other.Parts.Count - 1)], dice);
            input = input.With(part, text.Length > Longest ? text[..Longest] : text);
        }

        return input;
    }

    private static byte[] Vary(byte[] text, byte[] other, Dice dice)
    {
        if (text.Length == 0 || dice.Chance(5))
        {
            return [.. text, .. Words.Any(dice)];
        }

        if (dice.Chance(15))
        {
            return VaryBytes(text, dice);
        }

        var tokens = Tokens.Of(text);
        var at = dice.Below(tokens.Count);
        var (start, end) = tokens[at];
        return dice.Below(9) switch
        {
            0 => [.. text[..start], .. text[end..]],
            1 => [.. text[..end], .. text[start..]],
            2 or 3 => [.. text[..start], .. Words.Any(dice), .. text[end..]],
            4 => [.. text[..start], .. Words.Any(dice), .. text[start..]],
            5 => Swap(text, tokens[at], tokens[dice.Below(tokens.Count)]),
            6 => Repeat(text, start, tokens[Math.Min(at + dice.Below(8), tokens.Count - 1)].End, dice),
            7 => Borrow(text, (start, tokens[Math.Min(at + dice.Below(3), tokens.Count - 1)].End), other, dice),
            _ => [.. text[..start], .. text[tokens[Math.Min(at + dice.Below(8), tokens.Count - 1)].End..]],
        };
    }

    private static byte[] VaryBytes(byte[] text, Dice dice)
    {
        var at = dice.Below(text.Length);
        switch (dice.Below(4))
        {
            case 0:
                return text[..at];
            case 1:
                return [.. text[..at], .. Words.Odd(dice), .. text[at..]];
            case 2:
                return [.. text[..at], .. text[(at + 1)..]];
            default:
                var copy = text.ToArray();
                copy[at] ^= (byte)(1 << dice.Below(8));
                return copy;
        }
    }

    private static byte[] Swap(byte[] text, (int Start, int End) one, (int Start, int End) two)
    {
        var (a, b) = one.Start <= two.Start ? (one, two) : (two, one);
        return a == b ? text : [.. text[..a.Start], .. text[b.Start..b.End], .. text[a.End..b.Start], .. text[a.Start..a.End], .. text[b.End..]];
    }

    private static byte[] Repeat(byte[] text, int start, int end, Dice dice)
    {
        var times = dice.Of(2, 3, 10, 60, 250);
        var piece = text[start..end];
        times = Math.Min(times, 1 + (Longest / piece.Length));
        return [.. text[..start], .. Enumerable.Repeat(piece, times).SelectMany(p => p), .. text[end..]];
    }

    private static byte[] Borrow(byte[] text, (int Start, int End) place, byte[] other, Dice dice)
    {
        if (other.Length == 0)
        {
            return text;
        }

        var tokens = Tokens.Of(other);
        var from = dice.Below(tokens.Count);
        var to = Math.Min(from + dice.Below(12), tokens.Count - 1);
        return [.. text[..place.Start], .. " "u8, .. other[tokens[from].Start..tokens[to].End], .. " "u8, .. text[place.End..]];
    }
}
