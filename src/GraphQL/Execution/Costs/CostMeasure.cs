using System.Collections;
using System.Globalization;
using Exams.GraphQL.Execution.Plans;
using Exams.GraphQL.Execution.Variables;
using Exams.GraphQL.Types;

namespace Exams.GraphQL.Execution.Costs;

/// <summary>What an operation may cost, reckoned on coerced arguments before anything runs: each field's weight, and what stands
/// below a list as often as the list may have items. Of an abstract type the dearest object type counts.</summary>
/// <remarks>A page size in a variable counts as what it is; nothing is assumed that the request itself says.</remarks>
/// <param name="schema">The schema.</param>
/// <param name="variables">The request's variables.</param>
/// <param name="input">What arguments add.</param>
internal sealed class CostMeasure(Schema schema, VariableValues variables, InputCost input)
{
    private const double AwaitedWeight = 10;
    private const double CompositeWeight = 1;
    private readonly Dictionary<(SelectionPlan, ObjectType), double> _known = [];

    /// <summary>Whether every request of this plan costs the same.</summary>
    public bool IsConstant { get; private set; } = true;

    /// <summary>The cost of root fields.</summary>
    /// <param name="plan">The plan.</param>
    /// <returns>The cost of each, in response order.</returns>
    public IReadOnlyList<(FieldPlan Field, double Cost)> Of(OperationPlan plan) => [.. plan.Root.Fields.Select(f => (f, Of(f, 1)))];

    private double Of(FieldPlan field, double times)
    {
        var weight = field.Field.Cost?.Weight ?? (field.Kind == FieldKind.Task ? AwaitedWeight : field.Value.Selection is null ? 0 : CompositeWeight);
        weight += input.Of(field);
        IsConstant &= field.Arguments.Place < 0;
        if (field.Value.Selection is not { } selection)
        {
            return weight;
        }

        var list = field.Field.Cost?.List;
        if (list is null)
        {
            return weight + (times * Below(field, selection, null, 1));
        }

        var size = Size(field, list);
        return list.SizedFields.Count == 0
            ? weight + (times * size * Below(field, selection, null, 1))
            : weight + (times * Below(field, selection, list.SizedFields, size));
    }

    private double Below(FieldPlan field, SelectionPlan selection, IReadOnlyList<string>? sizedFields, double size)
    {
        if (field.Field.Type.NamedType() is ObjectType only)
        {
            return Of(selection, only, sizedFields, size);
        }

        var dearest = 0d;
        foreach (var type in schema.PossibleTypes((IAbstractType)field.Field.Type.NamedType()))
        {
            dearest = Math.Max(dearest, Of(selection, type, sizedFields, size));
        }

        return dearest;
    }

    private double Of(SelectionPlan selection, ObjectType type, IReadOnlyList<string>? sizedFields, double size)
    {
        // Selections are shared between positions; their own cost is reckoned once, however often they are asked for.
        if (sizedFields is null && _known.TryGetValue((selection, type), out var known))
        {
            return known;
        }

        _known[(selection, type)] = 0;
        var sum = 0d;
        foreach (var field in selection.For(type).Fields)
        {
            sum += Of(field, sizedFields is not null && sizedFields.Contains(field.Field.Name) ? size : 1);
        }

        if (sizedFields is null)
        {
            _known[(selection, type)] = sum;
        }
        else
        {
            _known.Remove((selection, type));
        }

        return sum;
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
