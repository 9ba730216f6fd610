using System.Reflection;
using System.Runtime.CompilerServices;
using Exams.Api.Payloads;
using Exams.Domain.Vocabulary;
using Exams.GraphQL.Types;

namespace Exams.Api.Tests;

/// <summary>Makes inputs in every way in which they can be written, and one refusal of each kind, from their types.</summary>
internal static class Samples
{
    /// <summary>One refusal for each code.</summary>
    public static IReadOnlyDictionary<string, Refusal> Refusals { get; } = new[] { typeof(Refusal).Assembly, typeof(UserError).Assembly }
        .SelectMany(assembly => assembly.GetTypes()).Where(type => type.IsSubclassOf(typeof(Refusal)) && !type.IsAbstract)
        .Select(type => (Refusal)Make(type, isFull: true).First()).ToDictionary(refusal => refusal.Code);

    /// <summary>Inputs with everything in them, one for every way of naming things.</summary>
    /// <param name="type">The input's type.</param>
    public static IEnumerable<object> Full(Type type) => Make(type, isFull: true);

    /// <summary>Inputs with nothing in them that may be left out, one for every way of naming things.</summary>
    /// <param name="type">The input's type.</param>
    public static IEnumerable<object> Least(Type type) => Make(type, isFull: false);

    // The types of inputs do not contain themselves.
    private static IEnumerable<object> Make(Type type, bool isFull)
    {
        if (type == typeof(string))
        {
            return ["scopes"];
        }

        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IReadOnlyList<>))
        {
            var of = type.GetGenericArguments()[0];
            return Make(of, isFull).Select(one =>
            {
                var list = Array.CreateInstance(of, 1);
                list.SetValue(one, 0);
                return (object)list;
            });
        }

        if (Word(type) is { } word)
        {
            return [word];
        }

        if (type.IsValueType)
        {
            return [RuntimeHelpers.GetUninitializedObject(type)];
        }

        var making = type.GetConstructors(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance)
            .Where(one => one.GetParameters() is not [var only] || only.ParameterType != type).MaxBy(one => one.GetParameters().Length)!;
        var members = making.GetParameters();
        if (type.GetCustomAttribute<OneOfAttribute>() is not null)
        {
            return members.SelectMany((member, at) => Make(NotNull(member.ParameterType), isFull).Select(one => making.Invoke([.. members.Select((_, k) => k == at ? one : null)])));
        }

        // Every way of each member, with the first of the others.
        var ways = members.Select(member => isFull || !MayBeLeftOut(member) ? Make(NotNull(member.ParameterType), isFull).ToList() : [null!]).ToList();
        return Enumerable.Range(0, ways.Count == 0 ? 1 : ways.Max(one => one.Count)).Select(way => making.Invoke([.. ways.Select(one => one[Math.Min(way, one.Count - 1)])]));
    }

    private static bool MayBeLeftOut(ParameterInfo member) =>
        Nullable.GetUnderlyingType(member.ParameterType) is not null || new NullabilityInfoContext().Create(member).WriteState == NullabilityState.Nullable;

    private static Type NotNull(Type type) => Nullable.GetUnderlyingType(type) ?? type;

    private static object? Word(Type type)
    {
        if (!type.GetInterfaces().Any(one => one.IsGenericType && one.GetGenericTypeDefinition() == typeof(IVocabulary<>)))
        {
            return null;
        }

        var parse = type.GetMethod("TryParse", [typeof(string), type.MakeByRefType()])!;
        foreach (var text in SchemaWalk.Texts.Append("US123/2026-06/0001"))
        {
            object?[] arguments = [text, null];
            if ((bool)parse.Invoke(null, arguments)!)
            {
                return arguments[1];
            }
        }

        throw new InvalidOperationException($"SchemaWalk has no value for {type.Name}; add some.");
    }
}
