using Exams.GraphQL.Language;
using Exams.GraphQL.Selection;
using Exams.GraphQL.Types;
using Exams.GraphQL.Validation;
using Exams.GraphQL.Validation.Merging;
using Exams.GraphQL.Validation.Rules;

namespace Exams.GraphQL.Tests.Validation;

/// <summary>Whether fields can be merged is worked out in two ways, a fast one and one that names the conflicts. Both say what the
/// specification's own wording says, which takes its time.</summary>
public sealed class MergingTests
{
    private static readonly string[] Arguments =
    [
        "(a: 1)", "(a: 2)", "(a: 1.5)", "(a: 2.5)", "(a: \"x\")", "(a: \"y\")", "(a: \"\"\"x\"\"\")", "(a: true)", "(a: false)", "(a: X)", "(a: Y)",
        "(a: null)", "(a: $x)", "(a: $y)", "(b: 1)", "(a: 1, b: 2)", "(b: 2, a: 1)", "(a: 1, b: 1)", "(a: [])", "(a: [1])", "(a: [1, 2])", "(a: [2, 1])", "(a: [3, 2])",
        "(a: [[1], [2]])", "(a: {})", "(a: { b: 1 })", "(a: { b: 2 })", "(a: { c: 1 })", "(a: { b: 1, c: 2 })", "(a: { c: 2, b: 1 })", "(a: { b: 1, c: 3 })",
        "(a: 1, b: 1, c: 1, d: 1, e: 1, f: 1, g: 1, h: 1, i: 1)", "(b: 1, a: 1, c: 1, d: 1, e: 1, f: 1, g: 1, h: 1, i: 1)",
        "(a: 1, b: 1, c: 1, d: 1, e: 1, f: 1, g: 1, h: 1, i: 2)", "(a: 1, b: 1, c: 1, d: 1, e: 1, f: 1, g: 1, h: 1, j: 1)",
    ];

    [Fact]
    public void Both_ways_say_what_the_specification_says()
    {
        var verdicts = new Dictionary<bool, int> { [true] = 0, [false] = 0 };
        for (var seed = 0; seed < 3_000; seed++)
        {
            var schema = seed % 5 == 0 ? Judge.InParts : Judge.Schema;
            var text = new Writer(new Random(seed), schema).Document();
            var document = Judge.Parse(text);
            var expected = new Wording(schema, document).IsMergeable();
            verdicts[expected]++;

            var context = new ValidationContext(schema, document, ValidationOptions.Reference);
            var check = new MergeCheck(context);
            (check.Run(), check.IsSure, check.Found is null).Should().Be((expected, true, expected), text);
            (check.Found is { } found && found.First[0] == found.Second[0]).Should().BeFalse("two fields conflict, in {0}", text);
            (Judge.With<EveryPair>(text, schema: schema).Count == 0).Should().Be(expected, text);
            (Judge.With<OverlappingFieldsCanBeMergedRule>(text, schema: schema).Count == 0).Should().Be(expected, text);
        }

        verdicts.Values.Should().OnlyContain(count => count > 700, "both come up");
    }

    [Fact]
    public void Arguments_are_the_same_when_they_are_written_the_same_but_for_their_order()
    {
        foreach (var one in Arguments)
        {
            foreach (var other in Arguments)
            {
                SameArguments.Of(Of(one), Of(other)).Should().Be(Plain(Of(one)) == Plain(Of(other)), $"{one} and {other}");
            }
        }

        static IReadOnlyList<ArgumentNode> Of(string arguments) =>
            ((FieldNode)((OperationDefinitionNode)Judge.Parse($"{{ a{arguments} }}").Definitions[0]).SelectionSet.Selections[0]).Arguments;
    }

