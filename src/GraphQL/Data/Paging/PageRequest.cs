using Exams.GraphQL.Types;
using Exams.GraphQL.Types.Relay;
using Microsoft.Extensions.DependencyInjection;

namespace Exams.GraphQL.Data.Paging;

/// <summary>Reads what a client asked of a connection, and refuses what is out of bounds.</summary>
internal static class PageRequest
{
    /// <summary>What the client asked.</summary>
    /// <param name="context">The field's context.</param>
    /// <param name="options">How the connection is cut.</param>
    public static PagingArguments Of(IResolverContext context, PagingOptions options)
    {
        var (first, last) = (Number(context, "first"), Number(context, "last"));
        return new PagingArguments(
            first is null && last is null ? options.Size : first,
            Text(context, "after"),
            last,
            Text(context, "before"),
            options.TotalCount && context.IsSelected("totalCount"),
            context.IsSelected("pageInfo"));
    }

    /// <summary>What the client asked of a list whose cursors hold keys.</summary>
    /// <param name="context">The field's context.</param>
    /// <param name="options">How the connection is cut.</param>
    public static PagingArguments OfKeys(IResolverContext context, PagingOptions options) =>
        Of(context, options) with { KeyMask = context.Services.GetService<IKeyMask>() };

    /// <summary>Refuses page sizes that are out of bounds, before the resolver runs.</summary>
    /// <exception cref="GraphQLException"><c>HC0051</c> above the maximum, <c>HC0079</c> below 0, <c>HC0082</c> when not exactly one bound is given where
    /// one must be.</exception>
    public static void Check(IResolverContext context, IReadOnlySet<string> arguments, PagingOptions options)
    {
        var first = arguments.Contains("first") ? Number(context, "first") : null;
        var last = arguments.Contains("last") ? Number(context, "last") : null;
        Check(context, first, options);
        Check(context, last, options);
        if (options.MustBound && (first is null) == (last is null))
        {
            throw new GraphQLException(Error(context, "Exactly one slicing argument must be defined.", "HC0082").Build());
        }
    }

    /// <summary>The error for a cursor that is none of this list's.</summary>
    public static GraphQLException BadCursor(string argument, string cursor) => new(ErrorBuilder.New()
        .SetMessage($"The cursor specified in `{argument}` has an invalid format.")
        .SetExtension("argument", argument)
        .SetExtension("cursor", cursor)
        .SetCode("HC0078")
        .Build());

    private static void Check(IResolverContext context, int? size, PagingOptions options)
    {
        if (size < 0)
        {
            throw new GraphQLException(Error(context, "The requested number of values per page must be at least 0.", "HC0079")
                .SetExtension("requestedItems", size)
                .Build());
        }

        if (size > options.Max)
        {
            throw new GraphQLException(Error(context, "The maximum allowed items per page were exceeded.", "HC0051")
                .SetExtension("requestedItems", size)
                .SetExtension("maxAllowedItems", options.Max)
                .Build());
        }
    }

    private static IErrorBuilder Error(IResolverContext context, string message, string code) => ErrorBuilder.New()
        .SetMessage(message)
        .SetCode(code)
        .SetExtension("fieldCoordinate", $"{context.Field.DeclaringType}.{context.Field.Name}");

    private static int? Number(IResolverContext context, string name) =>
        context.Field.Argument(name) is { } argument && context.Argument(argument.Index).Value is int value ? value : null;

    private static string? Text(IResolverContext context, string name) =>
        context.Field.Argument(name) is { } argument ? context.Argument(argument.Index).Value as string : null;
}
