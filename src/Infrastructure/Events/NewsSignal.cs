namespace Exams.Infrastructure.Events;

/// <summary>Wakes the feed when news are committed.</summary>
internal sealed class NewsSignal : Signal;
