using System.Reflection;
using System.Reflection.Emit;

namespace Exams.House.Tests;

/// <summary>Which types a type leans on, read from its compiled members and the bodies of its methods.</summary>
/// <remarks>The compiler writes constants and enum members into the place of use, so they leave no trace here;
/// a second test reads the <c>using</c> lines of the sources for them.</remarks>
internal static class Leanings
{
    private const BindingFlags Everything =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    private static readonly Dictionary<short, OpCode> Codes = typeof(OpCodes).GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(field => (OpCode)field.GetValue(null)!)
        .ToDictionary(code => code.Value);

    /// <summary>The types that a type names in its head, its members and its code, taken apart (a list of X is X, too).</summary>
    public static HashSet<Type> Of(Type type)
    {
        var found = new HashSet<Type>();
        Add(found, type.BaseType);
        AddAll(found, type.GetInterfaces());
        AddAttributes(found, type);
        foreach (var member in type.GetMembers(Everything))
        {
            AddAttributes(found, member);
            AddMember(found, member);
            if (member is MethodBase method)
            {
                AddBody(found, method);
            }
        }

        return found;
    }

    private static void AddMember(HashSet<Type> found, MemberInfo? member)
    {
        switch (member)
        {
            case Type type:
                Add(found, type);
                break;
            case FieldInfo field:
                Add(found, field.FieldType);
                Add(found, field.DeclaringType);
                break;
            case PropertyInfo property:
                Add(found, property.PropertyType);
                break;
            case EventInfo happening:
                Add(found, happening.EventHandlerType);
                break;
            case MethodBase method:
                Add(found, method.DeclaringType);
                Add(found, (method as MethodInfo)?.ReturnType);
                AddAll(found, method.GetParameters().Select(parameter => parameter.ParameterType));
                AddAll(found, method.IsGenericMethod ? method.GetGenericArguments() : []);
                break;
        }
    }

    private static void AddBody(HashSet<Type> found, MethodBase method)
    {
        if (method.GetMethodBody() is not { } body)
        {
            return;
        }

        AddAll(found, body.LocalVariables.Select(local => local.LocalType));
        AddAll(found, body.ExceptionHandlingClauses.Where(c => c.Flags == ExceptionHandlingClauseOptions.Clause).Select(c => c.CatchType));
        var code = body.GetILAsByteArray() ?? [];
        var at = 0;
        while (at < code.Length)
        {
            var first = code[at++];
            var operation = Codes[first == 0xFE ? (short)(0xFE00 | code[at++]) : first];
            if (operation.OperandType is OperandType.InlineMethod or OperandType.InlineField or OperandType.InlineType or OperandType.InlineTok)
            {
                AddMember(found, Resolve(method, BitConverter.ToInt32(code, at)));
            }

            at += operation.OperandType switch
            {
                OperandType.InlineNone => 0,
                OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
                OperandType.InlineVar => 2,
                OperandType.InlineI8 or OperandType.InlineR => 8,
                OperandType.InlineSwitch => 4 + (4 * BitConverter.ToInt32(code, at)),
                _ => 4,
            };
        }
    }

    private static MemberInfo? Resolve(MethodBase method, int token) => method.Module.ResolveMember(
        token,
        method.DeclaringType is { IsGenericType: true } owner ? owner.GetGenericArguments() : null,
        method.IsGenericMethod ? method.GetGenericArguments() : null);

    private static void AddAttributes(HashSet<Type> found, MemberInfo member) =>
        AddAll(found, member.GetCustomAttributesData().Select(data => data.AttributeType));

    private static void AddAll(HashSet<Type> found, IEnumerable<Type?> types)
    {
        foreach (var type in types)
        {
            Add(found, type);
        }
    }

    private static void Add(HashSet<Type> found, Type? type)
    {
        if (type is null || type.IsGenericParameter)
        {
            return;
        }

        if (type.HasElementType)
        {
            Add(found, type.GetElementType());
            return;
        }

        if (found.Add(type.IsGenericType ? type.GetGenericTypeDefinition() : type) || type.IsConstructedGenericType)
        {
            AddAll(found, type.IsConstructedGenericType ? type.GetGenericArguments() : []);
        }
    }
}
