using Exams.Domain.Centres;
using Exams.Domain.Vocabulary;
using Exams.World;

namespace Exams.Domain.Tests.Centres;

/// <summary>Rules 2 and 6.</summary>
public sealed class CentreTests
{
    private static readonly CentreDetails Details = new(
        Named.Name("School"),
        Named.Name("USA"),
        Named.Zone(1),
        Named.Word<IanaTimeZone>("America/New_York"),
        Wording.EnUs,
        [Named.Qualification("OLEVEL"), Named.Qualification("IGCSE"), Named.Qualification("OLEVEL")]);

    [Fact]
    public void A_centre_keeps_its_approved_qualifications_once_each_and_in_order()
    {
        var centre = new Centre(Roll.Us123, Details);

        centre.Qualifications.Should().Equal(Named.Qualification("IGCSE"), Named.Qualification("OLEVEL"));
        centre.MayEnter(Named.Qualification("IGCSE")).Should().BeTrue();
        centre.MayEnter(Named.Qualification("ALEVEL")).Should().BeFalse();
    }

    [Fact]
    public void Changes_are_counted_and_the_number_stays()
    {
        var centre = new Centre(Roll.Us123, Details);

        centre.Change(Details with { Country = Named.Name("Canada") });

        (centre.Version, centre.Number, centre.Country).Should().Be((2, Roll.Us123, Named.Name("Canada")));
    }

    [Fact]
    public void Only_what_is_printed_makes_sheets_stale()
    {
        var centre = new Centre(Roll.Us123, Details);

        centre.Change(Details with { Country = Named.Name("Canada"), Zone = Named.Zone(2), Qualifications = [] }).Should().BeFalse();
        centre.Change(Details with { Name = Named.Name("Other School") }).Should().BeTrue();
        centre.Change(Details with { Name = Named.Name("Other School"), Wording = Wording.EnGb }).Should().BeTrue();
    }
}
