namespace Exams.Infrastructure.Security;

/// <summary>Where random bytes come from, so that a test's world can be dealt again.</summary>
public interface IDice
{
    /// <summary>Fills the span with random bytes.</summary>
    /// <param name="bytes">What to fill.</param>
    void Fill(Span<byte> bytes);
}
