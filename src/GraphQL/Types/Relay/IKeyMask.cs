namespace Exams.GraphQL.Types.Relay;

/// <summary>Hides numbers that stand in ids and cursors: rows are counted, and whoever makes two of them would see how many others were made between.
/// An application that offers one as a service has it used for every key that is a <see cref="long"/>.</summary>
/// <remarks>A permutation: each number has one mask, and each mask one number. What it hides is how large numbers are, not whom they belong to: what may
/// be read is decided elsewhere.</remarks>
public interface IKeyMask
{
    /// <summary>The mask of a number.</summary>
    /// <param name="number">The number.</param>
    /// <returns>What stands in ids and cursors; the same for the same number, as long as the application wants ids to last.</returns>
    long Hide(long number);

    /// <summary>The number of a mask.</summary>
    /// <param name="mask">What a client sent; any number.</param>
    /// <returns>The number.</returns>
    long Reveal(long mask);
}
