using Exams.Domain.Candidates;
using Exams.Domain.Centres;
using Exams.Domain.Clients;
using Exams.Domain.Entries;
using Exams.Domain.Estimates;
using Exams.Domain.Fees;
using Exams.Domain.Files;
using Exams.Domain.KeyDates;
using Exams.Domain.Releases;
using Exams.Domain.ResultsAccess;
using Exams.Domain.Sessions;
using Exams.Domain.Transfers;
using Exams.Domain.Webhooks;

namespace Exams.Api;

/// <summary>The verbs of the domain, one line each: what this service can do.</summary>
internal static class Verbs
{
    /// <summary>Registers every verb.</summary>
    public static void AddVerbs(this IServiceCollection services) => services
        .AddSingleton<SignIn>().AddSingleton<SignInCandidate>().AddSingleton<SignOut>()
        .AddSingleton<CreateCentre>().AddSingleton<ChangeCentre>()
        .AddSingleton<RegisterCandidate>().AddSingleton<UpsertCandidates>().AddSingleton<SetAsideNumbers>()
        .AddSingleton<EnterCandidate>().AddSingleton<SubmitEntries>().AddSingleton<WithdrawEntries>().AddSingleton<WithdrawEntry>().AddSingleton<PrintStatements>()
        .AddSingleton<UploadFile>().AddSingleton<ImportCandidates>().AddSingleton<ImportEntries>()
        .AddSingleton<SetEstimatedEntries>()
        .AddSingleton<AskForTransfer>().AddSingleton<AcceptTransfer>().AddSingleton<ConfirmTransfer>().AddSingleton<RefuseTransfer>().AddSingleton<CancelTransfer>()
        .AddSingleton<OrderExport>().AddSingleton<FetchExport>().AddSingleton<CreateFileLink>()
        .AddSingleton<SetReleaseDate>().AddSingleton<SetDeadline>().AddSingleton<SetFee>()
        .AddSingleton<CreateApiClient>().AddSingleton<RotateClientSecret>().AddSingleton<RevokeApiClient>().AddSingleton<SignInClient>()
        .AddSingleton<CreateWebhook>().AddSingleton<ChangeWebhook>().AddSingleton<PauseWebhook>().AddSingleton<DeleteWebhook>().AddSingleton<RotateWebhookSecret>()
        .AddSingleton<TestWebhook>().AddSingleton<ReplayDelivery>().AddSingleton<ReplayEvents>()
        .AddSingleton<SetResultsAccess>().AddSingleton<SelectCandidate>().AddSingleton<DeselectCandidate>()
        .AddSingleton<ChangeQueryContact>().AddSingleton<ChangeDelay>()
        .AddSingleton<ReprintDocuments>().AddSingleton<ReissuePassword>().AddSingleton<LiftThrottle>()
        .AddSingleton<FetchDocument>().AddSingleton<CreateDownloadLink>();
}
