namespace Exams.Infrastructure.Security;

/// <summary>The alphabet that passwords and usernames are minted from, and how people may type it back.</summary>
internal static class MintedText
{
    /// <summary>32 characters, five bits each; without 0, O, 1 and I, which print alike.</summary>
    public const string Alphabet = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";

    /// <summary>Groups of so many characters, joined by hyphens; every character carries five random bits.</summary>
    public static string Mint(IDice dice, int groups, int groupLength)
    {
        Span<byte> random = stackalloc byte[groups * groupLength];
        dice.Fill(random);
        Span<char> text = stackalloc char[random.Length + groups - 1];
        var at = 0;
        for (var i = 0; i < random.Length; i++)
        {
            if (i > 0 && i % groupLength == 0)
                text[at++] = '-';
            text[at++] = Alphabet[random[i] & 31];
        }

        random.Clear();
        return new string(text);
    }

    /// <summary>What was typed, without spaces and hyphens and in capitals. Text far beyond anything minted is returned as it is.</summary>
    public static string Tidy(string typed)
    {
        if (typed.Length > 128)
            return typed;
        Span<char> tidy = stackalloc char[typed.Length];
        var filled = 0;
        foreach (var one in typed)
        {
            if (one is not ' ' and not '-')
                tidy[filled++] = char.ToUpperInvariant(one);
        }

        return new string(tidy[..filled]);
    }

    /// <summary>A typed username as it was minted; text that cannot be one comes back as it is and matches nothing.</summary>
    public static string Username(string typed)
    {
        var tidy = Tidy(typed);
        return tidy.Length == 10 ? $"{tidy[..5]}-{tidy[5..]}" : tidy;
    }
}
