namespace Exams.Infrastructure.Documents.Pango;

/// <summary>The faces on a sheet. Each one more costs every single-page file another embedded subset.</summary>
internal enum Face
{
    /// <summary>Running text and names: the only weight that every script has.</summary>
    Regular,

    /// <summary>Headings and what must be found at a glance.</summary>
    Bold,

    /// <summary>What is typed character by character.</summary>
    Mono,
}

/// <summary>A face at a size.</summary>
/// <param name="Face">The face.</param>
/// <param name="Size">Points.</param>
internal readonly record struct TextStyle(Face Face, double Size);
