using System.Linq.Expressions;
using System.Reflection;

namespace Exams.GraphQL.Types.Building;

/// <summary>The fields of an input object and the way from their values to the .NET object. Constructor parameters come first, in
/// their order; settable properties that no parameter covers follow.</summary>
/// <param name="Fields">Fields in order.</param>
/// <param name="Create">From values, in the same order, to the object.</param>
internal sealed record InputObjectParts(IReadOnlyList<InputField> Fields, Func<InputFieldValue[], object> Create)
{
    /// <summary>Reads a .NET type.</summary>
    public static InputObjectParts Of(SchemaBuilding building, Type runtime)
    {
        var constructor = Constructor(runtime);
        var fields = new List<InputField>();
        var values = Expression.Parameter(typeof(InputFieldValue[]), "values");
        var arguments = new List<Expression>();
        var covered = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var parameter in constructor?.GetParameters() ?? [])
        {
            covered.Add(parameter.Name!);
            var property = runtime.GetProperty(parameter.Name!, BindingFlags.Public | BindingFlags.Instance | BindingFlags.IgnoreCase);
            if (Ignored(property))
            {
                arguments.Add(Expression.Default(parameter.ParameterType));
                continue;
            }

            arguments.Add(Value(values, fields.Count, parameter.ParameterType));
            fields.Add(Field(building, property, TypeShape.Of(parameter), parameter));
        }

        var made = Expression.Variable(runtime, "made");
        var steps = new List<Expression>
        {
            Expression.Assign(made, constructor is null ? Expression.New(runtime) : Expression.New(constructor, arguments)),
        };
        foreach (var property in Settable(runtime).Where(p => covered.Add(p.Name)))
        {
            var at = fields.Count;
            var given = Expression.Property(Expression.ArrayIndex(values, Expression.Constant(at)), nameof(InputFieldValue.HasValue));
            steps.Add(Expression.IfThen(given, Expression.Assign(Expression.Property(made, property), Value(values, at, property.PropertyType))));
            fields.Add(Field(building, property, TypeShape.Of(property), null));
        }

        steps.Add(Expression.Convert(made, typeof(object)));
        var body = Expression.Block([made], steps);
        return new InputObjectParts(fields, Expression.Lambda<Func<InputFieldValue[], object>>(body, values).Compile());
    }

    private static ConstructorInfo? Constructor(Type runtime)
    {
        var constructors = runtime.GetConstructors();
        return constructors.Any(c => c.GetParameters().Length == 0)
            ? null
            : constructors.MaxBy(c => c.GetParameters().Length)
                ?? (runtime.IsValueType ? null : throw new SchemaException($"{runtime} has no public constructor."));
    }

    private static IEnumerable<PropertyInfo> Settable(Type runtime) => runtime
        .GetProperties(BindingFlags.Public | BindingFlags.Instance)
        .Where(p => p is { CanRead: true, SetMethod.IsPublic: true } && p.GetIndexParameters().Length == 0 && !Ignored(p))
        .OrderBy(p => p.MetadataToken);

    private static bool Ignored(PropertyInfo? property) => property?.IsDefined(typeof(GraphQLIgnoreAttribute), inherit: false) == true;

    private static InputField Field(SchemaBuilding building, PropertyInfo? property, TypeShape shape, ParameterInfo? parameter)
    {
        var id = IdSpec.Input(building, parameter) ?? IdSpec.Input(building, property);
        var marked = property?.GetCustomAttribute<DefaultValueAttribute>();
        // A default in the schema makes the member one that may be left out.
        var declared = marked is null ? shape : shape with { IsNullable = true };
        var type = building.Inputs.Of(declared, id, $"{(object?)property ?? parameter}");
        return new InputField(property is null ? Naming.CamelCase(parameter!.Name!) : Naming.Field(property), type)
        {
            Description = (property is null ? null : building.Docs.Of(property)) ?? (parameter is null ? null : building.Docs.Of(parameter)),
            DefaultValue = marked is not null ? Literals.Of(marked.Value, type)
                : parameter is not null ? InputTypes.Default(parameter, type)
                : null,
            DeprecationReason = property?.GetCustomAttribute<GraphQLDeprecatedAttribute>()?.DeprecationReason,
            Convert = InputConverters.For(declared, id),
        };
    }

    private static MethodCallExpression Value(Expression values, int index, Type type)
    {
        var value = Expression.ArrayIndex(values, Expression.Constant(index));
        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Optional<>))
        {
            return Expression.Call(typeof(InputObjectParts), nameof(Maybe), [type.GetGenericArguments()[0]], value);
        }

        return Expression.Call(typeof(InputObjectParts), nameof(Plain), [type], value);
    }

    private static T Plain<T>(InputFieldValue value) => value.Value is T typed ? typed : default!;

    private static Optional<T> Maybe<T>(InputFieldValue value) =>
        value.HasValue ? new Optional<T>(value.Value is T typed ? typed : default) : default;
}
