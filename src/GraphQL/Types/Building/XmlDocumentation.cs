using System.Collections.Concurrent;
using System.Reflection;
using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace Exams.GraphQL.Types.Building;

/// <summary>Descriptions from the XML documentation files that lie beside the assemblies. Summaries describe types and members,
/// <c>param</c> elements describe arguments and positional members of records; remarks are for readers of the code only.</summary>
internal sealed class XmlDocumentation
{
    private readonly ConcurrentDictionary<Assembly, IReadOnlyDictionary<string, XElement>> _files = new();

    /// <summary>What is written about a type.</summary>
    public string? Of(Type type) => Summary(Find(type.Assembly, "T:" + NameOf(type)));

    /// <summary>What is written about a property, at the property, at what it implements, or as parameter of its record.</summary>
    public string? Of(PropertyInfo property)
    {
        var owner = property.DeclaringType!;
        if (Summary(Find(owner.Assembly, $"P:{NameOf(owner)}.{property.Name}")) is { } text)
        {
            return text;
        }

        if (Parameter(Find(owner.Assembly, "T:" + NameOf(owner)), property.Name) is { } parameter)
        {
            return parameter;
        }

        return owner.GetInterfaces()
            .Select(i => i.GetProperty(property.Name))
            .Where(p => p is not null)
            .Select(p => Summary(Find(p!.DeclaringType!.Assembly, $"P:{NameOf(p.DeclaringType!)}.{p.Name}")))
            .FirstOrDefault(t => t is not null);
    }

    /// <summary>What is written about an enum's member.</summary>
    public string? Of(FieldInfo field) => Summary(Find(field.DeclaringType!.Assembly, $"F:{NameOf(field.DeclaringType)}.{field.Name}"));

    /// <summary>What is written about a method.</summary>
    public string? Of(MethodInfo method) => Summary(Find(method.DeclaringType!.Assembly, IdOf(method)));

    /// <summary>What is written about a parameter of a method, or of a record's constructor.</summary>
    public string? Of(ParameterInfo parameter) => parameter.Member is MethodInfo method
        ? Parameter(Find(method.DeclaringType!.Assembly, IdOf(method)), parameter.Name!)
        : Parameter(Find(parameter.Member.DeclaringType!.Assembly, "T:" + NameOf(parameter.Member.DeclaringType)), parameter.Name!);

    private static string? Summary(XElement? member) => Text(member?.Element("summary"));

    private static string? Parameter(XElement? member, string name) =>
        Text(member?.Elements("param").FirstOrDefault(p => (string?)p.Attribute("name") == name));

    private static string? Text(XElement? element)
    {
        if (element is null)
        {
            return null;
        }

        var raw = new StringBuilder();
        Append(raw, element);
        var lines = raw.ToString().ReplaceLineEndings("\n").Trim().Split('\n').Select(l => l.Trim());
        var text = string.Join('\n', lines).Trim();
        return text.Length == 0 ? null : text;
    }

    private static void Append(StringBuilder text, XElement element)
    {
        foreach (var node in element.Nodes())
        {
            switch (node)
            {
                case XText plain:
                    text.Append(plain.Value);
                    break;
                case XElement { Name.LocalName: "para" } paragraph:
                    text.Append("\n\n");
                    Append(text, paragraph);
                    break;
                case XElement { Name.LocalName: "c" or "code" } code:
                    text.Append('`').Append(code.Value).Append('`');
                    break;
                case XElement inner when inner.IsEmpty:
                    text.Append(Reference(inner));
                    break;
                case XElement inner:
                    Append(text, inner);
                    break;
            }
        }
    }

    private static string Reference(XElement element)
    {
        var target = (string?)element.Attribute("cref") ?? (string?)element.Attribute("langword")
            ?? (string?)element.Attribute("name") ?? (string?)element.Attribute("href") ?? "";
        if (target.Length > 2 && target[1] == ':')
        {
            var bare = target.Split('(')[0];
            target = bare[(bare.LastIndexOf('.') + 1)..].Split('`')[0].TrimStart("TPMF:".ToCharArray());
        }

        return target;
    }

    private XElement? Find(Assembly assembly, string id) => _files.GetOrAdd(assembly, Load).GetValueOrDefault(id);

    private static IReadOnlyDictionary<string, XElement> Load(Assembly assembly)
    {
        var byId = new Dictionary<string, XElement>(StringComparer.Ordinal);
        if (assembly.IsDynamic || assembly.GetName().Name is not { } name)
        {
            return byId;
        }

        // A single-file publish has no location; the file then lies in the application's folder.
        var folder = string.IsNullOrEmpty(assembly.Location) ? AppContext.BaseDirectory : Path.GetDirectoryName(assembly.Location)!;
        var file = Path.Combine(folder, name + ".xml");
        if (!File.Exists(file))
        {
            return byId;
        }

        using var reader = XmlReader.Create(file, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });
        foreach (var member in XDocument.Load(reader, LoadOptions.PreserveWhitespace).Descendants("member"))
        {
            if ((string?)member.Attribute("name") is { } id)
            {
                byId[id] = member;
            }
        }

        return byId;
    }

    private static string IdOf(MethodInfo method)
    {
        var parameters = method.GetParameters();
        var id = $"M:{NameOf(method.DeclaringType!)}.{method.Name}";
        return parameters.Length == 0 ? id : $"{id}({string.Join(',', parameters.Select(p => ArgumentName(p.ParameterType)))})";
    }

    private static string NameOf(Type type) =>
        (type.IsGenericType ? type.GetGenericTypeDefinition().FullName! : type.FullName!).Replace('+', '.');

    private static string ArgumentName(Type type)
    {
        if (type.IsArray)
        {
            return ArgumentName(type.GetElementType()!) + "[]";
        }

        if (!type.IsGenericType)
        {
            return NameOf(type);
        }

        var name = NameOf(type);
        return $"{name[..name.LastIndexOf('`')]}{{{string.Join(',', type.GetGenericArguments().Select(ArgumentName))}}}";
    }
}
