namespace Exams.Domain.Sessions;

/// <summary>Failed sign-ins under one username from one source, within one window of time.</summary>
/// <remarks>Only failures are counted, so a whole school behind one address gets in (trap T26).</remarks>
public sealed class SignInFailures
{
    /// <summary>Counts a first failure.</summary>
    /// <param name="who">A keyed hash of the username as typed: people type passwords into the wrong box.</param>
    /// <param name="source">Where it came from, as the front door names it.</param>
    /// <param name="at">Now.</param>
    public SignInFailures(string who, string source, DateTimeOffset at)
    {
        Who = who;
        Source = source;
        Count = 1;
        WindowStartedAt = at;
    }

    private SignInFailures()
    {
    }

    /// <summary>The row; 0 until it is stored.</summary>
    public long Id { get; private set; }

    /// <summary>A keyed hash of the username as typed.</summary>
    public string Who { get; private set; } = "";

    /// <summary>Where they came from; unique with <see cref="Who"/>.</summary>
    public string Source { get; private set; } = "";

    /// <summary>How many, since the window started.</summary>
    public int Count { get; private set; }

    /// <summary>When the window started.</summary>
    public DateTimeOffset WindowStartedAt { get; private set; }

    /// <summary>Counts one more; a window that is over starts anew.</summary>
    /// <param name="at">Now.</param>
    public void CountOne(DateTimeOffset at)
    {
        if (at - WindowStartedAt >= Throttle.Window)
        {
            WindowStartedAt = at;
            Count = 0;
        }

        Count++;
    }
}
