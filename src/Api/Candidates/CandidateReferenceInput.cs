using Exams.Domain.Candidates;

namespace Exams.Api.Candidates;

/// <summary>A candidate, named in one of three ways.</summary>
/// <param name="Id">By its id.</param>
/// <param name="Number">By the candidate number.</param>
/// <param name="ExternalReference">By your own key.</param>
[OneOf]
public sealed record CandidateReferenceInput(
    [property: ID<Candidate>] long? Id, CandidateNumberInput? Number, ExternalReferenceInput? ExternalReference)
{
    /// <summary>In the domain's words.</summary>
    internal CandidateReference Named => this switch
    {
        { Id: { } id } => new CandidateReference.ById(id),
        { Number: { } one } => new CandidateReference.ByNumber(one.Centre, one.Series, one.Number),
        { ExternalReference: { } one } => new CandidateReference.ByKey(one.Centre, one.Series, one.ExternalReference),
        _ => throw new InvalidOperationException("One of three is always given."),
    };
}

/// <summary>A candidate number, which means something only with centre and series.</summary>
/// <param name="Centre">The centre.</param>
/// <param name="Series">The series.</param>
/// <param name="Number">The candidate number.</param>
public sealed record CandidateNumberInput(CentreNumber Centre, Series Series, CandidateNumber Number)
{
    /// <summary>In the domain's words.</summary>
    internal Registration Registration => new(Centre, Series, Number);
}

/// <summary>Your own key for a candidate or an entry, which is unique within centre and series.</summary>
/// <param name="Centre">The centre.</param>
/// <param name="Series">The series.</param>
/// <param name="ExternalReference">The key.</param>
public sealed record ExternalReferenceInput(CentreNumber Centre, Series Series, ExternalReference ExternalReference);
