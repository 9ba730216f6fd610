using System.Reflection;
using System.Text.RegularExpressions;

namespace Exams.GraphQL.Tests.Surface;

/// <summary>Whoever wrote resolvers for the package finds every type and member here that the samples name.</summary>
public sealed partial class SurfaceTests
{
    /// <summary>Types of the package that are called otherwise here; nobody names them, they are only the types of expressions.</summary>
    private static readonly Dictionary<string, string> Renamed = new() { ["ISchema"] = "Schema", ["TypeSystemObjectBase"] = "NamedType" };

    /// <summary>Members with parameters that are left out, and why.</summary>
    private static readonly Dictionary<string, string> Shorter = new()
    {
        ["SerializationException(string message, ITypeSystemMember type, Path? path = null)"] =
            "a class Path would stand before System.IO.Path in every file of the engine; the path of an error is filled in where it is known",
        ["AddMaxExecutionDepthRule(this IRequestExecutorBuilder builder, int maxAllowedExecutionDepth, bool skipIntrospectionFields"] =
            "introspection has a limit of its own, and no request may lift a limit",
    };

    [Fact]
    public void What_the_samples_leave_to_explicit_binding_is_offered()
    {
        Members("ObjectType", 1).Should().Contain("void Configure(IObjectTypeDescriptor<T>)");
        Members("IObjectTypeDescriptor", 1).Should().Contain(
        [
            "IObjectTypeDescriptor<T> Name(string)", "IObjectTypeDescriptor<T> Description(string)", "IObjectTypeDescriptor<T> BindFieldsExplicitly()",
            "IObjectFieldDescriptor Field<TValue>(Expression<Func<T, TValue>>)", "IObjectFieldDescriptor Field(string)",
            "IObjectTypeDescriptor<T> Implements<TInterface>()",
        ]);
        Members("IObjectTypeDescriptor", 1).Should().Contain(m => m.Contains(" Authorize("));
        Members("IObjectFieldDescriptor", 0).Should().Contain(
        [
            "IObjectFieldDescriptor Name(string)", "IObjectFieldDescriptor Description(string)", "IObjectFieldDescriptor Deprecated(string)",
            "IObjectFieldDescriptor Type<TType>()", "IObjectFieldDescriptor ID(string)",
            "IObjectFieldDescriptor Resolve(Func<IResolverContext, ValueTask<object>>)",
        ]);
        Members("IObjectFieldDescriptor", 0).Should().Contain(m => m.Contains(" Authorize("));
        OfferedSurface.Named("ExtendObjectTypeAttribute", 1).Should().ContainSingle();
    }

    [Fact]
    public void Every_type_and_member_that_the_package_s_users_name_is_offered()
    {
        var file = LibraryProcess.Sample is { } sample ? Path.Combine(sample.Parent!.FullName, "SURFACE.md") : "";
        Assert.SkipUnless(File.Exists(file), "The list (../shared/hotchocolate/SURFACE.md) is not here.");
        var published = PublishedSurface.Read(file);
        var extensions = OfferedSurface.Extensions().ToHashSet(StringComparer.Ordinal);
        var missing = new List<string>();
        foreach (var type in published)
        {
            var isSetUp = type.Space.StartsWith("Microsoft.", StringComparison.Ordinal);
            var ours = Renamed.GetValueOrDefault(type.Name);
            var offered = OfferedSurface.Named(ours ?? type.Name, type.Arity).Where(t => ours is not null || Kind(t) == type.Kind).ToList();
            if (offered.Count == 0 && !isSetUp)
            {
                missing.Add($"{type.Space} {type.Kind} {type.Name}/{type.Arity}");
                continue;
            }

            var members = offered.SelectMany(OfferedSurface.Members).ToHashSet(StringComparer.Ordinal);
            missing.AddRange(
                from member in type.Members
                where !Shorter.Keys.Any(member.Contains)
                from form in Forms(member, type.Name)
                where !(members.Contains(form) || extensions.Contains(form))
                select $"{type.Space} {type.Name}: {member}   as   {form}");
        }

        published.Should().HaveCountGreaterThan(75);
        published.Sum(t => t.Members.Count).Should().BeGreaterThan(110);
        missing.Should().BeEmpty();
    }

