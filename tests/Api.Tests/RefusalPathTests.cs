using System.Collections;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Exams.Api.Payloads;
using Exams.Domain.Vocabulary;
using Exams.GraphQL.Types;
using Exams.GraphQL.Types.Sdl;
using Exams.Rehearsal;
using Exams.World;

namespace Exams.Api.Tests;

/// <summary>Where an error is said to lie there is something: every code that a mutation may give, for every way in which its input can be written.</summary>
public sealed partial class RefusalPathTests
{
    private const string Centre = DemoBoard.Centre;
    private const string Series = DemoBoard.Series;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private static Schema Schema { get; } = SchemaBuilder.FromSdl(File.ReadAllText(Path.Combine(Repository.Root, "schema", "exams.graphql")));

    public static TheoryData<string> Mutations() => [.. Schema.MutationType!.Fields.Values.Where(field => field.Arguments.Count > 0).Select(field => field.Name)];

    [Theory]
    [MemberData(nameof(Mutations))]
    public void The_path_of_every_error_leads_to_a_field_that_the_input_has(string mutation)
    {
        var field = Schema.MutationType!.Fields[mutation];
        var type = (InputObjectType)field.Arguments.Single(one => one.Name == "input").Type.NamedType();
        var (ofWhole, ofRow) = CodesOf(field);
        (ofWhole.Count + ofRow.Count).Should().BePositive("each mutation lists its codes");
        foreach (var input in Samples.Full(RuntimeOf(type)))
        {
            foreach (var (refusal, error, root) in Errors(input, ofWhole, ofRow))
            {
                Exists(type, error).Should().BeTrue("{0} of {1} has the path {2}", refusal.Code, mutation, string.Join('.', error.Path));
                (refusal.Path.Count == 0 || error.Path.Count > root).Should()
                    .BeTrue("{0} of {1} is about {2}, which must have a place in {3}", refusal.Code, mutation, string.Join('.', refusal.Path), type.Name);
            }
        }

        // Who left out what is optional may be told of the row or the whole.
        foreach (var (refusal, error, _) in Samples.Least(RuntimeOf(type)).SelectMany(input => Errors(input, ofWhole, ofRow)))
        {
            Exists(type, error).Should().BeTrue("{0} of {1} has the path {2}", refusal.Code, mutation, string.Join('.', error.Path));
        }
    }

    [Fact]
    public async Task An_error_lies_where_the_client_wrote_what_is_wrong()
    {
        await using var service = await RunningService.StartAsync(new DemoBoard(Candidates: 2));
        using var officer = await service.SignedInAsync("officer.us123");
        var stranger = new { centre = "ZZ999", series = Series, number = "0001" };
        var missing = new { centre = Centre, series = Series, number = "9999" };

        (await PathsAsync(officer, "submitEntries", "SubmitEntriesInput", "results { errors { code path } }", new
        {
            entries = new object[]
            {
                new { candidate = new { number = stranger }, syllabus = "0610", option = "A" },
                new { candidate = new { number = missing }, syllabus = "0610", option = "A" },
                new { candidate = new { externalReference = new { centre = Centre, series = Series, externalReference = "nobody" } }, syllabus = "0610", option = "A" },
            },
        })).Should().Equal(
            "CENTRE_NOT_FOUND input.entries.0.candidate.number.centre", "CANDIDATE_NOT_FOUND input.entries.1.candidate", "CANDIDATE_NOT_FOUND input.entries.2.candidate");
        (await PathsAsync(officer, "withdrawEntries", "WithdrawEntriesInput", "results { errors { code path } }", new
        {
            entries = new object[]
            {
                new { externalReference = new { centre = Centre, series = Series, externalReference = "nothing" } },
                new { syllabus = new { candidate = new { number = missing }, syllabus = "0610" } },
                new { syllabus = new { candidate = new { number = missing with { number = "0001" } }, syllabus = "9990" } },
            },
        })).Should().Equal(
            "ENTRY_NOT_FOUND input.entries.0.externalReference", "CANDIDATE_NOT_FOUND input.entries.1.syllabus.candidate", "ENTRY_NOT_FOUND input.entries.2.syllabus.syllabus");
        (await PathsAsync(officer, "setAsideNumbers", "SetAsideNumbersInput", "errors { code path }", new { centre = Centre, series = Series, count = 20_000 }))
            .Should().Equal("CANDIDATE_NUMBERS_EXHAUSTED input.count");
        (await PathsAsync(officer, "printStatementsOfEntry", "PrintStatementsOfEntryInput", "errors { code path }", new { centre = Centre, series = Series, candidates = new[] { "9999" } }))
            .Should().Equal("CANDIDATE_NOT_FOUND input.candidates");
        (await PathsAsync(officer, "askForTransfer", "AskForTransferInput", "errors { code path }", new { candidate = new { number = stranger }, receivingCentre = Centre }))
            .Should().Equal("CENTRE_NOT_FOUND input.candidate.number.centre");
    }

