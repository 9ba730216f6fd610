using Exams.Domain.Candidates;
using Exams.Domain.Centres;
using Exams.Domain.Entries;
using Exams.Domain.Qualifications;
using Exams.Domain.Releases;
using Exams.Domain.Results;
using Exams.Domain.ResultsAccess;
using Exams.Domain.Sessions;
using Exams.Domain.Vocabulary;
using Exams.Infrastructure.Persistence.Writing;
using Exams.Infrastructure.Security;
using Microsoft.EntityFrameworkCore;

namespace Exams.World;

/// <content>What a board has before a test begins.</content>
public sealed partial class BoardWorld
{
    public static readonly Series June = Named.Series("2026-06");
    public static readonly CentreNumber Us123 = Named.Centre("US123");
    public static readonly CentreNumber Uk12345 = Named.Centre("12345");

    /// <summary>Four qualifications with one syllabus each (0580, 8021, 9709, 9800), and centres US123 and 12345 approved for all.</summary>
    public async Task SeedAsync()
    {
        QualificationCode[] codes = [Named.Qualification("IGCSE"), Named.Qualification("AS"), Named.Qualification("AL"), Named.Qualification("PREU")];
        string[] syllabuses = ["0580", "8021", "9709", "9800"];
        GradeScale[] scales = [GradeScale.Igcse, GradeScale.As, GradeScale.A, GradeScale.PreU];
        await Get<Writer>().WriteAsync("seed", async writing =>
        {
            await writing.InsertAsync([.. codes.Zip(scales, (code, scale) => new Qualification(code, Named.Name($"Qualification {code}"), scale))], default);
            await writing.InsertAsync(
                [.. syllabuses.Zip(codes, (syllabus, code) => new Syllabus(Named.Syllabus(syllabus), Named.Name($"Syllabus {syllabus}"), code))], default);
            await writing.InsertAsync(
                [
                    .. from zone in new[] { 1, 3 }
                       from syllabus in syllabuses
                       select new EntryOption(
                           June, Named.Zone(zone), Named.Syllabus(syllabus), Named.Option("A"), [Named.Component("11"), Named.Component("21")]),
                ], default);
            await writing.InsertAsync<Centre>(
                [
                    new(Us123, new CentreDetails(
                        Named.Name("Bright High"), Named.Name("United States"), Named.Zone(1), Named.Word<IanaTimeZone>("America/New_York"), Wording.EnUs, codes)),
                    new(Uk12345, new CentreDetails(
                        Named.Name("Grey College"), Named.Name("England"), Named.Zone(3), Named.Word<IanaTimeZone>("Europe/London"), Wording.EnGb, codes)),
                ], default);
        }, default);
    }

    /// <summary>Registers candidates 0001 to so many at a centre and enters each for the syllabuses.</summary>
    public async Task<IReadOnlyList<Candidate>> EnterAsync(CentreNumber centre, int count, params string[] syllabuses)
    {
        List<Candidate> candidates = [];
        await Get<Writer>().WriteAsync("seed", async writing =>
        {
            var taken = await writing.Db.Candidates.CountAsync(one => one.Centre == centre && one.Series == June);
            candidates = [.. Enumerable.Range(taken + 1, count).Select(number => new Candidate(
                centre, June, Named.Candidate($"{number:0000}"), new PersonalDetails(Named.Person($"Candidate {centre} {number}"))))];
            await writing.InsertAsync(candidates, default);
            await writing.InsertAsync(
                [
                    .. from candidate in candidates
                       from syllabus in syllabuses
                       select new Entry(candidate, Named.Syllabus(syllabus), Named.Option("A"), Clock.Now),
                ], default);
        }, default);
        return candidates;
    }

