using System.Reflection;
using System.Text.RegularExpressions;
using Exams.Domain.ResultsAccess;
using Exams.Domain.Sessions;
using Exams.Domain.Vocabulary;
using Exams.GraphQL.Types;

namespace Exams.House.Tests;

/// <summary>No way leads from the schema to a secret, and the gates cannot be walked round.</summary>
public sealed partial class SecretTests
{
    private static readonly Type[] Kept = [typeof(Secret), typeof(Credential), typeof(MintedCredential), typeof(User), typeof(Session), typeof(byte[])];

    [Fact]
    public void No_type_behind_the_schema_reaches_a_secret_a_credential_a_user_a_session_or_bytes()
    {
        var reached = new ExposedTypes(Assembly.Load("Exams.Api")).Reach();

        reached.Keys.Should().Contain([typeof(Domain.Candidates.Candidate), typeof(Grant), typeof(AccessDocuments)], "otherwise nothing was walked");
        reached.Where(one => Kept.Contains(one.Key)).Select(one => one.Value).Should().BeEmpty();
        reached.Keys.Where(type => type.Namespace?.StartsWith("Exams.Infrastructure", StringComparison.Ordinal) == true).Should().BeEmpty();
    }

    [Fact]
    public void The_walk_covers_every_object_type_of_the_contract()
    {
        var walked = new ExposedTypes(Assembly.Load("Exams.Api")).Reach().Keys.Select(ExposedTypes.NameOf).ToHashSet();

        // Connections, their edges and page information are the engine's own and hold only what they list.
        Contract.Types().OfType<ObjectType>().Select(type => type.Name)
            .Where(name => name is not ("Query" or "Mutation" or "Subscription" or "PageInfo") && !Listing().IsMatch(name))
            .Where(name => !walked.Contains(name))
            .Should().BeEmpty();
    }

    [Fact]
    public void No_field_is_named_like_a_secret_but_those_that_are_handed_out_once() =>
        Contract.Types().OfType<ComplexType>().Where(type => type.Name != "Mutation")
            .SelectMany(type => type.Fields.Values, (type, field) => $"{type.Name}.{field.Name}")
            .Where(field => SecretName().IsMatch(field.Split('.')[1]))
            .Should().BeSubsetOf(["Session.token", "MintedClientPayload.clientSecret", "MintedWebhookPayload.signingSecret"]);

    [Fact]
    public void Passwords_go_in_and_never_come_out() =>
        Contract.Types().OfType<ComplexType>()
            .SelectMany(type => type.Fields.Values, (type, field) => (type, field))
            .Where(one => one.field.Type.ToString()!.Trim('!', '[', ']') == "Password")
            .Should().BeEmpty();

    [Fact]
    public void Clear_text_is_asked_for_only_where_it_is_hashed_sealed_printed_or_handed_over_once()
    {
        string[] allowed =
        [
            "src/Infrastructure/Security/TokenHash.cs", "src/Infrastructure/Security/MintedPasswords.cs", "src/Infrastructure/Security/StaffPasswords.cs",
            "src/Infrastructure/Security/Seal.cs", "src/Infrastructure/Documents/Pages/SheetPage.cs",
            "src/Api/Accounts/AccountMutations.cs", "src/Api/ResultsAccess/DownloadLinkMutations.cs", "src/Api/Files/FileLinkMutations.cs",
            "src/Api/Clients/ApiClientMutations.cs", "src/Api/Clients/TokenEndpoint.cs", "src/Api/Webhooks/WebhookMutations.cs",
            "src/Api/Commands/AddUserCommand.cs", "src/Api/Commands/LoadCommand.cs",
        ];

        Repository.Files("src").Where(file => Repository.Read(file).Contains(".Reveal()", StringComparison.Ordinal)).Should().BeEquivalentTo(allowed);
    }

    [Fact]
    public void Gates_are_never_ignored_and_contexts_never_pooled() =>
        Repository.Files("src").Where(file => Bypass().IsMatch(Repository.Read(file))).Should().BeEmpty();

    [Fact]
    public void Hand_written_SQL_is_for_writing_for_the_databases_manners_and_for_finding_out_who_asks()
    {
        string[] allowed =
        [
            "src/Infrastructure/Persistence/Migrator.cs", "src/Infrastructure/Persistence/SqliteSetup.cs",
            // Signing in and looking up sessions: nobody does them as a caller, so there is no gate to pass by.
            "src/Infrastructure/Persistence/Sessions/PreparedReads.cs",
        ];

        Repository.Files("src").Where(file => HandWritten().IsMatch(Repository.Read(file)))
            .Where(file => !file.StartsWith("src/Infrastructure/Persistence/Writing/", StringComparison.Ordinal))
            .Should().BeSubsetOf(allowed);
    }

    [GeneratedRegex("(Connection|Edge)$")]
    private static partial Regex Listing();

    [GeneratedRegex("password|secret|token|hash|salt|sealed|totp|key$", RegexOptions.IgnoreCase)]
    private static partial Regex SecretName();

    [GeneratedRegex(@"\b(IgnoreQueryFilters|FromSql\w*|SqlQuery\w*|AddDbContextPool|AddPooledDbContextFactory|PooledDbContextFactory)\b")]
    private static partial Regex Bypass();

    [GeneratedRegex(@"\b(ExecuteSql\w*|CommandText)\b")]
    private static partial Regex HandWritten();
}
