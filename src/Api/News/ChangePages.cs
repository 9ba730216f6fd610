using Exams.Domain.News;
using Exams.Infrastructure.Events;

namespace Exams.Api.News;

/// <summary>Pages of changes with their cursors.</summary>
/// <param name="reading">Reads.</param>
/// <param name="cursors">Writes cursors.</param>
/// <param name="thing">Which kind of thing.</param>
/// <param name="first">Most in a page.</param>
internal sealed class ChangePages(ChangeReading reading, NewsCursors cursors, ChangedThing thing, int first)
{
    /// <summary>The first page of everything. The last row is taken now, so that the reading ends.</summary>
    public async Task<Connection<Change>> EverythingAsync(long bound, CancellationToken ct) =>
        await EverythingAsync(bound, await reading.LastRowAsync(ct), 0, ct);

    /// <summary>A page of everything.</summary>
    public async Task<Connection<Change>> EverythingAsync(long bound, long last, long after, CancellationToken ct)
    {
        string Cursor(long row) => cursors.Write(NewsLists.Everything, (long)thing, bound, last, row);

        var page = await reading.PresentAsync(after, last, first, ct);
        return Connect([.. page.Items.Select(one => new Edge<Change>(Change(one), Cursor(one.Row)))], page.HasMore, page.HasMore ? Cursor(page.End) : Done(bound));
    }

    /// <summary>A page of what changed after a place in the news and up to another.</summary>
    public async Task<Connection<Change>> ChangesAsync(long start, long end, long after, CancellationToken ct)
    {
        string Cursor(long place) => cursors.Write(NewsLists.Changes, (long)thing, start, end, place);

        var page = await reading.ChangesAsync(start, end, after, first, ct);
        return Connect([.. page.Items.Select(one => new Edge<Change>(Change(one), Cursor(one.Last.Sequence)))], page.HasMore, page.HasMore ? Cursor(page.End) : Done(end));
    }

    private Change Change(PresentThing row) => new(thing, [ChangeKind.Current], null, row.Centre, row.Series)
    {
        CandidateRow = row.Candidate,
        EntryRow = thing == ChangedThing.Entry ? row.Row : 0,
    };

    private Change Change(ChangedRow row) => new(thing, row.Kinds, row.Last.At, row.Last.Centre!.Value, row.Last.Series!.Value)
    {
        Registration = row.Last.Registration,
        Syllabus = row.Last.Syllabus,
    };

    // The end of one reading is where the next begins.
    private string Done(long end) => cursors.Write(NewsLists.Events, end);

    private static Connection<Change> Connect(IReadOnlyList<Edge<Change>> edges, bool hasMore, string end) =>
        new(edges, new ConnectionPageInfo(hasMore, hasPreviousPage: false, edges.Count > 0 ? edges[0].Cursor : null, end));
}
