using Exams.GraphQL.Types;
using Exams.GraphQL.Types.Building;
using Exams.GraphQL.Types.Scalars;

namespace Exams.GraphQL.Data.Paging;

/// <summary>The arguments that cut a page.</summary>
internal static class PagingFields
{
    private static readonly (string Name, string Description, bool Backward)[] All =
    [
        ("first", "Returns the first _n_ elements from the list.", false),
        ("after", "Returns the elements in the list that come after the specified cursor.", false),
        ("last", "Returns the last _n_ elements from the list.", true),
        ("before", "Returns the elements in the list that come before the specified cursor.", true),
    ];

    /// <summary>Adds those that the method does not declare, in front; those it declares stay where they are.</summary>
    public static void Add(FieldDraft field, PagingOptions options)
    {
        var front = 0;
        foreach (var (name, description, backward) in All)
        {
            var at = field.Arguments.FindIndex(a => a.Name == name);
            if (at < 0 && (!backward || options.Backward))
            {
                field.Arguments.Insert(front++, new InputField(name, TypeOf(name)) { Description = description });
            }
            else if (at >= 0)
            {
                var declared = field.Arguments[at];
                field.Arguments[at] = new InputField(name, declared.Type)
                {
                    Description = declared.Description ?? description,
                    DefaultValue = declared.DefaultValue,
                    Convert = declared.Convert,
                };
            }
        }
    }

    /// <summary>Which of them a field has.</summary>
    public static IReadOnlySet<string> Of(FieldDraft field) =>
        All.Select(a => a.Name).Where(n => field.Arguments.Exists(f => f.Name == n)).ToHashSet(StringComparer.Ordinal);

    private static ScalarType TypeOf(string name) => name is "first" or "last" ? SpecifiedScalars.Int : SpecifiedScalars.String;
}
