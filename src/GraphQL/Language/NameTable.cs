using System.Runtime.CompilerServices;
using System.Text;

namespace Exams.GraphQL.Language;

/// <summary>Remembers the names of one document, so that a name used often is one string. It forgets on collision and cannot grow.</summary>
internal struct NameTable
{
    private const int Size = 64;

    private Slots _slots;

    [InlineArray(Size)]
    private struct Slots
    {
        private string? _first;
    }

    /// <summary>The string of a name.</summary>
    /// <param name="utf8">Its letters, all ASCII.</param>
    public string Get(ReadOnlySpan<byte> utf8)
    {
        var hash = (uint)utf8.Length;
        foreach (var c in utf8)
        {
            hash = (hash * 31) + c;
        }

        ref var slot = ref _slots[(int)(hash % Size)];
        if (slot is null || !Ascii.Equals(utf8, slot))
        {
            slot = Encoding.ASCII.GetString(utf8);
        }

        return slot;
    }
}
