namespace Exams.Infrastructure.Loading;

/// <summary>One kind of file. Files are loaded in an order in which each finds what it refers to.</summary>
internal interface IBoardFile
{
    string Name { get; }

    IReadOnlyList<string> Columns { get; }

    /// <summary>Columns that a file may leave out; what is there already then stays as it is.</summary>
    IReadOnlyList<string> OptionalColumns => [];

    /// <summary>Checks every row and, as long as no fault was found anywhere, writes what is new or different.</summary>
    Task LoadAsync(CsvTable table, BoardLoad load, CancellationToken ct);
}
