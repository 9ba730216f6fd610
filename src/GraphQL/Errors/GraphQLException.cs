namespace Exams.GraphQL;

/// <summary>Thrown by resolvers to answer with errors of their own words; every error in it becomes an entry at the field
/// (specification, "Handling Execution Errors").</summary>
public class GraphQLException : Exception
{
    /// <summary>One error that only has a message.</summary>
    /// <param name="message">For people.</param>
    public GraphQLException(string message) : this(new GraphQLError(message))
    {
    }

    /// <summary>One error.</summary>
    /// <param name="error">The error; place and path are filled in when it has none.</param>
    public GraphQLException(IError error) : this([error])
    {
    }

    /// <summary>Several errors.</summary>
    /// <param name="errors">The errors, in the order they are written.</param>
    public GraphQLException(params IError[] errors) : base(Summary(errors)) => Errors = errors;

    /// <summary>Several errors.</summary>
    /// <param name="errors">The errors, in the order they are written.</param>
    public GraphQLException(IEnumerable<IError> errors) : this([.. errors])
    {
    }

    /// <summary>The errors, in the order they are written.</summary>
    public IReadOnlyList<IError> Errors { get; }

    private static string Summary(IError[] errors)
    {
        ArgumentNullException.ThrowIfNull(errors);
        return errors.Length == 0 ? "No error was given." : string.Join(" ", errors.Select(e => e.Message));
    }
}
