using System.Text.Json;
using Exams.Domain.Jobs;
using Exams.Domain.Vocabulary;

namespace Exams.Infrastructure.Jobs;

/// <summary>How orders are written into the table and read again.</summary>
internal static class JobForms
{
    public const string Print = "print-documents";
    public const string PrintStatements = "print-statements";
    public const string Export = "write-export";
    public const string Announce = "announce-release";

    public static Job ToJob(JobOrder order, long documents, DateTimeOffset at) => order switch
    {
        PrintDocuments => new Job(Print, JsonSerializer.Serialize(new PrintForm(documents)), order.DueAt, at),
        PrintStatementPages => new Job(PrintStatements, JsonSerializer.Serialize(new PrintForm(documents)), order.DueAt, at),
        WriteExport export => new Job(Export, JsonSerializer.Serialize(new ExportForm(export.Export)), order.DueAt, at),
        AnnounceRelease release => new Job(
            Announce,
            JsonSerializer.Serialize(new ReleaseForm(
                release.Series.ToString(), release.Qualification.ToString(), release.Audience.ToString(), release.Centre?.ToString())),
            order.DueAt,
            at),
        _ => throw new InvalidOperationException($"Nobody does jobs of the kind {order.GetType().Name}."),
    };

    public static long ReadPrint(string form) => JsonSerializer.Deserialize<PrintForm>(form)!.Documents;

    public static long ReadExport(string form) => JsonSerializer.Deserialize<ExportForm>(form)!.Export;

    public static AnnounceRelease ReadRelease(string form, DateTimeOffset dueAt)
    {
        var read = JsonSerializer.Deserialize<ReleaseForm>(form)!;
        if (!Series.TryParse(read.Series, out var series) || !QualificationCode.TryParse(read.Qualification, out var qualification)
            || !Enum.TryParse<Audience>(read.Audience, out var audience))
            throw new InvalidOperationException("The job's form cannot be read.");
        CentreNumber? centre = CentreNumber.TryParse(read.Centre, out var number) ? number : null;
        return new AnnounceRelease(series, qualification, audience, centre, dueAt);
    }

    private sealed record PrintForm(long Documents);

    private sealed record ExportForm(long Export);

    private sealed record ReleaseForm(string Series, string Qualification, string Audience, string? Centre);
}
