using System.Collections;
using System.Collections.Concurrent;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace Exams.House.Tests;

/// <summary>Two schemas, two services, two tests in one process know nothing of each other.</summary>
public sealed class StaticStateTests
{
    [Theory]
    [InlineData("Exams.GraphQL")]
    [InlineData("Exams.Domain")]
    [InlineData("Exams.Infrastructure")]
    [InlineData("Exams.Api")]
    public void No_static_field_can_be_set_again(string project) =>
        Fields(project).Where(field => !field.IsInitOnly && !field.IsLiteral).Select(Name).Should().BeEmpty();

    [Theory]
    [InlineData("Exams.GraphQL")]
    [InlineData("Exams.Domain")]
    [InlineData("Exams.Infrastructure")]
    [InlineData("Exams.Api")]
    public void No_static_field_holds_a_collection_that_grows(string project)
    {
        // Filled once, in the line of the field, and afterwards read; reading is all that the fields' classes do.
        string[] filledOnce = [];

        Fields(project).Where(field => Grows(field.FieldType)).Select(Name).Except(filledOnce).Should().BeEmpty();
    }

    private static IEnumerable<FieldInfo> Fields(string project) =>
        from type in Assembly.Load(project).GetTypes()
        where !IsGenerated(type)
        from field in type.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly)
        where !field.IsDefined(typeof(CompilerGeneratedAttribute)) || field.Name.Contains("k__BackingField", StringComparison.Ordinal)
        select field;

    // Lambdas and state machines keep themselves in fields that are set once; generated regular expressions likewise.
    private static bool IsGenerated(Type type) =>
        type.IsDefined(typeof(CompilerGeneratedAttribute)) || type.Name.StartsWith('<')
        || type.CustomAttributes.Any(data => data.AttributeType.Name == "GeneratedCodeAttribute")
        || (type.DeclaringType is { } outer && IsGenerated(outer));

    private static bool Grows(Type type) =>
        !type.IsArray && typeof(IEnumerable).IsAssignableFrom(type) && type.IsGenericType
        && (type.GetGenericTypeDefinition() is var open && (open == typeof(List<>) || open == typeof(Dictionary<,>) || open == typeof(HashSet<>)
            || open == typeof(ConcurrentDictionary<,>) || open == typeof(ConcurrentQueue<>) || open == typeof(ConcurrentBag<>)
            || open == typeof(ConditionalWeakTable<,>) || open == typeof(Queue<>)));

    private static string Name(FieldInfo field) => $"{field.DeclaringType!.FullName}.{field.Name}";
}
