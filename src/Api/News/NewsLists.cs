namespace Exams.Api.News;

/// <summary>The lists that follow the news, by the letters of their cursors.</summary>
internal static class NewsLists
{
    /// <summary>A place among the events: its number.</summary>
    public const char Events = 'e';

    /// <summary>A place in everything there is of a kind of thing: the kind, the place in the news before the reading began, the last row, and the row.</summary>
    public const char Everything = 's';

    /// <summary>A place in the changes to a kind of thing: the kind, the places in the news where they begin and end, and the place.</summary>
    public const char Changes = 'c';

    /// <summary>The error that a refusal of a query is.</summary>
    public static GraphQLException Refuse(Refusal refusal) =>
        new(ErrorBuilder.New().SetMessage(refusal.Message).SetCode(refusal.Code).Build());
}
