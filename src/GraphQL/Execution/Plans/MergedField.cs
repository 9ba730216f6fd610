using Exams.GraphQL.Language;

namespace Exams.GraphQL.Execution.Plans;

/// <summary>The selections of one response key, which are answered together.</summary>
/// <param name="nodes">The selections.</param>
/// <param name="usages">The deferred fragment that each of them stands in; null when none of them stands in one.</param>
/// <param name="within">The deferred fragments with which the field itself is written; empty for the part around them.</param>
/// <param name="isWhole">Whether all below is written in place, whatever the document says of putting off.</param>
internal sealed class MergedField(FieldNode[] nodes, DeferUsage?[]? usages, DeferUsage[] within, bool isWhole) : IEquatable<MergedField>
{
    /// <summary>The selections.</summary>
    public FieldNode[] Nodes { get; } = nodes;

    /// <summary>The deferred fragments with which the field itself is written; empty for the part around them.</summary>
    public DeferUsage[] Within { get; } = within;

    /// <summary>Whether all below is written in place.</summary>
    public bool IsWhole { get; } = isWhole;

    /// <summary>The same with all below written in place.</summary>
    public MergedField Whole => IsWhole ? this : new MergedField(Nodes, null, [], isWhole: true);

    /// <summary>The same as the items of a streamed list see it, which come in parts of their own.</summary>
    public MergedField Apart => new(Nodes, null, [], isWhole: false);

    /// <summary>Fields that are written in place with all below.</summary>
    /// <param name="nodes">The selections.</param>
    /// <returns>The merged field.</returns>
    public static MergedField Of(FieldNode[] nodes) => new(nodes, null, [], isWhole: true);

    /// <summary>The deferred fragment that a selection stands in.</summary>
    /// <param name="index">Its place in <see cref="Nodes"/>.</param>
    /// <returns>The fragment; null for none.</returns>
    public DeferUsage? Usage(int index) => usages?[index];

    /// <inheritdoc/>
    public bool Equals(MergedField? other) =>
        other is not null && IsWhole == other.IsWhole && Nodes.AsSpan().SequenceEqual(other.Nodes)
        && Within.AsSpan().SequenceEqual(other.Within) && Enumerable.Range(0, Nodes.Length).All(i => Usage(i) == other.Usage(i));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as MergedField);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = new HashCode();
        foreach (var node in Nodes)
        {
            hash.Add(node);
        }

        return hash.ToHashCode();
    }
}
