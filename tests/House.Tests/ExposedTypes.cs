using System.Reflection;
using Exams.GraphQL.Types;

namespace Exams.House.Tests;

/// <summary>Walks from the root fields of the schema to every .NET type that stands behind it, by the members that are fields.</summary>
internal sealed class ExposedTypes(Assembly api)
{
    private readonly Dictionary<string, HashSet<string>> _fields = Contract.Types().OfType<ComplexType>()
        .ToDictionary(type => type.Name, type => type.Fields.Keys.ToHashSet(StringComparer.Ordinal), StringComparer.Ordinal);

    private readonly Dictionary<Type, string> _reached = [];
    private readonly Queue<(Type Type, string Way)> _open = new();

    /// <summary>The types with the way that leads to each.</summary>
    public IReadOnlyDictionary<Type, string> Reach()
    {
        foreach (var root in api.GetTypes().Where(type => HasAttribute(type, "QueryTypeAttribute", "MutationTypeAttribute", "SubscriptionTypeAttribute")))
        {
            Follow(root, "");
        }

        while (_open.TryDequeue(out var next))
        {
            var (type, way) = next;
            foreach (var property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(one => IsField(type, one.Name)))
            {
                Meet(property.PropertyType, $"{way} → {type.Name}.{property.Name}");
            }

            foreach (var extension in api.GetTypes().Where(one => Extends(one, type)))
            {
                Follow(extension, way);
            }
        }

        return _reached;
    }

    /// <summary>A type's name in the schema.</summary>
    public static string NameOf(Type type) => type.CustomAttributes
        .Where(data => data.AttributeType.Name == "ObjectTypeAttribute")
        .SelectMany(data => data.ConstructorArguments.Select(argument => argument.Value as string))
        .FirstOrDefault(name => name is not null)
        ?? Renamed.GetValueOrDefault(type.Name, type.Name);

    // Object types whose Configure gives them another name than the entity's.
    private static readonly Dictionary<string, string> Renamed = new() { ["AccessDocuments"] = "Documents", ["NewsItem"] = "Event" };

    private bool IsField(Type type, string property) =>
        _fields.TryGetValue(NameOf(type), out var fields) && fields.Contains(char.ToLowerInvariant(property[0]) + property[1..]);

    private void Follow(Type fieldsClass, string way)
    {
        foreach (var method in fieldsClass.GetMethods(BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly))
        {
            Meet(method.ReturnType, $"{way} → {fieldsClass.Name}.{method.Name}");
        }
    }

    private void Meet(Type type, string way)
    {
        if (type.IsGenericType)
        {
            foreach (var argument in type.GetGenericArguments())
            {
                Meet(argument, way);
            }
        }
        else if (type.IsArray && type != typeof(byte[]))
        {
            Meet(type.GetElementType()!, way);
        }
        else if ((type == typeof(byte[]) || type.Namespace?.StartsWith("Exams.", StringComparison.Ordinal) == true) && _reached.TryAdd(type, way))
        {
            _open.Enqueue((type, way));
        }
    }

    private static bool Extends(Type fieldsClass, Type type) => fieldsClass.CustomAttributes.Any(data =>
        data.AttributeType is { IsGenericType: true } attribute
        && attribute.Name.StartsWith("ExtendObjectTypeAttribute", StringComparison.Ordinal)
        && attribute.GetGenericArguments()[0] == type);

    private static bool HasAttribute(Type type, params string[] names) => type.CustomAttributes.Any(data => names.Contains(data.AttributeType.Name));
}
