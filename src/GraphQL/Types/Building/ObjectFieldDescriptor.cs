using System.Reflection;

namespace Exams.GraphQL.Types.Building;

/// <summary>Takes down what is said about a field.</summary>
internal sealed class ObjectFieldDescriptor : IObjectFieldDescriptor
{
    /// <summary>The member behind the field; null when a resolver stands alone.</summary>
    public MemberInfo? Member { get; init; }

    /// <summary>The name; null for the member's own.</summary>
    public string? FieldName { get; set; }

    /// <summary>The description; null for the member's summary.</summary>
    public string? FieldDescription { get; private set; }

    /// <summary>Why not to use it; null when the member says.</summary>
    public string? DeprecationReason { get; private set; }

    /// <summary>A class that stands for the type; null for the member's own type.</summary>
    public Type? TypeToken { get; private set; }

    /// <summary>True when the value is a global id.</summary>
    public bool IsId { get; private set; }

    /// <summary>The type's name in the global id; null for the declaring type's.</summary>
    public string? IdTypeName { get; private set; }

    /// <summary>Who may ask.</summary>
    public List<AuthorizeRule> Rules { get; } = [];

    /// <summary>The resolver; null for the member itself.</summary>
    public FieldResolver? Resolver { get; private set; }

    public IObjectFieldDescriptor Name(string value)
    {
        FieldName = value;
        return this;
    }

    public IObjectFieldDescriptor Description(string? value)
    {
        FieldDescription = value;
        return this;
    }

    public IObjectFieldDescriptor Deprecated(string? reason)
    {
        DeprecationReason = reason ?? "No longer supported";
        return this;
    }

    public IObjectFieldDescriptor Type<TType>() where TType : IOutputType
    {
        TypeToken = typeof(TType);
        return this;
    }

    public IObjectFieldDescriptor ID(string? typeName = null)
    {
        IsId = true;
        IdTypeName = typeName;
        return this;
    }

    public IObjectFieldDescriptor Authorize()
    {
        Rules.Add(new AuthorizeRule(null, []));
        return this;
    }

    public IObjectFieldDescriptor Authorize(params string[] roles)
    {
        Rules.Add(new AuthorizeRule(null, [.. roles.Order(StringComparer.Ordinal)]));
        return this;
    }

    public IObjectFieldDescriptor Authorize(string policy, ApplyPolicy apply = ApplyPolicy.BeforeResolver)
    {
        Rules.Add(new AuthorizeRule(policy, []));
        return this;
    }

    public IObjectFieldDescriptor Resolve(Func<IResolverContext, ValueTask<object?>> resolver)
    {
        Resolver = new TaskResolver(resolver);
        return this;
    }

    public IObjectFieldDescriptor Resolve(Func<IResolverContext, object?> resolver)
    {
        Resolver = new MethodResolver(resolver);
        return this;
    }
}
