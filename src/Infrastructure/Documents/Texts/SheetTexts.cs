using System.Globalization;
using Exams.Domain.Vocabulary;

namespace Exams.Infrastructure.Documents.Texts;

/// <summary>The words of sheets, in each wording, compiled once.</summary>
internal sealed class SheetTexts
{
    private readonly Dictionary<Wording, TextFile> _files = new()
    {
        [Wording.EnGb] = TextFile.Load("en-GB", "sheet"),
        [Wording.EnUs] = TextFile.Load("en-US", "sheet"),
    };

    /// <summary>What a sheet says around its facts.</summary>
    /// <param name="facts">The facts that sentences name.</param>
    public SheetWords Words(SheetFacts facts)
    {
        var file = _files[facts.Wording];
        var values = new Dictionary<string, object?>
        {
            ["series"] = facts.Series,
            ["contactName"] = facts.Contact.Name,
            ["telephone"] = facts.Contact.Telephone,
            ["email"] = facts.Contact.Email,
            ["issue"] = facts.Issue.ToString(CultureInfo.InvariantCulture),
            ["several"] = facts.Several,
            ["reissued"] = facts.Issue > 1,
        };
        string Line(string part) => string.Join(' ', file.Lines(part, values));
        return new SheetWords
        {
            Title = Line("title"),
            Lead = Line("lead"),
            Name = Line("name"),
            Number = Line("number"),
            Centre = Line("centre"),
            Series = Line("series"),
            Issue = facts.Issue > 1 ? Line("issue") : null,
            Address = Line("address"),
            Username = Line("username"),
            Password = Line("password"),
            Releases = Line("releases"),
            SignIn = Line("signIn"),
            Steps = file.Lines("steps", values),
            Ask = Line("ask"),
            Contact = Line("contact"),
            Help = Line("help"),
            Remember = Line("remember"),
            Notes = file.Lines("notes", values),
        };
    }
}
