using System.Linq.Expressions;
using System.Reflection;
using Exams.GraphQL.Data.Paging;
using Exams.GraphQL.Types;
using Exams.GraphQL.Types.Building;

namespace Exams.GraphQL.Data.Sorting;

/// <summary>Which end comes first.</summary>
internal enum SortDirection
{
    /// <summary>The smallest.</summary>
    Ascending,

    /// <summary>The largest.</summary>
    Descending,
}

/// <summary>Makes the input objects of sorting.</summary>
internal static class SortTypes
{
    /// <summary>A sort input over a .NET type's declared members.</summary>
    public static InputObjectType OfMembers(SchemaBuilding building, string name, string? description, List<SortFieldDescriptor> members) =>
        building.GetOrAdd(name, () =>
        {
            var made = new Lazy<List<(InputField Input, SortField Meaning)>>(() => [.. members.Select(m => Field(building, name, m))]);
            return new InputObjectType(name, () => made.Value.Select(f => f.Input))
            {
                Description = description,
                CreateInOrder = (values, places) => new SortValue([.. places.Select(p => (made.Value[p].Meaning, values[p].Value))]),
            };
        });

    /// <summary>The sort input of a .NET type that some class declares.</summary>
    public static InputObjectType Declared(SchemaBuilding building, Type sorted)
    {
        var declared = building.Registrations.DataInputs
            .Where(t => typeof(ISortOf).IsAssignableFrom(t) && ((ISortOf)Activator.CreateInstance(t, nonPublic: true)!).Sorted == sorted)
            .ToList();
        return declared switch
        {
            [var only] => building.Inputs.OfClass(only),
            [] => throw new SchemaException($"No sort input is declared over {sorted}: a class deriving from SortInputType<{sorted.Name}>."),
            _ => throw new SchemaException($"Several sort inputs are declared over {sorted}; say which by Type<…>()."),
        };
    }

    private static (InputField Input, SortField Meaning) Field(SchemaBuilding building, string name, SortFieldDescriptor member)
    {
        var property = (member.Member.Body as MemberExpression)?.Member as PropertyInfo;
        var fieldName = member.FieldName
            ?? (property is null ? throw new SchemaException($"{name}: {member.Member} needs a name.") : Naming.Field(property));
        var type = Nullable.GetUnderlyingType(member.Member.ReturnType) ?? member.Member.ReturnType;
        var nested = member.TypeClass is not null && typeof(SortInputType).IsAssignableFrom(member.TypeClass) ? building.Inputs.OfClass(member.TypeClass)
            : building.Leaves.Of(type) is null ? Declared(building, type)
            : null;
        var input = new InputField(fieldName, nested ?? (IType)building.GetOrAdd("SortEnumType", () => Direction(building)))
        {
            Description = member.FieldDescription ?? (property is null ? null : building.Docs.Of(property)),
            AppliedDirectives = [AppliedDirectives.Cost(10)],
        };
        return (input, new SortField(fieldName, member.Member));
    }

    private static EnumType Direction(SchemaBuilding building) => new(
        "SortEnumType",
        [
            new EnumValue("ASC", SortDirection.Ascending) { Description = building.Generated("The smallest first.") },
            new EnumValue("DESC", SortDirection.Descending) { Description = building.Generated("The largest first.") },
        ])
    {
        Description = building.Generated("Which end comes first."),
    };
}

/// <summary>What one field of a sort input means.</summary>
internal sealed class SortField
{
    /// <summary>A field's meaning.</summary>
    /// <param name="name">Its name in the schema.</param>
    /// <param name="member">From item to member.</param>
    public SortField(string name, LambdaExpression member)
    {
        // Cursors name their order by its text, so the item is called the same everywhere.
        var item = Expression.Parameter(member.Parameters[0].Type, "x");
        (Name, Member) = (name, Expression.Lambda(new Replacement(member.Parameters[0], item).Visit(member.Body), item));
    }

    /// <summary>Its name in the schema.</summary>
    public string Name { get; }

    /// <summary>From item to member.</summary>
    public LambdaExpression Member { get; }

    /// <summary>The member of an item given as expression.</summary>
    public Expression Of(Expression item) => new Replacement(Member.Parameters[0], item).Visit(Member.Body);
}

/// <summary>A sort input as a client sent it, its fields in written order.</summary>
/// <param name="fields">The given fields with their values.</param>
internal sealed class SortValue(IReadOnlyList<(SortField Field, object? Value)> fields)
{
    /// <summary>The sort keys in order.</summary>
    /// <param name="item">The item's parameter.</param>
    /// <param name="at">Where this input stands: the item, or a member of it.</param>
    public IEnumerable<(LambdaExpression Key, bool Descending)> Keys(ParameterExpression item, Expression at)
    {
        foreach (var (field, value) in fields)
        {
            switch (value)
            {
                case SortValue nested:
                    foreach (var key in nested.Keys(item, field.Of(at)))
                    {
                        yield return key;
                    }

                    break;
                case SortDirection direction:
                    yield return (at == item ? field.Member : Expression.Lambda(field.Of(at), item), direction == SortDirection.Descending);
                    break;
                default:
                    throw new GraphQLException(ErrorBuilder.New()
                        .SetMessage($"The provided value for sorting `{field.Name}` is invalid. Null values are not supported.")
                        .SetCode("HC0026")
                        .Build());
            }
        }
    }
}
