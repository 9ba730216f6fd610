using Exams.GraphQL.Language;

namespace Exams.GraphQL;

/// <summary>Puts an error together, member by member.</summary>
public interface IErrorBuilder
{
    /// <summary>Sets the message.</summary>
    /// <param name="message">For people.</param>
    /// <returns>The same builder.</returns>
    IErrorBuilder SetMessage(string message);

    /// <summary>Sets <c>extensions.code</c>.</summary>
    /// <param name="code">For programs; null takes it away.</param>
    /// <returns>The same builder.</returns>
    IErrorBuilder SetCode(string? code);

    /// <summary>Sets a member of <c>extensions</c>; order of setting is order of writing.</summary>
    /// <param name="key">The member's name.</param>
    /// <param name="value">A value JSON can carry.</param>
    /// <returns>The same builder.</returns>
    IErrorBuilder SetExtension(string key, object? value);

    /// <summary>The error.</summary>
    /// <returns>A new error; throws when it has no message.</returns>
    IError Build();
}

/// <summary>The engine's own <see cref="IErrorBuilder"/>.</summary>
public sealed class ErrorBuilder : IErrorBuilder
{
    private readonly OrderedDictionary<string, object?> _extensions = new(StringComparer.Ordinal);
    private string? _message;
    private IReadOnlyList<SourceLocation>? _locations;
    private IReadOnlyList<object>? _path;
    private Exception? _exception;

    private ErrorBuilder()
    {
    }

    /// <summary>A builder without anything set.</summary>
    /// <returns>The builder.</returns>
    public static ErrorBuilder New() => new();

    /// <summary>A builder that starts from another error, its place, path and exception included.</summary>
    /// <param name="error">The error to start from.</param>
    /// <returns>The builder.</returns>
    public static ErrorBuilder FromError(IError error)
    {
        ArgumentNullException.ThrowIfNull(error);
        var builder = new ErrorBuilder
        {
            _message = error.Message,
            _locations = error.Locations,
            _path = error.Path,
            _exception = error.Exception,
        };
        foreach (var (key, value) in error.Extensions ?? new Dictionary<string, object?>())
        {
            builder._extensions[key] = value;
        }

        return builder;
    }

    /// <inheritdoc/>
    public IErrorBuilder SetMessage(string message)
    {
        _message = message;
        return this;
    }

    /// <inheritdoc/>
    public IErrorBuilder SetCode(string? code)
    {
        if (code is null)
        {
            _extensions.Remove("code");
            return this;
        }

        return SetExtension("code", code);
    }

    /// <inheritdoc/>
    public IErrorBuilder SetExtension(string key, object? value)
    {
        _extensions[key] = value;
        return this;
    }

    /// <inheritdoc/>
    public IError Build() => new GraphQLError(_message ?? throw new InvalidOperationException("An error needs a message."))
    {
        Locations = _locations,
        Path = _path,
        Exception = _exception,
        Extensions = _extensions.Count == 0 ? null : new OrderedDictionary<string, object?>(_extensions),
    };
}
