using System.Linq.Expressions;
using System.Reflection;
using System.Security.Claims;

namespace Exams.GraphQL.Types.Building;

/// <summary>Binds parameters that only another chapter understands, e.g. data loaders and database contexts.</summary>
internal interface IParameterBinder
{
    /// <summary>How a parameter gets its value; null when this binder does not know it.</summary>
    /// <param name="parameter">The parameter.</param>
    /// <param name="context">The <see cref="IResolverContext"/>.</param>
    Expression? Bind(ParameterInfo parameter, Expression context);

    /// <summary>Whether a parameter that this binder binds never looks at the context once it has its value.</summary>
    /// <param name="parameter">The parameter.</param>
    /// <returns>False unless the binder knows.</returns>
    bool LetsContextGo(ParameterInfo parameter) => false;
}

/// <summary>Where the parameters of a method get their values: name of an argument, or a way from the context.</summary>
/// <param name="Method">The method.</param>
/// <param name="Sources">One for each parameter.</param>
internal sealed record ParameterPlan(MethodInfo Method, IReadOnlyList<ParameterSource> Sources)
{
    /// <summary>Whether the method looks at its parent and at nothing else.</summary>
    public bool IsParentOnly => Method.IsStatic
        ? Sources is [{ IsParent: true }]
        : Sources.Count == 0;

    /// <summary>Members of the parent that the method reads, as <see cref="ParentAttribute.Requires"/> says; null when it may read
    /// any.</summary>
    public IReadOnlyList<string>? Reads
    {
        get
        {
            if (!Method.IsStatic || Sources.Any(s => s.Parameter.ParameterType == typeof(IResolverContext)))
            {
                return null;
            }

            var parents = Sources.Where(s => s.IsParent)
                .Select(s => s.Parameter.GetCustomAttribute<ParentAttribute>()?.Requires).ToArray();
            return parents.Contains(null) ? null : [.. parents.SelectMany(r => r!.Split([' ', ',', '{', '}', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries))];
        }
    }

    /// <summary>Whether the method may look at the context after it has returned, e.g. in a task or an iterator.</summary>
    public bool KeepsContext => Sources.Any(s => s.KeepsContext);

    /// <summary>The call of the method.</summary>
    /// <param name="context">The <see cref="IResolverContext"/>.</param>
    /// <param name="arguments">The field's arguments in order.</param>
    public Expression Call(Expression context, IReadOnlyList<InputField> arguments)
    {
        var instance = Method.IsStatic
            ? null
            : Expression.Convert(Expression.Property(context, nameof(IResolverContext.Source)), Method.DeclaringType!);
        return Expression.Call(instance, Method, Sources.Select(s => s.Value(context, arguments)));
    }
}

/// <summary>Where one parameter gets its value.</summary>
/// <param name="Parameter">The parameter.</param>
/// <param name="Inject">From the context; null for an argument.</param>
/// <param name="Argument">The argument's name; null when it is injected.</param>
/// <param name="IsParent">Whether it is the parent object.</param>
/// <param name="KeepsContext">Whether it is the context, or may hold it.</param>
internal sealed record ParameterSource(
    ParameterInfo Parameter, Func<Expression, Expression>? Inject, string? Argument = null, bool IsParent = false, bool KeepsContext = false)
{
    /// <summary>The value.</summary>
    public Expression Value(Expression context, IReadOnlyList<InputField> arguments)
    {
        if (Inject is not null)
        {
            return Inject(context);
        }

        for (var i = 0; i < arguments.Count; i++)
        {
            if (arguments[i].Name == Argument)
            {
                return Expression.Call(
                    typeof(ResolverRuntime), nameof(ResolverRuntime.Argument), [Parameter.ParameterType], context, Expression.Constant(i));
            }
        }

        throw new SchemaException($"{Parameter.Member.DeclaringType}.{Parameter.Member.Name}: there is no argument {Argument}.");
    }
}

/// <summary>Decides what the parameters of a resolver are. What nothing else claims is an argument.</summary>
internal sealed class ParameterBinding(SchemaBuilding building, IReadOnlyList<IParameterBinder> binders)
{
    /// <summary>Binds a method's parameters and adds its arguments to the field.</summary>
    public ParameterPlan Plan(MethodInfo method, FieldDraft draft)
    {
        var sources = new List<ParameterSource>();
        foreach (var parameter in method.GetParameters())
        {
            var source = Injected(parameter);
            if (source is null)
            {
                var argument = building.Inputs.Argument(parameter);
                draft.Arguments.Add(argument);
                source = new ParameterSource(parameter, null, argument.Name);
            }

            sources.Add(source);
        }

        return new ParameterPlan(method, sources);
    }

