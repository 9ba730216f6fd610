using System.Linq.Expressions;
using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Query;

namespace Exams.GraphQL.Data.Shapes;

/// <summary>A query without its values: two queries of one shape differ in values only, and one compiled query serves both. A shape holds
/// nothing of whoever asked: neither values nor the database context.</summary>
/// <param name="Query">The query, a parameter in the place of each value and no context at its root.</param>
/// <param name="Values">The values, in the order of their parameters.</param>
internal sealed record QueryShape(Expression Query, IReadOnlyList<object?> Values)
{
    /// <summary>The shape of a query; null when it holds something whose meaning only the database's own library knows, e.g. a value that
    /// is computed inside the query.</summary>
    /// <param name="query">The query.</param>
    public static QueryShape? Of(Expression query)
    {
        var taking = new Taking();
        var shape = taking.Visit(query);
        return taking.IsUnknown ? null : new QueryShape(shape, taking.Values);
    }

    /// <summary>The name of a value's parameter.</summary>
    /// <param name="place">The value's place among the values.</param>
    public static string NameOf(int place) => place < _names.Length ? _names[place] : $"v{place}";

    private static readonly string[] _names = [.. Enumerable.Range(0, 32).Select(i => $"v{i}")];

    private sealed class Taking : ExpressionVisitor
    {
        // What the part at hand depends on: rows of the query, values that were taken out of it.
        private bool _hasRows;
        private bool _hasValues;

        public List<object?> Values { get; } = [];

        public bool IsUnknown { get; private set; }

        public override Expression Visit(Expression? node)
        {
            if (node is null || IsUnknown)
            {
                return node!;
            }

            var (hadRows, hadValues) = (_hasRows, _hasValues);
            (_hasRows, _hasValues) = (false, false);
            var seen = base.Visit(node);

            // Computed of values alone: the library would do that before it asks, and how is its own affair.
            IsUnknown |= _hasValues && !_hasRows && seen is not QueryParameterExpression;
            (_hasRows, _hasValues) = (_hasRows || hadRows, _hasValues || hadValues);
            return seen;
        }

        protected override Expression VisitMember(MemberExpression node) =>
            IsHeld(node) ? Take(node.Type, ValueOf(node)) : base.VisitMember(node);

        // A value in the clothes that an operator or a method wants it in.
        protected override Expression VisitUnary(UnaryExpression node) =>
            node is { NodeType: ExpressionType.Convert, Method: null, Operand: MemberExpression held } && IsHeld(held)
            && (Nullable.GetUnderlyingType(node.Type) == held.Type || node.Type.IsAssignableFrom(held.Type))
                ? Take(node.Type, ValueOf(held))
                : base.VisitUnary(node);

        protected override Expression VisitConstant(ConstantExpression node)
        {
            IsUnknown |= node.Value is not (null or string or ValueType);
            return node;
        }

        protected override Expression VisitLambda<T>(Expression<T> node)
        {
            var seen = base.VisitLambda(node);
            _hasRows = true;
            return seen;
        }

        protected override Expression VisitParameter(ParameterExpression node)
        {
            _hasRows = true;
            return node;
        }

        protected override Expression VisitExtension(Expression node)
        {
            _hasRows = true;
            if (node.GetType() == typeof(EntityQueryRootExpression))
            {
                return ((EntityQueryRootExpression)node).DetachQueryProvider();
            }

            IsUnknown = true;
            return node;
        }

        private QueryParameterExpression Take(Type type, object? value)
        {
            // A query or a context inside a query is a part of its shape, not a value.
            IsUnknown |= value is IQueryable or DbContext or Expression;
            _hasValues = true;
            Values.Add(value);
            return new QueryParameterExpression(NameOf(Values.Count - 1), type);
        }

        // What a closure captured, or what a client gave.
        private static bool IsHeld(MemberExpression node)
        {
            while (node.Expression is MemberExpression inner)
            {
                node = inner;
            }

            return node.Expression is ConstantExpression;
        }

        private static object? ValueOf(Expression node) => node switch
        {
            ConstantExpression constant => constant.Value,
            MemberExpression { Expression: ConstantExpression { Value: QueryValue.IHolder holder } } => holder.Boxed,
            MemberExpression { Member: FieldInfo field, Expression: { } owner } => field.GetValue(ValueOf(owner)),
            MemberExpression { Member: PropertyInfo property, Expression: { } owner } => property.GetValue(ValueOf(owner)),
            _ => throw new ArgumentException($"{node} holds no value.", nameof(node)),
        };
    }
}
