namespace Exams.GraphQL.Fuzz;

/// <summary>Cases worth varying: one or a few of each outcome that was ever seen.</summary>
internal sealed class Corpus
{
    private const int MostCases = 4_000;
    private const int MostShapes = 200_000;
    private readonly List<Case> _cases = [];
    private readonly HashSet<string> _shapes = new(StringComparer.Ordinal);

    /// <summary>How many different outcomes were seen.</summary>
    public int Shapes => _shapes.Count;

    /// <summary>Whether there is anything to vary.</summary>
    public bool IsEmpty => _cases.Count == 0;

    /// <summary>Keeps a case whose outcome is new; a full corpus forgets another one for it.</summary>
    public void Add(Case input, string shape, Dice dice)
    {
        if (_shapes.Count >= MostShapes || !_shapes.Add(shape))
        {
            return;
        }

        if (_cases.Count < MostCases)
        {
            _cases.Add(input);
        }
        else
        {
            _cases[dice.Below(MostCases)] = input;
        }
    }

    /// <summary>Any case, the latest ones more often: what is new is least explored.</summary>
    public Case Any(Dice dice) => dice.Chance(50) && _cases.Count > 64 ? _cases[^(1 + dice.Below(64))] : dice.In(_cases);
}
