using System.Reflection;
using Exams.GraphQL.Authorization;
using Exams.GraphQL.Types.Relay;

namespace Exams.GraphQL.Types.Building;

/// <summary>Makes fields of members.</summary>
internal sealed class FieldFactory(SchemaBuilding building)
{
    /// <summary>Who may ask, as a member's attributes say.</summary>
    public static IEnumerable<AuthorizeRule> RulesOf(MemberInfo member) => member
        .GetCustomAttributes<AuthorizeAttribute>(inherit: false)
        .Select(a => new AuthorizeRule(a.Policy, [.. (a.Roles ?? []).Order(StringComparer.Ordinal)]));

    /// <summary>The fields that a static class declares for a type.</summary>
    /// <param name="type">The static class.</param>
    /// <param name="parent">The .NET type whose object type gets them; null for root types.</param>
    public IEnumerable<OutputField> OfStaticClass(Type type, Type? parent)
    {
        var ofClass = type.IsDefined(typeof(ObjectTypeAttribute<>), inherit: false) ? [] : RulesOf(type).ToArray();
        foreach (var member in SchemaBuilding.StaticMembers(type).Where(m => !m.IsDefined(typeof(NodeResolverAttribute), inherit: false)))
        {
            yield return OfMember(member, parent, ofClass, described: null);
        }
    }

    /// <summary>The fields of an object type: global id, leading classes, its own, trailing classes. A later field of a name that is
    /// taken gives way.</summary>
    public IEnumerable<OutputField> OfObject(Type runtime, ObjectTypeDraft? draft)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        if (building.Nodes.IdField(runtime) is { } id && names.Add(id.Name))
        {
            yield return id;
        }

        foreach (var type in building.Registrations.Leading.GetValueOrDefault(runtime, []))
        {
            foreach (var field in OfStaticClass(type, runtime).Where(f => names.Add(f.Name)))
            {
                yield return field;
            }
        }

        foreach (var field in (draft?.Fields ?? []).Select(d => OfDescriptor(d, runtime)).Where(f => names.Add(f.Name)))
        {
            yield return field;
        }

        var trailing = building.Registrations.Trailing.GetValueOrDefault(runtime, [])
            .SelectMany(t => OfStaticClass(t, runtime)).Where(f => names.Add(f.Name)).ToList();
        foreach (var member in draft?.IsExplicit == true ? [] : InstanceMembers(runtime))
        {
            // Asked before the field is made: a member that gives way need not have a type of the schema.
            if (!names.Contains(Naming.Field(member)) && names.Add(Naming.Field(member)))
            {
                yield return OfMember(member, runtime, [], described: null);
            }
        }

