namespace Exams.Infrastructure.Security;

/// <summary>What people's own passwords may cost.</summary>
/// <param name="Iterations">Rounds of PBKDF2-HMAC-SHA-512; 210,000 take about a tenth of a second.</param>
/// <param name="AtOnce">How many are stretched at the same time.</param>
/// <param name="MostWaiting">How many more may wait before the answer is 503.</param>
public sealed record StaffPasswordOptions(int Iterations = 210_000, int AtOnce = 1, int MostWaiting = 16);
