namespace Exams.Infrastructure.Documents;

/// <summary>A script that names come in, and how to see whether the fonts have it.</summary>
/// <param name="Name">The script's name in English.</param>
/// <param name="Sample">Letters, marks and joins that a usable font has.</param>
/// <param name="Font">The font package that brings it.</param>
/// <param name="Has">Whether a code point belongs to it.</param>
internal sealed record NameScript(string Name, string Sample, string Font, Func<int, bool> Has)
{
    /// <summary>The scripts that sheets promise.</summary>
    public static IReadOnlyList<NameScript> All { get; } =
    [
        new("Latin", "Nguyễn Thị Ánh O'Connor-Łuczak Žižek Çelik Åse “09—…•−�”", "noto-sans", code => code < 0x0370 || code is >= 0x1E00 and < 0x1F00),
        new("Greek", "Ελένη Παπαδοπούλου", "noto-sans", code => code is >= 0x0370 and < 0x0400 or >= 0x1F00 and < 0x2000),
        new("Cyrillic", "Наталья Ґанна Ђорђе", "noto-sans", code => code is >= 0x0400 and < 0x0530),
        new("Arabic", "محمد عبد الله پژگی", "ibm-plex-sans-arabic", code => code is >= 0x0600 and < 0x0700 or >= 0x0750 and < 0x0780 or >= 0x08A0 and < 0x0900),
        new("Devanagari", "प्रिया शर्मा क्षत्रिय", "noto-sans-devanagari", code => code is >= 0x0900 and < 0x0980),
        new("Thai", "สมชาย ใจดี ณัฐวุฒิ", "noto-sans-thai", code => code is >= 0x0E00 and < 0x0E80),
        new("Han", "王小明陳國華龍", "noto-sans-sc", code => code is >= 0x3400 and < 0xA000 or >= 0x20000 and < 0x34000),
    ];
}
