using Exams.GraphQL.Language;
using Exams.GraphQL.Validation.Merging;

namespace Exams.GraphQL.Validation.Rules;

/// <summary>Fields of one response key can be merged into one (specification, "Field Selection Merging").</summary>
/// <remarks>The whole document is checked fast, once. Only when that finds a conflict are its pairs looked for, set by set, so that errors
/// stand where graphql-js has them, in its words.</remarks>
/// <param name="context">The validation.</param>
public sealed class OverlappingFieldsCanBeMergedRule(ValidationContext context)
    : ValidationRule(context), IEnter<SelectionSetNode>, IEnter<InlineFragmentNode>, ILeave<DocumentNode>
{
    private MergeCheck? _check;
    private bool _isMergeable;
    private ConflictFinder? _finder;
    private SelectionSetNode? _inline;
    private bool _hasReported;
    private bool _gaveUp;

    /// <inheritdoc/>
    public void Enter(InlineFragmentNode node) => _inline = node.SelectionSet;

    /// <inheritdoc/>
    public void Enter(SelectionSetNode node)
    {
        if (_check is null)
        {
            _check = new MergeCheck(Context);
            _isMergeable = _check.Run();
        }

        // The set of an inline fragment is part of the set around it, and one lone field or spread has nothing to conflict with.
        if (_isMergeable || node == _inline || Context.IsStopped || node.Selections is [FieldNode or FragmentSpreadNode])
        {
            return;
        }

        _finder ??= new ConflictFinder(Context);
        foreach (var conflict in _finder.Within(node, Types.ParentType, Context.Options.MaxErrors + 1))
        {
            Report(conflict);
        }

        if (_finder.IsExhausted)
        {
            GiveUp(_check);
        }
    }

    /// <inheritdoc/>
    public void Leave(DocumentNode node)
    {
        // Where fragments form cycles another rule has said so; without it, an undecided document must not pass.
        if (_gaveUp && Context.Errors.Count == 0)
        {
            Context.Abort();
        }
    }

    private void GiveUp(MergeCheck check)
    {
        // Nothing more will be found; what is known to be wrong is said at least once.
        _isMergeable = true;
        _gaveUp = true;
        if (check.Found is { } conflict && !_hasReported)
        {
            Report(conflict);
        }
    }

    private void Report(Conflict conflict)
    {
        _hasReported = true;
        Context.Report(
            $"Fields \"{Conflict.Shorten(Context.Cut(conflict.ResponseKey))}\" conflict because {conflict.Reason}. "
                + "Use different aliases on the fields to fetch both if this was intentional.",
            [.. conflict.First, .. conflict.Second]);
    }
}
