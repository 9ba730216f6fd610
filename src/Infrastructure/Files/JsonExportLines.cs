using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Exams.Domain.Candidates;
using Exams.Domain.Centres;
using Exams.Domain.Entries;
using Exams.Domain.Files;
using Exams.Domain.Results;
using Exams.Domain.Vocabulary;

namespace Exams.Infrastructure.Files;

/// <summary>An export as JSON lines: one object for each thing, which says its type; what others belong to comes before them. Members without
/// a value are left out, names and values are those of the contract, and ids are those by which it names things.</summary>
internal sealed class JsonExportLines(ExportKind kind, PublicIds ids) : IExportLines
{
    private static readonly JsonWriterOptions _how = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly ArrayBufferWriter<byte> _line = new();

    public Task BeginAsync(TextWriter text) => Task.CompletedTask;

    public Task<int> WriteAsync(TextWriter text, ExportPage page)
    {
        var rows = 0;
        if (page.Centre is { } centre)
            Line(text, ref rows, json => Write(json, centre));
        var results = page.Results.ToLookup(result => result.CandidateId);
        foreach (var candidate in page.Candidates.Where(_ => kind != ExportKind.Results))
        {
            if (kind != ExportKind.Entries)
                Line(text, ref rows, json => Write(json, candidate));
            foreach (var entry in page.Entries[candidate.Id])
                Line(text, ref rows, json => Write(json, candidate, entry));
            foreach (var result in results[candidate.Id])
                Line(text, ref rows, json => Write(json, result, null));
        }

        var names = page.Candidates.ToDictionary(one => one.Id, one => one.Name);
        foreach (var result in page.Results.Where(_ => kind == ExportKind.Results))
            Line(text, ref rows, json => Write(json, result, names.TryGetValue(result.CandidateId, out var name) ? name : null));
        return Task.FromResult(rows);
    }

    private void Line(TextWriter text, ref int rows, Action<Utf8JsonWriter> write)
    {
        _line.ResetWrittenCount();
        using (var json = new Utf8JsonWriter(_line, _how))
        {
            json.WriteStartObject();
            write(json);
            json.WriteEndObject();
        }

        text.Write(Encoding.UTF8.GetString(_line.WrittenSpan));
        text.Write('\n');
        rows++;
    }

    private void Write(Utf8JsonWriter json, Centre centre)
    {
        json.WriteString("type", "centre");
        json.WriteString("id", ids.Of(nameof(Centre), centre.Id));
        Text(json, "number", centre.Number);
        Text(json, "name", centre.Name);
        Text(json, "country", centre.Country);
        json.WriteNumber("zone", centre.Zone.Number);
        Text(json, "timeZone", centre.TimeZone);
        json.WriteStartArray("qualifications");
        foreach (var qualification in centre.Qualifications)
            json.WriteStringValue(qualification.ToString());
        json.WriteEndArray();
    }

    private void Write(Utf8JsonWriter json, Candidate candidate)
    {
        json.WriteString("type", "candidate");
        json.WriteString("id", ids.Of(nameof(Candidate), candidate.Id));
        Text(json, "centre", candidate.Centre);
        Text(json, "series", candidate.Series);
        Text(json, "number", candidate.Number);
        Text(json, "name", candidate.Name);
        Text(json, "nameVariation", candidate.NameVariation);
        Text(json, "dateOfBirth", candidate.DateOfBirth?.ToString("yyyy-MM-dd", null));
        Text(json, "gender", Spelled(candidate.Gender));
        Text(json, "uci", candidate.Uci);
        Text(json, "email", candidate.Email);
        json.WriteBoolean("isPrivate", candidate.IsPrivate);
        Text(json, "externalReference", candidate.ExternalReference);
        Text(json, "status", Spelled<CandidateStatus>(candidate.Status));
    }

    private void Write(Utf8JsonWriter json, Candidate candidate, Entry entry)
    {
        json.WriteString("type", "entry");
        json.WriteString("id", ids.Of(nameof(Entry), entry.Id));
        json.WriteString("candidateId", ids.Of(nameof(Candidate), candidate.Id));
        Text(json, "centre", entry.Centre);
        Text(json, "series", entry.Series);
        Text(json, "candidate", candidate.Number);
        Text(json, "candidateExternalReference", candidate.ExternalReference);
        Text(json, "syllabus", entry.Syllabus);
        json.WriteString("option", entry.Option.ToString());
        Text(json, "status", Spelled<EntryStatus>(entry.Status));
        Text(json, "tier", Spelled<Domain.KeyDates.EntryTier>(entry.Tier));
        Text(json, "previous", entry.Previous);
        Text(json, "carriedFrom", entry.CarriedFrom);
        Text(json, "externalReference", entry.ExternalReference);
        At(json, "enteredAt", entry.EnteredAt);
        At(json, "amendedAt", entry.AmendedAt);
        At(json, "withdrawnAt", entry.WithdrawnAt);
    }

    private void Write(Utf8JsonWriter json, Result result, CandidateName? name)
    {
        json.WriteString("type", "result");
        json.WriteString("id", ids.Of(nameof(Result), result.Id));
        json.WriteString("candidateId", ids.Of(nameof(Candidate), result.CandidateId));
        Text(json, "centre", result.Centre);
        Text(json, "series", result.Series);
        Text(json, "candidate", result.Candidate);
        Text(json, "name", name);
        Text(json, "syllabus", result.Syllabus);
        json.WriteString("option", result.Option.ToString());
        Text(json, "qualification", result.Qualification);
        Text(json, "outcome", Spelled<ResultOutcome>(result.Outcome));
        Text(json, "grade", result.Grade);
        if (result.Pum is { } pum)
            json.WriteNumber("pum", pum.Value);
        json.WriteNumber("version", result.Version);
        json.WriteBoolean("isProvisional", result.IsProvisional);
    }

    private static void Text(Utf8JsonWriter json, string name, object? value)
    {
        if (value?.ToString() is { Length: > 0 } text)
            json.WriteString(name, text);
    }

    private static void At(Utf8JsonWriter json, string name, DateTimeOffset? at)
    {
        if (at is { } instant)
            json.WriteString(name, instant.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFF'Z'", System.Globalization.CultureInfo.InvariantCulture));
    }

    // As the contract spells values: TRANSFERRED_OUT.
    private static string? Spelled<T>(T? value)
        where T : struct, Enum => value is { } one ? string.Concat(one.ToString().Select((letter, at) => at > 0 && char.IsUpper(letter) ? $"_{letter}" : $"{char.ToUpperInvariant(letter)}")) : null;
}
