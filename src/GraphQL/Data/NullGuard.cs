using System.Linq.Expressions;

namespace Exams.GraphQL.Data;

/// <summary>Makes members of nothing null, as a database has it, where C# would throw.</summary>
internal sealed class NullGuard : ExpressionVisitor
{
    /// <summary>The lambda, its members guarded; its value can then be null.</summary>
    public static LambdaExpression Of(LambdaExpression lambda)
    {
        var body = new NullGuard().Visit(lambda.Body);
        return Expression.Lambda(body, lambda.Parameters);
    }

    /// <inheritdoc/>
    protected override Expression VisitMember(MemberExpression node)
    {
        if (node.Expression is null or ParameterExpression or ConstantExpression || Visit(node.Expression) is not { } inside)
        {
            return node;
        }

        var isLifted = inside.Type != node.Expression.Type;
        if (!isLifted && inside.Type.IsValueType)
        {
            return node.Update(inside);
        }

        Expression member = Expression.MakeMemberAccess(isLifted ? Expression.Property(inside, "Value") : inside, node.Member);
        var lifted = member.Type.IsValueType && Nullable.GetUnderlyingType(member.Type) is null ? typeof(Nullable<>).MakeGenericType(member.Type) : member.Type;
        return Expression.Condition(
            Expression.Equal(inside, Expression.Constant(null, inside.Type)),
            Expression.Constant(null, lifted),
            member.Type == lifted ? member : Expression.Convert(member, lifted));
    }
}
