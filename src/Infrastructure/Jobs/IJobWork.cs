namespace Exams.Infrastructure.Jobs;

/// <summary>How one kind of job is done. It may be begun again at any point after a kill, and must then end up the same.</summary>
internal interface IJobWork
{
    /// <summary>The kind, as <see cref="JobForms"/> writes it.</summary>
    string Kind { get; }

    /// <summary>Whether it takes moments; long ones do not hold it up.</summary>
    bool IsShort { get; }

    /// <summary>Does the job and ends it with <see cref="JobLease.FinishAsync"/>, in one transaction with what it brings.</summary>
    /// <exception cref="JobMustWaitException">Nothing is wrong with the job; it is tried again later, for ever.</exception>
    Task RunAsync(JobLease lease, CancellationToken ct);

    /// <summary>Says that it was given up, in the transaction that gives it up.</summary>
    Task GiveUpAsync(JobLease lease, Persistence.Writing.Writing writing, CancellationToken ct);
}
