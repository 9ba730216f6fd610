namespace Exams.Infrastructure.Security;

/// <summary>The keys cannot be used as they lie; the service does not start.</summary>
/// <param name="message">What is wrong and what to do; names folders, never a key.</param>
public sealed class KeyRingException(string message) : Exception(message);
