using Exams.Domain.Vocabulary;

namespace Exams.Domain.News;

/// <summary>The text is no cursor of this board's news: it was made up, cut short, changed, or comes from another board or another list.</summary>
public sealed record CursorUnknown() : Refusal(
    "CURSOR_UNKNOWN", "This is no cursor of this board's events: take one that this board gave you, for the same list.", "after");

/// <summary>The cursor lies beyond the last news there are.</summary>
public sealed record CursorAhead() : Refusal(
    "CURSOR_AHEAD", "The board has no events up to this cursor yet: its data were restored from an earlier day. Begin again without a cursor.", "after");

/// <summary>Rows were loaded from files since the cursor was made, and loading tells no news of each.</summary>
public sealed record CursorOutdated() : Refusal(
    "CURSOR_OUTDATED", "The board loaded whole files since, which tells no events of single rows. Begin again without a cursor.", "since");
