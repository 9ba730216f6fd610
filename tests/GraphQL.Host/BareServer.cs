using System.Buffers;

namespace Exams.GraphQL.Host;

/// <summary>Kestrel and an endpoint that knows no GraphQL: reads the whole request, writes bytes that lay ready, with the engine's headers.
/// What no server on Kestrel can be faster than.</summary>
internal static class BareServer
{
    /// <summary>Serves every file <c>NAME.json</c> of a folder at <c>/NAME</c>.</summary>
    public static void Run(string folder, string[] args)
    {
        var builder = WebApplication.CreateBuilder(args);
        builder.Logging.SetMinimumLevel(LogLevel.Error);
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        var app = builder.Build();
        foreach (var file in Directory.EnumerateFiles(folder, "*.json"))
        {
            var answer = File.ReadAllBytes(file);
            app.MapPost("/" + Path.GetFileNameWithoutExtension(file), (RequestDelegate)(context => AnswerAsync(context, answer)));
        }

        app.Run();
    }

    private static async Task AnswerAsync(HttpContext context, byte[] answer)
    {
        var reader = context.Request.BodyReader;
        while (true)
        {
            var read = await reader.ReadAsync(context.RequestAborted);
            if (read.IsCompleted)
            {
                reader.AdvanceTo(read.Buffer.End);
                break;
            }

            reader.AdvanceTo(read.Buffer.Start, read.Buffer.End);
        }

        var response = context.Response;
        response.ContentType = "application/json; charset=utf-8";
        response.ContentLength = answer.Length;
        response.Headers.CacheControl = "no-store";
        response.BodyWriter.Write(answer);
        await response.BodyWriter.FlushAsync(context.RequestAborted);
    }
}
