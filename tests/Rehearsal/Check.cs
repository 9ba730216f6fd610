namespace Exams.Rehearsal;

/// <summary>What must hold, or the rehearsal is over.</summary>
internal static class Check
{
    public static void That(bool kept, string broken)
    {
        if (!kept)
        {
            throw new RehearsalException(broken);
        }
    }

    public static void Equal<T>(T found, T expected, string what) =>
        That(EqualityComparer<T>.Default.Equals(found, expected), $"{what}: expected {expected}, found {found}");
}
