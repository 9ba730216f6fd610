using System.Globalization;
using System.Text.Json.Nodes;
using Exams.World;

namespace Exams.Api.Tests.Clients;

/// <summary>Clients that people really use, made from nothing but the contract, page through a list of the running service.</summary>
[Collection(NpmWorkspace.Shared)]
public sealed class PagingClientTests(NpmWorkspace workspace)
{
    private const int Candidates = 170;
    private const int Pages = 4;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("out/paging/apollo.js")]
    [InlineData("out/paging/urql.js")]
    [InlineData("out/relay/paging.js")]
    public async Task Every_candidate_comes_once_and_in_order_through_the_store_of_a_client(string program)
    {
        await workspace.ReadyAsync();
        await using var service = await RunningService.StartAsync(new DemoBoard(Candidates));
        using var officer = await service.SignedInAsync("officer.us123");
        var held = JsonNode.Parse(await workspace.NodeAsync(program, [("EXAMS_URL", service.Address.ToString()), ("EXAMS_TOKEN", officer.Token!)]))!;

        held["numbers"]!.AsArray().Select(number => (string?)number)
            .Should().Equal(Enumerable.Range(1, Candidates).Select(number => number.ToString("0000", CultureInfo.InvariantCulture)));
        held["total"]!.GetValue<int>().Should().Be(Candidates);
        held["more"]!.GetValue<bool>().Should().BeFalse("the last page is joined to the others");
        held["complaints"]!.AsArray().Should().BeEmpty("the client finds nothing odd in our answers");
        held["requests"]!.GetValue<int>().Should().Be(Pages + held["others"]!.GetValue<int>(), "the whole list is in the store then");
    }

    [Fact]
    public async Task The_generated_client_is_typed_so_that_the_strict_compiler_finds_a_wrong_field()
    {
        await workspace.ReadyAsync();
        const string Wrong = "import { pages } from './setting.js';\nimport type { ResultOf } from '@graphql-typed-document-node/core';\n"
            + "export const odd = (held: ResultOf<typeof pages>): number => held.candidates.edges[0].node.surname;\n";
        await File.WriteAllTextAsync(workspace.At("src", "paging", "wrong.ts"), Wrong, Ct);
        var (exit, said, _) = await workspace.TryToolAsync("tsc", "--noEmit");
        File.Delete(workspace.At("src", "paging", "wrong.ts"));

        exit.Should().NotBe(0);
        said.Should().Contain("'held.candidates' is possibly 'null'").And.Contain("Property 'surname' does not exist");
        (await File.ReadAllTextAsync(workspace.At("src", "gql", "graphql.ts"), Ct)).Should().NotMatchRegex(@": any\b", "nothing is without a type");
    }

    [Fact]
    public async Task The_Relay_compiler_refuses_a_field_that_the_contract_does_not_have()
    {
        await workspace.ReadyAsync();
        var file = workspace.At("relay", "documents.ts");
        var right = await File.ReadAllTextAsync(file, Ct);
        await File.WriteAllTextAsync(file, right.Replace("totalCount", "grandTotal", StringComparison.Ordinal), Ct);
        var (exit, said, complaints) = await workspace.TryRelayAsync();
        await File.WriteAllTextAsync(file, right, Ct);

        exit.Should().NotBe(0);
        (said + complaints).Should().Contain("CandidatesConnection").And.Contain("grandTotal");
    }
}
