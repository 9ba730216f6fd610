using System.Text;
using Exams.GraphQL.Types;

namespace Exams.Api.Tests;

/// <summary>Makes documents that touch every field of a schema, and every argument with several values, from the schema itself: a field
/// that is added tomorrow is asked tomorrow.</summary>
public sealed class SchemaWalk(Schema schema)
{
    private const int Deepest = 5;

    private static readonly Dictionary<string, string[]> Values = new()
    {
        ["CentreNumber"] = ["\"US123\"", "\"GB045\"", "\"ZZ999\""],
        ["Series"] = ["\"2026-06\"", "\"2025-11\""],
        ["CandidateNumber"] = ["\"0001\"", "\"0002\"", "\"9999\""],
        ["SyllabusCode"] = ["\"0580\"", "\"9709\""],
        ["OptionCode"] = ["\"A\"", "\"\""],
        ["QualificationCode"] = ["\"IGCSE\"", "\"ALEVEL\""],
        ["Grade"] = ["\"A*\"", "\"A\"", "\"B\"", "\"C\"", "\"E\"", "\"a\"", "\"D1\""],
        ["UCI"] = ["\"681990012058G\""],
        ["ExternalReference"] = ["\"mis-1\""],
        ["Permission"] = ["\"entries:read\""],
        ["ComponentCode"] = ["\"11\""],
        ["CurrencyCode"] = ["\"GBP\""],
        ["Int"] = ["2", "1"],
        ["Long"] = ["0"],
        ["Short"] = ["1"],
        ["Float"] = ["1.5"],
        ["Decimal"] = ["1.5"],
        ["Boolean"] = ["true", "false"],
        ["String"] = ["\"x\""],
        ["ID"] = ["\"1\""],
        ["DateTime"] = ["\"2026-11-22T00:00:00Z\"", "\"2020-01-01T00:00:00Z\""],
        ["LocalDate"] = ["\"2009-01-01\"", "\"2026-05-04\""],
        ["BoardName"] = ["\"SMITH: AVA\""],
        ["CandidateName"] = ["\"Ava Smith\""],
        ["DisplayName"] = ["\"Palm\""],
        ["EmailAddress"] = ["\"a@example.org\""],
        ["TelephoneNumber"] = ["\"+1 305 555 0100\""],
        ["TimeZone"] = ["\"America/New_York\""],
        ["Password"] = ["\"no such password\""],
    };

    /// <summary>The values that are texts.</summary>
    internal static IEnumerable<string> Texts => Values.Values.SelectMany(of => of).Where(one => one.StartsWith('"')).Select(one => one.Trim('"'));

    /// <summary>One query for each root field with its least arguments, one more for each value of each further argument, and one more for
    /// each value of each argument of the fields below it.</summary>
    public IEnumerable<string> Queries()
    {
        foreach (var field in Fields(schema.QueryType!))
        {
            var selection = Selection(field.Type, 0, [], null);
            var required = field.Arguments.Where(one => one.IsRequired).ToList();
            foreach (var least in Combine(required).Concat(Further(field, Combine(required).First())))
            {
                yield return $"{{ {field.Name}{Braces(least)} {selection} }}";
            }

            foreach (var below in Below(field.Type, 0, []).Distinct().ToList())
            {
                yield return $"{{ {field.Name}{Braces(Combine(required).First())} {Selection(field.Type, 0, [], below)} }}";
            }
        }
    }

    /// <summary>One mutation for each root field and each value of its input's fields; signing out is left to those who mean it.</summary>
    public IEnumerable<string> Mutations() => Roots(schema.MutationType!, "mutation").Where(one => !one.StartsWith("mutation { signOut", StringComparison.Ordinal));

    /// <summary>One subscription for each root field and each value of its arguments, each from now on and from the beginning.</summary>
    public IEnumerable<string> Subscriptions() => Roots(schema.SubscriptionType!, "subscription");

    /// <summary>One document for each root field, with its least arguments.</summary>
    /// <returns>The field and the document.</returns>
    public IEnumerable<(OutputField Field, string Document)> Least() =>
        from root in new[] { (Operation: "query", Type: schema.QueryType!), (Operation: "mutation", Type: schema.MutationType!), (Operation: "subscription", Type: schema.SubscriptionType!) }
        from field in Fields(root.Type)
        let arguments = Combine([.. field.Arguments.Where(one => one.IsRequired)]).First()
        let below = field.Type.NamedType() is ComplexType or UnionType ? "{ __typename }" : ""
        select (field, $"{root.Operation} {{ {field.Name}{Braces(arguments)} {below} }}");

    private static IEnumerable<OutputField> Fields(ObjectType type) =>
        type.Fields.Values.Where(field => !field.Name.StartsWith("__", StringComparison.Ordinal));

