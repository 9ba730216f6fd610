using System.Linq.Expressions;
using System.Reflection;
using Exams.GraphQL.Types;
using Exams.GraphQL.Types.Building;
using Exams.GraphQL.Types.Scalars;

namespace Exams.GraphQL.Data.Filters;

/// <summary>Makes the input objects of filters.</summary>
internal static class FilterTypes
{
    /// <summary>A filter over a .NET type's declared members.</summary>
    public static InputObjectType OfMembers(SchemaBuilding building, string name, string? description, List<FilterFieldDescriptor> members) =>
        Make(building, name, description, self =>
        {
            var parts = Combining(building, self);
            foreach (var member in members)
            {
                var property = (member.Member.Body as MemberExpression)?.Member as PropertyInfo;
                var fieldName = member.FieldName
                    ?? (property is null ? throw new SchemaException($"{name}: {member.Member} needs a name.") : Naming.Field(property));
                var type = new Lazy<InputObjectType>(() => OfMember(building, member));
                var field = new InputField(fieldName, type.Value)
                {
                    Description = member.FieldDescription ?? (property is null ? null : building.Docs.Of(property)),
                };
                parts.Add((field, new MemberField(fieldName, member.Member, () => type.Value)));
            }

            return parts;
        });

    /// <summary>A filter of operations on one value.</summary>
    /// <param name="building">The schema.</param>
    /// <param name="name">The filter's name.</param>
    /// <param name="value">The .NET type that is looked at.</param>
    /// <param name="operations">The operations, in order.</param>
    /// <param name="combines">Whether it has <c>and</c> and <c>or</c>.</param>
    public static InputObjectType OfOperations(
        SchemaBuilding building, string name, Type value, IReadOnlyList<FilterOperationDescriptor> operations, bool combines) =>
        Make(building, name, building.Generated("What a value must be like; all that is given must hold."), self =>
        {
            var parts = combines ? Combining(building, self) : [];
            foreach (var described in operations)
            {
                var operation = described.Operation;
                IType item = described.TypeClass is { } type ? building.Outputs.OfToken(type) : building.Leaves.Of(value)!;
                var shape = new TypeShape(value, true);
                if (FilterOperations.TakesList(operation))
                {
                    // An enum has no null among its names, so its lists have none either.
                    item = new ListType(item is EnumType ? new NonNullType(item) : item);
                    var element = value.IsValueType ? typeof(Nullable<>).MakeGenericType(value) : value;
                    shape = new TypeShape(typeof(List<>).MakeGenericType(element), true, shape);
                }

                var field = new InputField(FilterOperations.Name(operation), item)
                {
                    Description = building.Generated(FilterOperations.Meaning(operation)),
                    Convert = InputConverters.For(shape, null),
                    AppliedDirectives = [AppliedDirectives.Cost(described.IsNamed ? 10 : FilterOperations.Weight(operation))],
                };
                parts.Add((field, new OperationField(operation)));
            }

            return parts;
        });

    /// <summary>The filter of a .NET type that some class declares.</summary>
    public static InputObjectType Declared(SchemaBuilding building, Type filtered)
    {
        var declared = building.Registrations.DataInputs
            .Where(t => typeof(IFilterOf).IsAssignableFrom(t) && ((IFilterOf)Activator.CreateInstance(t, nonPublic: true)!).Filtered == filtered)
            .ToList();
        return declared switch
        {
            [var only] => building.Inputs.OfClass(only),
            [] => throw new SchemaException($"No filter is declared over {filtered}: a class deriving from FilterInputType<{filtered.Name}>."),
            _ => throw new SchemaException($"Several filters are declared over {filtered}; say which by Type<…>()."),
        };
    }

    private static InputObjectType OfMember(SchemaBuilding building, FilterFieldDescriptor member)
    {
        var type = member.Member.ReturnType;
        if (TypeShape.ItemType(type) is { } item)
        {
            var inside = member.TypeClass is null ? OfValue(building, item) : building.Inputs.OfClass(member.TypeClass);
            var name = building.Leaves.Of(item) is null ? $"ListFilterInputTypeOf{inside.Name}" : $"List{inside.Name}";
            return building.GetOrAdd(name, () => OfList(building, name, item, inside));
        }

        return member.TypeClass is null ? OfValue(building, type) : building.Inputs.OfClass(member.TypeClass);
    }

    private static InputObjectType OfValue(SchemaBuilding building, Type type)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (building.Leaves.Of(type) is not { } leaf)
        {
            return Declared(building, type);
        }

        var operations = type == typeof(string) ? FilterOperations.Text
            : type == typeof(bool) ? FilterOperations.Truth
            : type.IsEnum || type == typeof(Uri) || (leaf is IBoundScalar && !building.Leaves.IsBuiltIn(type)) ? FilterOperations.Equality
            : FilterOperations.Ordered;
        var name = $"{(leaf is UuidType ? "Uuid" : leaf.Name)}OperationFilterInput";
        return building.GetOrAdd(name, () => OfOperations(
            building, name, type, [.. operations.Select(o => new FilterOperationDescriptor(o))], combines: type == typeof(string)));
    }

    private static InputObjectType OfList(SchemaBuilding building, string name, Type item, InputObjectType inside)
    {
        var fields = new List<(InputField, FilterField)>();
        foreach (var quantifier in (string[])["all", "none", "some", "any"])
        {
            var field = new InputField(quantifier, quantifier == "any" ? SpecifiedScalars.Boolean : inside)
            {
                Description = building.Generated(quantifier switch
                {
                    "all" => "Holds for every item.",
                    "none" => "Holds for no item.",
                    "some" => "Holds for at least one item.",
                    _ => "Whether there is any item at all.",
                }),
                AppliedDirectives = [AppliedDirectives.Cost(10)],
            };
            fields.Add((field, new ListField(quantifier, item)));
        }

        return Finish(name, building.Generated("What the items of a list must be like; all that is given must hold."), _ => fields);
    }

    private static InputObjectType Make(
        SchemaBuilding building, string name, string? description, Func<InputObjectType, List<(InputField, FilterField)>> parts) =>
        building.GetOrAdd(name, () => Finish(name, description, parts));

    private static InputObjectType Finish(string name, string? description, Func<InputObjectType, List<(InputField Input, FilterField Meaning)>> parts)
    {
        InputObjectType type = null!;
        var made = new Lazy<List<(InputField Input, FilterField Meaning)>>(() => parts(type));
        var meanings = new Lazy<FilterField[]>(() => [.. made.Value.Select(p => p.Meaning)]);
        return type = new InputObjectType(name, () => made.Value.Select(p => p.Input))
        {
            Description = description,
            Create = values => new FilterValue(meanings.Value, values),
        };
    }

    private static List<(InputField, FilterField)> Combining(SchemaBuilding building, InputObjectType self)
    {
        var several = new ListType(new NonNullType(self));
        return
        [
            (new InputField("and", several) { Description = building.Generated("All of these hold.") }, new CombiningField(any: false)),
            (new InputField("or", several) { Description = building.Generated("At least one of these holds.") }, new CombiningField(any: true)),
        ];
    }
}
