namespace Exams.GraphQL.Fuzz;

/// <summary>A part of the engine with an oracle that says when it went wrong.</summary>
internal interface ITarget
{
    /// <summary>Its name in reports and files.</summary>
    string Name { get; }

    /// <summary>How many of a round's runs it gets; slow targets get few.</summary>
    int Share { get; }

    /// <summary>How many texts a case has.</summary>
    int Parts { get; }

    /// <summary>A case from the target's grammar: mostly right, sometimes not.</summary>
    Case Make(Dice dice);

    /// <summary>Runs a case and judges what came of it.</summary>
    /// <returns>The shape of the outcome, without names and numbers: cases with new shapes are kept and varied.</returns>
    /// <exception cref="WrongException">The oracle objects. Any other exception is a finding, too.</exception>
    string Try(Case input);
}

/// <summary>An oracle's objection.</summary>
/// <param name="message">What should have been; the same for the same fault, so that it is reported once.</param>
internal sealed class WrongException(string message) : Exception(message)
{
    /// <summary>Objects unless it is so.</summary>
    public static void Unless(bool isSo, string message)
    {
        if (!isSo)
        {
            throw new WrongException(message);
        }
    }
}