    private IEnumerable<string> Roots(ObjectType root, string operation) =>
        from field in Fields(root)
        let required = field.Arguments.Where(one => one.IsRequired).ToList()
        from arguments in Combine(required).Concat(Further(field, Combine(required).First()))
        select $"{operation} {{ {field.Name}{Braces(arguments)} {Selection(field.Type, 0, [], null)} }}";

    private IEnumerable<List<string>> Further(OutputField field, List<string> least) =>
        from optional in field.Arguments.Where(one => !one.IsRequired)
        from value in Literals(optional.Type, 0)
        select (List<string>)[.. least, $"{optional.Name}: {value}"];

    // Every argument with every value that a field below another can take.
    private IEnumerable<Choice> Below(IType type, int depth, HashSet<string> above)
    {
        if (type.NamedType() is not ComplexType complex)
        {
            return [];
        }

        return Inside(complex, depth, above).SelectMany(field =>
            field.Arguments.SelectMany(one => Literals(one.Type, 0).Select(value => new Choice(complex.Name, field.Name, one.Name, value)))
                .Concat(Below(field.Type, depth + 1, [.. above, complex.Name])));
    }

    // The first argument takes every value, the others their first: sums instead of products keep the number of documents sane.
    private IEnumerable<List<string>> Combine(List<InputField> arguments)
    {
        yield return [.. arguments.Select(one => $"{one.Name}: {Literals(one.Type, 0).First()}")];
        for (var i = 0; i < arguments.Count; i++)
        {
            foreach (var value in Literals(arguments[i].Type, 0).Skip(1))
            {
                yield return [.. arguments.Select((one, k) => $"{one.Name}: {(k == i ? value : Literals(one.Type, 0).First())}")];
            }
        }
    }

    private IEnumerable<string> Literals(IType type, int depth)
    {
        switch (type)
        {
            case NonNullType nonNull:
                return Literals(nonNull.OfType, depth);
            case ListType list when depth > 0 && list.OfType.NamedType() is InputObjectType input:
                // "and" and "or" hold what has just been gone through: one value for each of its fields is enough.
                return (depth >= 3 ? [] : Objects(input, depth, all: false)).Select(one => $"[{one}]");
            case ListType list:
                return Literals(list.OfType, depth).Select(one => $"[{one}]");
            case EnumType named:
                return named.Values.Select(one => one.Name);
            case InputObjectType input when depth >= 3:
                return input.Fields.Values.Any(one => one.IsRequired) ? [] : ["{}"];
            case InputObjectType input:
                return Objects(input, depth, all: true);
            default:
                return Values.TryGetValue(type.NamedType().Name, out var values)
                    ? values
                    : throw new InvalidOperationException($"The walk has no values for {type}; add some.");
        }
    }

    private IEnumerable<string> Objects(InputObjectType input, int depth, bool all)
    {
        if (input.IsOneOf)
        {
            foreach (var one in input.Fields.Values)
            {
                foreach (var value in Literals(one.Type, depth).Take(all ? int.MaxValue : 1))
                {
                    yield return $"{{{one.Name}: {value}}}";
                }
            }

            yield break;
        }

        var required = input.Fields.Values.Where(one => one.IsRequired).Select(one => $"{one.Name}: {Literals(one.Type, depth + 1).First()}").ToList();
        yield return $"{{{string.Join(' ', required)}}}";
        foreach (var field in input.Fields.Values)
        {
            foreach (var value in all ? Literals(field.Type, depth + 1) : Literals(field.Type, depth + 1).TakeLast(1))
            {
                yield return $"{{{string.Join(' ', required.Where(one => !one.StartsWith(field.Name + ":", StringComparison.Ordinal)).Append($"{field.Name}: {value}"))}}}";
            }
        }
    }

    private string Selection(IType type, int depth, HashSet<string> above, Choice? choice)
    {
        if (type.NamedType() is not ComplexType complex)
        {
            return type.NamedType() is UnionType ? "{ __typename }" : "";
        }

        var text = new StringBuilder("{ __typename");
        foreach (var field in Inside(complex, depth, above))
        {
            var arguments = Combine([.. field.Arguments.Where(one => one.IsRequired && one.Name != choice?.Argument)]).First();
            if (choice is not null && choice.Type == complex.Name && choice.Field == field.Name)
            {
                arguments.Add($"{choice.Argument}: {choice.Value}");
            }

            text.Append(' ').Append(field.Name).Append(Braces(arguments)).Append(Selection(field.Type, depth + 1, [.. above, complex.Name], choice));
        }

        return text.Append(" }").ToString();
    }

    private static IEnumerable<OutputField> Inside(ComplexType complex, int depth, HashSet<string> above) =>
        from field in complex.Fields.Values
        let inner = field.Type.NamedType()
        let deeper = inner is ComplexType or UnionType
        where !deeper || (depth < Deepest && !above.Contains(inner.Name))
        select field;

    private static string Braces(List<string> arguments) => arguments.Count == 0 ? "" : $"({string.Join(", ", arguments)})";

    private sealed record Choice(string Type, string Field, string Argument, string Value);
}
