using System.Runtime.CompilerServices;
using System.Text;
using Exams.GraphQL.Language;

namespace Exams.GraphQL.Types;

/// <summary>Literals as messages quote them.</summary>
public static class LiteralText
{
    /// <summary>The literal on one line.</summary>
    /// <param name="literal">The literal; its nesting was bounded when it was parsed.</param>
    /// <returns>The text.</returns>
    public static string Of(IValueNode literal)
    {
        var text = new StringBuilder();
        Append(text, literal);
        return text.ToString();
    }

    private static void Append(StringBuilder text, IValueNode literal)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        switch (literal)
        {
            case VariableNode variable: text.Append('$').Append(variable.Name.Value); break;
            case IntValueNode integer: text.Append(integer.Value); break;
            case FloatValueNode real: text.Append(real.Value); break;
            case StringValueNode s: text.Append(Inspect.Value(s.Value)); break;
            case BooleanValueNode truth: text.Append(truth.Value ? "true" : "false"); break;
            case NullValueNode: text.Append("null"); break;
            case EnumValueNode name: text.Append(name.Value); break;
            case ListValueNode list:
                text.Append('[');
                for (var i = 0; i < list.Items.Count; i++)
                {
                    text.Append(i == 0 ? "" : ", ");
                    Append(text, list.Items[i]);
                }

                text.Append(']');
                break;
            case ObjectValueNode obj:
                text.Append('{');
                for (var i = 0; i < obj.Fields.Count; i++)
                {
                    text.Append(i == 0 ? "" : ", ").Append(obj.Fields[i].Name.Value).Append(": ");
                    Append(text, obj.Fields[i].Value);
                }

                text.Append('}');
                break;
        }
    }
}
