using Exams.GraphQL.Execution.Resolution;
using Exams.GraphQL.Language;
using Exams.GraphQL.Types;

namespace Exams.GraphQL.Execution.Plans;

/// <summary>Resolvers with directives around them.</summary>
internal static class FieldDirectives
{
    /// <summary>Puts what stands at a field's selections around its resolver; the first directive is the outermost.</summary>
    /// <param name="operation">The plan.</param>
    /// <param name="nodes">The merged selections. A directive that several of them have counts once for each.</param>
    /// <param name="resolver">The field's own resolver.</param>
    /// <returns>The resolver to call; null when there is no such directive.</returns>
    public static Func<IResolverContext, ValueTask<object?>>? Around(OperationPlan operation, FieldNode[] nodes, FieldResolver? resolver)
    {
        Func<IResolverContext, ValueTask<object?>>? around = null;
        foreach (var node in nodes.Reverse().SelectMany(node => node.Directives.Reverse()))
        {
            if (operation.Schema.FieldDirective(node.Name.Value) is { } directive)
            {
                var arguments = new ArgumentsPlan(directive.Definition.Arguments, node.Arguments, node, operation.Source, operation.NextArguments);
                var next = around ?? Plain(resolver);
                around = context =>
                {
                    var given = arguments.For(((ResolverContext)context).Variables);
                    return given.Fault is { } fault
                        ? ValueTask.FromException<object?>(fault)
                        : directive.ResolveAsync(context, given.Values, () => next(context));
                };
            }
        }

        return around;
    }

    private static Func<IResolverContext, ValueTask<object?>> Plain(FieldResolver? resolver) => resolver switch
    {
        TaskResolver task => task.Call,
        MethodResolver method => context => new ValueTask<object?>(method.Call(context)),
        PropertyResolver property => context => new ValueTask<object?>(property.Read(context.Source!)),
        _ => context => new ValueTask<object?>(context.EventMessage),
    };
}
