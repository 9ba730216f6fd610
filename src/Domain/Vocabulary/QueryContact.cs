namespace Exams.Domain.Vocabulary;

/// <summary>Whom candidates ask about their results: a name with a telephone number, an email address, or both.</summary>
/// <param name="Name">The person or desk.</param>
/// <param name="Telephone">The telephone number, if given.</param>
/// <param name="Email">The email address, if given.</param>
/// <remarks>Rule 27, trap T9, example E11. It is printed on every sheet.</remarks>
public sealed record QueryContact(DisplayName Name, TelephoneNumber? Telephone, EmailAddress? Email)
{
    /// <summary>Reads a contact as an officer typed it; blank lines count as not given.</summary>
    /// <param name="name">The name.</param>
    /// <param name="telephone">The telephone number, or nothing.</param>
    /// <param name="email">The email address, or nothing.</param>
    /// <returns>The contact, or <see cref="QueryContactIncomplete"/> or <see cref="QueryContactMalformed"/>.</returns>
    public static Outcome<QueryContact> Read(string? name, string? telephone, string? email)
    {
        if (string.IsNullOrWhiteSpace(name) || (string.IsNullOrWhiteSpace(telephone) && string.IsNullOrWhiteSpace(email)))
        {
            return new QueryContactIncomplete();
        }

        if (!DisplayName.TryParse(name, out var who))
        {
            return new QueryContactMalformed("name");
        }

        TelephoneNumber? number = null;
        if (!string.IsNullOrWhiteSpace(telephone))
        {
            if (!TelephoneNumber.TryParse(telephone, out var parsed))
            {
                return new QueryContactMalformed("telephone");
            }

            number = parsed;
        }

        if (string.IsNullOrWhiteSpace(email))
        {
            return new QueryContact(who, number, null);
        }

        return EmailAddress.TryParse(email, out var address) ? new QueryContact(who, number, address) : new QueryContactMalformed("email");
    }
}

/// <summary>The contact lacks its name, or both the telephone number and the email address.</summary>
public sealed record QueryContactIncomplete() : Refusal(
    "QUERY_CONTACT_INCOMPLETE", "The query contact needs a name and a telephone number or an email address, or both.", "contact");

/// <summary>A part of the contact is not what it should be.</summary>
/// <param name="Part">Which part: <c>name</c>, <c>telephone</c> or <c>email</c>.</param>
public sealed record QueryContactMalformed(string Part) : Refusal(
    "QUERY_CONTACT_MALFORMED", $"The query contact's {Part} cannot be read or printed as it is.", "contact", Part);
