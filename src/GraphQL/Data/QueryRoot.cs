using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Query;

namespace Exams.GraphQL.Data;

/// <summary>What a query reads in the end.</summary>
internal static class QueryRoot
{
    /// <summary>The entity whose set the query starts from; null for queries over anything else.</summary>
    /// <param name="expression">The query.</param>
    public static IEntityType? EntityOf(Expression expression)
    {
        while (expression is MethodCallExpression { Arguments.Count: > 0 } call)
        {
            expression = call.Arguments[0];
        }

        return (expression as EntityQueryRootExpression)?.EntityType;
    }
}
