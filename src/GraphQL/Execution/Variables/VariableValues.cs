using Exams.GraphQL.Types;

namespace Exams.GraphQL.Execution.Variables;

/// <summary>The coerced variables of one request (specification, "Coercing Variable Values"). A variable that was neither
/// given nor has a default has no value.</summary>
/// <param name="definitions">The operation's variables.</param>
/// <param name="values">Their values, in the same order.</param>
internal sealed class VariableValues(VariablePlan[] definitions, InputFieldValue[] values)
{
    /// <summary>No variables at all.</summary>
    public static VariableValues None { get; } = new([], []);

    /// <summary>The value of a variable; no value for one that is not declared.</summary>
    /// <param name="name">Its name without the $.</param>
    public InputFieldValue this[string name]
    {
        get
        {
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
}
