namespace Exams.Infrastructure.Documents;

/// <summary>This machine cannot print the run now: a library or a script's font is missing. Nothing is wrong with the run.</summary>
/// <param name="reason">What is missing, in words fit for the officer's screen and the readiness page.</param>
public sealed class SheetsMustWaitException(string reason) : Exception(reason);
