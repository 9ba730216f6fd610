using Exams.GraphQL.Types;

namespace Exams.GraphQL.Execution.Variables;

/// <summary>The coerced variables of one request (specification, "Coercing Variable Values"). A variable that was neither
/// given nor has a default has no value.</summary>
/// <param name="definitions">The operation's variables.</param>
/// <param name="values">Their values, in the same order.</param>
internal sealed class VariableValues(VariablePlan[] definitions, InputFieldValue[] values)
{
    // Few variables are found sooner by looking than by hashing; with thousands, looking would be the attack.
    private const int MostLookedThrough = 16;
    private readonly Dictionary<string, int>? _places = definitions.Length > MostLookedThrough ? Places(definitions) : null;

    /// <summary>No variables at all.</summary>
    public static VariableValues None { get; } = new([], []);

    /// <summary>The value of a variable; no value for one that is not declared.</summary>
    /// <param name="name">Its name without the $.</param>
    public InputFieldValue this[string name]
    {
        get
        {
            if (_places is not null)
            {
                return _places.TryGetValue(name, out var place) ? values[place] : default;
            }

            for (var i = 0; i < definitions.Length; i++)
            {
                if (definitions[i].Name == name)
                {
                    return values[i];
                }
            }

            return default;
        }
    }

    /// <summary>How many variables are declared.</summary>
    public int Count => definitions.Length;

    private static Dictionary<string, int> Places(VariablePlan[] definitions)
    {
        var places = new Dictionary<string, int>(definitions.Length, StringComparer.Ordinal);
        for (var i = 0; i < definitions.Length; i++)
        {
            places.TryAdd(definitions[i].Name, i);
        }

        return places;
    }
}
