namespace Exams.GraphQL.Validation.Merging;

/// <summary>Some selection sets taken together: their numbers, ascending. Equal by content.</summary>
/// <remarks>Nearly always it is one set alone, which costs no array.</remarks>
internal readonly struct SetKey : IEquatable<SetKey>
{
    private readonly int _single;
    private readonly int[]? _several;

    public SetKey(int id) => _single = id;

    private SetKey(int[] several) => _several = several;

    public int Count => _several?.Length ?? 1;

    public int this[int index] => _several is null ? _single : _several[index];

    // They are different: one step comes by a field once, and each field has a selection set of its own.
    public static SetKey Of(List<int> ids)
    {
        ids.Sort();
        return new SetKey([.. ids]);
    }

    public bool Equals(SetKey other) =>
        _single == other._single && _several.AsSpan().SequenceEqual(other._several);

    public override bool Equals(object? obj) => obj is SetKey other && Equals(other);

    public override int GetHashCode()
    {
        if (_several is null)
        {
            return _single;
        }

        var hash = new HashCode();
        foreach (var id in _several)
        {
            hash.Add(id);
        }

        return hash.ToHashCode();
    }
}
