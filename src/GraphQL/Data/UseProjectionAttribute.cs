using System.Reflection;
using System.Runtime.CompilerServices;
using Exams.GraphQL.Types;
using Exams.GraphQL.Types.Building;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Exams.GraphQL.Data;

/// <summary>Related objects that a request asks for are loaded with the items, in the query's own statement.</summary>
/// <remarks>Items themselves are loaded whole: fields may compute from any of their members, and a member that was left out would be
/// read as its default without anybody noticing.</remarks>
public sealed class UseProjectionAttribute : ObjectFieldDescriptorAttribute
{
    /// <summary>Loads what is asked for.</summary>
    /// <param name="order">Where the attribute stands among the others: the line it is written on.</param>
    public UseProjectionAttribute([CallerLineNumber] int order = 0) : base(order)
    {
    }

    internal override void Apply(FieldDraft field, SchemaBuilding building)
    {
        var item = field.Shape?.Item?.Runtime ?? throw new SchemaException($"{field.Name}: [UseProjection] needs a list.");
        field.Steps.Insert(0, (ResultStep)Activator.CreateInstance(typeof(ProjectionStep<>).MakeGenericType(item))!);
    }
}

/// <summary>Includes the related objects that are asked for directly below a field.</summary>
/// <typeparam name="T">The item's type.</typeparam>
internal sealed class ProjectionStep<T> : ResultStep where T : class
{
    private readonly (string Field, string Property)[] _members = [.. typeof(T)
        .GetProperties(BindingFlags.Public | BindingFlags.Instance)
        .Select(p => (Naming.Field(p), p.Name))];

    /// <inheritdoc/>
    public override ValueTask<object?> ApplyAsync(IResolverContext context, object? value)
    {
        if (value is IQueryable<T> query && QueryRoot.EntityOf(query.Expression) is { } entity && entity.ClrType == typeof(T))
        {
            foreach (var (field, property) in _members)
            {
                if (context.IsSelected(field) && IsReference(entity, property))
                {
                    query = query.Include(property);
                }
            }

            value = query;
        }

        return new ValueTask<object?>(value);
    }

    private static bool IsReference(IEntityType entity, string property) =>
        entity.FindNavigation(property) is not null || entity.FindSkipNavigation(property) is not null;
}
