using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using static Microsoft.CodeAnalysis.CSharp.SyntaxFactory;

namespace Exams.GraphQL.Mutants;

/// <summary>The changes that are made: each is one slip of a hand.</summary>
internal static class Operators
{
    private static readonly Dictionary<string, string> Swaps = new()
    {
        ["<"] = "<=",
        ["<="] = "<",
        [">"] = ">=",
        [">="] = ">",
        ["=="] = "!=",
        ["!="] = "==",
        ["&&"] = "||",
        ["||"] = "&&",
        ["+"] = "-",
        ["-"] = "+",
    };

    private static readonly Dictionary<string, string> Twins = new()
    {
        ["Min"] = "Max",
        ["Max"] = "Min",
        ["Any"] = "All",
        ["All"] = "Any",
        ["First"] = "Last",
        ["Last"] = "First",
        ["StartsWith"] = "EndsWith",
        ["OrderBy"] = "OrderByDescending",
    };

    // Guards against programmers' mistakes, and against trees that the parser cannot make: no input reaches what they prevent.
    private static readonly string[] Guards = ["ThrowIfNull", "EnsureSufficientExecutionStack", "ThrowIfCancellationRequested"];

    /// <summary>All mutants of a file.</summary>
    public static IEnumerable<Mutant> Of(SyntaxTree tree, string file) =>
        from node in tree.GetRoot().DescendantNodes(n => n is not AttributeListSyntax && !IsGuard(n))
        let change = Change(node)
        where change.Switch is not null
        let line = tree.GetLineSpan(node.Span).StartLinePosition.Line + 1
        select new Mutant($"{file}:{line}", $"{change.Name}: {Short(node)}", tree, node, change.Switch!);

    private static (string Name, Func<SyntaxNode, string, SyntaxNode>? Switch) Change(SyntaxNode node) => node switch
    {
        ExpressionSyntax { Parent: IfStatementSyntax or WhileStatementSyntax } => ("negated condition", Negate),
        ExpressionSyntax { Parent: ConditionalExpressionSyntax choice } when choice.Condition == node => ("negated condition", Negate),
        PrefixUnaryExpressionSyntax when node.IsKind(SyntaxKind.LogicalNotExpression) => ("dropped !", Negate),
        IsPatternExpressionSyntax => ("negated pattern", Negate),
        LiteralExpressionSyntax when node.Kind() is SyntaxKind.TrueLiteralExpression or SyntaxKind.FalseLiteralExpression => ("other truth", Negate),
        BinaryExpressionSyntax binary when Swaps.ContainsKey(binary.OperatorToken.Text) => ("other operator", Swap),
        LiteralExpressionSyntax { Token.Value: int } => ("off by one", More),
        ExpressionStatementSyntax statement when IsRemovable(statement) => ("removed statement", Remove),
        ContinueStatementSyntax or BreakStatementSyntax when node.Parent is not SwitchSectionSyntax => ("removed jump", Remove),
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax access } when Twins.ContainsKey(access.Name.Identifier.Text) => ("other method", Twin),
        _ => default,
    };

    private static ExpressionSyntax Negate(SyntaxNode node, string on) => Expression($"({on} ^ ({node}))", node);

    private static ExpressionSyntax More(SyntaxNode node, string on) => Expression($"({on} ? {node} + 1 : {node})", node);

    private static StatementSyntax Remove(SyntaxNode node, string on) => ParseStatement($"if (!{on}) {{ {node} }}").WithTriviaFrom(node);

    private static SyntaxNode Swap(SyntaxNode node, string on)
    {
        // Changes inside have been made already, and put parentheses round what they changed.
        if (node is not BinaryExpressionSyntax { Left: var left, Right: var right, OperatorToken.Text: var sign })
        {
            return node;
        }

        return Expression($"({on} ? ({left} {Swaps[sign]} {right}) : ({node}))", node);
    }

    private static SyntaxNode Twin(SyntaxNode node, string on) =>
        node is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax access } call
            ? Expression($"({on} ? {call.WithExpression(access.WithName(IdentifierName(Twins[access.Name.Identifier.Text])))} : {call})", node)
            : node;

    private static ExpressionSyntax Expression(string text, SyntaxNode old) => ParseExpression(text).WithTriviaFrom(old);

    private static bool IsRemovable(ExpressionStatementSyntax statement) => statement.Expression switch
    {
        InvocationExpressionSyntax call => !Guards.Any(call.Expression.ToString().EndsWith),
        AssignmentExpressionSyntax assignment => assignment.Left is not (TupleExpressionSyntax or DeclarationExpressionSyntax) && assignment.Left.ToString() != "_",
        PostfixUnaryExpressionSyntax or PrefixUnaryExpressionSyntax or AwaitExpressionSyntax => true,
        _ => false,
    };

    // What is done when the stack runs short, as in the guards above.
    private static bool IsGuard(SyntaxNode node) =>
        node is IfStatementSyntax { Condition: var condition } && condition.ToString().EndsWith("TryEnsureSufficientExecutionStack()", StringComparison.Ordinal);

    private static string Short(SyntaxNode node)
    {
        var text = string.Join(' ', node.ToString().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return text.Length > 100 ? text[..100] + "…" : text;
    }
}
