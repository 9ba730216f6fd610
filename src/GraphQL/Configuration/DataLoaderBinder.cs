using System.Linq.Expressions;
using System.Reflection;
using Exams.GraphQL.Execution.Batches;
using Exams.GraphQL.Execution.Resolution;
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

    // Loaders belong to the request, so a node's own scope does not count. The class is named because a generic method of an interface
    // would be searched for at every call.
    private static T Current<T>(IResolverContext context) where T : notnull
    {
        var field = context is NodeContext node ? node.Inner : context;
        return field is ResolverContext own ? own.Service<T>() : field.Service<T>();
    }
}
