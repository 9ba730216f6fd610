using Exams.GraphQL.Language;
using Exams.GraphQL.Types;

namespace Exams.GraphQL.Validation;

/// <summary>What the schema says about the place where the walk stands. Everything is null where the schema does not know.</summary>
/// <remarks>The walker sets these and puts the outer values back when it leaves; rules only read them.</remarks>
public sealed class TypeInfo
{
    /// <summary>The type of the field, fragment or operation that encloses the place.</summary>
    public IType? Type { get; internal set; }

    /// <summary>The composite type that the current selection set selects from.</summary>
    public NamedType? ParentType { get; internal set; }

    /// <summary>The type expected of the current value, list item or variable.</summary>
    public IType? InputType { get; internal set; }

    /// <summary>The expected type one level further out: the input object of a field, the list of an item.</summary>
    public IType? ParentInputType { get; internal set; }

    /// <summary>The innermost field.</summary>
    public OutputField? Field { get; internal set; }

    /// <summary>The argument's definition, inside an argument.</summary>
    public InputField? Argument { get; internal set; }

    /// <summary>The argument or input field whose default counts at this position; null for list items.</summary>
    public InputField? Position { get; internal set; }

    /// <summary>The directive's definition, inside a directive.</summary>
    public Directive? Directive { get; internal set; }

    /// <summary>What the current directive stands on; null outside directives.</summary>
    public IHasDirectives? DirectiveHost { get; internal set; }
}
