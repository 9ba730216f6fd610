using System.Linq.Expressions;
using System.Reflection;

namespace Exams.GraphQL.Types.Building;

/// <summary>Compiles members into delegates, so that no request pays for reflection.</summary>
internal static class ResolverCompiler
{
    /// <summary>The resolver of a field.</summary>
    /// <param name="draft">The field.</param>
    /// <param name="plan">Its method's parameters; null for a property.</param>
    /// <param name="id">Set when its value is a global id.</param>
    public static FieldResolver Compile(FieldDraft draft, ParameterPlan? plan, IdSpec? id)
    {
        if (plan is null)
        {
            return Property(draft, (PropertyInfo)draft.Member!, id);
        }

        var waits = draft.Steps.Count > 0 || draft.Guards.Count > 0 || MethodShape.Promise(plan.Method.ReturnType) is not null || MethodShape.IsDeferred(plan.Method.ReturnType);
        if (waits)
        {
            // Steps, streams and queries look at the context while they work.
            var returned = MethodShape.Promise(plan.Method.ReturnType);
            var needsContext = plan.KeepsContext || draft.Steps.Count > 0 || returned is null || MethodShape.IsDeferred(returned);
            return new TaskResolver(Waiting(draft, plan)) { KeepsContext = needsContext };
        }

        return plan.IsParentOnly && draft.Parent is not null ? ParentOnly(draft, plan, id) : new MethodResolver(Sync(draft, plan)) { KeepsContext = plan.KeepsContext };
    }

    /// <summary>A method whose value may come later, its steps included.</summary>
    public static Func<IResolverContext, ValueTask<object?>> Waiting(FieldDraft draft, ParameterPlan plan)
    {
        var context = Expression.Parameter(typeof(IResolverContext), "context");
        var call = plan.Call(context, draft.Arguments);
        var returned = plan.Method.ReturnType;
        var steps = draft.Steps.ToArray();
        var value = MethodShape.Promise(returned) ?? returned;
        Expression body;
        if (returned.IsGenericType && returned.GetGenericTypeDefinition() == typeof(Task<>))
        {
            body = Runtime(nameof(ResolverRuntime.OfTask), value, call);
        }
        else if (returned.IsGenericType && returned.GetGenericTypeDefinition() == typeof(ValueTask<>))
        {
            body = Runtime(nameof(ResolverRuntime.OfValueTask), value, call);
        }
        else if (steps.Length == 0 && typeof(IQueryable).IsAssignableFrom(value))
        {
            body = Runtime(nameof(ResolverRuntime.OfQuery), TypeShape.ItemType(value)!, call, context);
        }
        else if (steps.Length == 0 && TypeShape.ArgumentOf(value, typeof(IAsyncEnumerable<>)) is { } streamed)
        {
            body = Runtime(nameof(ResolverRuntime.OfStream), streamed, call, context);
        }
        else
        {
            body = Expression.New(typeof(ValueTask<object?>).GetConstructor([typeof(object)])!, Expression.Convert(call, typeof(object)));
        }

        if (steps.Length > 0 || (value != returned && MethodShape.IsDeferred(value)))
        {
            var item = TypeShape.ItemType(value) ?? typeof(object);
            body = Runtime(nameof(ResolverRuntime.Run), item, body, Expression.Constant(steps), context);
        }

        var compiled = Expression.Lambda<Func<IResolverContext, ValueTask<object?>>>(body, context).Compile();
        if (draft.Guards.Count > 0)
        {
            Action<IResolverContext>[] guards = [.. draft.Guards];
            var guarded = compiled;
            compiled = c =>
            {
                foreach (var guard in guards)
                {
                    guard(c);
                }

                return guarded(c);
            };
        }

        return draft.Finish is { } finish ? async c => finish(await compiled(c)) : compiled;
    }

    private static Func<IResolverContext, object?> Sync(FieldDraft draft, ParameterPlan plan)
    {
        var context = Expression.Parameter(typeof(IResolverContext), "context");
        var call = Expression.Convert(plan.Call(context, draft.Arguments), typeof(object));
        var compiled = Expression.Lambda<Func<IResolverContext, object?>>(call, context).Compile();
        return draft.Finish is { } finish ? c => finish(compiled(c)) : compiled;
    }

    private static FieldResolver Property(FieldDraft draft, PropertyInfo property, IdSpec? id)
    {
        if (property.GetMethod!.IsStatic)
        {
            var get = Expression.Lambda<Func<object?>>(Expression.Convert(Expression.Property(null, property), typeof(object))).Compile();
            return new MethodResolver(draft.Finish is { } finish ? _ => finish(get()) : _ => get()) { KeepsContext = false };
        }

        return Read(draft, parent => Expression.Property(Expression.Convert(parent, property.DeclaringType!), property), id);
    }

    private static PropertyResolver ParentOnly(FieldDraft draft, ParameterPlan plan, IdSpec? id) => Read(
        draft,
        parent => plan.Method.IsStatic
            ? Expression.Call(plan.Method, Expression.Convert(parent, plan.Method.GetParameters()[0].ParameterType))
            : Expression.Call(Expression.Convert(parent, plan.Method.DeclaringType!), plan.Method),
        id);

    private static PropertyResolver Read(FieldDraft draft, Func<Expression, Expression> read, IdSpec? id)
    {
        var parent = Expression.Parameter(typeof(object), "parent");
        var value = read(parent);
        var compiled = Expression.Lambda<Func<object, object?>>(Expression.Convert(value, typeof(object)), parent).Compile();
        var finish = draft.Finish;
        return new PropertyResolver(finish is null ? compiled : p => finish(compiled(p)))
        {
            WriteLeaf = LeafWriters.Compile(draft, parent, value, id),
        };
    }

    private static MethodCallExpression Runtime(string method, Type type, params Expression[] arguments) =>
        Expression.Call(typeof(ResolverRuntime), method, [type], arguments);
}
