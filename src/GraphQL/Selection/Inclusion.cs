using Exams.GraphQL.Language;

namespace Exams.GraphQL.Selection;

/// <summary>A boolean that a document states outright or leaves to a variable.</summary>
/// <param name="Value">The literal; meaningless when there is a variable.</param>
/// <param name="Variable">The variable's name without the $; null for a literal.</param>
public readonly record struct BooleanSource(bool Value, string? Variable)
{
    /// <summary>The boolean of an argument called <c>if</c>.</summary>
    /// <param name="directive">A use of <c>@skip</c> or <c>@include</c>.</param>
    /// <returns>The boolean; null when the argument is missing or of another kind, which validation refuses.</returns>
    public static BooleanSource? Of(DirectiveNode directive)
    {
        foreach (var argument in directive.Arguments)
        {
            if (argument.Name.Value == "if")
            {
                return argument.Value switch
                {
                    BooleanValueNode literal => new BooleanSource(literal.Value, null),
                    VariableNode variable => new BooleanSource(false, variable.Name.Value),
                    _ => null,
                };
            }
        }

        return null;
    }
}

/// <summary>What <c>@skip</c> and <c>@include</c> say about one selection (specification, "@skip" and "@include").</summary>
/// <param name="SkipIf">The condition of <c>@skip</c>; null when it is not there.</param>
/// <param name="IncludeIf">The condition of <c>@include</c>; null when it is not there.</param>
public readonly record struct Inclusion(BooleanSource? SkipIf, BooleanSource? IncludeIf)
{
    /// <summary>Reads the two directives of a selection.</summary>
    /// <param name="directives">The selection's directives.</param>
    /// <returns>The conditions; of a directive written twice, which validation refuses, the first counts.</returns>
    public static Inclusion Of(IReadOnlyList<DirectiveNode> directives)
    {
        BooleanSource? skip = null, include = null;
        for (var i = 0; i < directives.Count; i++)
        {
            switch (directives[i].Name.Value)
            {
                case "skip": skip ??= BooleanSource.Of(directives[i]); break;
                case "include": include ??= BooleanSource.Of(directives[i]); break;
                default: break;
            }
        }

        return new Inclusion(skip, include);
    }

    /// <summary>True when a literal alone rules the selection out, whatever the variables are.</summary>
    public bool IsNever => SkipIf is { Variable: null, Value: true } || IncludeIf is { Variable: null, Value: false };

    /// <summary>Whether the selection is taken.</summary>
    /// <param name="variable">The value of a Boolean variable by name.</param>
    /// <returns>True unless it is skipped or not included.</returns>
    public bool Holds(Func<string, bool> variable) =>
        !(SkipIf is { } skip && Resolve(skip, variable)) && !(IncludeIf is { } include && !Resolve(include, variable));

    private static bool Resolve(BooleanSource source, Func<string, bool> variable) =>
        source.Variable is { } name ? variable(name) : source.Value;
}
