using System.Linq.Expressions;
using System.Reflection;
using Exams.GraphQL.Types;
using Exams.GraphQL.Types.Building;

namespace Exams.GraphQL.Data.Paging;

/// <summary>Gives resolvers what the client asked of their connection.</summary>
internal sealed class PagingArgumentsBinder : IParameterBinder
{
    /// <inheritdoc/>
    public Expression? Bind(ParameterInfo parameter, Expression context)
    {
        if (parameter.ParameterType != typeof(PagingArguments))
        {
            return null;
        }

        var options = parameter.Member.GetCustomAttribute<UsePagingAttribute>()?.Options
            ?? throw new SchemaException($"{parameter.Member.DeclaringType}.{parameter.Member.Name}: PagingArguments need [UsePaging].");
        return Expression.Call(typeof(PageRequest), nameof(PageRequest.OfKeys), null, context, Expression.Constant(options));
    }
}
