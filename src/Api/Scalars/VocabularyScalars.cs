namespace Exams.Api.Scalars;

/// <summary>Five characters: two letters and three digits (<c>US123</c>), or five digits.</summary>
public sealed class CentreNumberScalar() : VocabularyScalar<CentreNumber>(
    "CentreNumber", "A centre number: two letters and three digits (US123), or five digits. Spaces and case do not matter.");

/// <summary>Four digits, kept as text.</summary>
public sealed class CandidateNumberScalar() : VocabularyScalar<CandidateNumber>(
    "CandidateNumber", "A candidate number: four digits from 0001 to 9999. Leading zeros count; nothing is filled in.");

/// <summary>Four digits, kept as text.</summary>
public sealed class SyllabusCodeScalar() : VocabularyScalar<SyllabusCode>(
    "SyllabusCode", "A syllabus code: four digits, leading zeros count (0580).");

/// <summary>Up to two letters or digits.</summary>
public sealed class OptionCodeScalar() : VocabularyScalar<OptionCode>(
    "OptionCode", "An entry option code: up to two letters or digits (BX); the empty text where the syllabus has only the blank option.");

/// <summary>Two digits.</summary>
public sealed class ComponentCodeScalar() : VocabularyScalar<ComponentCode>(
    "ComponentCode", "A component code: two digits (21: paper 2, variant 1).");

/// <summary>Capitals, digits and underscores.</summary>
public sealed class QualificationCodeScalar() : VocabularyScalar<QualificationCode>(
    "QualificationCode", "A qualification's code in capitals, digits and underscores (IGCSE, ALEVEL).");

/// <summary>Year and month.</summary>
public sealed class SeriesScalar() : VocabularyScalar<Series>(
    "Series", "An exam series as year and month: 2026-06 is June 2026. Months are 03, 05, 06, 10 and 11.");

/// <summary>Thirteen characters.</summary>
public sealed class UciScalar() : VocabularyScalar<Uci>(
    "UCI", "A unique candidate identifier: twelve characters and, where all twelve are digits, the check letter that fits them.");

/// <summary>A client's own key.</summary>
public sealed class ExternalReferenceScalar() : VocabularyScalar<ExternalReference>(
    "ExternalReference", "A client's own key for a thing: 1 to 64 printable ASCII characters without spaces, compared letter by letter.");

/// <summary>Thing and verb.</summary>
public sealed class PermissionScalar() : VocabularyScalar<Permission>(
    "Permission", "Something that a caller may be allowed to do, as thing and verb (entries:write). The scopes of API clients are of the same words.");

/// <summary>Three letters.</summary>
public sealed class CurrencyCodeScalar() : VocabularyScalar<CurrencyCode>(
    "CurrencyCode", "A currency by its three letters (GBP).");

/// <summary>A grade as printed.</summary>
public sealed class GradeScalar() : VocabularyScalar<Grade>(
    "Grade", "A grade as it is printed; case counts: A* to G, 9 to 1, a to e, D1 to P3.");

/// <summary>A candidate's name.</summary>
public sealed class CandidateNameScalar() : VocabularyScalar<CandidateName>(
    "CandidateName", "A candidate's full legal name in any script, at most 60 characters, without control characters.");

/// <summary>An email address.</summary>
public sealed class EmailAddressScalar() : VocabularyScalar<EmailAddress>("EmailAddress", "An email address (office@example.org).");

/// <summary>A telephone number.</summary>
public sealed class TelephoneNumberScalar() : VocabularyScalar<TelephoneNumber>(
    "TelephoneNumber", "A telephone number: digits, spaces and the signs + - ( ), as people write it.");

/// <summary>A name on one line.</summary>
public sealed class DisplayNameScalar() : VocabularyScalar<DisplayName>(
    "DisplayName", "A name or title on one line that can be shown and printed, without control characters.");

/// <summary>An IANA time zone.</summary>
public sealed class TimeZoneScalar() : VocabularyScalar<IanaTimeZone>("TimeZone", "An IANA time zone (America/New_York).");
