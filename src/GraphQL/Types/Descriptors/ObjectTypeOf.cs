using Exams.GraphQL.Types.Building;

namespace Exams.GraphQL.Types;

/// <summary>Describes the object type over <typeparamref name="T"/>: which members are fields, under which names.</summary>
/// <typeparam name="T">The .NET type behind it.</typeparam>
public abstract class ObjectType<T> : IOutputType, IObjectTypeDefinition
{
    Type IObjectTypeDefinition.RuntimeType => typeof(T);

    ObjectTypeDraft IObjectTypeDefinition.Describe()
    {
        var descriptor = new ObjectTypeDescriptor<T>();
        Configure(descriptor);
        return descriptor.Draft;
    }

    /// <summary>Says what the type shows.</summary>
    /// <param name="descriptor">Takes what is said.</param>
    protected virtual void Configure(IObjectTypeDescriptor<T> descriptor)
    {
    }
}

/// <summary>Stands for <c>T!</c> where a schema type is given by its class.</summary>
/// <typeparam name="T">The nullable type inside.</typeparam>
public sealed class NonNullType<T> : IInputType, IOutputType where T : IType;

/// <summary>Stands for <c>[T]</c> where a schema type is given by its class.</summary>
/// <typeparam name="T">The type of the items.</typeparam>
public sealed class ListType<T> : IInputType, IOutputType where T : IType;
