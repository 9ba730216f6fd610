using System.Reflection;
using System.Text.Json;
using Microsoft.AspNetCore.StaticFiles;

namespace Exams.Api.Explorer;

/// <summary>The explorer: GraphiQL, served offline, with the operations of the documentation. Open in Development, otherwise for
/// signed-in callers only.</summary>
internal static class ExplorerEndpoints
{
    private static readonly FileExtensionContentTypeProvider ContentTypes = new();

    /// <summary>Serves the page, its scripts and the operations.</summary>
    /// <param name="app">The application.</param>
    /// <param name="options">Where assets and operations lie.</param>
    public static void MapExplorer(this WebApplication app, ExplorerOptions options)
    {
        var open = app.Environment.IsDevelopment();
        bool Refused(CurrentCaller current) => !open && !current.Caller.IsSignedIn;

        app.MapGet("/", (CurrentCaller current) =>
            Refused(current) ? SignInFirst() : HttpResults.Content(Resource("explorer.html"), "text/html; charset=utf-8"));
        app.MapGet("/explorer/operations.json", (CurrentCaller current) =>
            Refused(current) ? SignInFirst() : HttpResults.Json(Operations(options.OperationsFolder), JsonSerializerOptions.Web));
        app.MapGet("/explorer/{file}", (string file, CurrentCaller current) =>
        {
            if (Refused(current))
            {
                return SignInFirst();
            }

            if (file == "explorer.js")
            {
                return HttpResults.Content(Resource(file), "text/javascript; charset=utf-8");
            }

            // Only names that the folder itself lists: a path from outside never reaches the disk.
            var path = options.AssetsFolder is { } folder && Directory.Exists(folder)
                ? Directory.EnumerateFiles(folder).FirstOrDefault(one => Path.GetFileName(one) == file)
                : null;
            return path is not null && ContentTypes.TryGetContentType(file, out var type)
                ? HttpResults.File(path, type)
                : HttpResults.NotFound();
        });
    }

    private static IResult SignInFirst() => HttpResults.Problem(
        "The explorer is for signed-in callers: send a session's token as \"Authorization: Bearer …\".", statusCode: StatusCodes.Status401Unauthorized);

    private static string Resource(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream($"Explorer/{name}")
            ?? throw new InvalidOperationException($"The resource Explorer/{name} is missing.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    private static List<NamedOperation> Operations(string? folder) => folder is null || !Directory.Exists(folder)
        ? []
        : [.. Directory.EnumerateFiles(folder, "*.graphql").Order(StringComparer.Ordinal)
            .Select(path => new NamedOperation(Path.GetFileNameWithoutExtension(path), File.ReadAllText(path)))];

    private sealed record NamedOperation(string Name, string Text);
}

/// <summary>Where the explorer finds its parts; null where a part is missing, and then the explorer does without.</summary>
/// <param name="AssetsFolder">GraphiQL and React as scripts.</param>
/// <param name="OperationsFolder">Documents, one operation a file.</param>
internal sealed record ExplorerOptions(string? AssetsFolder, string? OperationsFolder);
