namespace Exams.GraphQL.Language;

/// <summary>A list while it is being read; becomes an array of just its size.</summary>
/// <typeparam name="T">Kind of the nodes.</typeparam>
internal ref struct NodeList<T>
{
    private T[] _items;
    private int _count;

    public void Add(T item)
    {
        if (_items is null)
        {
            _items = new T[4];
        }
        else if (_count == _items.Length)
        {
            Array.Resize(ref _items, _count * 2);
        }

        _items[_count++] = item;
    }

    public T[] ToArray()
    {
        if (_count == 0)
        {
            return [];
        }

        if (_count != _items.Length)
        {
            Array.Resize(ref _items, _count);
        }

        return _items;
    }
}
