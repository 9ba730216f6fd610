using Exams.GraphQL.Execution;
using Exams.GraphQL.Execution.Batches;
using Exams.GraphQL.Execution.Costs;
using Exams.GraphQL.Execution.Errors;
using Exams.GraphQL.Types;
using Exams.GraphQL.Validation;

namespace Exams.GraphQL.Tests;

/// <summary>What strangers may do is a promise: a number that changes here changes what clients rely on.</summary>
public sealed class DocumentedLimitsTests
{
    [Fact]
    public void Strangers_get_few_and_short_errors()
    {
        ValidationOptions.Public.Should().BeEquivalentTo(new
        {
            MaxErrors = 5,
            AnnounceErrorLimit = false,
            MaxLocations = 5,
            MaxQuotedText = 100,
            AllowSuggestions = false,
            AllowIntrospection = true,
            RefuseConditionalSubscriptionRoot = true,
            MaxExecutionDepth = 15,
            MaxIntrospectionDepth = 20,
            MaxAliases = 200,
            MaxResponseKeys = 2_048,
            MaxDeferrals = 64,
            MaxSteps = 1_000_000,
        });
        ValidationOptions.Public.RefuseNullableInEveryOneOf.Should().BeTrue();
        ValidationOptions.Public.MaxFieldCycleDepth.Should().BeNull();
    }

    [Fact]
    public void A_client_may_spend_so_much()
    {
        new LeakyBucketOptions().Should().BeEquivalentTo(new { Capacity = 100_000d, RestoreRate = 5_000d, SharedFactor = 10d, MaxClients = 100_000 });
        new DataLoaderOptions().MaxBatchSize.Should().Be(1_024);
    }

    [Fact]
    public void The_reference_is_as_generous_as_graphql_js()
    {
        ValidationOptions.Reference.Should().BeEquivalentTo(new
        {
            MaxErrors = 100,
            AnnounceErrorLimit = true,
            MaxLocations = 100,
            AllowSuggestions = true,
            AllowIntrospection = true,
            RefuseConditionalSubscriptionRoot = false,
            RefuseNullableInEveryOneOf = false,
            MaxSteps = 1_000_000,
        });
        EngineOptions.Reference.Should().BeEquivalentTo(new { MaxErrors = 100, MaxVariableErrors = 50, MaxPendingParts = 1_000, MaxDepth = 200, IncludeExceptionDetails = true });
    }

    [Fact]
    public void An_engine_for_strangers_is_bounded_everywhere()
    {
        EngineOptions.Public.Should().BeEquivalentTo(new
        {
            MaxDocumentBytes = 1_048_576,
            MaxTokens = 20_000,
            MaxDepth = 200,
            MaxExecutionDepth = 15,
            MaxAliases = 200,
            MaxErrors = 5,
            MaxFieldErrors = 200,
            MaxVariableErrors = 5,
            MaxPendingParts = 1_000,
            AssumeLargestPages = false,
            OnlyTrustedDocuments = false,
            AllowDocumentBody = false,
            MaxCachedDocuments = 1_000,
            MaxCacheBytes = 64L * 1_048_576,
            MaxQuotedText = 100,
            StandardCodes = false,
            ExecutionTimeout = TimeSpan.FromSeconds(30),
            IncludeExceptionDetails = false,
        });
    }

    [Theory]
    [InlineData(0, 0, 10, 50)]
    [InlineData(1, 1, 1, 1)]
    [InlineData(20, 100, 20, 100)]
    public void A_page_has_ten_items_of_at_most_fifty_unless_its_field_says_otherwise(int size, int most, int expectedSize, int expectedMost)
    {
        var options = new UsePagingAttribute { DefaultPageSize = size, MaxPageSize = most }.Options;

        (options.Default, options.Max, options.TotalCount, options.Backward, options.MustBound).Should().Be((expectedSize, expectedMost, false, true, false));
    }

    [Theory]
    [InlineData(100, 100)]
    [InlineData(132, 132)]
    [InlineData(133, 133)]
    [InlineData(10_000, 133)]
    public async Task An_unknown_operations_name_is_told_back_cut(int length, int told)
    {
        var executor = Engine.Create(Execution.Run.Schema("type Query { a: Int }"), EngineOptions.Public);
        var lead = "Unknown operation named \"".Length;
        var request = new OperationRequest
        {
            Document = "{ a }"u8.ToArray(),
            OperationName = new string('x', Math.Max(0, length - lead - 2)),
            Services = Execution.Run.NoServices.Instance,
        };

        var text = await Execution.Run.TextAsync(executor, request, TestContext.Current.CancellationToken);

        using var json = System.Text.Json.JsonDocument.Parse(text);
        json.RootElement.GetProperty("errors")[0].GetProperty("message").GetString()!.Length.Should().Be(told);
    }

    [Fact]
    public void A_response_of_errors_alone_says_that_it_has_some()
    {
        using var response = ErrorWriter.ToResponse(ResponseKind.Executed, new GraphQLError("no"));

        response.HasErrors.Should().BeTrue();
    }
}
