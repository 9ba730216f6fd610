using Exams.GraphQL.Language;
using Exams.GraphQL.Types.Introspection;
using Exams.GraphQL.Types.Scalars;

namespace Exams.GraphQL.Types.Sdl;

/// <summary>Puts one schema together: what there was, what the document defines, what it extends.</summary>
internal sealed class SchemaAssembly
{
    private readonly Schema? _base;
    private readonly DocumentNode _document;
    private readonly SdlOptions _options;
    private readonly IntrospectionTypes _introspection = new();
    private readonly Dictionary<string, NamedType> _types = new(StringComparer.Ordinal);
    private readonly List<NamedType> _ordered = [];
    private readonly ILookup<string, TypeDefinitionNode> _extensions;
    private readonly DefinitionReader _reader;
    private readonly TypeCopy _copy;

    public SchemaAssembly(Schema? schema, DocumentNode document, SdlOptions options)
    {
        _base = schema;
        _document = document;
        _options = options;
        _extensions = document.Definitions.OfType<TypeDefinitionNode>().Where(d => d.IsExtension).ToLookup(d => d.Name.Value);
        _reader = new DefinitionReader(Resolve);
        _copy = new TypeCopy(Resolve);
    }

    public Schema Build()
    {
        foreach (var type in _base?.Types.Values ?? Enumerable.Empty<NamedType>())
        {
            Add(Extend(type));
        }

        foreach (var node in _document.Definitions.OfType<TypeDefinitionNode>().Where(d => !d.IsExtension))
        {
            Add(BuiltIn(node.Name.Value) ?? Define(node));
        }

        SchemaDefinitionNode[] schemaNodes = [.. _document.Definitions.OfType<SchemaDefinitionNode>().OrderBy(d => d.IsExtension)];
        var definition = schemaNodes.FirstOrDefault(n => !n.IsExtension);
        Schema schema = new(_ordered, Directives(), Roots(schemaNodes, definition), _introspection)
        {
            Description = definition?.Description?.Value ?? _base?.Description,
            AppliedDirectives = [.. _base?.AppliedDirectives ?? [], .. schemaNodes.SelectMany(n => n.Directives)],
            SyntaxNodes = [.. _base?.SyntaxNodes ?? [], .. schemaNodes],
            Documents = [.. _base?.Documents ?? [], _document],
        };
        GiveResolvers(schema);
        return schema;
    }

    private void Add(NamedType type)
    {
        if (!_types.TryAdd(type.Name, type))
        {
            // The last of several definitions counts, at the place of the first.
            _ordered[_ordered.FindIndex(t => t.Name == type.Name)] = type;
            _types[type.Name] = type;
            return;
        }

        _ordered.Add(type);
    }

    private NamedType? BuiltIn(string name) => SpecifiedScalars.ByName(name)
        ?? (IntrospectionTypes.IsIntrospectionName(name) ? _introspection.All.First(t => t.Name == name) : null);

    private NamedType Resolve(string name) =>
        BuiltIn(name) ?? _types.GetValueOrDefault(name) ?? throw new SchemaException($"Unknown type: \"{name}\".");

    private NamedType Define(TypeDefinitionNode node)
    {
        TypeDefinitionNode[] nodes = [node, .. _extensions[node.Name.Value]];
        var name = node.Name.Value;
        NamedType type = node switch
        {
            ObjectTypeDefinitionNode => new ObjectType(name, () => _reader.Fields(nodes), () => _reader.Interfaces(nodes))
            {
                SyntaxNodes = nodes,
            },
            InterfaceTypeDefinitionNode => new InterfaceType(name, () => _reader.Fields(nodes), () => _reader.Interfaces(nodes))
            {
                SyntaxNodes = nodes,
                ResolveType = _options.ResolveType,
            },
            UnionTypeDefinitionNode => new UnionType(name, () => _reader.Members(nodes))
            {
                SyntaxNodes = nodes,
                ResolveType = _options.ResolveType,
            },
            EnumTypeDefinitionNode => new EnumType(name, [.. DefinitionReader.Values(nodes)]) { SyntaxNodes = nodes },
            InputObjectTypeDefinitionNode => new InputObjectType(name, () => _reader.InputFields(nodes))
            {
                SyntaxNodes = nodes,
                IsOneOf = SpecifiedArguments.IsOneOf(nodes),
            },
            _ => Scalar(name, nodes),
        };
        type.Description = node.Description?.Value ?? type.Description;
        type.AppliedDirectives = [.. nodes.SelectMany(n => n.Directives)];
        return type;
    }

