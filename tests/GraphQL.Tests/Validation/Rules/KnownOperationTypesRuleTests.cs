using Exams.GraphQL.Types.Sdl;
using Exams.GraphQL.Validation;
using Exams.GraphQL.Validation.Rules;

namespace Exams.GraphQL.Tests.Validation.Rules;

public sealed class KnownOperationTypesRuleTests
{
    [Fact]
    public void A_root_type_makes_an_operation_possible()
    {
        Judge.With<KnownOperationTypesRule>("mutation { enter(entries: []) }").Should().BeEmpty();
    }

    [Fact]
    public void Without_a_root_type_an_operation_is_refused()
    {
        var schema = SchemaBuilder.FromSdl("type Query { grade: Int }");
        var options = new ValidationOptions { Rules = new RuleSet([RuleEntry.Of(context => new KnownOperationTypesRule(context))]) };

        var errors = Validator.Validate(schema, Judge.Parse("mutation { enter }"), options);

        errors.Should().ContainSingle().Which.Message.Should().Be("The mutation operation is not supported by the schema.");
    }
}
