using System.Globalization;
using System.Text;
using System.Text.Json;
using Exams.GraphQL.Data;
using Exams.GraphQL.Data.Filters;
using Exams.GraphQL.Language;
using Exams.GraphQL.Tests.Execution;
using Exams.GraphQL.Tests.Surface;
using Exams.GraphQL.Types;
using Exams.GraphQL.Types.Scalars;

namespace Exams.GraphQL.Tests.Data;

/// <summary>An application that writes a built-in .NET type its own way.</summary>
public sealed class OwnNumberTests
{
    private static readonly Schema Schema = SchemaFromClassesTests.Build(typeof(OwnFloat), typeof(WeightQueries), typeof(WeightFilter));

    [Fact]
    public async Task A_scalar_of_the_application_takes_the_place_of_the_built_in_one() =>
        (await Run.TextAsync(Run.Unvalidated(Schema), "{ weights { grams } }")).Should()
            .Be("""{"data":{"weights":[{"grams":1E+21},{"grams":0.5}]}}""");

    [Fact]
    public void Values_are_filtered_by_order_whatever_scalar_they_are_written_with()
    {
        ((InputObjectType)Schema.Types["FloatOperationFilterInput"]).Fields.Keys.Should()
            .Equal("eq", "neq", "in", "nin", "gt", "ngt", "gte", "ngte", "lt", "nlt", "lte", "nlte");
        ((InputObjectType)OnALedgerSchema.Types["CodeOperationFilterInput"]).Fields.Keys.Should().Equal("eq", "neq", "in", "nin");
    }

    private static Schema OnALedgerSchema => SchemaFromClassesTests.Build(typeof(CodeType), typeof(CodedQueries), typeof(CodedFilter));

    public sealed record Weight(double Grams);

    public sealed record Coded(Code Code);

    [QueryType]
    public static class WeightQueries
    {
        [UseFiltering]
        public static IEnumerable<Weight> Weights() => [new(1e21), new(0.5)];
    }

    [QueryType]
    public static class CodedQueries
    {
        [UseFiltering]
        public static IEnumerable<Coded> Coded() => [];
    }

    public sealed class WeightFilter : FilterInputType<Weight>
    {
        protected override void Configure(IFilterInputTypeDescriptor<Weight> descriptor) => descriptor.Field(w => w.Grams);
    }

    public sealed class CodedFilter : FilterInputType<Coded>
    {
        protected override void Configure(IFilterInputTypeDescriptor<Coded> descriptor) => descriptor.Field(c => c.Code);
    }

    public sealed class OwnFloat() : ScalarType<double>("Float", BindingBehavior.Implicit)
    {
        public override object? CoerceLiteral(IValueNode literal) => SpecifiedScalars.Float.CoerceLiteral(literal);

        public override object? CoerceVariable(JsonElement value) => SpecifiedScalars.Float.CoerceVariable(value);

        public override IValueNode ParseResult(object? resultValue) => SpecifiedScalars.Float.ParseResult(resultValue);

        public override void WriteResult(object value, JsonBuffer json) =>
            json.WriteRaw(Encoding.ASCII.GetBytes(((double)value).ToString("R", CultureInfo.InvariantCulture)));
    }
}