    private ScalarType Scalar(string name, TypeDefinitionNode[] nodes)
    {
        var scalar = (ScalarType)(_options.Scalars.GetValueOrDefault(name) ?? new CustomScalarType(name)).Copy(nodes);
        scalar.SpecifiedBy = SpecifiedArguments.SpecifiedBy(nodes) ?? scalar.SpecifiedBy;
        return scalar;
    }

    private NamedType Extend(NamedType type)
    {
        if (BuiltIn(type.Name) is { } builtIn)
        {
            return builtIn;
        }

        TypeDefinitionNode[] nodes = [.. _extensions[type.Name]];
        switch (type)
        {
            case ObjectType obj:
                return _copy.Copy(obj, f => f.Concat(_reader.Fields(nodes)), i => i.Concat(_reader.Interfaces(nodes)), nodes);
            case InterfaceType parent:
                return _copy.Copy(parent, f => f.Concat(_reader.Fields(nodes)), i => i.Concat(_reader.Interfaces(nodes)), nodes);
            case UnionType union:
                return _copy.Copy(union, m => m.Concat(_reader.Members(nodes)), nodes);
            case EnumType enumType:
                return TypeCopy.Copy(
                    enumType, v => DefinitionReader.Unique(v.Concat(DefinitionReader.Values(nodes)), value => value.Name), nodes);
            case InputObjectType input:
                var copy = _copy.Copy(input, f => f.Concat(_reader.InputFields(nodes)), nodes);
                copy.IsOneOf |= SpecifiedArguments.IsOneOf(nodes);
                return copy;
            default:
                var scalar = TypeCopy.Copy((ScalarType)type, nodes);
                scalar.SpecifiedBy = SpecifiedArguments.SpecifiedBy(nodes) ?? scalar.SpecifiedBy;
                return scalar;
        }
    }

    private List<Directive> Directives()
    {
        List<Directive> directives =
        [
            .. _base?.Directives.Select(_copy.Copy) ?? [],
            .. _document.Definitions.OfType<DirectiveDefinitionNode>().Select(_reader.Directive),
        ];
        if (_base is null)
        {
            directives.AddRange(SpecifiedDirectives.All.Where(own => directives.All(d => d.Name != own.Name)).ToArray());
        }

        if (_options.IncrementalDelivery)
        {
            directives.RemoveAll(d => d.Name is "defer" or "stream");
            directives.AddRange([SpecifiedDirectives.Defer, SpecifiedDirectives.Stream]);
        }

        return directives;
    }

    private SchemaRoots Roots(SchemaDefinitionNode[] nodes, SchemaDefinitionNode? definition)
    {
        var roots = new SchemaRoots(Same(_base?.Roots.Query), Same(_base?.Roots.Mutation), Same(_base?.Roots.Subscription));
        foreach (var root in nodes.SelectMany(n => n.OperationTypes))
        {
            roots = roots.With(root.Operation, Resolve(root.Type.Name.Value));
        }

        // Without a schema definition the three names speak for themselves (specification, "Default Root Operation Type Names").
        return definition is not null || _base is not null
            ? roots
            : new SchemaRoots(
                _types.GetValueOrDefault("Query") ?? roots.Query,
                _types.GetValueOrDefault("Mutation") ?? roots.Mutation,
                _types.GetValueOrDefault("Subscription") ?? roots.Subscription);
    }

    private NamedType? Same(NamedType? type) => type is null ? null : Resolve(type.Name);

    private void GiveResolvers(Schema schema)
    {
        foreach (var type in schema.Types.Values.OfType<ObjectType>())
        {
            foreach (var field in type.Fields.Values)
            {
                field.Resolver ??= _options.Resolver(type, field);
            }
        }
    }
}
