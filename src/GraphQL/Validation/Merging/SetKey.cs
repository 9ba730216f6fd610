namespace Exams.GraphQL.Validation.Merging;

/// <summary>Some selection sets taken together: their numbers, ascending, each once. Equal by content.</summary>
/// <param name="ids">The numbers.</param>
internal readonly struct SetKey(int[] ids) : IEquatable<SetKey>
{
    public int[] Ids { get; } = ids;

    public static SetKey Of(List<int> ids)
    {
        if (ids.Count == 1)
        {
            return new SetKey([ids[0]]);
        }

        ids.Sort();
        var different = 1;
        for (var i = 1; i < ids.Count; i++)
        {
            if (ids[i] != ids[different - 1])
            {
                ids[different++] = ids[i];
            }
        }

        return new SetKey([.. ids[..different]]);
    }

    public bool Equals(SetKey other) => Ids.AsSpan().SequenceEqual(other.Ids);

    public override bool Equals(object? obj) => obj is SetKey other && Equals(other);

    public override int GetHashCode()
    {
        var hash = new HashCode();
        foreach (var id in Ids)
        {
            hash.Add(id);
        }

        return hash.ToHashCode();
    }
}
