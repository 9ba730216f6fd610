using Exams.Domain.Candidates;
using Exams.Domain.Qualifications;
using Exams.Domain.Vocabulary;

namespace Exams.Domain.Results;

/// <summary>What a candidate got for a syllabus.</summary>
/// <remarks>It cannot be inconsistent: <see cref="For"/> and <see cref="Revise"/> see to that. Results are versioned: a change after an enquiry makes a new version, and the older is kept (rule 24).</remarks>
public sealed class Result
{
    private Result()
    {
    }

    /// <summary>The row; 0 until it is stored.</summary>
    public long Id { get; private set; }

    /// <summary>The candidate's row.</summary>
    public long CandidateId { get; private set; }

    /// <summary>The candidate's centre.</summary>
    public CentreNumber Centre { get; private set; }

    /// <summary>The series.</summary>
    public Series Series { get; private set; }

    /// <summary>The candidate's number.</summary>
    public CandidateNumber Candidate { get; private set; }

    /// <summary>The syllabus.</summary>
    public SyllabusCode Syllabus { get; private set; }

    /// <summary>The option that was taken.</summary>
    public OptionCode Option { get; private set; }

    /// <summary>The syllabus's qualification, by which results are released.</summary>
    public QualificationCode Qualification { get; private set; }

    /// <summary>What came of it.</summary>
    public ResultOutcome Outcome { get; private set; }

    /// <summary>The grade, when one was awarded.</summary>
    public Grade? Grade { get; private set; }

    /// <summary>The uniform mark, where the board issues it.</summary>
    public Pum? Pum { get; private set; }

    /// <summary>Counts the versions, from 1; unique with candidate and syllabus.</summary>
    public int Version { get; private set; }

    /// <summary>When a newer version took its place; null for the version that counts.</summary>
    public DateTimeOffset? SupersededAt { get; private set; }

    /// <summary>Whether the result may still change; true until certificates are issued, which this service does not do yet.</summary>
    /// <remarks>Rule 25.</remarks>
    public bool IsProvisional { get; private set; } = true;

    /// <summary>Records the first version of a result.</summary>
    /// <param name="candidate">The candidate, already stored.</param>
    /// <param name="syllabus">The syllabus.</param>
    /// <param name="scale">The scale of its qualification.</param>
    /// <param name="option">The option that was taken.</param>
    /// <param name="finding">Outcome, grade and mark.</param>
    /// <returns>The result, or why the finding is inconsistent (rule 23, example E7).</returns>
    public static Outcome<Result> For(Candidate candidate, Syllabus syllabus, GradeScale scale, OptionCode option, Finding finding)
    {
        ArgumentNullException.ThrowIfNull(candidate);
        ArgumentNullException.ThrowIfNull(syllabus);
        ArgumentNullException.ThrowIfNull(finding);
        if (finding.Fault(scale) is { } fault)
        {
            return fault;
        }

        return new Result
        {
            CandidateId = candidate.Id,
            Centre = candidate.Centre,
            Series = candidate.Series,
            Candidate = candidate.Number,
            Syllabus = syllabus.Code,
            Option = option,
            Qualification = syllabus.Qualification,
            Outcome = finding.Outcome,
            Grade = finding.Grade,
            Pum = finding.Pum,
            Version = 1,
        };
    }

    /// <summary>Puts a newer version in this one's place and keeps this one.</summary>
    /// <param name="scale">The scale of the qualification.</param>
    /// <param name="finding">The new outcome, grade and mark.</param>
    /// <param name="at">Now.</param>
    /// <returns>The newer version, or why the finding is inconsistent; then nothing changed.</returns>
    public Outcome<Result> Revise(GradeScale scale, Finding finding, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(finding);
        if (finding.Fault(scale) is { } fault)
        {
            return fault;
        }

        SupersededAt = at;
        return new Result
        {
            CandidateId = CandidateId,
            Centre = Centre,
            Series = Series,
            Candidate = Candidate,
            Syllabus = Syllabus,
            Option = Option,
            Qualification = Qualification,
            Outcome = finding.Outcome,
            Grade = finding.Grade,
            Pum = finding.Pum,
            Version = Version + 1,
        };
    }
}
