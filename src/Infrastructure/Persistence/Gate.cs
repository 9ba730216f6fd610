using Exams.Domain.Vocabulary;

namespace Exams.Infrastructure.Persistence;

/// <summary>Which rows a caller may read. Each gate is a model of its own, so its filters are part of every statement and no flag can
/// switch them off.</summary>
internal enum Gate
{
    /// <summary>Nothing.</summary>
    Shut,

    /// <summary>An officer's or API client's centres, results from the centre's release on.</summary>
    Centre,

    /// <summary>One candidate, results from the candidates' release on, the centre's delay included.</summary>
    Candidate,

    /// <summary>Everything: the board, and the service's own jobs.</summary>
    Open,
}

/// <summary>Who passes which gate.</summary>
internal static class GateKeeper
{
    /// <summary>The gate of a caller. Who is exempt is said in one place, <see cref="Caller.MayReadUnreleased"/>.</summary>
    public static Gate For(Caller caller) => caller switch
    {
        { MayReadUnreleased: true } => Gate.Open,
        Caller.Officer or Caller.Client => Gate.Centre,
        Caller.Candidate => Gate.Candidate,
        _ => Gate.Shut,
    };
}
