namespace Exams.Api.Scalars;

/// <summary>A name as the board prints it.</summary>
public sealed class BoardNameScalar() : VocabularyScalar<BoardName>(
    "BoardName",
    "A name as the board prints it: family name, colon, forenames (BLOGGS: FRED; TANG PO HENG: without forenames); at most 40 characters, which are the letters A to Z, spaces, one colon and ' . ( ) / -.");
