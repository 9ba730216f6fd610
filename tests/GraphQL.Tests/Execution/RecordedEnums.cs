using Exams.GraphQL.Language;
using Exams.GraphQL.Types;
using Exams.GraphQL.Types.Scalars;

namespace Exams.GraphQL.Tests.Execution;

/// <summary>Enums whose .NET values are not their names, for the recorded cases about enums.</summary>
internal static class RecordedEnums
{
    private static readonly object One = new Dictionary<string, object?> { ["someRandomFunction"] = "one" };
    private static readonly object Two = new Dictionary<string, object?> { ["someRandomDate"] = "two" };

    public static Schema Schema()
    {
        var color = new EnumType("Color", [new EnumValue("RED", 0), new EnumValue("GREEN", 1), new EnumValue("BLUE", 2)]);
        var complex = new EnumType("Complex", [new EnumValue("ONE", One), new EnumValue("TWO", Two)]);
        var letters = new EnumType("ThunkValues", [new EnumValue("A", "a"), new EnumValue("B", "b")]);
        var query = new ObjectType("Query", () =>
        [
            Field("colorEnum", color, c => c.Argument(0).Value ?? c.Argument(1).Value ?? c.Argument(2).Value,
                Argument("fromEnum", color), Argument("fromInt", SpecifiedScalars.Int), Argument("fromString", SpecifiedScalars.String)),
            Field("colorInt", SpecifiedScalars.Int, c => c.Argument(0).Value, Argument("fromEnum", color)),
            Field("complexEnum", complex,
                c => c.Argument(1).Value is true ? Two : c.Argument(2).Value is true ? new Dictionary<string, object?> { ["someRandomValue"] = 123 } : c.Argument(0).Value,
                new InputField("fromEnum", complex) { DefaultValue = new EnumValueNode("ONE") },
                Argument("provideGoodValue", SpecifiedScalars.Boolean), Argument("provideBadValue", SpecifiedScalars.Boolean)),
            Field("thunkValuesString", SpecifiedScalars.String, c => c.Argument(0).Value, Argument("fromEnum", letters)),
        ]);
        var mutation = new ObjectType("Mutation", () => [Field("favoriteEnum", color, c => c.Argument(0).Value, Argument("color", color))]);
        var events = Field("subscribeToEnum", color, c => c.Argument(0).Value, Argument("color", color));
        events.Subscribe = _ => new ValueTask<IAsyncEnumerable<object?>>(Once());
        return new Schema([query], SpecifiedDirectives.All, query, mutation, new ObjectType("Subscription", () => [events]));
    }

    private static OutputField Field(string name, IType type, Func<IResolverContext, object?> call, params InputField[] arguments) =>
        new(name, type) { Resolver = new MethodResolver(call), Arguments = arguments };

    private static InputField Argument(string name, IType type) => new(name, type);

    private static async IAsyncEnumerable<object?> Once()
    {
        await Task.CompletedTask;
        yield return null;
    }
}
