using System.Linq.Expressions;
using System.Reflection;
using System.Text;
using Exams.GraphQL.Language;
using Exams.GraphQL.Types.Relay;

namespace Exams.GraphQL.Types.Building;

/// <summary>Compiles the short way of a leaf: from the parent straight into the response, without a boxed value between.</summary>
internal static class LeafWriters
{
    /// <summary>The short way; null when the value is no leaf, or its type has none.</summary>
    public static Action<object, JsonBuffer>? Compile(FieldDraft draft, ParameterExpression parent, Expression value, IdSpec? id)
    {
        var json = Expression.Parameter(typeof(JsonBuffer), "json");
        var read = Expression.Variable(value.Type, "value");
        var underlying = Nullable.GetUnderlyingType(value.Type);
        var present = underlying is null ? (Expression)read : Expression.Property(read, "Value");
        if (draft.Shape?.Item is not null || Write(draft.Type.NamedType(), present, json, id) is not { } write)
        {
            return null;
        }

        var writeNull = Expression.Call(json, nameof(JsonBuffer.WriteNull), null);
        Expression body = underlying is not null
            ? Expression.IfThenElse(Expression.Property(read, "HasValue"), write, writeNull)
            : value.Type.IsValueType ? write : Expression.IfThenElse(Expression.ReferenceEqual(read, Expression.Constant(null)), writeNull, write);
        var block = Expression.Block([read], Expression.Assign(read, value), body);
        return Expression.Lambda<Action<object, JsonBuffer>>(block, parent, json).Compile();
    }

    private static MethodCallExpression? Write(NamedType type, Expression value, ParameterExpression json, IdSpec? id)
    {
        if (id is not null)
        {
            return Id(value, json, id);
        }

        switch (type)
        {
            case EnumType known:
                var names = Activator.CreateInstance(typeof(EnumNames<>).MakeGenericType(value.Type), known)!;
                return Expression.Call(Expression.Constant(names), "Write", null, value, json);
            case Scalars.BooleanType when value.Type == typeof(bool):
                return Expression.Call(json, nameof(JsonBuffer.WriteBoolean), null, value);
            case Scalars.IntType when value.Type == typeof(int) || value.Type == typeof(short) || value.Type == typeof(byte):
                return Expression.Call(json, NumberWriter, Expression.Convert(value, typeof(long)));
            case ScalarType scalar:
                // Scalars whose form needs no boxing have a static Write(T, JsonBuffer).
                var write = scalar.GetType().GetMethod("Write", BindingFlags.Public | BindingFlags.Static, [value.Type, typeof(JsonBuffer)]);
                return write is null ? null : Expression.Call(write, value, json);
            default:
                return null;
        }
    }

    private static MethodCallExpression? Id(Expression value, ParameterExpression json, IdSpec id)
    {
        var prefix = Encoding.UTF8.GetBytes((id.TypeName ?? "") + ":");
        if (value.Type == typeof(long) && id.Mask is { } mask)
        {
            return Expression.Call(typeof(LeafWriters), nameof(WriteMaskedId), null, Expression.Constant(prefix), Expression.Constant(mask), value, json);
        }

        if (value.Type == typeof(int) || value.Type == typeof(long) || value.Type == typeof(short))
        {
            return Expression.Call(typeof(LeafWriters), nameof(WriteNumberId), null,
                Expression.Constant(prefix), Expression.Convert(value, typeof(long)), json);
        }

        if (value.Type == typeof(string))
        {
            return Expression.Call(typeof(LeafWriters), nameof(WriteTextId), null, Expression.Constant(prefix), value, json);
        }

        return value.Type == typeof(Guid)
            ? Expression.Call(typeof(LeafWriters), nameof(WriteGuidId), null, Expression.Constant(prefix), value, json)
            : null;
    }

    private static MethodInfo NumberWriter => typeof(JsonBuffer).GetMethod(nameof(JsonBuffer.WriteNumber), [typeof(long)])!;

    private static void WriteNumberId(byte[] prefix, long key, JsonBuffer json) => NodeId.Write(prefix, key, json);

    private static void WriteMaskedId(byte[] prefix, IKeyMask mask, long key, JsonBuffer json) => NodeId.Write(prefix, mask.Hide(key), json);

    private static void WriteTextId(byte[] prefix, string key, JsonBuffer json) => NodeId.Write(prefix, key, json);

    private static void WriteGuidId(byte[] prefix, Guid key, JsonBuffer json)
    {
        Span<byte> bytes = stackalloc byte[16];
        key.TryWriteBytes(bytes);
        NodeId.Write(prefix, bytes, json);
    }

    private sealed class EnumNames<TEnum>(EnumType type) where TEnum : struct, Enum
    {
        private readonly Dictionary<TEnum, byte[]> _names = type.Values
            .DistinctBy(v => v.Value)
            .ToDictionary(v => (TEnum)v.Value, v => Encoding.UTF8.GetBytes($"\"{v.Name}\""));

        public void Write(TEnum value, JsonBuffer json)
        {
            if (!_names.TryGetValue(value, out var name))
            {
                throw new CoercionException($"Enum \"{type.Name}\" cannot represent value: {value}");
            }

            json.WriteRaw(name);
        }
    }
}
