using Exams.Domain.Vocabulary;
using Exams.Infrastructure.Documents.Texts;

namespace Exams.Infrastructure.Documents.Pages;

/// <summary>Checks and cleans the statements of one run, and finds what they share.</summary>
/// <param name="texts">Gives the sentences.</param>
internal sealed class StatementPreparation(StatementTexts texts)
{
    // More than any page can hold; the page itself finds out how many fit.
    private const int MostLines = 200;

    private const string Unknown = "–";

    private readonly Dictionary<(Wording, string, string), StatementGround> _grounds = [];

    /// <summary>Prepares a statement.</summary>
    /// <exception cref="ArgumentException">The candidate number is not four digits. This is a mistake of the caller, not of people's names.</exception>
    public PreparedStatement Prepare(Statement statement)
    {
        if (statement.CandidateNumber.Length != 4 || !statement.CandidateNumber.All(char.IsAsciiDigit))
            throw new ArgumentException("A candidate number is four digits.", nameof(statement));
        return new PreparedStatement(
            statement.CandidateNumber,
            PrintableText.From(statement.CandidateName),
            Clean(statement.DateOfBirth ?? Unknown),
            Clean(statement.Gender ?? Unknown),
            Clean(statement.Uci ?? Unknown),
            [.. statement.Entries.Take(MostLines).Select(entry => new StatementEntry(
                Clean(entry.Syllabus), Clean(entry.Title), Clean(entry.Option), Clean(entry.Components), Clean(entry.Remarks)))],
            [.. statement.Exams.Take(MostLines).Select(exam => new StatementExam(Clean(exam.When), Clean(exam.What), Clean(exam.Length)))],
            Ground(statement),
            count => texts.More(statement.Wording, count));
    }

    private static string Clean(string text) => PrintableText.From(text).Text;

    private StatementGround Ground(Statement statement)
    {
        var (centre, series) = ($"{Clean(statement.CentreNumber)}  {Clean(statement.CentreName)}", Clean(statement.Series));
        if (!_grounds.TryGetValue((statement.Wording, centre, series), out var ground))
            _grounds.Add((statement.Wording, centre, series), ground = new StatementGround(texts.Words(statement.Wording), centre, series));
        return ground;
    }
}
