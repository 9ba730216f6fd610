using Exams.Infrastructure.Security;

namespace Exams.Api.Commands;

/// <summary><c>rotate-keys</c>: adds a key to the ring. What is hashed and sealed from now on uses it; older keys stay for what they made.
/// Running processes take it up when they are started again.</summary>
internal static class RotateKeysCommand
{
    /// <summary>Adds it.</summary>
    /// <returns>0.</returns>
    public static int Run()
    {
        var settings = Settings.FromEnvironment();
        var dice = new SystemDice();
        var version = KeyRing.Open(settings.KeysFolder, settings.DataFolder, dice).Rotate(dice);
        Console.WriteLine($"Key {version} is the current one in {settings.KeysFolder}. Back it up, and restart the service.");
        return 0;
    }
}
