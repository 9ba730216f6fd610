using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;

namespace Exams.GraphQL.Data.Shapes;

/// <summary>What was made for shapes, kept in two generations: when the younger is full the elder is forgotten, and what is asked for
/// again moves back to the younger. So shapes in use stay, and strangers who send ever new ones fill no memory.</summary>
/// <typeparam name="TValue">What is kept.</typeparam>
/// <param name="size">Most entries of a generation.</param>
internal sealed class ShapeCache<TValue>(int size) where TValue : class
{
    private readonly Lock _turn = new();
    private volatile ConcurrentDictionary<object, TValue> _young = new();
    private volatile ConcurrentDictionary<object, TValue> _old = new();

    /// <summary>How many entries there are.</summary>
    public int Count => _young.Count + _old.Count;

    /// <summary>Finds what was made for a shape.</summary>
    /// <param name="shape">The shape's key.</param>
    /// <param name="value">What was made.</param>
    public bool TryFind(object shape, [NotNullWhen(true)] out TValue? value)
    {
        if (_young.TryGetValue(shape, out value))
        {
            return true;
        }

        if (_old.TryRemove(shape, out value))
        {
            Add(shape, value);
            return true;
        }

        return false;
    }

    /// <summary>Keeps what was made for a shape.</summary>
    /// <param name="shape">The shape's key.</param>
    /// <param name="value">What was made.</param>
    public void Add(object shape, TValue value)
    {
        lock (_turn)
        {
            if (_young.Count >= size)
            {
                (_old, _young) = (_young, new());
            }

            _young[shape] = value;
        }
    }
}
