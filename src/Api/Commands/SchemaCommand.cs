using Exams.GraphQL.Types.Sdl;

namespace Exams.Api.Commands;

/// <summary><c>schema</c>: prints the contract as the server has it; <c>schema/exams.graphql</c> is this text.</summary>
internal static class SchemaCommand
{
    /// <summary>Prints it.</summary>
    /// <returns>0.</returns>
    public static async Task<int> RunAsync()
    {
        await using var app = Service.Build(Settings.FromEnvironment(), []);
        Console.Write(await PrintAsync(app.Services));
        return 0;
    }

    /// <summary>The contract's text.</summary>
    /// <param name="services">The service's services.</param>
    /// <returns>SDL.</returns>
    public static async Task<string> PrintAsync(IServiceProvider services) => SchemaPrinter.Print(
        (await services.GetRequiredService<IRequestExecutorResolver>().GetRequestExecutorAsync()).Schema) + "\n";
}
