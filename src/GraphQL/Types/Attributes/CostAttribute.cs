using System.Runtime.CompilerServices;
using Exams.GraphQL.Types.Building;

namespace Exams.GraphQL.Types;

/// <summary>Prices a field otherwise than by rule: 10 for what has to be fetched, 1 for an object, 0 for a value.</summary>
/// <param name="weight">What it costs each time it is selected; 0 or more.</param>
/// <param name="order">Filled in by the compiler.</param>
public sealed class CostAttribute(double weight, [CallerLineNumber] int order = 0) : ObjectFieldDescriptorAttribute(order)
{
    /// <summary>What it costs each time it is selected.</summary>
    public double Weight { get; } = weight;

    internal override void Apply(FieldDraft field, SchemaBuilding building) => field.Weight = Weight;
}
