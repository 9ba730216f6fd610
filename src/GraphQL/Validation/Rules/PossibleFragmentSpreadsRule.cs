using Exams.GraphQL.Language;
using Exams.GraphQL.Selection;
using Exams.GraphQL.Types;

namespace Exams.GraphQL.Validation.Rules;

/// <summary>A fragment's type and the type around it have values in common (specification, "Fragment Spread Is Possible").</summary>
/// <param name="context">The validation.</param>
public sealed class PossibleFragmentSpreadsRule(ValidationContext context)
    : ValidationRule(context), IEnter<InlineFragmentNode>, IEnter<FragmentSpreadNode>
{
    /// <inheritdoc/>
    public void Enter(InlineFragmentNode node)
    {
        if (Types.Type is NamedType type && type.IsComposite() && Types.ParentType is { } parent && !Overlap(type, parent))
        {
            Context.Report($"Fragment cannot be spread here as objects of type \"{parent}\" can never be of type \"{type}\".", node);
        }
    }

    /// <inheritdoc/>
    public void Enter(FragmentSpreadNode node)
    {
        if (Types.ParentType is { } parent
            && Context.Fragments.Find(node.Name.Value) is { } fragment
            && Context.Schema.Named(fragment.TypeCondition) is { } type
            && type.IsComposite()
            && !Overlap(type, parent))
        {
            Context.Report(
                $"Fragment \"{Context.Cut(node.Name.Value)}\" cannot be spread here as objects of type \"{parent}\" "
                    + $"can never be of type \"{type}\".",
                node);
        }
    }

    private bool Overlap(NamedType a, NamedType b)
    {
        if (a == b)
        {
            return true;
        }

        return (a, b) switch
        {
            (IAbstractType one, IAbstractType other) =>
                Context.Schema.PossibleTypes(one).Any(type => Context.Schema.IsSubType(other, type)),
            (IAbstractType one, _) => Context.Schema.IsSubType(one, b),
            (_, IAbstractType other) => Context.Schema.IsSubType(other, a),
            _ => false,
        };
    }
}
