using Exams.GraphQL.Language;

namespace Exams.GraphQL.Types.Scalars;

/// <summary><c>UUID</c>: out in lower case with dashes, in as any usual spelling. Its .NET value is <see cref="Guid"/>.</summary>
public sealed class UuidType : TextScalarType<Guid>
{
    internal UuidType() : base("UUID") => SpecifiedBy = "https://tools.ietf.org/html/rfc4122";

    /// <summary>Writes a UUID.</summary>
    /// <param name="value">The UUID.</param>
    /// <param name="json">Where to write.</param>
    public static void Write(Guid value, JsonBuffer json) => WriteAscii(value, "D", json);

    /// <inheritdoc/>
    protected override bool TryParse(string text, out Guid value) => Guid.TryParse(text, out value);

    /// <inheritdoc/>
    protected override void WriteValue(Guid value, JsonBuffer json) => Write(value, json);
}

/// <summary><c>URL</c>: an address, absolute or relative. Its .NET value is <see cref="Uri"/>.</summary>
public sealed class UrlType : TextScalarType<Uri>
{
    internal UrlType() : base("URL") => SpecifiedBy = "https://tools.ietf.org/html/rfc3986";

    /// <summary>Writes an address.</summary>
    /// <param name="value">The address.</param>
    /// <param name="json">Where to write.</param>
    public static void Write(Uri value, JsonBuffer json) => json.WriteString(value.IsAbsoluteUri ? value.AbsoluteUri : value.OriginalString);

    /// <inheritdoc/>
    protected override bool TryParse(string text, out Uri value) => Uri.TryCreate(text, UriKind.RelativeOrAbsolute, out value!)
        && (value.IsAbsoluteUri || value.IsWellFormedOriginalString());

    /// <inheritdoc/>
    protected override void WriteValue(Uri value, JsonBuffer json) => Write(value, json);
}
