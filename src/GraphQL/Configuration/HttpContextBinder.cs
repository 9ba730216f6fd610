using System.Linq.Expressions;
using System.Reflection;
using Exams.GraphQL.Types;
using Exams.GraphQL.Types.Building;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Exams.GraphQL.Configuration;

/// <summary>Gives resolvers the HTTP request they run in.</summary>
internal sealed class HttpContextBinder : IParameterBinder
{
    /// <inheritdoc/>
    public Expression? Bind(ParameterInfo parameter, Expression context) => parameter.ParameterType == typeof(HttpContext)
        ? Expression.Call(typeof(HttpContextBinder), nameof(Current), null, context)
        : null;

    /// <inheritdoc/>
    public bool LetsContextGo(ParameterInfo parameter) => true;

    private static HttpContext? Current(IResolverContext context) => context.Services.GetRequiredService<IHttpContextAccessor>().HttpContext;
}
