namespace Exams.GraphQL.Fuzz;

/// <summary>Makes a case smaller for as long as it shows the same fault.</summary>
internal sealed class Minimiser(ITarget target, Finding finding, TimeProvider clock)
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(20);
    private readonly long _began = clock.GetTimestamp();

    /// <summary>The smallest case that was found in a few seconds.</summary>
    public Case Minimise(Case input)
    {
        for (var part = 0; part < input.Parts.Count; part++)
        {
            for (var size = input.Parts[part].Length / 2; size > 0; size /= 2)
            {
                for (var at = 0; at + size <= input.Parts[part].Length && clock.GetElapsedTime(_began) < Longest;)
                {
                    var text = input.Parts[part];
                    var smaller = input.With(part, [.. text[..at], .. text[(at + size)..]]);
                    if (IsSame(smaller))
                    {
                        input = smaller;
                    }
                    else
                    {
                        at += size;
                    }
                }
            }
        }

        return input;
    }

    private bool IsSame(Case input)
    {
        try
        {
            target.Try(input);
            return false;
        }
        catch (Exception fault)
        {
            return Finding.Of(target, fault).Fault == finding.Fault;
        }
    }
}
