using Exams.GraphQL.Execution.Plans;

namespace Exams.GraphQL.Execution.Completion;

/// <summary>One step of a response position: a field, or an item of a list.</summary>
/// <param name="Field">The field; null for an item.</param>
/// <param name="Index">The item's index, from 0.</param>
internal readonly record struct PathStep(FieldPlan? Field, int Index)
{
    /// <summary>The steps as errors give them: strings and integers (specification, "Path").</summary>
    /// <param name="steps">From the root.</param>
    /// <returns>The path.</returns>
    public static object[] ToPath(ReadOnlySpan<PathStep> steps)
    {
        var path = new object[steps.Length];
        for (var i = 0; i < steps.Length; i++)
        {
            path[i] = steps[i].Field is { } field ? field.ResponseKey : steps[i].Index;
        }

        return path;
    }
}
