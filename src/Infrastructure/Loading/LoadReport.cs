using Exams.Domain.Vocabulary;

namespace Exams.Infrastructure.Loading;

/// <summary>What came of loading a folder: everything, or nothing and why.</summary>
/// <param name="Files">The files that were there, in the order in which they were loaded.</param>
/// <param name="FaultCount">How many faults there are; 0 when everything is loaded.</param>
/// <param name="Faults">The first <see cref="BoardLoader.MostFaults"/> of them.</param>
/// <param name="Remarks">What was understood although it was not written as it should be.</param>
/// <param name="NewUsers">Officers and board staff who are new, with the passwords that were made for them: to be shown once, now.</param>
public sealed record LoadReport(
    IReadOnlyList<LoadedFile> Files, int FaultCount, IReadOnlyList<LoadFault> Faults, IReadOnlyList<LoadFault> Remarks,
    IReadOnlyList<NewUser> NewUsers)
{
    /// <summary>Whether everything is loaded.</summary>
    public bool IsLoaded => FaultCount == 0;
}

/// <summary>One file of a load.</summary>
/// <param name="Name">The file's name.</param>
/// <param name="Rows">How many rows it has.</param>
/// <param name="Added">How many were new.</param>
/// <param name="Changed">How many were known and differ now; the rest were known and the same.</param>
public sealed record LoadedFile(string Name, int Rows, int Added, int Changed);

/// <summary>Somebody who can sign in from now on.</summary>
/// <param name="Username">The username.</param>
/// <param name="Password">The password.</param>
public sealed record NewUser(string Username, Secret Password);
