using Exams.GraphQL.Validation.Rules;

namespace Exams.GraphQL.Tests.Validation.Rules;

public sealed class KnownDirectivesRuleTests
{
    [Fact]
    public void Directives_stand_where_they_may()
    {
        Judge.With<KnownDirectivesRule>(
            """query($b: Boolean! @note(text: "x")) @note(text: "y") { grade @skip(if: $b) @tag }""").Should().BeEmpty();
    }

    [Fact]
    public void An_unknown_directive_is_refused()
    {
        Judge.With<KnownDirectivesRule>("{ grade @nope }").Should().Equal(
            """Unknown directive "@nope". (1:9)""");
    }

    [Fact]
    public void Definitions_in_a_document_are_looked_through()
    {
        Judge.With<KnownDirectivesRule>(
            """
            enum E @n0 { A @n1 B @n2 }
            input I @n3 { a: Int @n4 b: Int @n5 }
            directive @d(a: Int @n6) on FIELD
            type T @n7 { f(a: Int @n8): Int @n9 }
            union U @n10 = Centre
            schema @n11 { query: Query }
            scalar S @n12
            extend interface Person @n13
            """).Should().Equal(
            "Unknown directive \"@n0\". (1:8)", "Unknown directive \"@n1\". (1:16)", "Unknown directive \"@n2\". (1:22)", "Unknown directive \"@n3\". (2:9)",
            "Unknown directive \"@n4\". (2:22)", "Unknown directive \"@n5\". (2:33)", "Unknown directive \"@n6\". (3:21)", "Unknown directive \"@n7\". (4:8)",
            "Unknown directive \"@n8\". (4:23)", "Unknown directive \"@n9\". (4:33)", "Unknown directive \"@n10\". (5:9)", "Unknown directive \"@n11\". (6:8)",
            "Unknown directive \"@n12\". (7:10)", "Unknown directive \"@n13\". (8:25)");
    }

    [Fact]
    public void A_directive_that_the_document_defines_is_known_in_its_places_and_the_last_definition_counts()
    {
        Judge.With<KnownDirectivesRule>(
            "{ a: grade @mine b: grade @yours ... @mine { grade } } directive @yours on QUERY directive @mine on QUERY directive @mine on FIELD").Should().Equal(
            """Directive "@yours" may not be used on FIELD. (1:27)""",
            """Directive "@mine" may not be used on INLINE_FRAGMENT. (1:38)""");
    }

    [Fact]
    public void A_directive_in_the_wrong_place_is_refused()
    {
        Judge.With<KnownDirectivesRule>(
            """query @skip(if: true) { ...f @note(text: "x") } fragment f on Query @tag { grade }""").Should().Equal(
            """Directive "@skip" may not be used on QUERY. (1:7)""",
            """Directive "@note" may not be used on FRAGMENT_SPREAD. (1:30)""",
            """Directive "@tag" may not be used on FRAGMENT_DEFINITION. (1:69)""");
    }
}