    /// <summary>Gives candidates a grade for a syllabus.</summary>
    public async Task GradeAsync(IEnumerable<Candidate> candidates, string syllabus, string grade, int? pum = null) =>
        await Get<Writer>().WriteAsync("seed", async writing =>
        {
            var subject = await writing.Db.Syllabuses.SingleAsync(one => one.Code == Named.Syllabus(syllabus));
            var scale = (await writing.Db.Qualifications.SingleAsync(one => one.Code == subject.Qualification)).Scale;
            var finding = new Finding(ResultOutcome.Grade, Named.Grade(grade), pum is { } mark ? Named.Pum(mark) : null);
            await writing.InsertAsync(
                [
                    .. candidates.Select(candidate =>
                        Result.For(candidate, subject, scale, Named.Option("A"), finding).IsDone(out var result, out var refusal)
                            ? result
                            : throw new ArgumentException(refusal.Message)),
                ], default);
        }, default);

    /// <summary>Sets a release date, whatever the rules say about it.</summary>
    public async Task SetReleaseAsync(string qualification, Audience audience, DateTimeOffset at) =>
        await Get<Writer>().WriteAsync("seed", async writing =>
        {
            var code = Named.Qualification(qualification);
            await writing.Db.ReleaseDates.Where(date => date.Series == June && date.Qualification == code && date.Audience == audience).ExecuteDeleteAsync();
            writing.Db.Add(new ReleaseDate(June, code, audience, at));
        }, default);

    /// <summary>The centre confirms access for everybody.</summary>
    public async Task<AccessChanged> ConfirmAllAsync(CentreNumber centre, int version = 0, int? delayMinutes = null) =>
        Done(await Get<SetResultsAccess>().RunAsync(
            new SetResultsAccess.Request(
                centre, June, AccessStatus.All, version, QueriesAccepted: true,
                Contact: new TypedContact("Ms Query", "+1 555 0100", "query@example.org"), DelayMinutes: delayMinutes),
            OfficerOf(centre), default));

    /// <summary>An entry of June 2026 by what it is.</summary>
    public static EntryReference EntryOf(CentreNumber centre, CandidateNumber number, SyllabusCode syllabus) =>
        new EntryReference.BySyllabus(new CandidateReference.ByNumber(centre, June, number), syllabus);

    /// <summary>A wish to enter a candidate of June 2026.</summary>
    public static EntryWish Wish(CentreNumber centre, CandidateNumber number, SyllabusCode syllabus, OptionCode option) =>
        new(new CandidateReference.ByNumber(centre, June, number), syllabus, option);

    /// <summary>An officer of centres, as the data have none.</summary>
    public static Caller OfficerOf(params IEnumerable<CentreNumber> centres) => new Caller.Officer(0, "officer", centres.ToHashSet(), 0);

    /// <summary>A candidate as signed in with an active grant.</summary>
    public async Task<Caller.Candidate> SignedInAsync(Candidate candidate)
    {
        await using var db = Open(new Caller.System("test"));
        var grant = await db.Grants.SingleAsync(one => one.CandidateId == candidate.Id);
        return new Caller.Candidate(candidate.Id, candidate.Centre, candidate.Series, candidate.Number, grant.Id, 0);
    }

    /// <summary>The clear password of a candidate, as the next sheet would show it.</summary>
    public async Task<(string Username, Secret Password)> CredentialOfAsync(Candidate candidate)
    {
        await using var db = Open(new Caller.System("test"));
        var credential = await (
            from grant in db.Grants
            where grant.CandidateId == candidate.Id
            join one in db.Credentials on grant.Id equals one.GrantId
            select one).SingleAsync();
        return (credential.Username, Get<Seal>().OpenSecret(credential.Sealed!, CredentialMint.RecordOf(credential.Username)));
    }

    /// <summary>Signs a candidate in.</summary>
    public async Task<Outcome<SignedIn>> SignInAsync(string username, Secret password, string source = "192.0.2.1") =>
        await Get<SignInCandidate>().RunAsync(new SignInCandidate.Request(username, password, source), default);

    /// <summary>What was done; a refusal is a failed test.</summary>
    public static T Done<T>(Outcome<T> outcome)
        where T : class => outcome.IsDone(out var done, out var refusal) ? done : throw new InvalidOperationException($"{refusal.Code}: {refusal.Message}");

    /// <summary>Why it was refused; something done is a failed test.</summary>
    public static Refusal Refused<T>(Outcome<T> outcome)
        where T : class => outcome.IsDone(out _, out var refusal) ? throw new InvalidOperationException("It was not refused.") : refusal;
}
