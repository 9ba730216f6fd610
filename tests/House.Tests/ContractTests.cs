using System.Text.RegularExpressions;

namespace Exams.House.Tests;

/// <summary>Vendors know the schema and never the code: everything in it is described, for them.</summary>
public sealed partial class ContractTests
{
    [Fact]
    public void Every_type_field_argument_value_and_input_field_is_described() =>
        Contract.Descriptions().Where(one => one.Text.Length == 0).Select(one => one.Place).Should().BeEmpty();

    [Fact]
    public void Descriptions_are_for_vendors_and_name_no_rule_trap_or_file_of_ours() =>
        Contract.Descriptions().Where(one => OurOwn().IsMatch(one.Text)).Should().BeEmpty("such references belong into remarks");

    [Fact]
    public void Every_news_type_is_in_the_page_on_events()
    {
        var page = Repository.Read("docs/events.md");

        Enum.GetNames<Domain.News.NewsType>().Select(Screaming).Where(name => !page.Contains('`' + name + '`', StringComparison.Ordinal))
            .Should().BeEmpty();
    }

    [Fact]
    public void The_page_on_events_names_only_news_and_verbs_that_there_are()
    {
        var rows = Repository.Read("docs/events.md").Split('\n').Where(line => line.StartsWith('|')).ToList();
        var verbs = Repository.Files("src/Domain").Select(file => Path.GetFileNameWithoutExtension(file)!).ToHashSet();
        var news = Enum.GetNames<Domain.News.NewsType>().Select(Screaming).ToHashSet();
        var marked = rows.SelectMany(row => Marked().Matches(row)).Select(match => match.Groups[1].Value).ToList();

        marked.Where(word => !verbs.Contains(word) && !news.Contains(word)).Should().BeEmpty();
    }

    [Fact]
    public void Every_verb_of_the_service_is_in_the_page_on_events()
    {
        var page = Repository.Read("docs/events.md");

        Registered().Matches(Repository.Read("src/Api/Verbs.cs")).Select(match => match.Groups[1].Value)
            .Where(verb => !page.Contains('`' + verb + '`', StringComparison.Ordinal))
            .Should().BeEmpty();
    }

    private static string Screaming(string name) => Humps().Replace(name, "_$0").ToUpperInvariant();

    [GeneratedRegex(@"\b(rules?|traps?|examples?) [TE]?[0-9]+|\bT[0-9]{1,2}\b|\bADR\b|\.cs\b|\bdesign\.md\b", RegexOptions.IgnoreCase)]
    private static partial Regex OurOwn();

    [GeneratedRegex("`([A-Za-z_]+)`")]
    private static partial Regex Marked();

    [GeneratedRegex(@"AddSingleton<(\w+)>")]
    private static partial Regex Registered();

    [GeneratedRegex("(?<=[a-z])[A-Z]")]
    private static partial Regex Humps();
}
