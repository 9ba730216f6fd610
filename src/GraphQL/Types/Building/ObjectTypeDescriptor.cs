using System.Linq.Expressions;
using System.Reflection;

namespace Exams.GraphQL.Types.Building;

/// <summary>What a class says about its object type.</summary>
internal sealed class ObjectTypeDraft
{
    /// <summary>The name; null for the class' own.</summary>
    public string? Name { get; set; }

    /// <summary>The description; null for the class' summary.</summary>
    public string? Description { get; set; }

    /// <summary>True when only described members are fields.</summary>
    public bool IsExplicit { get; set; }

    /// <summary>Described fields in described order.</summary>
    public List<ObjectFieldDescriptor> Fields { get; } = [];

    /// <summary>.NET interfaces named beyond those the class implements.</summary>
    public List<Type> Interfaces { get; } = [];

    /// <summary>Who may see values of the type.</summary>
    public List<AuthorizeRule> Authorize { get; } = [];
}

/// <summary>Takes down what is said about an object type.</summary>
/// <typeparam name="T">The .NET type behind it.</typeparam>
internal sealed class ObjectTypeDescriptor<T> : IObjectTypeDescriptor<T>
{
    /// <summary>What was said.</summary>
    public ObjectTypeDraft Draft { get; } = new();

    public IObjectTypeDescriptor<T> Name(string value)
    {
        Draft.Name = value;
        return this;
    }

    public IObjectTypeDescriptor<T> Description(string? value)
    {
        Draft.Description = value;
        return this;
    }

    public IObjectTypeDescriptor<T> BindFieldsExplicitly()
    {
        Draft.IsExplicit = true;
        return this;
    }

    public IObjectFieldDescriptor Field<TValue>(Expression<Func<T, TValue>> propertyOrMethod)
    {
        var body = propertyOrMethod.Body is UnaryExpression { NodeType: ExpressionType.Convert } convert ? convert.Operand : propertyOrMethod.Body;
        MemberInfo member = body switch
        {
            MemberExpression { Member: PropertyInfo property } => typeof(T).GetProperty(property.Name) ?? property,
            MethodCallExpression { Object: not null } call => call.Method,
            _ => throw new SchemaException($"{propertyOrMethod} names no property or method of {typeof(T)}."),
        };
        return Add(new ObjectFieldDescriptor { Member = member });
    }

    public IObjectFieldDescriptor Field(string name) => Add(new ObjectFieldDescriptor { FieldName = name });

    public IObjectTypeDescriptor<T> Implements<TInterface>()
    {
        Draft.Interfaces.Add(typeof(TInterface));
        return this;
    }

    public IObjectTypeDescriptor<T> Authorize()
    {
        Draft.Authorize.Add(new AuthorizeRule(null, []));
        return this;
    }

    public IObjectTypeDescriptor<T> Authorize(params string[] roles)
    {
        Draft.Authorize.Add(new AuthorizeRule(null, [.. roles.Order(StringComparer.Ordinal)]));
        return this;
    }

    public IObjectTypeDescriptor<T> Authorize(string policy, ApplyPolicy apply = ApplyPolicy.BeforeResolver)
    {
        Draft.Authorize.Add(new AuthorizeRule(policy, []));
        return this;
    }

    private ObjectFieldDescriptor Add(ObjectFieldDescriptor field)
    {
        Draft.Fields.Add(field);
        return field;
    }
}
