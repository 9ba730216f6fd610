namespace Exams.Infrastructure.Documents.Pages;

/// <summary>One candidate's page whose every text can be printed. Made once, drawn twice (in the PDF and in the ZIP).</summary>
internal interface IPage
{
    /// <summary>Four digits; also the name of the candidate's file.</summary>
    string Number { get; }

    /// <summary>The candidate's name.</summary>
    PrintableText Name { get; }

    /// <summary>What it shares with other pages of the run. One instance serves all of them, so it is compared by reference.</summary>
    object Ground { get; }

    /// <summary>What it means when something had to be left out.</summary>
    SheetFault CutFault { get; }

    /// <summary>Draws what it shares.</summary>
    /// <returns>True when something had to be left out.</returns>
    bool DrawGround(Canvas canvas);

    /// <summary>Draws what is its own.</summary>
    Drawn DrawOwn(Canvas canvas);
}

/// <summary>How a candidate's own part was drawn.</summary>
/// <param name="IsShortened">The name ends in an ellipsis.</param>
/// <param name="HasMissing">A letter of the name has no shape.</param>
/// <param name="IsCut">Something had to be left out.</param>
internal readonly record struct Drawn(bool IsShortened, bool HasMissing, bool IsCut);
