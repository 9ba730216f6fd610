namespace Exams.GraphQL.Types.Building;

/// <summary>An object type that says itself which members are fields.</summary>
internal interface IObjectTypeDefinition
{
    /// <summary>The .NET type it describes.</summary>
    Type RuntimeType { get; }

    /// <summary>What it says.</summary>
    ObjectTypeDraft Describe();
}

/// <summary>A class that describes a filter or sort input; the data chapter makes the input object of it.</summary>
internal interface IDataInputType : IInputType
{
    /// <summary>The input object of a schema that is being built.</summary>
    InputObjectType Build(SchemaBuilding building);
}
