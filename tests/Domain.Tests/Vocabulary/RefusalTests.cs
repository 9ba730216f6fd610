using System.Text.RegularExpressions;
using Exams.Domain.Bulk;
using Exams.Domain.Candidates;
using Exams.Domain.Centres;
using Exams.Domain.Clients;
using Exams.Domain.Entries;
using Exams.Domain.Estimates;
using Exams.Domain.Fees;
using Exams.Domain.Files;
using Exams.Domain.KeyDates;
using Exams.Domain.News;
using Exams.Domain.Receipts;
using Exams.Domain.Releases;
using Exams.Domain.Results;
using Exams.Domain.ResultsAccess;
using Exams.Domain.Sessions;
using Exams.Domain.Transfers;
using Exams.Domain.Vocabulary;
using Exams.Domain.Webhooks;
using Exams.World;

namespace Exams.Domain.Tests.Vocabulary;

/// <summary>Programs rely on codes: this list changes only together with the changelog.</summary>
public sealed partial class RefusalTests
{
    private static readonly DateTimeOffset At = Named.At("2026-08-11T05:00:00Z");

    private static readonly Dictionary<string, Refusal> Every = new()
    {
        ["CENTRE_NOT_FOUND"] = new CentreNotFound(Roll.Us123),
        ["SERIES_NOT_FOUND"] = new SeriesNotFound(Roll.June),
        ["CANDIDATE_NOT_FOUND"] = new CandidateNotFound([Named.Candidate("0001")]),
        ["QUALIFICATION_NOT_FOUND"] = new QualificationNotFound([Named.Qualification("IGCSE")]),
        ["BOARD_ONLY"] = new BoardOnly(),
        ["VERSION_STALE"] = new VersionStale(1, 2),
        ["CHANGED_MEANWHILE"] = new ChangedMeanwhile(),
        ["QUERY_CONTACT_INCOMPLETE"] = new QueryContactIncomplete(),
        ["QUERY_CONTACT_MALFORMED"] = new QueryContactMalformed("email"),
        ["CENTRE_NUMBER_TAKEN"] = new CentreNumberTaken(Roll.Us123),
        ["CANDIDATE_NUMBER_TAKEN"] = new CandidateNumberTaken(Named.Candidate("0001")),
        ["CANDIDATE_ALREADY_REGISTERED"] = new CandidateAlreadyRegistered(Named.Word<Uci>("681990012058G"), Named.Candidate("0001")),
        ["DATE_OF_BIRTH_UNLIKELY"] = new DateOfBirthUnlikely(new DateOnly(1850, 1, 1)),
        ["SYLLABUS_NOT_FOUND"] = new SyllabusNotFound(Named.Syllabus("0580")),
        ["OPTION_NOT_FOUND"] = new OptionNotFound(Named.Option("E"), [Named.Option("A")]),
        ["CENTRE_NOT_APPROVED"] = new CentreNotApproved(Named.Qualification("IGCSE")),
        ["ALREADY_ENTERED"] = new AlreadyEntered(Named.Syllabus("0580"), Named.Option("A")),
        ["ENTRY_NOT_FOUND"] = new EntryNotFound(Named.Syllabus("0580")),
        ["ENTRIES_CLOSED"] = new EntriesClosed(Roll.June, At),
        ["COMBINATION_DISALLOWED"] = new CombinationDisallowed(Named.Syllabus("0522"), Named.Syllabus("0500")),
        ["SAME_TITLE"] = new SameTitle(Named.Syllabus("0970"), Named.Syllabus("0610")),
        ["NOT_OPEN_TO_PRIVATE_CANDIDATES"] = new NotOpenToPrivate(Named.Syllabus("0610")),
        ["PRIVATE_CANDIDATE_ELSEWHERE"] = new PrivateElsewhere(),
        ["RETAKE_NOT_ALLOWED"] = new RetakeNotAllowed(Roll.June),
        ["NOT_A_RETAKE"] = new NotARetake(Named.Syllabus("0580"), null),
        ["RETAKE_IS_FINAL"] = new RetakeIsFinal(Named.Syllabus("0580")),
        ["CARRIED_FROM_MISSING"] = new CarriedFromMissing(Named.Option("S1")),
        ["NOTHING_CARRIED"] = new NothingCarried(Named.Option("A")),
        ["CARRY_FORWARD_NOT_POSSIBLE"] = new CarryForwardTooFar(Named.Series("2024-03"), Named.Series("2024-06")),
        ["CARRIED_ENTRY_NOT_FOUND"] = new CarriedEntryNotFound(Named.Word<Registration>("US123/2025-11/0001"), Named.Syllabus("9709")),
        ["CARRIED_TWICE"] = new CarriedTwice(Named.Word<Registration>("US123/2025-11/0001")),
        ["SYLLABUS_UNKNOWN"] = new SyllabusUnknown(Named.Syllabus("0580")),
        ["ESTIMATE_OUT_OF_RANGE"] = new EstimateOutOfRange(-1),
        ["ESTIMATES_CLOSED"] = new EstimatesClosed(Roll.June, At),
        ["TRANSFER_NOT_FOUND"] = new TransferNotFound(),
        ["RECEIVING_CENTRE_NOT_FOUND"] = new ReceivingCentreNotFound(Roll.Us123),
        ["TRANSFER_TO_SAME_CENTRE"] = new TransferToSameCentre(Roll.Us123),
        ["NOTHING_TO_TRANSFER"] = new NothingToTransfer(Named.Candidate("0001")),
        ["TRANSFER_WHOLE_SERIES_ONLY"] = new WholeSeriesOnly([Named.Syllabus("0580")]),
        ["TRANSFER_TOO_LATE"] = new TransferTooLate(new DateOnly(2026, 6, 15), new DateOnly(2026, 6, 1)),
        ["TRANSFER_EXAMS_BEGUN"] = new TransferExamsBegun(new DateOnly(2026, 6, 15)),
        ["TRANSFER_STATUS_WRONG"] = new TransferStatusWrong(TransferStatus.Cancelled),
        ["NOT_RECEIVING_CENTRE"] = new NotReceivingCentre(Roll.Us123),
        ["RECEIVING_CENTRE_NOT_APPROVED"] = new ReceivingCentreNotApproved(Named.Qualification("IGCSE"), Named.Syllabus("0580")),
        ["OPTION_NOT_OFFERED_THERE"] = new OptionNotOfferedThere(Named.Syllabus("0580"), Named.Option("A"), [Named.Option("B")]),
        ["TRANSFER_PENDING"] = new TransferPending(Named.Candidate("0001")),
        ["CANDIDATE_TRANSFERRED"] = new CandidateTransferredOut(Named.Candidate("0001")),
        ["CANDIDATE_NUMBER_IS_FINAL"] = new CandidateNumberIsFinal(Named.Candidate("0001")),
        ["CANDIDATE_NUMBERS_EXHAUSTED"] = new NumbersExhausted(1),
        ["EXTERNAL_REFERENCE_TAKEN"] = new ExternalReferenceTaken(Named.Word<ExternalReference>("mis-1")),
        ["TOO_MANY_ROWS"] = new TooManyRows(10_000),
        ["NO_ROWS"] = new NoRows(),
        ["ENTRY_TWICE"] = new EntryTwice(Named.Syllabus("0580")),
        ["IDEMPOTENCY_KEYS_EXHAUSTED"] = new TooManyKeys(TimeSpan.FromHours(3)),
        ["IDEMPOTENCY_KEY_USED"] = new KeyUsedOtherwise(new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero)),
        ["API_CLIENT_NOT_FOUND"] = new ApiClientNotFound("ABCDE-FGHJK"),
        ["SCOPE_NOT_FOR_CLIENTS"] = new ScopeNotForClients([Permission.All[0]]),
        ["SCOPE_NOT_GIVEN"] = new ScopeNotGiven([Permission.All[0]]),
        ["API_CLIENT_EMPTY"] = new ApiClientEmpty("scopes"),
        ["OVERLAP_TOO_LONG"] = new OverlapTooLong(168),
        ["RELEASE_MOMENT_UNCLEAR"] = new ReleaseMomentUnclear(),
        ["RELEASE_FROZEN"] = new ReleaseFrozen(At),
        ["RELEASE_IN_PAST"] = new ReleaseInPast(At),
        ["CANDIDATES_BEFORE_CENTRE"] = new CandidatesBeforeCentre(null, At),
        ["GRADE_AND_OUTCOME_DISAGREE"] = new GradeAndOutcomeDisagree(ResultOutcome.Pending),
        ["GRADE_NOT_ON_SCALE"] = new GradeNotOnScale(Named.Grade("a"), "A"),
        ["PUM_WITHOUT_GRADE"] = new PumWithoutGrade(ResultOutcome.Pending),
        ["PUM_OUTSIDE_BAND"] = new PumOutsideBand(Named.Grade("A"), Named.Pum(92), "A"),
        ["QUERIES_NOT_ACCEPTED"] = new QueriesNotAccepted(),
        ["NOBODY_SELECTED"] = new NobodySelected(),
        ["CANDIDATES_NOT_WANTED"] = new CandidatesNotWanted(AccessStatus.All),
        ["NOBODY_ENTITLED"] = new NobodyEntitled(),
        ["CANDIDATE_NOT_ENTITLED"] = new CandidateNotEntitled([Named.Candidate("0001")]),
        ["DELAY_OUT_OF_RANGE"] = new DelayOutOfRange(-1),
        ["DELAY_FROZEN"] = new DelayFrozen(Named.Qualification("IGCSE"), At),
        ["ACCESS_NOT_SELECTED"] = new AccessNotSelected(AccessStatus.All),
        ["ACCESS_NOT_GIVEN"] = new AccessNotGiven(),
        ["CANDIDATE_WITHOUT_ACCESS"] = new CandidateWithoutAccess(Named.Candidate("0001")),
        ["PERMISSION_NEEDED"] = new PermissionNeeded(Permission.CandidatesRead),
        ["PRINTING_UNDER_WAY"] = new PrintingUnderWay(1, 2),
        ["DOCUMENT_NOT_FOUND"] = new DocumentNotFound(),
        ["DOCUMENT_FOR_OFFICERS"] = new DocumentForOfficers(),
        ["DOCUMENT_EXPIRED"] = new DocumentExpired(At),
        ["DOCUMENT_NOT_READY"] = new DocumentNotReady(DocumentsState.Printing, 1, 2),
        ["SIGN_IN_REFUSED"] = new SignInRefused(),
        ["SECOND_FACTOR_NEEDED"] = new SecondFactorNeeded(),
        ["SECOND_FACTOR_WRONG"] = new SecondFactorWrong(),
        ["SIGN_IN_BUSY"] = new SignInBusy(5),
        ["EXPORT_FOR_CENTRES"] = new ExportForCentres(),
        ["PERMISSION_MISSING"] = new PermissionMissing(Permission.All[0]),
        ["TOO_MANY_EXPORTS"] = new TooManyExports(5),
        ["TOO_MANY_CENTRES"] = new TooManyCentres(1_000),
        ["FILE_NOT_READY"] = new FileNotReady(ExportState.Writing),
        ["FILE_GONE"] = new FileGone(),
        ["FILE_NOT_FOUND"] = new FileNotFound(),
        ["FILE_TOO_LARGE"] = new FileTooLarge(8_388_608),
        ["FILE_EMPTY"] = new FileEmpty(),
        ["TOO_MANY_FILES"] = new TooManyFiles(20, 1_000),
        ["UPLOAD_NOT_ALLOWED"] = new UploadNotAllowed(),
        ["FILE_NOT_TEXT"] = new FileNotText(),
        ["COLUMN_MISSING"] = new ColumnMissing("Series"),
        ["COLUMN_TWICE"] = new ColumnTwice("Series"),
        ["TOO_MANY_COLUMNS"] = new TooManyColumns(100),
        ["ROW_MALFORMED"] = new RowMalformed("There is text after a closing quote."),
        ["ROW_TOO_LONG"] = new RowTooLong(12, 11),
        ["ROW_TWICE"] = new RowTwice(2),
        ["CELL_MISSING"] = new CellMissing("Syllabus"),
        ["CELL_MALFORMED"] = new CellMalformed("The Syllabus \"maths\" cannot be read: it is four digits (0580)."),
        ["CELL_NOT_TEXT"] = new CellNotText(),
        ["CANDIDATE_NOT_PRIVATE"] = new CandidateNotPrivate(Named.Candidate("0001")),
        ["NOT_SIGNED_IN"] = new NotSignedIn(),
        ["WEBHOOK_NOT_FOUND"] = new WebhookNotFound(),
        ["DELIVERY_NOT_FOUND"] = new DeliveryNotFound(),
        ["WEBHOOK_ADDRESS_REFUSED"] = new WebhookAddressRefused("is too long"),
        ["DEADLINE_IN_PAST"] = new DeadlineInPast(At),
        ["DEADLINE_OUT_OF_ORDER"] = new DeadlineOutOfOrder(EntryTier.Late, At),
        ["ESTIMATES_NEVER_LATE"] = new EstimatesNeverLate(),
        ["FEE_OUT_OF_RANGE"] = new FeeOutOfRange(),
        ["FEE_FOR_OTHER_QUALIFICATION"] = new FeeForOtherQualification(Named.Syllabus("0580"), Named.Qualification("IGCSE")),
        ["WEBHOOK_ADDRESS_NOT_PUBLIC"] = new WebhookAddressNotPublic("127.0.0.1"),
        ["WEBHOOK_OWNER_REVOKED"] = new WebhookOwnerRevoked(),
        ["WEBHOOK_DOCUMENT_REFUSED"] = new WebhookDocumentRefused("It has variables."),
        ["TOO_MANY_WEBHOOKS"] = new TooManyWebhooks(20),
        ["MAY_NOT_HEAR"] = new MayNotHear(),
        ["CURSOR_UNKNOWN"] = new CursorUnknown(),
        ["CURSOR_AHEAD"] = new CursorAhead(),
        ["CURSOR_OUTDATED"] = new CursorOutdated(),
    };

    [Fact]
    public void Every_refusal_has_the_code_that_programs_know() =>
        Every.Should().OnlyContain(pair => pair.Value.Code == pair.Key);

    [Fact]
    public void No_refusal_is_missing_from_the_list() =>
        Every.Values.Select(refusal => refusal.GetType()).Should().BeEquivalentTo(
            typeof(Refusal).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(Refusal))));

    [Fact]
    public void Every_message_is_one_or_more_whole_sentences() =>
        Every.Values.Should().OnlyContain(refusal => Sentence().IsMatch(refusal.Message));

    [Fact]
    public void Long_lists_are_cut_short_and_say_how_many_more_there_are() =>
        new CandidateNotFound([.. Enumerable.Range(1, 12).Select(number => Named.Candidate($"{number:0000}"))])
            .Message.Should().EndWith("0009, 0010 and 2 more.");

    [Fact]
    public void Refusals_are_equal_when_they_say_the_same_about_the_same_input()
    {
        new CentreNotFound(Roll.Us123).Should().Be(new CentreNotFound(Roll.Us123));
        new CentreNotFound(Roll.Us123).Should().NotBe(new CentreNotFound(Roll.Us123) { Path = ["number"] });
        ((Refusal)new BoardOnly()).Should().NotBe(new ChangedMeanwhile());
    }

    [GeneratedRegex(@"^[A-Z].*\.$")]
    private static partial Regex Sentence();
}
