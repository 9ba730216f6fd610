using Exams.Domain.Vocabulary;

namespace Exams.Domain.ResultsAccess;

/// <summary>There is no such document, or it is another centre's: the answer is the same.</summary>
public sealed record DocumentNotFound() : Refusal("DOCUMENT_NOT_FOUND", "There is no such document, or it is not one of yours.", "document");

/// <summary>Only the centre's officers fetch passwords.</summary>
public sealed record DocumentForOfficers() : Refusal(
    "DOCUMENT_FOR_OFFICERS", "This document holds passwords; only the centre's exams officers can fetch it.", "document");

/// <summary>The document is gone.</summary>
/// <param name="ExpiredAt">Since when, where that is known.</param>
public sealed record DocumentExpired(DateTimeOffset? ExpiredAt) : Refusal(
    "DOCUMENT_EXPIRED", "The document has expired and is gone. Print it again; passwords stay as they are.", "document");

/// <summary>The document is not printed yet.</summary>
/// <param name="State">How far it is.</param>
/// <param name="Done">Pages done.</param>
/// <param name="Total">Pages in all.</param>
public sealed record DocumentNotReady(DocumentsState State, int Done, int Total) : Refusal(
    "DOCUMENT_NOT_READY", $"The document is not ready: {Done} of {Total} pages are done.", "document");
