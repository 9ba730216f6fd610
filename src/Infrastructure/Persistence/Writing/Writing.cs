using Exams.Domain.Audit;
using Exams.Domain.Jobs;
using Exams.Domain.News;
using Exams.Infrastructure.Jobs;

namespace Exams.Infrastructure.Persistence.Writing;

/// <summary>One transaction while it is being written.</summary>
internal sealed class Writing(ExamsDb db, Database database, RowPlans plans)
{
    private readonly List<NewsItem> _news = [];
    private readonly List<AuditRecord> _audit = [];
    private readonly List<Job> _jobs = [];

    /// <summary>The data, tracked: what is changed on an entity is saved with the transaction.</summary>
    public ExamsDb Db { get; } = db;

    public bool IsSqlite => database.IsSqlite;

    public bool TellsNews => _news.Count > 0;

    public bool OrdersJobs => _jobs.Count > 0;

    public void Tell(params IEnumerable<NewsItem> news) => _news.AddRange(news);

    public void Note(params IEnumerable<AuditRecord> records) => _audit.AddRange(records);

    /// <summary>Orders jobs; they can be claimed once the transaction is committed.</summary>
    /// <param name="orders">What to do.</param>
    /// <param name="at">Now.</param>
    /// <param name="documents">The printing that <see cref="PrintDocuments"/> is about.</param>
    public void Order(IEnumerable<JobOrder> orders, DateTimeOffset at, long documents = 0) =>
        _jobs.AddRange(orders.Select(order => JobForms.ToJob(order, documents, at)));

    /// <summary>Inserts many rows with prepared statements, numbering them first. Much faster than tracking them.</summary>
    public Task InsertAsync<T>(IReadOnlyList<T> rows, CancellationToken ct)
        where T : class => plans.For<T>(Db.Model, IsSqlite).InsertAsync(Db, rows, ct);

    /// <summary>Saves what is tracked and writes what was told, noted and ordered.</summary>
    public async Task CompleteAsync(CancellationToken ct)
    {
        await Db.SaveChangesAsync(ct);
        await InsertAsync(_audit, ct);
        await InsertAsync(_jobs, ct);
        await InsertAsync(_news, ct);
    }
}
