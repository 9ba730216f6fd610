using Exams.Domain.Vocabulary;

namespace Exams.Domain.Tests.Vocabulary;

/// <summary>Rule 27, trap T9, example E11.</summary>
public sealed class QueryContactTests
{
    [Theory]
    [InlineData("Ms Ray", "305 555 0100", null)]
    [InlineData("Ms Ray", null, "ray@school.example")]
    [InlineData("Ms Ray", "305 555 0100", "ray@school.example")]
    [InlineData("Ms Ray", "  ", "ray@school.example")]
    public void A_contact_is_a_name_with_a_telephone_number_or_an_email_address(string? name, string? telephone, string? email) =>
        QueryContact.Read(name, telephone, email).IsDone(out _, out _).Should().BeTrue();

    [Theory]
    [InlineData("Ms Ray", null, null)]
    [InlineData("Ms Ray", "", " ")]
    [InlineData(null, "305 555 0100", "ray@school.example")]
    [InlineData(" ", "305 555 0100", null)]
    public void A_contact_without_its_name_or_without_both_ways_is_incomplete(string? name, string? telephone, string? email) =>
        Refused(name, telephone, email).Code.Should().Be("QUERY_CONTACT_INCOMPLETE");

    [Theory]
    [InlineData("Ms\nRay", "305 555 0100", null, "name")]
    [InlineData("Ms Ray", "ask me", null, "telephone")]
    [InlineData("Ms Ray", "305 555 0100", "ray", "email")]
    public void A_malformed_part_is_named(string? name, string? telephone, string? email, string part)
    {
        var refusal = Refused(name, telephone, email);

        refusal.Code.Should().Be("QUERY_CONTACT_MALFORMED");
        refusal.Path.Should().Equal("contact", part);
    }

    private static Refusal Refused(string? name, string? telephone, string? email)
    {
        QueryContact.Read(name, telephone, email).IsDone(out _, out var refusal).Should().BeFalse();
        return refusal!;
    }
}
