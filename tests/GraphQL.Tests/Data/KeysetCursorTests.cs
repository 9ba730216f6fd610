using System.Buffers.Text;
using System.Globalization;
using System.Linq.Expressions;
using System.Text.Json;
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

    [Fact]
    public void A_forged_value_makes_no_cursor_and_no_fault()
    {
        Refused<Row>(r => r.Kind, "0", "1", "99999999999", "7", "-1", "4294967296", "x", "+1", " 1");
        Refused<Row>(r => r.Real, "0.5", "Infinity", "NaN", "-NaN", "x");
        Refused<Row>(r => r.On, "2026-08-13", "0001-01-01", "2026-02-30", "99999-01-01");
        Refused<Row>(r => r.Time, "2026-08-13T08:00:00.0000000Z", "2026-08-13T08:00:00.0000000", "2026-08-13", "9999-99-99T00:00:00.0000000Z");
        Refused<Row>(r => r.Maybe, "7", "-7", "9223372036854775808", "NaN", "");
    }

    [Fact]
    public void Keys_that_are_no_members_are_read_too()
    {
        Expression<Func<string, int>> length = text => text.Length + 1;

        KeyReader<string>.For([new Exams.GraphQL.Data.Paging.SortKey(length, false, false)])("abc").Should().Equal(4);
    }

    // The first two values are good, so that what refuses the others is no general refusal.
    private static void Refused<T>(Expression<Func<T, object?>> member, string good, string alsoGood, params string[] forged)
    {
        var body = ((UnaryExpression)member.Body).Operand;
        var cursors = new KeysetCursor([new Exams.GraphQL.Data.Paging.SortKey(Expression.Lambda(body, member.Parameters), false, true)]);
        string[] parts = JsonSerializer.Deserialize<string[]>(Base64Url.DecodeFromChars(cursors.Write([null])))!;
        string With(string text) => Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes<string[]>([parts[0], text]));
        cursors.Read("after", With(good)).Should().NotBeEmpty();
        cursors.Read("after", With(alsoGood)).Should().NotBeEmpty();
        foreach (var text in forged)
        {
            FluentActions.Invoking(() => cursors.Read("after", With(text))).Should().Throw<GraphQLException>(text)
                .Which.Errors.Single().Code.Should().Be("HC0078");
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
