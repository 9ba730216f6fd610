using System.Reflection;

namespace Exams.GraphQL.Tests.Surface;

/// <summary>What our assembly offers, put as the list of the package puts it: short names, no nullability, no defaults.</summary>
internal static class OfferedSurface
{
    private const BindingFlags All = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static;

    private static readonly Dictionary<Type, string> Words = new()
    {
        [typeof(void)] = "void", [typeof(object)] = "object", [typeof(string)] = "string", [typeof(bool)] = "bool", [typeof(int)] = "int",
        [typeof(double)] = "double",
    };

    public static Assembly Assembly { get; } = typeof(IError).Assembly;

    /// <summary>The types of a name, wherever they stand.</summary>
    public static IEnumerable<Type> Named(string name, int arity)
    {
        var full = arity == 0 ? name : $"{name}`{arity}";
        return Assembly.GetExportedTypes().Where(t => t.Name == full);
    }

    /// <summary>Every member a user of the type can name or override, inherited ones included, without its type's own name.</summary>
    public static IEnumerable<string> Members(Type type)
    {
        foreach (var constructor in type.GetConstructors(All).Where(c => c.IsPublic || c.IsFamily))
        {
            yield return $"({Parameters(constructor)})";
        }

        foreach (var part in type.IsInterface ? type.GetInterfaces().Append(type) : [type])
        {
            foreach (var method in part.GetMethods(All).Where(m => m.IsPublic || m.IsFamily || m.IsFamilyOrAssembly))
            {
                yield return Signature(method);
            }

            foreach (var property in part.GetProperties(All).Where(p => p.GetMethod is { IsPublic: true }))
            {
                yield return $"{Text(property.PropertyType)} {property.Name} get";
                if (property.SetMethod is { } set && (set.IsPublic || set.IsFamily))
                {
                    yield return $"{Text(property.PropertyType)} {property.Name} set";
                }
            }

            foreach (var constant in part.GetFields(All).Where(f => f.IsPublic && f.IsLiteral))
            {
                yield return $"{(type.IsEnum ? "" : Text(constant.FieldType) + " ")}{constant.Name} = {constant.GetRawConstantValue()}";
            }
        }
    }

    /// <summary>Every extension method, wherever it stands.</summary>
    public static IEnumerable<string> Extensions() => Assembly.GetExportedTypes()
        .Where(t => t is { IsAbstract: true, IsSealed: true })
        .SelectMany(t => t.GetMethods(BindingFlags.Public | BindingFlags.Static))
        .Select(Signature);

    private static string Signature(MethodInfo method) =>
        $"{Text(method.ReturnType)} {method.Name}{TypeArguments(method.GetGenericArguments())}({Parameters(method)})";

    private static string Parameters(MethodBase method) => string.Join(", ", method.GetParameters().Select(p => Text(p.ParameterType)));

    private static string Text(Type type) =>
        type.IsByRef ? Text(type.GetElementType()!)
        : type.IsArray ? Text(type.GetElementType()!) + "[]"
        : Nullable.GetUnderlyingType(type) is { } value ? Text(value)
        : Words.TryGetValue(type, out var word) ? word
        : type.IsGenericParameter ? type.Name
        : type.Name.Split('`')[0] + TypeArguments(type.GetGenericArguments());

    private static string TypeArguments(Type[] types) => types.Length == 0 ? "" : $"<{string.Join(", ", types.Select(Text))}>";
}
