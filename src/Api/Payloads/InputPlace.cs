using System.Collections.Frozen;
using System.Reflection;
using System.Text.Json;

namespace Exams.Api.Payloads;

/// <summary>Finds the place in a mutation's input, as the client wrote it, that a refusal is about. The board's rules name things in the field's own words; one
/// input has a candidate's number, another a reference to the candidate, a third a list of numbers.</summary>
internal static class InputPlace
{
    private const string Candidate = "candidate";

    /// <summary>Where a thing is named in inputs that have no field of its own for it; the first that the client gave counts.</summary>
    private static readonly FrozenDictionary<string, string[]> _elsewhere = new Dictionary<string, string[]>
    {
        [Candidate] = ["candidates", "number", "externalReference", "transfer"],
        ["candidates"] = [Candidate],
        ["centre"] = [Candidate, "centres", "transfer", "number"],
        ["number"] = [Candidate, "transfer", "count"],
        ["qualification"] = ["qualifications"],
        ["scope"] = ["status", "series"],
        ["series"] = [Candidate],
        ["uci"] = ["transfer"],
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Leads from an input to the place.</summary>
    /// <param name="input">The input, or one of its rows.</param>
    /// <param name="wanted">The names along which the refusal leads.</param>
    /// <returns>Names of the input's own fields, outermost first; as far as they go.</returns>
    public static IReadOnlyList<string> Of(object input, IReadOnlyList<string> wanted)
    {
        List<string> path = [];
        object? here = input;
        for (var at = 0; at < wanted.Count;)
        {
            if (Given(here) is { } way)
            {
                here = Step(way);
            }
            else if (Field(here, wanted[at]) is { } field)
            {
                here = Step(field);
                at++;
            }
            else if (_elsewhere.GetValueOrDefault(wanted[at], []).Select(name => Field(here, name)).FirstOrDefault(one => one?.GetValue(here) is not null) is { } stand)
            {
                here = Step(stand);

                // In a reference to a candidate stand that very centre, series and number. A transfer's are those that the candidate had before.
                if (path[^1] != Candidate)
                {
                    break;
                }
            }
            else
            {
                break;
            }
        }

        return path;

        object? Step(PropertyInfo through)
        {
            path.Add(NameOf(through));
            return through.GetValue(here);
        }
    }

    // The one way in which somebody named a thing that can be named in several.
    private static PropertyInfo? Given(object? here) =>
        here?.GetType().GetCustomAttribute<OneOfAttribute>() is null ? null : Array.Find(Fields(here), field => field.GetValue(here) is not null);

    private static PropertyInfo? Field(object? here, string name) => here is null ? null : Array.Find(Fields(here), field => NameOf(field) == name);

    // Words of the board are leaves, whatever members they have.
    private static PropertyInfo[] Fields(object here) =>
        here.GetType().Assembly == typeof(InputPlace).Assembly ? here.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance) : [];

    private static string NameOf(PropertyInfo field) => JsonNamingPolicy.CamelCase.ConvertName(field.Name);
}
