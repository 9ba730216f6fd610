using Exams.GraphQL.Language;
using Exams.GraphQL.Selection;
using Exams.GraphQL.Types;
using Exams.GraphQL.Types.Scalars;

namespace Exams.GraphQL.Validation.Rules;

/// <summary>Literals fit the types expected of them, <c>@oneOf</c> objects included (specification, "Values of Correct Type").</summary>
/// <param name="context">The validation.</param>
public sealed class ValuesOfCorrectTypeRule(ValidationContext context)
    : ValidationRule(context), IEnter<IValueNode>, ILeave<IValueNode>, IEnter<ObjectFieldNode>
{
    // What a message may say besides the literal; a scalar that quotes in its own way is cut as a whole.
    private const int MostOwnWords = 400;

    // A list that is wrong as a whole: what is inside it is not looked at.
    private IValueNode? _givenUp;

    /// <inheritdoc/>
    public void Enter(IValueNode node)
    {
        if (_givenUp is not null)
        {
            return;
        }

        switch (node)
        {
            case VariableNode:
                break;
            case NullValueNode:
                if (Types.InputType is NonNullType)
                {
                    ReportUnexpected(node);
                }

                break;
            case ListValueNode:
                // The walk has already gone into the item type, so the list's own type is one level further out.
                if (Types.ParentInputType?.Nullable() is not ListType)
                {
                    CheckLeaf(node);
                    _givenUp = node;
                }

                break;
            case ObjectValueNode obj:
                if (Types.InputType?.NamedType() is InputObjectType type)
                {
                    CheckObject(obj, type);
                }
                else
                {
                    // Of what is inside nothing is known, so it is not looked at either.
                    CheckLeaf(node);
                }

                break;
            default:
                CheckLeaf(node);
                break;
        }
    }

    /// <inheritdoc/>
    public void Leave(IValueNode node)
    {
        if (_givenUp == node)
        {
            _givenUp = null;
        }
    }

    /// <inheritdoc/>
    public void Enter(ObjectFieldNode node)
    {
        if (_givenUp is null && Types.InputType is null && Types.ParentInputType?.NamedType() is InputObjectType type)
        {
            Context.Report(
                $"Field \"{Context.Cut(node.Name.Value)}\" is not defined by type \"{type.Name}\"."
                    + Context.DidYouMean(node.Name.Value, type.Fields.Keys),
                node);
        }
    }

    private void CheckObject(ObjectValueNode node, InputObjectType type)
    {
        foreach (var field in type.Fields.Values)
        {
            if (field.IsRequired && Find(node, field.Name) is null)
            {
                Context.Report($"Field \"{type.Name}.{field.Name}\" of required type \"{field.Type}\" was not provided.", node);
            }
        }

        if (type.IsOneOf)
        {
            CheckOneOf(node, type);
        }
    }

    private void CheckOneOf(ObjectValueNode node, InputObjectType type)
    {
        // A field written twice is one key; that it was written twice is another rule's affair.
        if (node.Fields.Count == 0 || node.Fields.Any(field => field.Name.Value != node.Fields[0].Name.Value))
        {
            Context.Report($"OneOf Input Object \"{type.Name}\" must specify exactly one key.", node);
            return;
        }

        var name = node.Fields[0].Name.Value;
        if (Find(node, name) is { Value: NullValueNode })
        {
            Context.Report($"Field \"{type.Name}.{Context.Cut(name)}\" must be non-null.", node);
        }
    }

    private void CheckLeaf(IValueNode node)
    {
        if (Types.InputType is not { } expected)
        {
            return;
        }

        var type = expected.NamedType();
        if (!type.IsLeaf())
        {
            ReportUnexpected(node);
            return;
        }

        if (type is ScalarType scalar && !SpecifiedScalars.All.Contains(scalar) && HasVariables(node))
        {
            // A scalar of the application may take lists and objects; what they hold is known when the variables are.
            return;
        }

        try
        {
            if (type is EnumType names)
            {
                names.CoerceLiteral(node, Context.Options.AllowSuggestions);
            }
            else
            {
                ((ScalarType)type).CoerceLiteral(node);
            }
        }
        catch (CoercionException wrong)
        {
            Context.Report(CutIn(wrong.Message, node), node);
        }
        catch (Exception wrong) when (wrong is FormatException or OverflowException or ArgumentException or InvalidCastException)
        {
            // A scalar that parses carelessly: what it threw was not written for clients.
            ReportUnexpected(node);
        }
    }

    private static bool HasVariables(IValueNode node) => node switch
    {
        VariableNode => true,
        ListValueNode list => list.Items.Any(HasVariables),
        ObjectValueNode obj => obj.Fields.Any(field => HasVariables(field.Value)),
        _ => false,
    };

    private void ReportUnexpected(IValueNode node)
    {
        var found = SensitiveValues.MayBeIn(Types.InputType) ? SensitiveValues.Hidden : Context.Cut(Printer.Print(node));
        Context.Report($"Expected value of type \"{Types.InputType}\", found {found}.", node);
    }

    private string CutIn(string message, IValueNode node)
    {
        if (Context.Options.MaxQuotedText is not { } most || message.Length <= most)
        {
            return message;
        }

        // A scalar quotes the literal as it is printed, or only its text.
        var text = Printer.Print(node);
        var bare = node switch
        {
            StringValueNode written => written.Value,
            EnumValueNode written => written.Value,
            _ => text,
        };
        message = Shorten(Shorten(message, text), bare);
        return message.Length <= most + MostOwnWords ? message : Context.Cut(message);
    }

    private string Shorten(string message, string text) =>
        text.Length > Context.Options.MaxQuotedText ? message.Replace(text, Context.Cut(text), StringComparison.Ordinal) : message;

    private static ObjectFieldNode? Find(ObjectValueNode node, string name)
    {
        // The last of several counts, as in a map that is filled in order.
        for (var i = node.Fields.Count - 1; i >= 0; i--)
        {
            if (node.Fields[i].Name.Value == name)
            {
                return node.Fields[i];
            }
        }

        return null;
    }
}
