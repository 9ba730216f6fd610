using System.Globalization;
using System.Linq.Expressions;
using Exams.GraphQL.Data.Paging;

namespace Exams.GraphQL.Tests.Data;

public class KeysetCursorTests
{
    [Theory]
    [InlineData("de-DE")]
    [InlineData("ar-SA")]
    [InlineData("en-US")]
    public void A_cursor_reads_back_what_it_was_made_of_in_every_culture(string culture)
    {
        var before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = new CultureInfo(culture);
        try
        {
            Same<Row>(r => r.Money, 1234.5600m);
            Same<Row>(r => r.Real, 0.1 + 0.2);
            Same<Row>(r => r.At, new DateTimeOffset(2026, 8, 13, 8, 0, 0, TimeSpan.FromHours(2)).AddTicks(1));
            Same<Row>(r => r.Time, new DateTime(2026, 8, 13, 8, 0, 0, DateTimeKind.Utc).AddTicks(1));
            Same<Row>(r => r.On, new DateOnly(2026, 8, 13));
            Same<Row>(r => r.Key, new Guid(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11));
            Same<Row>(r => r.Kind, Kind.Large);
            Same<Row>(r => r.Code, new Code("AAA"));
            Same<Row>(r => r.Text, "ü\"]\n");
            Same<Row>(r => r.Open, true);
            Same<Row>(r => r.Maybe, null);
            Same<Row>(r => r.Maybe, long.MinValue);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    private static void Same<T>(Expression<Func<T, object?>> member, object? value)
    {
        var body = member.Body is UnaryExpression convert ? convert.Operand : member.Body;
        var cursors = new KeysetCursor([new Exams.GraphQL.Data.Paging.SortKey(Expression.Lambda(body, member.Parameters), false, true)]);
        var read = cursors.Read("after", cursors.Write([value])).Should().ContainSingle().Which;
        read.Should().Be(value);
    }

    private sealed record Row(
        decimal Money, double Real, DateTimeOffset At, DateTime Time, DateOnly On, Guid Key, Kind Kind, Code Code, string Text, bool Open, long? Maybe);
}
