using Exams.Infrastructure.Documents.Texts;

namespace Exams.Infrastructure.Documents.Pages;

/// <summary>What a sheet shares with the other sheets of its centre: everything but who it is for. One instance serves all of them, so
/// it is compared by reference.</summary>
/// <param name="words">The sentences.</param>
/// <param name="centre">Centre number and name on one line.</param>
/// <param name="series">The series as displayed.</param>
/// <param name="address">Where to sign in.</param>
/// <param name="releases">What is released when.</param>
internal sealed class SheetGround(SheetWords words, string centre, string series, string address, IReadOnlyList<ReleaseRow> releases)
{
    /// <summary>The sentences.</summary>
    public SheetWords Words => words;

    /// <summary>Centre number and name on one line.</summary>
    public string Centre => centre;

    /// <summary>The series as displayed.</summary>
    public string Series => series;

    /// <summary>Where to sign in.</summary>
    public string Address => address;

    /// <summary>What is released when.</summary>
    public IReadOnlyList<ReleaseRow> Releases => releases;
}

/// <summary>A row of the release table.</summary>
/// <param name="When">Date and time.</param>
/// <param name="Zone">The zone it is in.</param>
/// <param name="Qualifications">What is released.</param>
internal sealed record ReleaseRow(string When, string Zone, IReadOnlyList<string> Qualifications);
