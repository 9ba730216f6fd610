using Exams.GraphQL.Language;

namespace Exams.GraphQL.Selection;

/// <summary>The fragments of a document by name.</summary>
/// <remarks>Where a document defines a name twice, which <c>UniqueFragmentNames</c> refuses, the last one counts.</remarks>
public sealed class FragmentLookup
{
    private readonly Dictionary<string, FragmentDefinitionNode> _byName = new(StringComparer.Ordinal);

    /// <summary>The fragments of a document.</summary>
    /// <param name="document">The document.</param>
    public FragmentLookup(DocumentNode document)
    {
        foreach (var definition in document.Definitions)
        {
            if (definition is FragmentDefinitionNode fragment)
            {
                _byName[fragment.Name.Value] = fragment;
            }
        }
    }

    /// <summary>How many names there are.</summary>
    public int Count => _byName.Count;

    /// <summary>A fragment by name.</summary>
    /// <param name="name">The name of a spread.</param>
    /// <returns>The fragment; null when the document does not define it.</returns>
    public FragmentDefinitionNode? Find(string name) => _byName.GetValueOrDefault(name);
}