    [Theory]
    [InlineData("{ ...a } fragment a on Query { ...a }", false)]
    [InlineData("{ ...a } fragment a on Query { ...b } fragment b on Query { grade ...a }", false)]
    [InlineData("{ ...a } fragment a on Query { ...b ...b } fragment b on Query { grade }", true)]
    [InlineData("{ ...a ...c } fragment a on Query { ...b } fragment b on Query { grade } fragment c on Query { ...a ...b }", true)]
    [InlineData("{ grade } fragment a on Query { ...b ...c } fragment b on Query { ...c } fragment c on Query { ... { ...b } }", false)]
    [InlineData("{ grade } fragment a on Query { ...nowhere }", true)]
    [InlineData("{ grade }", true)]
    public void Where_fragments_contain_themselves_the_fast_way_is_not_sure(string text, bool isSure)
    {
        var check = new MergeCheck(new ValidationContext(Judge.Schema, Judge.Parse(text), ValidationOptions.Reference));

        (check.Run(), check.IsSure).Should().Be((isSure, isSure));
    }

    private static string Plain(IReadOnlyList<ArgumentNode> arguments) =>
        string.Join(", ", arguments.Select(a => $"{a.Name.Value}: {Plain(a.Value)}").Order(StringComparer.Ordinal));

    private static string Plain(IValueNode value) => value switch
    {
        ListValueNode list => $"[{string.Join(", ", list.Items.Select(Plain))}]",
        ObjectValueNode map => $"{{{string.Join(", ", map.Fields.Select(f => $"{f.Name.Value}: {Plain(f.Value)}").Order(StringComparer.Ordinal))}}}",
        _ => Printer.Print(value),
    };

    /// <summary>Names the conflicts of every selection set, without asking the fast way first.</summary>
    private sealed class EveryPair(ValidationContext context) : ValidationRule(context), IEnter<SelectionSetNode>
    {
        private readonly ConflictFinder _finder = new(context);

        public void Enter(SelectionSetNode node)
        {
            foreach (var conflict in _finder.Within(node, Types.ParentType, int.MaxValue))
            {
                Context.Report(conflict.Reason);
            }
        }
    }

    /// <summary>The specification's "FieldsInSetCanMerge" and "SameResponseShape", word for word; a streamed field merges with no other.</summary>
    private sealed class Wording(Schema schema, DocumentNode document)
    {
        private readonly FragmentLookup _fragments = new(document);

        public bool IsMergeable() => document.Definitions.All(definition => definition switch
        {
            OperationDefinitionNode operation => CanMerge([(operation.SelectionSet, schema.RootType(operation.Operation))]),
            FragmentDefinitionNode fragment => CanMerge([(fragment.SelectionSet, schema.Named(fragment.TypeCondition))]),
            _ => true,
        });

        private bool CanMerge(List<(SelectionSetNode Set, NamedType? Parent)> sets)
        {
            var pairs = Pairs(sets, out var all);
            foreach (var (a, b) in pairs)
            {
                if (!HaveSameShape(a, b)
                    || (CanMeet(a, b) && (a.Node.Name.Value != b.Node.Name.Value || Plain(a.Node.Arguments) != Plain(b.Node.Arguments) || !CanMerge(Below(a, b)))))
                {
                    return false;
                }
            }

            return all.All(use => CanMerge(Below(use)));
        }

        private bool HaveSameShape(FieldUse a, FieldUse b)
        {
            if (schema.CanStream && (a.Node.Directives.Count > 0 || b.Node.Directives.Count > 0))
            {
                return false;
            }

            var (one, other) = (a.Type, b.Type);
            while (one is IWrappingType || other is IWrappingType)
            {
                if (one is null || other is null || one.GetType() != other.GetType())
                {
                    return one is null || other is null;
                }

                (one, other) = (((IWrappingType)one).OfType, ((IWrappingType)other).OfType);
            }

            if (one is NamedType x && other is NamedType y && (x.IsLeaf() || y.IsLeaf()))
            {
                return x == y;
            }

            return Pairs(Below(a, b), out _).All(pair => HaveSameShape(pair.A, pair.B));
        }

        private static bool CanMeet(FieldUse a, FieldUse b) => a.ParentType == b.ParentType || a.ParentType is not ObjectType || b.ParentType is not ObjectType;

