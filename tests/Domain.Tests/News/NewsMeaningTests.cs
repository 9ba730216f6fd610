using Exams.Domain.News;
using Exams.Domain.Vocabulary;
using Exams.World;

namespace Exams.Domain.Tests.News;

/// <summary>Every type of news says what it is about.</summary>
public sealed class NewsMeaningTests
{
    [Fact]
    public void Every_type_has_a_meaning() =>
        Enum.GetValues<NewsType>().Should().OnlyContain(type => NewsMeaning.Of(type) != null);

    [Fact]
    public void What_changes_a_thing_says_what_became_of_it() =>
        Enum.GetValues<NewsType>().Select(NewsMeaning.Of).Should().OnlyContain(one => (one.Thing == null) == (one.Kind == null));

    [Fact]
    public void News_of_changed_things_needs_leave_to_read_that_kind_of_thing()
    {
        NewsMeaning.OfChangesTo(ChangedThing.Candidate).Should().OnlyContain(type => NewsMeaning.Of(type).Needs.ToString() == Permission.CandidatesRead);
        NewsMeaning.OfChangesTo(ChangedThing.Entry).Should().OnlyContain(type => NewsMeaning.Of(type).Needs.ToString() == Permission.EntriesRead);
    }

    [Fact]
    public void Who_may_not_hear_hears_of_nothing_whatever_may_be_read()
    {
        NewsMeaning.HeardBy(Permission.OfOfficers).Should().BeEquivalentTo(Enum.GetValues<NewsType>());
        NewsMeaning.HeardBy(Permission.OfOfficers.Where(one => one != Named.Word<Permission>(Permission.EventsRead)).ToHashSet()).Should().BeEmpty();
    }
}
