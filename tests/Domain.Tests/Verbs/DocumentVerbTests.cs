using Exams.Domain.Audit;
using Exams.Domain.ResultsAccess;
using Exams.Domain.Vocabulary;
using Exams.World;
using static Exams.World.BoardWorld;

namespace Exams.Domain.Tests.Verbs;

/// <summary>Fetching documents with passwords on a real database: rule 38.</summary>
public sealed class DocumentVerbTests : IAsyncLifetime
{
    private static readonly byte[] Key = [.. Enumerable.Range(0, 20).Select(one => (byte)one)];
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private BoardWorld _world = null!; // Set by InitializeAsync before any test runs.
    private AccessDocuments _documents = null!; // Likewise.

    public async ValueTask InitializeAsync()
    {
        _world = await OpenAsync();
        await _world.SeedAsync();
        await _world.EnterAsync(Us123, 2, "0580");
        await _world.AddOfficerAsync("plain", null, Us123);
        await _world.AddOfficerAsync("careful", Key, Us123);
        await _world.AddOfficerAsync("foreign", null, Uk12345);
        await _world.ConfirmAllAsync(Us123);
        await _world.RunJobsAsync();
        await using var db = _world.Open(new Caller.System("test"));
        _documents = db.Documents.Single();
    }

    public ValueTask DisposeAsync() => _world.DisposeAsync();

    [Fact]
    public async Task The_centres_officer_fetches_pdf_and_zip()
    {
        var officer = await SignedInAsync("plain");

        Done(await FetchAsync(_documents.PdfName, officer)).IsZip.Should().BeFalse();
        Done(await FetchAsync(_documents.ZipName, officer)).IsZip.Should().BeTrue();
        await using var db = _world.Open(People.Board);
        db.Audit.AsEnumerable().Count(record => record is { Actor: "officer:plain", Action: AuditAction.DocumentDownloaded })
            .Should().Be(2);
    }

    [Theory]
    [InlineData("")]
    [InlineData("../../keys")]
    [InlineData("00000000000000000000000000000000")]
    public async Task What_does_not_exist_and_what_is_anothers_look_alike(string name)
    {
        Refused(await FetchAsync(name, await SignedInAsync("plain"))).Should().Be(new DocumentNotFound());
        Refused(await FetchAsync(_documents.PdfName, await SignedInAsync("foreign"))).Should().Be(new DocumentNotFound());
        Refused(await FetchAsync(_documents.PdfName, Caller.Anonymous)).Should().Be(new DocumentNotFound());
    }

    [Fact]
    public async Task What_has_expired_is_gone()
    {
        _world.Clock.Now += AccessDocuments.Life;

        Refused(await FetchAsync(_documents.PdfName, await SignedInAsync("plain"))).Code.Should().Be("DOCUMENT_EXPIRED");
    }

    [Fact]
    public async Task A_link_serves_once_within_a_minute_and_for_its_own_document()
    {
        var officer = await SignedInAsync("plain");
        var first = await LinkAsync(officer);
        Done(await ByLinkAsync(_documents.PdfName, first)).Name.Should().Be(_documents.PdfName);
        Refused(await ByLinkAsync(_documents.PdfName, first)).Should().Be(new DocumentNotFound());

        Refused(await ByLinkAsync(_documents.ZipName, await LinkAsync(officer))).Should().Be(new DocumentNotFound());
        var late = await LinkAsync(officer);
        _world.Clock.Now += DownloadLink.Life;
        Refused(await ByLinkAsync(_documents.PdfName, late)).Should().Be(new DocumentNotFound());
        Refused(await ByLinkAsync(_documents.PdfName, new Secret("forged"))).Should().Be(new DocumentNotFound());
    }

    [Fact]
    public async Task A_link_ends_with_the_session_that_asked_for_it()
    {
        var officer = await SignedInAsync("plain");
        var link = await LinkAsync(officer);

        Done(await _world.Get<Domain.Sessions.SignOut>().RunAsync(officer, Ct));

        Refused(await ByLinkAsync(_documents.PdfName, link)).Should().Be(new DocumentNotFound());
    }

    [Fact]
    public async Task The_second_factor_counts_for_ten_minutes_and_is_asked_for_again_after_that()
    {
        var officer = Done(await _world.SignInStaffAsync("careful", _world.CodeOf(Key))).Caller;
        Done(await FetchAsync(_documents.PdfName, officer));
        _world.Clock.Now += TimeSpan.FromMinutes(10);

        Refused(await FetchAsync(_documents.PdfName, officer)).Code.Should().Be("SECOND_FACTOR_NEEDED");
        Refused(await FetchAsync(_documents.PdfName, officer, "000000")).Code.Should().Be("SECOND_FACTOR_WRONG");
        Done(await FetchAsync(_documents.PdfName, officer, _world.CodeOf(Key)));
        Done(await FetchAsync(_documents.ZipName, officer));
    }

    [Fact]
    public async Task Codes_cannot_be_guessed_with_a_stolen_session()
    {
        var officer = Done(await _world.SignInStaffAsync("careful", _world.CodeOf(Key))).Caller;
        _world.Clock.Now += TimeSpan.FromMinutes(10);
        for (var i = 0; i < 10; i++)
        {
            Refused(await FetchAsync(_documents.PdfName, officer, "000000"));
        }

        Refused(await FetchAsync(_documents.PdfName, officer, _world.CodeOf(Key))).Code.Should().Be("SECOND_FACTOR_WRONG");
    }

    private async Task<Caller> SignedInAsync(string username) => Done(await _world.SignInStaffAsync(username)).Caller;

    private Task<Outcome<FetchedDocument>> FetchAsync(string name, Caller caller, string? code = null) =>
        _world.Get<FetchDocument>().RunAsync(new FetchDocument.Request(name, code), caller, Ct);

    private async Task<Secret> LinkAsync(Caller caller) =>
        Done(await _world.Get<CreateDownloadLink>().RunAsync(new CreateDownloadLink.Request(_documents.PdfName), caller, Ct)).Token;

    private Task<Outcome<FetchedDocument>> ByLinkAsync(string name, Secret link) =>
        _world.Get<FetchDocument>().RunAsync(name, link, Ct);
}
