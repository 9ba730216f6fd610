using System.Runtime.CompilerServices;
using Exams.GraphQL.Data.Paging;
using Exams.GraphQL.Types.Building;
using Exams.GraphQL.Types.Pagination;

namespace Exams.GraphQL.Types;

/// <summary>The list becomes a connection: clients read it page by page (Relay, "Cursor Connections"). Queries are cut by keyset in
/// the database, with the entity's key as last sort key; lists in memory by index; a method may also cut its own
/// <see cref="Connection{T}"/>.</summary>
public sealed class UsePagingAttribute : ObjectFieldDescriptorAttribute
{
    /// <summary>Pages of a list.</summary>
    /// <param name="type">A schema type for the items; null for what the method's type says.</param>
    /// <param name="order">Where the attribute stands among the others: the line it is written on.</param>
    public UsePagingAttribute(Type? type = null, [CallerLineNumber] int order = 0) : base(order) => Type = type;

    /// <summary>A schema type for the items; null for what the method's type says.</summary>
    public Type? Type { get; }

    /// <summary>The connection's name without "Connection"; null for the field's.</summary>
    public string? ConnectionName { get; set; }

    /// <summary>Whether the connection has <c>totalCount</c>.</summary>
    public bool IncludeTotalCount { get; set; }

    /// <summary>Items in a page when the client does not say; 0 for 10.</summary>
    public int DefaultPageSize { get; set; }

    /// <summary>Most items in a page; 0 for 50.</summary>
    public int MaxPageSize { get; set; }

    /// <summary>Whether <c>last</c> and <c>before</c> are offered.</summary>
    public bool AllowBackwardPagination { get; set; } = true;

    /// <summary>Whether the client must say <c>first</c> or <c>last</c>.</summary>
    public bool RequirePagingBoundaries { get; set; }

    /// <summary>How the connection is cut.</summary>
    internal PagingOptions Options => new(
        DefaultPageSize > 0 ? DefaultPageSize : 10, MaxPageSize > 0 ? MaxPageSize : 50, IncludeTotalCount, AllowBackwardPagination, RequirePagingBoundaries);

    internal override void Apply(FieldDraft field, SchemaBuilding building)
    {
        var shape = field.Shape ?? throw new SchemaException($"{field.Name}: only methods and properties can be paged.");
        var handmade = TypeShape.ArgumentOf(shape.Runtime, typeof(Connection<>));
        var item = (handmade is null ? shape.Item : TypeShape.Of(handmade))
            ?? throw new SchemaException($"{field.Member?.DeclaringType}.{field.Member?.Name}: [UsePaging] needs a list or a Connection<T>.");
        var options = Options;
        var itemType = Type is null ? building.Outputs.Of(item) : building.Outputs.OfToken(Type);
        field.Type = ConnectionTypes.Of(building, ConnectionName ?? Naming.PascalCase(field.Name), itemType, options);
        field.ListSize = new ListSize(
            options.Max, Math.Min(options.Default, options.Max), options.Backward ? ["first", "last"] : ["first"], ["edges", "nodes"], options.MustBound);
        PagingFields.Add(field, options);
        var arguments = PagingFields.Of(field);
        field.Guards.Add(context => PageRequest.Check(context, arguments, options));
        if (TypeShape.ArgumentOf(shape.Runtime, typeof(Page<>)) is not null)
        {
            field.Steps.Insert(0, (ResultStep)Activator.CreateInstance(typeof(LoadedPageStep<>).MakeGenericType(item.Runtime))!);
        }
        else if (handmade is null)
        {
            field.Steps.Insert(0, (ResultStep)Activator.CreateInstance(typeof(PagingStep<>).MakeGenericType(item.Runtime), options)!);
        }
    }
}
