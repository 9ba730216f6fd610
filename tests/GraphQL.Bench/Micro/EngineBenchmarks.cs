using System.Security.Claims;
using BenchmarkDotNet.Attributes;
using Exams.GraphQL.Configuration;
using Exams.GraphQL.Execution;
using Exams.GraphQL.Language;
using Exams.GraphQL.Validation;
using Microsoft.Extensions.DependencyInjection;

namespace Exams.GraphQL.Bench.Micro;

/// <summary>The engine without a transport: document bytes in, response bytes out. Every call makes a request of its own, as
/// transports do, and lets the response go.</summary>
[MemoryDiagnoser]
public class EngineBenchmarks
{
    private static readonly ClaimsPrincipal Nobody = new(new ClaimsIdentity());
    private static readonly byte[] ThreeFieldsText = "{ hero { id name appearsIn } }"u8.ToArray();
    private static readonly byte[] ListText = "{ items { id code title weight count active } }"u8.ToArray();
    private static readonly byte[] NestedText = "{ posts { id userId title user { id name email } } }"u8.ToArray();

    // Asks the same, but is made of fields that are looked up anew each time: its variable keeps its answer from being kept.
    private static readonly byte[] IntrospectionText =
        System.Text.Encoding.UTF8.GetBytes(Documents.Introspection.Replace("query IntrospectionQuery", "query IntrospectionQuery($unused: Boolean = true)", StringComparison.Ordinal)
            .Replace("queryType { name kind }", "queryType { name kind @include(if: $unused) }", StringComparison.Ordinal));

    private ServiceProvider _services = null!;
    private IRequestExecutor _executor = null!;
    private readonly Source _source = new(Documents.IntrospectionBytes);
    private DocumentNode _introspection = null!;
    private OperationRequest _request = null!;

    /// <summary>Builds the schema.</summary>
    [GlobalSetup]
    public async Task StartAsync()
    {
        var services = new ServiceCollection().AddLogging();
        services.AddGraphQLServer().AddTypes(typeof(Queries), typeof(PostFields));
        _services = services.BuildServiceProvider();
        _executor = await _services.GetRequiredService<IRequestExecutorResolver>().GetRequestExecutorAsync();
        _request = Request(ThreeFieldsText);
        _introspection = Parser.Parse(Documents.Introspection);
        foreach (var text in (byte[][])[ThreeFieldsText, ListText, NestedText, IntrospectionText, Documents.IntrospectionBytes])
        {
            using var response = (Response)await _executor.ExecuteAsync(Request(text));
            var answer = System.Text.Encoding.UTF8.GetString(response.Body.Span);
            if (!answer.StartsWith("{\"data\":{", StringComparison.Ordinal))
            {
                throw new BenchException(answer);
            }
        }
    }

    /// <summary>Ends what was started.</summary>
    [GlobalCleanup]
    public ValueTask EndAsync() => _services.DisposeAsync();

    /// <summary>Three fields of one object. Goal: 1 µs, 200 B.</summary>
    [Benchmark]
    public int ThreeFields() => Run(ThreeFieldsText);

    /// <summary>The same request once more: what is left is the engine's own.</summary>
    [Benchmark]
    public int ThreeFieldsSameRequest() => Run(_request);

    /// <summary>Fifty objects of six scalars.</summary>
    [Benchmark]
    public int List() => Run(ListText);

    /// <summary>A hundred objects, each with another through a loader.</summary>
    [Benchmark]
    public async Task<int> Nested()
    {
        using var response = (Response)await _executor.ExecuteAsync(Request(NestedText));
        return response.Body.Length;
    }

    /// <summary>Introspection, whose answer is kept with the document.</summary>
    [Benchmark]
    public int IntrospectionKept() => Run(Documents.IntrospectionBytes);

    /// <summary>Introspection, executed. Goal: 150 µs, 19 KB.</summary>
    [Benchmark]
    public int IntrospectionExecuted() => Run(IntrospectionText);

    /// <summary>Text to tree. Goal: 15 µs.</summary>
    [Benchmark]
    public bool ParseIntrospection() => Parser.TryParse(_source, ParserLimits.Default, out _, out _);

    /// <summary>All rules. Goal: 60 µs.</summary>
    [Benchmark]
    public int ValidateIntrospection() => Validator.Validate(_executor.Schema, _introspection, ValidationOptions.Public).Count;

    private int Run(byte[] text) => Run(Request(text));

    private int Run(OperationRequest request)
    {
        var running = _executor.ExecuteAsync(request);
        using var response = running.IsCompletedSuccessfully ? (Response)running.Result : throw new BenchException("Nothing here has to be awaited.");
        return response.Body.Length;
    }

    private OperationRequest Request(byte[] text) => new() { Document = text, Services = _services, User = Nobody };
}
