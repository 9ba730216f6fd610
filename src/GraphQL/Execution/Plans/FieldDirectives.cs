using Exams.GraphQL.Execution.Resolution;
using Exams.GraphQL.Language;
using Exams.GraphQL.Types;

namespace Exams.GraphQL.Execution.Plans;

/// <summary>Resolvers with directives around them.</summary>
internal static class FieldDirectives
{
    /// <summary>Puts what stands at a field's selections around its resolver; the first directive is the outermost.</summary>
    /// <param name="operation">The plan.</param>
    /// <param name="nodes">The merged selections. A directive that several of them have stands there once, and they must agree on it.</param>
    /// <param name="resolver">The field's own resolver.</param>
    /// <returns>The resolver to call; null when there is no such directive.</returns>
    public static Func<IResolverContext, ValueTask<object?>>? Around(OperationPlan operation, FieldNode[] nodes, FieldResolver? resolver)
    {
        Func<IResolverContext, ValueTask<object?>>? around = null;
        foreach (var same in nodes.SelectMany(node => node.Directives).GroupBy(node => node.Name.Value, StringComparer.Ordinal).Reverse())
        {
            if (operation.Schema.FieldDirective(same.Key) is { } directive)
            {
                around = same.Select(Said).Distinct(StringComparer.Ordinal).Count() > 1
                    ? Refusing(operation, same.Key, same.Last())
                    : Around(operation, directive, same.First(), around ?? Plain(resolver));
            }
        }

        return around;
    }

    private static Func<IResolverContext, ValueTask<object?>> Around(
        OperationPlan operation, FieldDirective directive, DirectiveNode node, Func<IResolverContext, ValueTask<object?>> next)
    {
        var arguments = new ArgumentsPlan(directive.Definition.Arguments, node.Arguments, node, operation.Source, operation.NextArguments);
        return context =>
        {
            var given = arguments.For(((ResolverContext)context).Variables);
            return given.Fault is { } fault
                ? ValueTask.FromException<object?>(fault)
                : directive.ResolveAsync(context, given.Values, () => next(context));
        };
    }

    // One field is resolved once, and nobody could say which of two directives it should go by.
    private static Func<IResolverContext, ValueTask<object?>> Refusing(OperationPlan operation, string name, DirectiveNode node)
    {
        var fault = new GraphQLException(GraphQLError.At($"Selections of one field have \"@{name}\" with different arguments.", operation.Source, node));
        return _ => ValueTask.FromException<object?>(fault);
    }

    private static string Said(DirectiveNode node) =>
        string.Join(',', node.Arguments.OrderBy(one => one.Name.Value, StringComparer.Ordinal).Select(one => $"{one.Name.Value}:{Printer.Print(one.Value)}"));

    private static Func<IResolverContext, ValueTask<object?>> Plain(FieldResolver? resolver) => resolver switch
    {
        TaskResolver task => task.Call,
        MethodResolver method => context => new ValueTask<object?>(method.Call(context)),
        PropertyResolver property => context => new ValueTask<object?>(property.Read(context.Source!)),
        _ => context => new ValueTask<object?>(context.EventMessage),
    };
}
