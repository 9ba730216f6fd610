namespace Exams.GraphQL.Authorization;

/// <summary>Who may ask for the field, or for any field that returns the type. Several on one member must all hold.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Interface | AttributeTargets.Method
    | AttributeTargets.Property, AllowMultiple = true)]
public sealed class AuthorizeAttribute : Attribute
{
    /// <summary>Somebody who is signed in.</summary>
    public AuthorizeAttribute()
    {
    }

    /// <summary>Somebody to whom a policy applies.</summary>
    /// <param name="policy">The policy's name.</param>
    public AuthorizeAttribute(string policy) => Policy = policy;

    /// <summary>A policy of the application; null for none.</summary>
    public string? Policy { get; set; }

    /// <summary>Roles of which one is enough; null for none.</summary>
    public string[]? Roles { get; set; }
}