        private static List<(SelectionSetNode Set, NamedType? Parent)> Below(params FieldUse[] uses) =>
            [.. uses.Where(use => use.Node.SelectionSet is not null).Select(use => (use.Node.SelectionSet!, use.Type?.NamedType()))];

        private List<(FieldUse A, FieldUse B)> Pairs(List<(SelectionSetNode Set, NamedType? Parent)> sets, out List<FieldUse> uses)
        {
            var (all, seen) = (new List<FieldUse>(), new HashSet<string>());
            sets.ForEach(at => Collect(at.Set, at.Parent));
            uses = all;
            return [.. all.SelectMany((a, i) => all.Skip(i + 1).Where(b => b.Node.ResponseKey == a.Node.ResponseKey).Select(b => (a, b)))];

            void Collect(SelectionSetNode set, NamedType? parent)
            {
                foreach (var selection in set.Selections)
                {
                    switch (selection)
                    {
                        case FieldNode field: all.Add(new FieldUse(field, parent)); break;
                        case InlineFragmentNode inline: Collect(inline.SelectionSet, inline.TypeCondition is { } type ? schema.Named(type) : parent); break;
                        case FragmentSpreadNode spread when seen.Add(spread.Name.Value) && _fragments.Find(spread.Name.Value) is { } fragment:
                            Collect(fragment.SelectionSet, schema.Named(fragment.TypeCondition));
                            break;
                    }
                }
            }
        }
    }

    /// <summary>Writes documents in which much is asked for under the same names.</summary>
    private sealed class Writer(Random dice, Schema schema)
    {
        private const int Fragments = 4;
        private static readonly string[] Types = ["Query", "Person", "Candidate", "Officer", "Centre", "Found"];
        private readonly string[] _on = [.. Enumerable.Range(0, Fragments).Select(_ => Types[dice.Next(Types.Length)])];
        private readonly bool _isCalm = dice.Next(4) != 0;

        public string Document()
        {
            var operation = "query" + Set("Query", 0, 0);
            return operation + string.Concat(Enumerable.Range(0, Fragments).Select(i => $" fragment f{i} on {_on[i]}{Set(_on[i], 1, i + 1)}"));
        }

        // Fragments lead to later ones only, so they end.
        private string Set(string type, int depth, int from)
        {
            var count = dice.Next(12) == 0 ? 12 : 1 + dice.Next(4);
            return $" {{ {string.Join(' ', Enumerable.Range(0, count).Select(i => Selection(type, depth, from, count > 4 ? i : -1)))} }}";
        }

        private string Selection(string type, int depth, int from, int place)
        {
            switch (dice.Next(6))
            {
                case 0 when from < Fragments: return $"...f{from + dice.Next(Fragments - from)}";
                case 1 when depth < 3:
                    var on = dice.Next(4) == 0 ? type : Types[dice.Next(Types.Length)];
                    return (dice.Next(5) == 0 ? "..." : $"... on {on}") + Set(on, depth + 1, from);
                default: return Field(type, depth, from, place);
            }
        }

        private string Field(string type, int depth, int from, int place)
        {
            var fields = (schema.Types[type] as ComplexType)?.Fields.Values.Where(f => depth < 3 || f.Type.NamedType().IsLeaf()).ToList() ?? [];
            var field = fields.Count == 0 || dice.Next(10) == 0 ? null : fields[dice.Next(fields.Count)];
            var name = field?.Name ?? "__typename";
            var alias = place >= 0 ? $"k{place + (dice.Next(_isCalm ? 30 : 6) == 0 ? 1 : 0)}: " : dice.Next(_isCalm ? 25 : 3) == 0 ? $"{(char)('x' + dice.Next(3))}: " : "";
            var arguments = dice.Next(_isCalm ? 100 : 12) == 0 ? Arguments[dice.Next(Arguments.Length)] : "";
            var stream = schema.CanStream && dice.Next(_isCalm ? 100 : 12) == 0 ? " @stream" : "";
            return $"{alias}{name}{arguments}{stream}" + (field is null || field.Type.NamedType().IsLeaf() ? "" : Set(field.Type.NamedType().Name, depth + 1, from));
        }
    }
}
