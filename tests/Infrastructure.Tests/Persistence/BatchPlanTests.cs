using System.Data.Common;
using Exams.Domain.News;
using Exams.Domain.Vocabulary;
using Exams.Infrastructure.Events;
using Exams.Infrastructure.Persistence.Receipts;
using Microsoft.EntityFrameworkCore;
using static Exams.World.BoardWorld;

namespace Exams.Infrastructure.Tests.Persistence;

/// <summary>How SQLite finds what loaders ask for in one batch, behind an officer's gate.</summary>
public sealed class BatchPlanTests() : OnADatabase(null)
{
    [Fact]
    public async Task A_batch_by_candidate_is_looked_up_by_candidate_and_walks_through_no_centre()
    {
        await using var db = World.Open(OfficerOf(Us123));
        List<long> keys = [1, 2, 3];

        (await PlanAsync(db.Entries.Where(one => keys.Contains(one.CandidateId)).OrderBy(one => one.CandidateId).ThenBy(one => one.Syllabus)))
            .Should().Contain("(candidate_id=?)").And.NotContain("(centre=?");
        (await PlanAsync(db.Results.Where(one => keys.Contains(one.CandidateId) && one.SupersededAt == null).OrderBy(one => one.CandidateId)))
            .Should().Contain("(candidate_id=?)").And.NotContain("(centre=?");
        (await PlanAsync(db.Grants.Where(one => keys.Contains(one.CandidateId)))).Should().Contain("(candidate_id=?)").And.NotContain("(centre=?");
    }

    [Fact]
    public async Task A_page_of_a_centre_is_read_in_the_order_of_its_index()
    {
        await using var db = World.Open(OfficerOf(Us123));

        (await PlanAsync(db.Candidates.Where(candidate => candidate.Series == June).OrderBy(one => one.Centre).ThenBy(one => one.Number).Take(20)))
            .Should().Contain("(series=? AND centre=?)").And.NotContain("TEMP B-TREE");
        (await PlanAsync(db.Entries.Where(entry => entry.Series == June)
            .OrderBy(one => one.Centre).ThenBy(one => one.CandidateId).ThenBy(one => one.Syllabus).Take(20)))
            .Should().Contain("(series=? AND centre=?)").And.NotContain("TEMP B-TREE");
    }

    [Fact]
    public async Task A_page_of_the_whole_series_is_read_in_the_order_of_its_index()
    {
        await using var db = World.Open(new Caller.Board(1, "board", 1));

        (await PlanAsync(db.Candidates.Where(candidate => candidate.Series == June).OrderBy(one => one.Centre).ThenBy(one => one.Number).ThenBy(one => one.Id).Take(20)))
            .Should().Contain("(series=?)").And.NotContain("TEMP B-TREE");
        (await PlanAsync(db.Entries.Where(entry => entry.Series == June)
            .OrderBy(one => one.Centre).ThenBy(one => one.CandidateId).ThenBy(one => one.Syllabus).ThenBy(one => one.Id).Take(20)))
            .Should().Contain("(series=?)").And.NotContain("TEMP B-TREE");
    }

    [Theory]
    [InlineData(ChangedThing.Entry)]
    [InlineData(ChangedThing.Candidate)]
    public async Task Whether_a_change_is_the_last_of_its_thing_is_looked_up_and_not_searched_for(ChangedThing thing)
    {
        await using var db = World.Open(OfficerOf(Us123));

        (await PlanAsync(new ChangeReading(db, thing, null, null).Last(0, 50_000, 90_000).Take(500)))
            .Should().Contain("(centre=? AND series=? AND candidate=? AND sequence>? AND sequence<?)").And.Contain("USING INTEGER PRIMARY KEY").And.NotContain("SCAN n");
    }

    [Fact]
    public async Task What_is_kept_of_an_owners_requests_is_counted_in_an_index_and_no_row_is_read()
    {
        await using var db = World.Open(new Caller.System("test"));

        (await PlanAsync(ReceiptStore.Kept(db, "client:x", World.Clock.Now))).Should().Contain("COVERING INDEX").And.Contain("(owner=? AND at>?)").And.NotContain("SCAN");
    }

    [Fact]
    public void A_batch_has_one_statement_for_any_number_of_keys()
    {
        using var db = World.Open(OfficerOf(Us123));
        string Statement(params List<long> keys)
        {
            using var command = db.Entries.Where(entry => keys.Contains(entry.CandidateId)).CreateDbCommand();
            return command.CommandText;
        }

        Statement(1).Should().Be(Statement(1, 2, 3)).And.Be(Statement());
    }

    private static async Task<string> PlanAsync<T>(IQueryable<T> query)
    {
        await using var command = query.CreateDbCommand();
        await command.Connection!.OpenAsync();
        command.CommandText = $"EXPLAIN QUERY PLAN {command.CommandText}";
        await using DbDataReader reader = await command.ExecuteReaderAsync();
        var steps = new List<string>();
        while (await reader.ReadAsync())
            steps.Add(reader.GetString(3));
        return string.Join('\n', steps);
    }
}
