namespace Exams.Domain.Sessions;

/// <summary>When failed sign-ins are too many. Nobody is locked out for good, and only failures count.</summary>
/// <remarks>A low limit per username and source stops a guesser; the high ceiling per username stops many guessers together,
/// so high that somebody who is attacked from elsewhere still gets in.</remarks>
public static class Throttle
{
    /// <summary>How long failures count.</summary>
    public static readonly TimeSpan Window = TimeSpan.FromMinutes(15);

    /// <summary>How many failures under one username from one source are too many within the window.</summary>
    public const int MostFromOneSource = 10;

    /// <summary>How many failures under one username from all sources are too many within the window.</summary>
    public const int MostFromAnywhere = 1_000;

    /// <summary>The source under which wrong second-factor codes of somebody already signed in are counted.</summary>
    public const string SecondFactorSource = "second-factor";

    /// <summary>Whether another try must wait.</summary>
    /// <param name="fromHere">Failures under the username from the source within the window.</param>
    /// <param name="fromAnywhere">Failures under the username from all sources within the window.</param>
    /// <returns>True when it must wait.</returns>
    public static bool IsOver(int fromHere, int fromAnywhere) => fromHere >= MostFromOneSource || fromAnywhere >= MostFromAnywhere;
}