    /// <summary>Binds the parameters of a method that takes its arguments from a field that is already there.</summary>
    public ParameterPlan PlanWithin(MethodInfo method) => new(method, [.. method.GetParameters()
        .Select(p => Injected(p) ?? new ParameterSource(p, null, Naming.CamelCase(p.Name!)))]);

    /// <summary>Binds a parameter that is not an argument; null when it is one.</summary>
    public ParameterSource? Injected(ParameterInfo parameter)
    {
        var type = parameter.ParameterType;
        if (parameter.IsDefined(typeof(ParentAttribute), inherit: false))
        {
            return new ParameterSource(parameter, c => Convert(c, nameof(IResolverContext.Source), type), IsParent: true);
        }

        if (parameter.IsDefined(typeof(EventMessageAttribute), inherit: false))
        {
            return new ParameterSource(parameter, c => Convert(c, nameof(IResolverContext.EventMessage), type));
        }

        if (parameter.GetCustomAttribute<IsSelectedAttribute>() is { } selected)
        {
            return new ParameterSource(parameter, c => Expression.Call(
                c, nameof(IResolverContext.IsSelected), null, Expression.Constant(selected.FieldName)));
        }

        if (WellKnown(type) is { } known)
        {
            return new ParameterSource(parameter, known, KeepsContext: type == typeof(IResolverContext));
        }

        foreach (var binder in binders)
        {
            if (binder.Bind(parameter, Expression.Parameter(typeof(IResolverContext))) is not null)
            {
                return new ParameterSource(parameter, c => binder.Bind(parameter, c)!, KeepsContext: !binder.LetsContextGo(parameter));
            }
        }

        return IsService(type) ? new ParameterSource(parameter, c => Service(c, parameter)) : null;
    }

    private static UnaryExpression Convert(Expression context, string property, Type type) =>
        Expression.Convert(Expression.Property(context, property), type);

    private static Func<Expression, Expression>? WellKnown(Type type)
    {
        var property = type == typeof(CancellationToken) ? nameof(IResolverContext.RequestAborted)
            : type == typeof(ClaimsPrincipal) ? nameof(IResolverContext.User)
            : type == typeof(IServiceProvider) ? nameof(IResolverContext.Services)
            : null;
        if (type == typeof(IResolverContext))
        {
            return c => c;
        }

        return property is null ? null : c => Expression.Property(c, property);
    }

    // A container answers for every IEnumerable<T>, so lists and leaves are never asked for.
    private bool IsService(Type type) =>
        !type.IsValueType
        && type != typeof(string)
        && TypeShape.ItemType(type) is null
        && building.Leaves.Of(type) is null
        && building.Offered?.IsService(type) == true;

    private static MethodCallExpression Service(Expression context, ParameterInfo parameter)
    {
        var optional = new NullabilityInfoContext().Create(parameter).ReadState == NullabilityState.Nullable;
        var name = optional ? nameof(ResolverRuntime.OptionalService) : nameof(ResolverRuntime.Service);
        return Expression.Call(typeof(ResolverRuntime), name, [parameter.ParameterType], context);
    }
}
