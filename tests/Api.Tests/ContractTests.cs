using Exams.Api.Commands;
using Exams.GraphQL.Execution;
using Exams.GraphQL.Types;
using Exams.Rehearsal;
using Exams.World;
using Microsoft.Extensions.DependencyInjection;

namespace Exams.Api.Tests;

/// <summary>What the repository promises is what the server does: the schema's text, and every document of schema/operations.</summary>
public sealed class ContractTests
{
    [Fact]
    public async Task The_schema_in_the_repository_is_what_the_server_prints()
    {
        await using var service = await RunningService.StartAsync();
        var kept = await File.ReadAllTextAsync(Path.Combine(Repository.Root, "schema", "exams.graphql"), TestContext.Current.CancellationToken);
        var printed = await SchemaCommand.PrintAsync(service.Services);
        (kept == printed).Should().BeTrue(
            "the contract must not drift; if the change is meant, run 'dotnet run --project src/Api -- schema > schema/exams.graphql' and tell CHANGELOG.md of it. First difference: {0}",
            kept.Split('\n').Zip(printed.Split('\n')).FirstOrDefault(lines => lines.First != lines.Second));
    }

    [Fact]
    public async Task Every_operation_in_the_repository_does_what_it_says_and_every_root_field_has_one()
    {
        Assert.SkipUnless(Sheets.CanRead, "poppler-utils is not here.");
        await using var service = await RunningService.StartAsync(new DemoBoard(Candidates: 8));
        await using var tour = new OperationsTour(service);
        var asked = await tour.RunAsync(TestContext.Current.CancellationToken);

        string[] files = [.. Directory.EnumerateFiles(Path.Combine(Repository.Root, "schema", "operations")).Select(file => Path.GetFileNameWithoutExtension(file)!)];
        tour.Toured.Should().BeEquivalentTo(files, "each operation has its place in the tour");
        var schema = (await service.Services.GetRequiredService<IRequestExecutorResolver>()
            .GetRequestExecutorAsync(cancellationToken: TestContext.Current.CancellationToken)).Schema;
        ObjectType[] roots = [schema.QueryType!, schema.MutationType!, schema.SubscriptionType!];
        asked.Should().BeEquivalentTo(
            roots.SelectMany(root => root.Fields.Keys).Where(name => !name.StartsWith("__", StringComparison.Ordinal)), "each root field has an operation that shows its use");
    }
}
