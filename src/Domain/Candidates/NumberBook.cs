using Exams.Domain.Vocabulary;

namespace Exams.Domain.Candidates;

/// <summary>Which candidate numbers of a centre and series are gone: used once, by whomever, or set aside.</summary>
/// <remarks>Rules 1 and 11, trap T16: a number is never used again in a series.</remarks>
public sealed class NumberBook
{
    private const int Largest = 9_999;
    private readonly bool[] _gone = new bool[Largest + 1];
    private int _highest;

    /// <summary>Opens the book.</summary>
    /// <param name="used">The numbers that candidates have or had.</param>
    /// <param name="blocks">The numbers that were set aside.</param>
    public NumberBook(IEnumerable<CandidateNumber> used, IEnumerable<NumberBlock> blocks)
    {
        ArgumentNullException.ThrowIfNull(used);
        ArgumentNullException.ThrowIfNull(blocks);
        _gone[0] = true;
        foreach (var number in used)
        {
            Take(number.Value);
        }

        foreach (var block in blocks)
        {
            Take(block.First.Value, block.Last.Value);
        }
    }

    /// <summary>Takes the next free number: the one after the highest there is, and when there is none, the lowest that was left out.</summary>
    /// <returns>The number; null when all 9,999 are gone.</returns>
    public CandidateNumber? Next()
    {
        var next = _highest < Largest ? _highest + 1 : Array.IndexOf(_gone, value: false);
        if (next < 0)
        {
            return null;
        }

        Take(next);
        return CandidateNumber.Of(next);
    }

    /// <summary>Takes numbers in a row.</summary>
    /// <param name="count">How many.</param>
    /// <param name="from">The first that would do.</param>
    /// <returns>The first and the last; null when there are not so many free ones in a row.</returns>
    public (CandidateNumber First, CandidateNumber Last)? Block(int count, CandidateNumber from)
    {
        for (int first = from.Value, last = first; last <= Largest; last++)
        {
            if (_gone[last])
            {
                first = last + 1;
            }
            else if (last - first + 1 == count)
            {
                Take(first, last);
                return (CandidateNumber.Of(first), CandidateNumber.Of(last));
            }
        }

        return null;
    }

    /// <summary>Takes a number that somebody chose.</summary>
    /// <param name="number">The number.</param>
    public void Take(CandidateNumber number) => Take(number.Value);

    private void Take(int first, int last)
    {
        for (var number = first; number <= last; number++)
        {
            Take(number);
        }
    }

    private void Take(int number)
    {
        _gone[number] = true;
        _highest = Math.Max(_highest, number);
    }
}
