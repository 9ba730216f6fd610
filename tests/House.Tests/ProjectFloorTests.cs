using System.Reflection;
using System.Text.RegularExpressions;

namespace Exams.House.Tests;

/// <summary>Who leans on whom between the projects (design: the leaning table).</summary>
public sealed partial class ProjectFloorTests
{
    [Theory]
    [InlineData("Exams.GraphQL")]
    [InlineData("Exams.Domain")]
    [InlineData("Exams.Infrastructure", "Exams.Domain")]
    [InlineData("Exams.Api", "Exams.GraphQL", "Exams.Domain", "Exams.Infrastructure")]
    public void Each_project_stands_only_on_projects_below_it(string project, params string[] below) =>
        Assembly.Load(project).GetReferencedAssemblies().Select(one => one.Name!)
            .Where(name => name.StartsWith("Exams.", StringComparison.Ordinal))
            .Should().BeSubsetOf(below);

    [Fact]
    public void The_domain_knows_no_web_no_database_no_JSON()
    {
        string[] foreign = ["Microsoft.", "System.Data", "System.Text.Json", "System.Net", "Npgsql", "SQLite"];

        Assembly.Load("Exams.Domain").GetReferencedAssemblies().Select(one => one.Name!)
            .Where(name => foreign.Any(start => name.StartsWith(start, StringComparison.Ordinal)))
            .Should().BeEmpty();
    }

    [Fact]
    public void The_front_door_reads_from_the_database_and_leaves_writing_to_verbs()
    {
        // The types of Infrastructure's persistence that the Api may name: reads, what a gate is opened with, and two commands' desks.
        // AuditTrail writes, but only that a candidate looked: a read of results that left no trace would be the greater wrong.
        string[] allowed = ["ExamsDb", "ExamsDbSource", "KnownSeries", "EnteredReading", "Gate", "SessionCallers", "UserDesk", "AuditTrail"];

        Assembly.Load("Exams.Api").GetTypes()
            .SelectMany(type => Leanings.Of(type))
            .Where(type => type.Namespace?.StartsWith("Exams.Infrastructure.Persistence", StringComparison.Ordinal) == true)
            .Select(type => type.Name).Distinct()
            .Should().BeSubsetOf(allowed);
    }

    [Fact]
    public void Only_the_front_door_and_its_commands_name_the_engine_in_the_files_that_may_differ()
    {
        // These may be written anew on the day another engine takes its place (docs/adr/0001); resolvers may not.
        string[] allowed = ["GlobalUsings.cs", "SchemaSetup.cs", "Commands/SchemaCommand.cs", "Security/SocketSessions.cs", "Idempotency/IdempotentDirective.cs", "Security/RateLimits.cs", "Security/KeyMask.cs"];

        Repository.Files("src/Api")
            .Where(file => EngineNamespace().IsMatch(Repository.Read(file)))
            .Select(file => file["src/Api/".Length..])
            .Where(file => !file.StartsWith("Scalars/", StringComparison.Ordinal))
            .Should().BeSubsetOf(allowed);
    }

    // In code; the name of the engine's meter is a text.
    [GeneratedRegex(@"(?<!"")\bExams\.GraphQL\b")]
    private static partial Regex EngineNamespace();
}
