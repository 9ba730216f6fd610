using System.Collections;
using System.Globalization;
using System.Runtime.CompilerServices;
using Exams.GraphQL.Execution.Plans;
using Exams.GraphQL.Execution.Variables;
using Exams.GraphQL.Language;
using Exams.GraphQL.Types;

namespace Exams.GraphQL.Execution.Costs;

/// <summary>What an operation may cost, reckoned on coerced arguments before anything runs: each field's weight and each object,
/// and what stands below a list as often as the list may have items. Of an abstract type the dearest object type counts.</summary>
/// <remarks>A page size in a variable counts as what it is, unless the options say that it counts as the largest page.</remarks>
/// <param name="schema">The schema.</param>
/// <param name="variables">The request's variables.</param>
/// <param name="input">What arguments add.</param>
/// <param name="assumeLargestPages">Whether a page size in a variable counts as the largest page.</param>
internal sealed class CostMeasure(Schema schema, VariableValues variables, InputCost input, bool assumeLargestPages)
{
    private const double AwaitedWeight = 10;
    private const double CompositeWeight = 1;
    private readonly Dictionary<(SelectionPlan, ObjectType), CostNode> _known = [];
    private readonly List<CostNode> _finished = [];

    /// <summary>Whether every request of this plan costs the same.</summary>
    public bool IsConstant { get; private set; } = true;

    /// <summary>Reckons the cost of an operation.</summary>
    /// <param name="plan">The plan.</param>
    /// <returns>All objects that may come, each before those it stands below; the root is the first.</returns>
    public IReadOnlyList<CostNode> Of(OperationPlan plan)
    {
        Fill(new CostNode(plan.Root.Whole), null, 1);
        _finished.Reverse();
        return _finished;
    }

    private CostNode Fill(CostNode node, IReadOnlyList<string>? sizedFields, double size)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        foreach (var field in node.Plan.Fields)
        {
            node.Parts.Add(Of(field, sizedFields is not null && sizedFields.Contains(field.Field.Name) ? size : 1, out var total));
            node.Total += total;
        }

        _finished.Add(node);
        return node;
    }

    private CostPart Of(FieldPlan field, double times, out Cost total)
    {
        var weight = field.Field.Cost?.Weight ?? (field.Kind == FieldKind.Task ? AwaitedWeight : field.Value.Selection is null ? 0 : CompositeWeight);
        weight += input.Of(field);
        IsConstant &= field.Arguments.Place < 0;
        if (field.Value.Selection?.Whole is not { } selection)
        {
            total = new Cost(weight, 0);
            return new CostPart(field, weight, 0, null);
        }

        var list = field.Field.Cost?.List;
        var size = list is null ? 1 : Size(field, list);
        var isSizedItself = list is { SizedFields.Count: 0 };
        times = isSizedItself ? times * size : times;
        var below = Below(field, selection, isSizedItself ? null : list?.SizedFields, size, out var each);
        total = new Cost(weight, 0) + (times * (new Cost(0, 1) + each));
        return new CostPart(field, weight, times, below);
    }

    private CostNode? Below(FieldPlan field, SelectionPlan selection, IReadOnlyList<string>? sizedFields, double size, out Cost highest)
    {
        if (field.Field.Type.NamedType() is ObjectType only)
        {
            var below = Of(selection, only, sizedFields, size);
            highest = below.Total;
            return below;
        }

        CostNode? dearest = null;
        highest = default;
        foreach (var type in schema.PossibleTypes((IAbstractType)field.Field.Type.NamedType()))
        {
            var one = Of(selection, type, sizedFields, size);
            highest = Cost.Highest(highest, one.Total);
            dearest = dearest is null || one.Total.Fields > dearest.Total.Fields ? one : dearest;
        }

        return dearest;
    }

    private CostNode Of(SelectionPlan selection, ObjectType type, IReadOnlyList<string>? sizedFields, double size)
    {
        if (sizedFields is not null)
        {
            return Fill(new CostNode(selection.For(type)), sizedFields, size);
        }

        // Reckoned once, however often it is asked for: fan-outs of fragments would be walked for ever. It is known before it is
        // filled, because documents that nobody validated may have circles.
        if (!_known.TryGetValue((selection, type), out var known))
        {
            _known.Add((selection, type), known = new CostNode(selection.For(type)));
            Fill(known, null, 1);
        }

        return known;
    }

    private double Size(FieldPlan field, ListSize list)
    {
        if (list.SlicingArguments.Count == 0)
        {
            return list.AssumedSize;
        }

        var arguments = field.Arguments.For(variables);
        if (arguments.Fault is not null)
        {
            return list.AssumedSize;
        }

        double? largest = null;
        foreach (var name in list.SlicingArguments)
        {
            if (assumeLargestPages && field.Node.Arguments.Any(a => a.Name.Value == name && a.Value is VariableNode))
            {
                return list.AssumedSize;
            }

            if (field.Field.Argument(name) is { } argument && Asked(arguments.Values[argument.Index].Value) is { } asked)
            {
                largest = Math.Max(largest ?? 0, asked);
            }
        }

        return largest ?? list.DefaultSize;
    }

    // A number of items, or a list of the items themselves, such as ids.
    private static double? Asked(object? value) => value switch
    {
        int number => number,
        long number => number,
        string or null => null,
        ICollection items => items.Count,
        IConvertible number => Convert.ToDouble(number, CultureInfo.InvariantCulture),
        _ => null,
    };
}
