using System.Reflection;

namespace Exams.GraphQL.Types.Building;

/// <summary>A field while its attributes still work on it.</summary>
internal sealed class FieldDraft
{
    /// <summary>Its name in the schema.</summary>
    public required string Name { get; set; }

    /// <summary>Its type in the schema.</summary>
    public required IType Type { get; set; }

    /// <summary>What the member behind it gives; null when there is no member.</summary>
    public TypeShape? Shape { get; init; }

    /// <summary>The member behind it.</summary>
    public MemberInfo? Member { get; init; }

    /// <summary>The .NET type whose object type has the field; null for root types.</summary>
    public Type? Parent { get; init; }

    /// <summary>Its description.</summary>
    public string? Description { get; set; }

    /// <summary>Why not to use it any more.</summary>
    public string? DeprecationReason { get; set; }

    /// <summary>Arguments in order; features put theirs in.</summary>
    public List<InputField> Arguments { get; } = [];

    /// <summary>Who may ask.</summary>
    public List<AuthorizeRule> Rules { get; } = [];

    /// <summary>What happens to the resolver's value, first step first.</summary>
    public List<ResultStep> Steps { get; } = [];

    /// <summary>What is looked at before the resolver runs; each may throw.</summary>
    public List<Action<IResolverContext>> Guards { get; } = [];

    /// <summary>A change to the value that needs no waiting; runs behind the steps.</summary>
    public Func<object?, object?>? Finish { get; set; }

    /// <summary>Whether the resolver is priced as one that waits.</summary>
    public bool IsAwaited { get; set; }

    /// <summary>What it costs; null for what the rule says.</summary>
    public double? Weight { get; set; }

    /// <summary>How many items it brings, for paged lists.</summary>
    public ListSize? ListSize { get; set; }
}

/// <summary>Something that is done to a resolver's value before the field is completed: sorting, filtering, cutting a page.</summary>
internal abstract class ResultStep
{
    /// <summary>Does it.</summary>
    /// <param name="context">The field's context, arguments included.</param>
    /// <param name="value">The value so far.</param>
    /// <returns>The value from now on.</returns>
    public abstract ValueTask<object?> ApplyAsync(IResolverContext context, object? value);
}
