using System.Buffers;
using System.Buffers.Text;
using System.Globalization;
using System.Text;
using Exams.GraphQL.Language;

namespace Exams.GraphQL.Types.Relay;

/// <summary>Global ids: base64 of the type's name, a colon and the key. Integers are decimal digits, text is itself, a
/// <see cref="Guid"/> its sixteen bytes, anything else the text that it parses again.</summary>
public static class NodeId
{
    private const int OnStack = 256;

    /// <summary>Makes an id.</summary>
    /// <param name="typeName">The object type's name.</param>
    /// <param name="key">The key.</param>
    /// <returns>The id.</returns>
    public static string Encode(string typeName, object key) => Convert.ToBase64String([.. Encoding.UTF8.GetBytes(typeName + ":"), .. KeyBytes(key)]);

    /// <summary>Writes an id as a JSON string.</summary>
    /// <param name="prefix">The object type's name and a colon, in UTF-8.</param>
    /// <param name="key">The key's bytes.</param>
    /// <param name="json">Where to write.</param>
    internal static void Write(ReadOnlySpan<byte> prefix, ReadOnlySpan<byte> key, JsonBuffer json)
    {
        var length = prefix.Length + key.Length;
        var needed = Base64.GetMaxEncodedToUtf8Length(length) + 2;
        var span = json.GetSpan(needed);
        span[0] = (byte)'"';
        prefix.CopyTo(span[1..]);
        key.CopyTo(span[(1 + prefix.Length)..]);
        Base64.EncodeToUtf8InPlace(span[1..], length, out var written);
        span[written + 1] = (byte)'"';
        json.Advance(written + 2);
    }

    /// <summary>Writes an id with an integer key as a JSON string.</summary>
    /// <param name="prefix">The object type's name and a colon, in UTF-8.</param>
    /// <param name="key">The key.</param>
    /// <param name="json">Where to write.</param>
    internal static void Write(ReadOnlySpan<byte> prefix, long key, JsonBuffer json)
    {
        Span<byte> digits = stackalloc byte[20];
        Utf8Formatter.TryFormat(key, digits, out var count);
        Write(prefix, digits[..count], json);
    }

    /// <summary>Writes an id with a text key as a JSON string.</summary>
    /// <param name="prefix">The object type's name and a colon, in UTF-8.</param>
    /// <param name="key">The key.</param>
    /// <param name="json">Where to write.</param>
    internal static void Write(ReadOnlySpan<byte> prefix, string key, JsonBuffer json)
    {
        var most = Encoding.UTF8.GetMaxByteCount(key.Length);
        if (most > OnStack)
        {
            Write(prefix, Encoding.UTF8.GetBytes(key), json);
            return;
        }

        Span<byte> bytes = stackalloc byte[OnStack];
        Write(prefix, bytes[..Encoding.UTF8.GetBytes(key, bytes)], json);
    }

    /// <summary>Takes an id apart.</summary>
    /// <param name="id">What the client sent.</param>
    /// <returns>The type's name and the key's bytes.</returns>
    /// <exception cref="GraphQLException">It is no id.</exception>
    internal static (string TypeName, byte[] Key) Split(string id)
    {
        var bytes = ArrayPool<byte>.Shared.Rent(id.Length);
        try
        {
            if (Convert.TryFromBase64String(id, bytes, out var count)
                && bytes.AsSpan(0, count).IndexOf((byte)':') is > 0 and var colon)
            {
                return (Encoding.UTF8.GetString(bytes.AsSpan(0, colon)), bytes[(colon + 1)..count]);
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(bytes);
        }

        throw Invalid(id);
    }

    /// <summary>Makes the way from ids to keys.</summary>
    /// <param name="expectedType">The object type's name; null for any.</param>
    /// <param name="keyType">The key's .NET type.</param>
    /// <param name="mask">Hides keys that are <see cref="long"/>; null when they stand there as they are.</param>
    /// <returns>From id to key; throws a <see cref="GraphQLException"/> for what is no id, or one of another type.</returns>
    internal static Func<string, object> Decoder(string? expectedType, Type keyType, IKeyMask? mask)
    {
        var parse = KeyDecoder(keyType, mask);
        return id =>
        {
            var (typeName, bytes) = Split(id);
            var key = parse(bytes);
            return expectedType is null || typeName == expectedType
                ? key
                : throw new GraphQLException($"The node id type name `{typeName}` does not match the expected type name `{expectedType}`.");
        };
    }

    /// <summary>Makes the way from bytes to keys.</summary>
    /// <param name="keyType">The key's .NET type.</param>
    /// <param name="mask">Hides keys that are <see cref="long"/>; null when they stand there as they are.</param>
    /// <returns>From bytes to key; throws a <see cref="GraphQLException"/> for what is no such key.</returns>
    internal static Func<byte[], object> KeyDecoder(Type keyType, IKeyMask? mask)
    {
        if (keyType == typeof(Guid))
        {
            return bytes => bytes.Length == 16 ? new Guid(bytes) : throw Invalid(Encoding.UTF8.GetString(bytes));
        }

        var parse = KeyParsers.For(keyType);
        return bytes => Encoding.UTF8.GetString(bytes) is var text && parse(text) is { } key
            ? key is long number && mask is not null ? mask.Reveal(number) : key
            : throw Invalid(text);
    }

    private static byte[] KeyBytes(object key) => key switch
    {
        Guid guid => guid.ToByteArray(),
        IFormattable number => Encoding.UTF8.GetBytes(number.ToString(null, CultureInfo.InvariantCulture)),
        _ => Encoding.UTF8.GetBytes(key.ToString() ?? ""),
    };

    private static GraphQLException Invalid(string value) => new(
        ErrorBuilder.New().SetMessage("The node ID string has an invalid format.").SetExtension("originalValue", value).Build());
}
