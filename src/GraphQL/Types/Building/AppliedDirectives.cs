using System.Globalization;
using Exams.GraphQL.Language;
using Exams.GraphQL.Types.Scalars;

namespace Exams.GraphQL.Types.Building;

/// <summary>Directives that tell readers of the SDL what the engine does: who may ask, what it costs.</summary>
internal static class AppliedDirectives
{
    /// <summary>The definitions of those directives.</summary>
    public static IReadOnlyList<Directive> Definitions { get; } =
    [
        new Directive("authorize", ["OBJECT", "FIELD_DEFINITION"])
        {
            Description = "Who may ask for the field, or for a field that returns the type.",
            IsRepeatable = true,
            Arguments =
            [
                new InputField("policy", SpecifiedScalars.String) { Description = "A policy that must hold." },
                new InputField("roles", new ListType(new NonNullType(SpecifiedScalars.String)))
                {
                    Description = "Roles of which one is enough.",
                },
            ],
        },
        new Directive("cost", ["SCALAR", "OBJECT", "FIELD_DEFINITION", "ARGUMENT_DEFINITION", "ENUM", "INPUT_FIELD_DEFINITION"])
        {
            Description = "What the element adds to the cost of an operation.",
            Arguments =
            [
                new InputField("weight", new NonNullType(SpecifiedScalars.String)) { Description = "A decimal number." },
            ],
        },
        new Directive("listSize", ["FIELD_DEFINITION"])
        {
            Description = "How many items the field brings, for reckoning the cost of an operation.",
            Arguments =
            [
                new InputField("assumedSize", SpecifiedScalars.Int) { Description = "The most it brings." },
                new InputField("slicingArguments", new ListType(new NonNullType(SpecifiedScalars.String)))
                {
                    Description = "Arguments that bound the number.",
                },
                new InputField("slicingArgumentDefaultValue", SpecifiedScalars.Int)
                {
                    Description = "The number when no such argument is given.",
                },
                new InputField("sizedFields", new ListType(new NonNullType(SpecifiedScalars.String)))
                {
                    Description = "Fields below that hold the items.",
                },
                new InputField("requireOneSlicingArgument", new NonNullType(SpecifiedScalars.Boolean))
                {
                    Description = "Whether exactly one of the arguments must be given.",
                    DefaultValue = new BooleanValueNode(true),
                },
            ],
        },
    ];

    /// <summary><c>@authorize(…)</c>.</summary>
    public static DirectiveNode Authorize(AuthorizeRule rule)
    {
        var arguments = new List<ArgumentNode>();
        if (rule.Policy is { } policy)
        {
            arguments.Add(new ArgumentNode(new NameNode("policy"), new StringValueNode(policy)));
        }

        if (rule.Roles.Count > 0)
        {
            arguments.Add(new ArgumentNode(new NameNode("roles"), Strings(rule.Roles)));
        }

        return new DirectiveNode(new NameNode("authorize"), arguments);
    }

    /// <summary><c>@cost(weight:)</c>.</summary>
    public static DirectiveNode Cost(double weight) => new(new NameNode("cost"),
        [new ArgumentNode(new NameNode("weight"), new StringValueNode(weight.ToString(CultureInfo.InvariantCulture)))]);

    /// <summary><c>@listSize(…)</c> and <c>@cost(…)</c>, as far as they apply.</summary>
    public static IEnumerable<DirectiveNode> Costs(double? cost, ListSize? list)
    {
        if (list is not null)
        {
            yield return new DirectiveNode(new NameNode("listSize"),
            [
                new ArgumentNode(new NameNode("assumedSize"), Int(list.AssumedSize)),
                new ArgumentNode(new NameNode("slicingArguments"), Strings(list.SlicingArguments)),
                new ArgumentNode(new NameNode("slicingArgumentDefaultValue"), Int(list.DefaultSize)),
                new ArgumentNode(new NameNode("sizedFields"), Strings(list.SizedFields)),
                new ArgumentNode(new NameNode("requireOneSlicingArgument"), new BooleanValueNode(list.RequireOne)),
            ]);
        }

        if (cost is { } weight)
        {
            yield return Cost(weight);
        }
    }

    private static IntValueNode Int(int value) => new(value.ToString(CultureInfo.InvariantCulture));

    private static ListValueNode Strings(IEnumerable<string> texts) => new([.. texts.Select(t => new StringValueNode(t))]);
}
