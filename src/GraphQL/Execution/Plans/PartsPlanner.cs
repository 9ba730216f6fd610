using Exams.GraphQL.Language;
using Exams.GraphQL.Types;

namespace Exams.GraphQL.Execution.Plans;

/// <summary>Divides the fields of an object into those that are written now and those that come with deferred fragments
/// (incremental delivery, "Execution Plan Generation").</summary>
/// <param name="operation">The plan that the fields belong to.</param>
/// <param name="type">The object type.</param>
/// <param name="within">The deferred fragments with which the object itself is written.</param>
/// <param name="isRoot">Whether it is the root of the operation.</param>
internal sealed class PartsPlanner(OperationPlan operation, ObjectType type, DeferUsage[] within, bool isRoot)
{
    private readonly List<FieldPlan> _now = [];
    private readonly OrderedDictionary<string, (DeferUsage[] Usages, List<FieldPlan> Fields)> _later = new(StringComparer.Ordinal);

    /// <summary>The plan of what was collected.</summary>
    /// <param name="collected">Fields and deferred fragments.</param>
    /// <param name="fault">A condition that could not be decided; null when there was none.</param>
    /// <param name="whole">The object with everything in place.</param>
    /// <returns>The plan.</returns>
    public ObjectPlan Plan(PartsCollector collected, GraphQLError? fault, Func<ObjectPlan> whole)
    {
        var here = Key(within);
        foreach (var uses in collected.Fields.Values)
        {
            // Fields that the type does not have are left out, as graphql-js does with documents nobody validated.
            if (operation.Schema.Field(type, uses[0].Node.Name.Value) is not { } field)
            {
                continue;
            }

            var first = FirstToCome(uses);
            var key = Key(first);
            if (key == here)
            {
                _now.Add(Field(field, uses, within));
                continue;
            }

            if (!_later.TryGetValue(key, out var part))
            {
                _later[key] = part = (first, []);
            }

            part.Fields.Add(Field(field, uses, part.Usages));
        }

        var deferral = _later.Count == 0 && collected.Usages.Count == 0
            ? null
            : new Deferral(
                [.. collected.Usages],
                [.. _later.Values.Select(p => new DeferredFields(p.Usages, new ObjectPlan(type, [.. p.Fields], null)))]);
        return new ObjectPlan(type, [.. _now], fault) { Deferral = deferral, MakeWhole = whole };
    }

    private FieldPlan Field(OutputField field, List<(FieldNode Node, DeferUsage? Usage)> uses, DeferUsage[] part)
    {
        DeferUsage?[]? usages = uses.TrueForAll(u => u.Usage is null) ? null : [.. uses.Select(u => u.Usage)];
        return new FieldPlan(operation, type, field, new MergedField([.. uses.Select(u => u.Node)], usages, part, isWhole: false), isRoot);
    }

    // A field asked for in several places comes with the outermost of them; in several at once, with whichever comes first.
    private static DeferUsage[] FirstToCome(List<(FieldNode Node, DeferUsage? Usage)> uses)
    {
        var all = new HashSet<DeferUsage>();
        var ordered = new List<DeferUsage>();
        foreach (var (_, usage) in uses)
        {
            if (usage is null)
            {
                return [];
            }

            if (all.Add(usage))
            {
                ordered.Add(usage);
            }
        }

        if (ordered.Count > 1)
        {
            ordered.RemoveAll(usage =>
            {
                var around = usage.Parent;
                while (around is not null && !all.Contains(around))
                {
                    around = around.Parent;
                }

                return around is not null;
            });
        }

        return [.. ordered];
    }

    private static string Key(DeferUsage[] usages) => usages.Length switch
    {
        0 => "",
        1 => usages[0].Id.ToString(System.Globalization.CultureInfo.InvariantCulture),
        _ => string.Join(' ', usages.Select(u => u.Id).Order()),
    };
}
