using System.Linq.Expressions;
using System.Reflection;
using Exams.GraphQL.Execution.Batches;
using Exams.GraphQL.Types;
using Exams.GraphQL.Types.Building;

namespace Exams.GraphQL.Configuration;

/// <summary>Gives resolvers the request's data loaders.</summary>
internal sealed class DataLoaderBinder : IParameterBinder
{
    /// <inheritdoc/>
    public Expression? Bind(ParameterInfo parameter, Expression context) => typeof(IDataLoader).IsAssignableFrom(parameter.ParameterType)
        ? Expression.Call(typeof(DataLoaderBinder), nameof(Current), [parameter.ParameterType], context)
        : null;

    /// <inheritdoc/>
    public bool LetsContextGo(ParameterInfo parameter) => true;

    // Loaders belong to the request, so a node's own scope does not count.
    private static T Current<T>(IResolverContext context) where T : notnull =>
        (context is NodeContext node ? node.Inner : context).Service<T>();
}
