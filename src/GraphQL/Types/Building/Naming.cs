using System.Reflection;
using System.Text;

namespace Exams.GraphQL.Types.Building;

/// <summary>How .NET names become names of the schema.</summary>
internal static class Naming
{
    /// <summary>A field's name: <c>GetBooksAsync</c> becomes <c>books</c>; an explicit name wins.</summary>
    public static string Field(MemberInfo member)
    {
        if (Explicit(member) is { } name)
        {
            return name;
        }

        name = member.Name;
        if (member is MethodInfo)
        {
            if (name.Length > 3 && name.StartsWith("Get", StringComparison.Ordinal))
            {
                name = name[3..];
            }

            if (name.Length > 5 && name.EndsWith("Async", StringComparison.Ordinal))
            {
                name = name[..^5];
            }
        }

        return CamelCase(name);
    }

    /// <summary>A type's own name: generic arguments first, then the class name without its arity.</summary>
    public static string Type(Type type)
    {
        if (Explicit(type) is { } name)
        {
            return name;
        }

        if (!type.IsGenericType)
        {
            return type.Name;
        }

        var arguments = string.Join("And", type.GetGenericArguments().Select(Type));
        return $"{type.Name[..type.Name.IndexOf('`')]}Of{arguments}";
    }

    /// <summary>An input object's name: its class' name, with <c>Input</c> behind it unless it is there.</summary>
    public static string Input(Type type) =>
        Type(type) is var name && name.EndsWith("Input", StringComparison.Ordinal) ? name : name + "Input";

    /// <summary>The first letters in lower case: <c>Title</c> becomes <c>title</c>, <c>URLPath</c> <c>urlPath</c>, <c>ID</c> <c>id</c>.</summary>
    public static string CamelCase(string name)
    {
        var upper = 0;
        while (upper < name.Length && char.IsUpper(name[upper]))
        {
            upper++;
        }

        if (upper == 0)
        {
            return name;
        }

        // The last capital of a run begins the next word, unless the run is the whole name or ends before a digit.
        var lower = upper == 1 || upper == name.Length || !char.IsLower(name[upper]) ? upper : upper - 1;
        return string.Concat(name[..lower].ToLowerInvariant(), name.AsSpan(lower));
    }

    /// <summary>The first letter in upper case.</summary>
    public static string PascalCase(string name) => string.Concat(name[..1].ToUpperInvariant(), name.AsSpan(1));

    /// <summary>An enum value's name: <c>LostInPost</c> becomes <c>LOST_IN_POST</c>. Digits never start a word.</summary>
    public static string EnumValue(FieldInfo field)
    {
        if (Explicit(field) is { } explicitName)
        {
            return explicitName;
        }

        var name = field.Name;
        var text = new StringBuilder(name.Length + 4);
        for (var i = 0; i < name.Length; i++)
        {
            if (i > 0 && char.IsUpper(name[i]) && name[i - 1] != '_')
            {
                var startsWord = char.IsLower(name[i - 1]) || char.IsDigit(name[i - 1]);
                var endsRun = char.IsUpper(name[i - 1]) && i + 1 < name.Length && char.IsLower(name[i + 1]);
                if (startsWord || endsRun)
                {
                    text.Append('_');
                }
            }

            text.Append(char.ToUpperInvariant(name[i]));
        }

        return text.ToString();
    }

    private static string? Explicit(MemberInfo member) => member.GetCustomAttribute<GraphQLNameAttribute>(inherit: false)?.Name;
}