    private static async Task<List<string>> PathsAsync(Rehearsal.ApiClient client, string mutation, string type, string selection, object input)
    {
        var data = await client.DataAsync($"mutation($input: {type}!) {{ {mutation}(input: $input) {{ {selection} }} }}", new { input }, Ct);
        var payload = data[mutation]!;
        var errors = payload["results"] is JsonArray rows ? rows.SelectMany(row => row!["errors"]!.AsArray()) : payload["errors"]!.AsArray();
        return [.. errors.Select(one => $"{one!.Text("code")} {string.Join('.', one!["path"]!.AsArray().Select(step => step!.GetValue<string>()))}")];
    }

    private static IEnumerable<(Refusal Refusal, UserError Error, int Root)> Errors(object input, List<Refusal> ofWhole, List<Refusal> ofRow) =>
        ofWhole.Select(refusal => (refusal, new UserError(refusal, input), 1)).Concat(
            from found in ofRow.Count > 0 ? RowsOf(input) : []
            from refusal in ofRow
            select (refusal, new UserError(refusal, found.Row, found.List, 0), 3));

    private static Type RuntimeOf(InputObjectType type) => typeof(UserError).Assembly.GetTypes().Single(one => one.Name == type.Name);

    // Rows lie in the one list of an input that holds objects.
    private static IEnumerable<(string List, object Row)> RowsOf(object input) =>
        from member in input.GetType().GetProperties()
        where member.GetValue(input) is IEnumerable and not string
        from row in ((IEnumerable)member.GetValue(input)!).Cast<object>()
        where row.GetType().Assembly == typeof(UserError).Assembly
        select (char.ToLowerInvariant(member.Name[0]) + member.Name[1..], row);

    private static bool Exists(IType type, UserError error)
    {
        foreach (var step in error.Path.Skip(1))
        {
            type = type is NonNullType nonNull ? nonNull.OfType : type;
            if (type is ListType list && int.TryParse(step, out _))
            {
                type = list.OfType;
            }
            else if (type is InputObjectType input && input.Fields.TryGetValue(step, out var field))
            {
                type = field.Type;
            }
            else
            {
                return false;
            }
        }

        return true;
    }

    private static (List<Refusal> OfWhole, List<Refusal> OfRow) CodesOf(OutputField field)
    {
        List<Refusal> Named(string list) => [.. CodeLists().Matches(field.Description!.ReplaceLineEndings(" ")).Where(one => one.Groups["of"].Value == list)
            .SelectMany(one => CodeNames().Matches(one.Groups["codes"].Value)).Select(code => Samples.Refusals[code.Value])];
        return ([.. Named(""), .. Named(" of the whole")], field.Arguments[0].Type.NamedType().Name == "ImportInput" ? [] : Named(" of a row"));
    }

    [GeneratedRegex(@"Codes(?<of>[\w\s]*): (?<codes>[^.]*)\.")]
    private static partial Regex CodeLists();

    [GeneratedRegex(@"\b[A-Z]+(_[A-Z]+)+\b")]
    private static partial Regex CodeNames();
}
