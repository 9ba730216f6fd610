namespace Exams.GraphQL;

/// <summary>Looks at every error before it is written, and may say it better: the application's exceptions get their codes here.</summary>
public interface IErrorFilter
{
    /// <summary>Called once for each error.</summary>
    /// <param name="error">The error; <see cref="IError.Exception"/> is what was thrown, if anything was.</param>
    /// <returns>The error to write: the same or another.</returns>
    IError OnError(IError error);
}
