namespace Exams.GraphQL.Execution.Plans;

/// <summary>What of an object comes later.</summary>
/// <param name="Usages">Deferred fragments that begin at the object, each behind the one around it.</param>
/// <param name="Parts">What they ask for and nothing before them does.</param>
internal sealed record Deferral(DeferUsage[] Usages, DeferredFields[] Parts)
{
    /// <summary>How many things it adds to those that are to come.</summary>
    public int Count => Usages.Length + Parts.Length;
}

/// <summary>Fields of an object that are written together, later.</summary>
/// <param name="Usages">The deferred fragments that ask for them; the first to come brings them.</param>
/// <param name="Plan">The fields.</param>
internal sealed record DeferredFields(DeferUsage[] Usages, ObjectPlan Plan);