    [Fact]
    public void Attributes_may_stand_where_the_package_s_users_put_them()
    {
        var file = LibraryProcess.Sample is { } sample ? Path.Combine(sample.Parent!.FullName, "SURFACE.md") : "";
        Assert.SkipUnless(File.Exists(file), "The list (../shared/hotchocolate/SURFACE.md) is not here.");
        var rows = File.ReadLines(file).Where(l => l.StartsWith("| `[", StringComparison.Ordinal)).Select(l => l.Split('|')).ToList();
        var wrong =
            from row in rows
            let places = Aside().Replace(row[2], "")
            let targets = Targets.Where(t => Regex.IsMatch(places, $@"\b{t.Word}\b")).Aggregate((AttributeTargets)0, (all, t) => all | t.Target)
            from attribute in AttributeName().Matches(row[1]).Select(m => (Name: m.Groups[1].Value + "Attribute", IsGeneric: m.Groups[2].Success))
            let type = OfferedSurface.Named(attribute.Name, attribute.IsGeneric ? 1 : 0).SingleOrDefault()
            let usage = type?.GetCustomAttribute<AttributeUsageAttribute>(inherit: true)
            where targets == 0 || type is null || (usage is not null && !usage.ValidOn.HasFlag(targets))
                || (row[2].Contains("two at once", StringComparison.Ordinal) && usage?.AllowMultiple != true)
            select $"{attribute} on {targets}";

        rows.Should().HaveCountGreaterThan(13);
        wrong.Should().BeEmpty();
    }

    private static readonly (string Word, AttributeTargets Target)[] Targets =
    [
        ("class", AttributeTargets.Class), ("input record", AttributeTargets.Class), ("interface", AttributeTargets.Interface), ("method", AttributeTargets.Method),
        ("property", AttributeTargets.Property), ("parameter", AttributeTargets.Parameter), ("enum member", AttributeTargets.Field),
        ("assembly", AttributeTargets.Assembly),
    ];

    private static IEnumerable<string> Members(string type, int arity) => OfferedSurface.Named(type, arity).SelectMany(OfferedSurface.Members);

    private static string Kind(Type type) => type.IsInterface ? "interface" : type.IsEnum ? "enum" : type.IsValueType ? "struct" : "class";

    // The member in the words of what is offered; a property with two accessors is two.
    private static IEnumerable<string> Forms(string member, string type)
    {
        var text = Modifiers().Replace(member, "").Replace("?", "", StringComparison.Ordinal);
        if (Property().Match(text) is { Success: true } property)
        {
            var accessors = property.Groups[3].Value;
            return from word in (string[])["get", "set"]
                   where accessors.Contains(word + ";", StringComparison.Ordinal)
                   select $"{Types(property.Groups[1].Value)} {property.Groups[2].Value} {word}";
        }

        var method = Method().Match(text);
        if (!method.Success)
        {
            return [text.Replace("const ", "", StringComparison.Ordinal)];
        }

        var parameters = string.Join(", ", SplitParameters(method.Groups["parameters"].Value).Select(ParameterType));
        return [method.Groups["name"].Value == type
            ? $"({parameters})"
            : $"{Types(method.Groups["returns"].Value).Trim()} {method.Groups["name"].Value}{method.Groups["generic"].Value}({parameters})"];
    }

    private static IEnumerable<string> SplitParameters(string text)
    {
        var depth = 0;
        var start = 0;
        for (var i = 0; i < text.Length; i++)
        {
            depth += text[i] == '<' ? 1 : text[i] == '>' ? -1 : 0;
            if (text[i] == ',' && depth == 0)
            {
                yield return text[start..i];
                start = i + 1;
            }
        }

        if (text.Trim().Length > 0)
        {
            yield return text[start..];
        }
    }

    // "this IFoo<T> name = x" is "IFoo<T>".
    private static string ParameterType(string parameter)
    {
        var declared = parameter.Split(" = ")[0].Trim();
        return Types(Words().Replace(declared[..declared.LastIndexOf(' ')], ""));
    }

    // Our word for the schema's object is its class, not an interface.
    private static string Types(string text) => text
        .Replace("ISchema", "Schema", StringComparison.Ordinal)
        .Replace("out TMessage", "TMessage", StringComparison.Ordinal);

    [GeneratedRegex(@"\[(\w+)(<T>)?")]
    private static partial Regex AttributeName();

    // What stands in brackets, and what the sentence says of something else.
    [GeneratedRegex(@"\([^)]*\)|`\[[^`]*`|;.*$")]
    private static partial Regex Aside();

    [GeneratedRegex(@"\b(public|protected|static|virtual|abstract|override|readonly) ")]
    private static partial Regex Modifiers();

    [GeneratedRegex(@"^(.+) (\w+) \{ (.+) \}$")]
    private static partial Regex Property();

    [GeneratedRegex(@"^(?<returns>.+ )?(?<name>\w+)(?<generic><[^(]+>)?\((?<parameters>.*)\)(?: where .*)?$")]
    private static partial Regex Method();

    [GeneratedRegex(@"^(this|params|out) ")]
    private static partial Regex Words();
}