        foreach (var field in trailing)
        {
            yield return field;
        }
    }

    /// <summary>The fields of an interface, inherited ones included.</summary>
    public IEnumerable<OutputField> OfInterface(Type runtime) => runtime.GetInterfaces()
        .Where(i => i.IsDefined(typeof(InterfaceTypeAttribute), inherit: false))
        .Append(runtime)
        .SelectMany(InstanceMembers)
        .DistinctBy(Naming.Field)
        .Select(m => OfMember(m, runtime, [], described: null));

    private static IEnumerable<MemberInfo> InstanceMembers(Type runtime)
    {
        const BindingFlags Public = BindingFlags.Public | BindingFlags.Instance;
        var methods = runtime.GetMethods(Public | BindingFlags.DeclaredOnly)
            .Where(m => m is { IsSpecialName: false, IsGenericMethod: false } && m.ReturnType != typeof(void))
            .Where(m => m.GetBaseDefinition().DeclaringType != typeof(object) && m.Name is not ['<', ..])
            .Where(m => !(m.Name == "Equals" && m.GetParameters().Length == 1));
        var properties = runtime.GetProperties(Public)
            .Where(p => p.GetMethod is { IsPublic: true } && p.GetIndexParameters().Length == 0 && p.Name != "EqualityContract");
        return methods.OrderBy(m => m.MetadataToken).Cast<MemberInfo>()
            .Concat(properties.OrderBy(p => Depth(p.DeclaringType!)).ThenBy(p => p.MetadataToken))
            .Where(m => !m.IsDefined(typeof(GraphQLIgnoreAttribute), inherit: true));
    }

    private static int Depth(Type type) => type.BaseType is { } parent ? Depth(parent) + 1 : 0;

    private OutputField OfDescriptor(ObjectFieldDescriptor described, Type runtime)
    {
        if (described.Member is { } member && described.Resolver is null)
        {
            return OfMember(member, runtime, described.Rules, described);
        }

        var token = described.TypeToken is { } type ? building.Outputs.OfToken(type) : null;
        var shape = described.Member is PropertyInfo property ? TypeShape.Of(property) : null;
        var draft = new FieldDraft
        {
            Name = described.FieldName ?? (described.Member is { } named ? Naming.Field(named) : throw new SchemaException($"A field of {runtime} has no name.")),
            Type = token ?? (shape is not null ? building.Outputs.Of(shape) : throw new SchemaException($"{runtime}: the field {described.FieldName} has no type.")),
            Parent = runtime,
            Description = described.FieldDescription,
            DeprecationReason = described.DeprecationReason,
            IsAwaited = described.Resolver is TaskResolver,
        };
        draft.Rules.AddRange(described.Rules);
        return Finish(draft, described.Resolver ?? throw new SchemaException($"{runtime}: the field {draft.Name} has no resolver."), null);
    }

    private OutputField OfMember(MemberInfo member, Type? parent, IReadOnlyList<AuthorizeRule> further, ObjectFieldDescriptor? described)
    {
        var method = member as MethodInfo;
        var shape = method is not null ? TypeShape.Of(method) : TypeShape.Of((PropertyInfo)member);
        var id = described?.IsId == true ? IdSpec.Output(building, described.IdTypeName, parent) : IdSpec.Output(building, member, parent);
        var draft = new FieldDraft
        {
            Name = described?.FieldName ?? Naming.Field(member),
            Type = TypeOf(member, shape, id, described),
            Shape = shape,
            Member = member,
            Parent = parent,
            Description = described?.FieldDescription ?? (method is not null ? building.Docs.Of(method) : building.Docs.Of((PropertyInfo)member)),
            DeprecationReason = described?.DeprecationReason ?? member.GetCustomAttribute<GraphQLDeprecatedAttribute>()?.DeprecationReason,
            IsAwaited = method is not null && MethodShape.IsAwaited(method),
            Finish = id is null ? null : id.EncodeShape(shape),
        };
        draft.Rules.AddRange(further);
        draft.Rules.AddRange(RulesOf(member));
        var plan = method is null ? null : building.Parameters.Plan(method, draft);
        foreach (var feature in member.GetCustomAttributes<ObjectFieldDescriptorAttribute>(inherit: false).OrderBy(a => a.Order))
        {
            feature.Apply(draft, building);
        }

        if (parent?.IsInterface == true)
        {
            return Finish(draft, null, null);
        }

        var field = Finish(draft, ResolverCompiler.Compile(draft, plan, id), plan is null ? [member.Name] : plan.Reads);
        if (member.GetCustomAttribute<SubscribeAttribute>() is { } subscribe)
        {
            field.Subscribe = SubscriptionCompiler.Compile(building, (MethodInfo)member, subscribe, field);
        }

        return field;
    }

    private IType TypeOf(MemberInfo member, TypeShape shape, IdSpec? id, ObjectFieldDescriptor? described)
    {
        if (described?.TypeToken is { } token)
        {
            return building.Outputs.OfToken(token);
        }

        if (id is not null)
        {
            return OutputTypes.Of(shape, _ => Scalars.SpecifiedScalars.Id);
        }

        // A page is typed by the paging attribute; until then its items stand in.
        if (TypeShape.ArgumentOf(shape.Runtime, typeof(Pagination.Connection<>)) is { } item)
        {
            return new ListType(building.Outputs.Of(TypeShape.Of(item)));
        }

        try
        {
            return building.Outputs.Of(shape);
        }
        catch (SchemaException e)
        {
            throw new SchemaException($"{member.DeclaringType}.{member.Name}: {e.Message}");
        }
    }

    private OutputField Finish(FieldDraft draft, FieldResolver? resolver, IReadOnlyList<string>? reads)
    {
        var weight = draft.Weight ?? (draft.IsAwaited ? 10 : null);
        var isLeaf = draft.Type.NamedType() is ScalarType or EnumType;
        return new OutputField(draft.Name, draft.Type)
        {
            Description = Told(draft),
            DeprecationReason = draft.DeprecationReason,
            Arguments = [.. draft.Arguments],
            Authorize = [.. draft.Rules],
            Resolver = resolver,
            Reads = reads,
            Cost = weight is null && draft.ListSize is null ? null : new FieldCost(weight ?? (isLeaf ? 0 : 1), draft.ListSize),
            AppliedDirectives = SchemaBuilding.Applied(draft.Rules, weight, draft.ListSize),
        };
    }

    // Who reads the schema cannot see applied directives; which policy a field asks for is part of what it says.
    private string? Told(FieldDraft draft)
    {
        var policies = draft.Rules.Select(rule => rule.Policy).OfType<string>().Distinct().ToList();
        return policies.Count == 0 ? draft.Description
            : building.Generated($"Needs {string.Join(" and ", policies)}.") is { } needs ? $"{draft.Description} {needs}".TrimStart()
            : draft.Description;
    }
}
