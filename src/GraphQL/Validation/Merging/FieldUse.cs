using Exams.GraphQL.Language;
using Exams.GraphQL.Types;

namespace Exams.GraphQL.Validation.Merging;

/// <summary>A selected field where it stands.</summary>
/// <param name="Node">The field.</param>
/// <param name="ParentType">The type it is selected from; null where the schema does not know it.</param>
internal readonly record struct FieldUse(FieldNode Node, NamedType? ParentType)
{
    /// <summary>The type of its value; null for fields that the type does not declare, <c>__typename</c> among them.</summary>
    public IType? Type => (ParentType as ComplexType)?.Fields.GetValueOrDefault(Node.Name.Value)?.Type;
}
