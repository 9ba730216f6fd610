namespace Exams.GraphQL.Types.Sdl;

/// <summary>How a schema is built from SDL.</summary>
public sealed record SdlOptions
{
    /// <summary>Checked SDL, fields that read JSON-like parents.</summary>
    public static SdlOptions Default { get; } = new();

    /// <summary>Builds without checking the document against the SDL rules; for documents that were checked already.</summary>
    public bool AssumeValid { get; init; }

    /// <summary>Makes the resolver of each object field; by default <see cref="MemberResolver"/> of the field's name.</summary>
    public Func<ObjectType, OutputField, FieldResolver> Resolver { get; init; } = (_, field) => MemberResolver.Of(field.Name);

    /// <summary>Names the object type of a value of an abstract type; by default the value's <c>__typename</c> member.</summary>
    public Func<object, string?> ResolveType { get; init; } = value => MemberResolver.TypeName(value);

    /// <summary>Whether documents may use <c>@defer</c> and <c>@stream</c>; the engine's own count, whatever the SDL says of them.</summary>
    public bool IncrementalDelivery { get; init; }

    /// <summary>Scalars to use instead of <see cref="Scalars.CustomScalarType"/>, by name.</summary>
    public IReadOnlyDictionary<string, ScalarType> Scalars { get; init; } = new Dictionary<string, ScalarType>();
}
