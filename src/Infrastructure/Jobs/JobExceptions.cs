namespace Exams.Infrastructure.Jobs;

/// <summary>The job cannot be done yet, through no fault of its own.</summary>
internal sealed class JobMustWaitException(string reason) : Exception(reason);

/// <summary>Somebody else holds the job by now: what this holder did is undone.</summary>
internal sealed class LeaseLostException() : Exception("Another process has taken over this job.");
