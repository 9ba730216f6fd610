using System.Security.Claims;
using Exams.GraphQL.Language;
using Exams.GraphQL.Types.Building;

namespace Exams.GraphQL.Types;

/// <summary>How a field's value comes about. The three kinds let the executor stay synchronous where it can.</summary>
public abstract class FieldResolver;

/// <summary>Reads the parent and nothing else; cannot be awaited.</summary>
/// <param name="read">From parent to value.</param>
public sealed class PropertyResolver(Func<object, object?> read) : FieldResolver
{
    /// <summary>From parent to value.</summary>
    public Func<object, object?> Read { get; } = read;

    /// <summary>Writes a leaf value straight from the parent without boxing; null when there is no such shortcut.
    /// It writes JSON null for null and may throw <see cref="CoercionException"/>.</summary>
    public Action<object, JsonBuffer>? WriteLeaf { get; init; }
}

/// <summary>A synchronous method that may need arguments and services.</summary>
/// <param name="call">From context to value.</param>
public sealed class MethodResolver(Func<IResolverContext, object?> call) : FieldResolver
{
    /// <summary>From context to value.</summary>
    public Func<IResolverContext, object?> Call { get; } = call;

    /// <summary>Whether the value may look at the context later, e.g. because it is an iterator. Where it does not, one context serves
    /// many calls.</summary>
    public bool KeepsContext { get; init; } = true;
}

/// <summary>A method whose value may come later.</summary>
/// <param name="call">From context to a promise.</param>
public sealed class TaskResolver(Func<IResolverContext, ValueTask<object?>> call) : FieldResolver
{
    /// <summary>From context to a promise.</summary>
    public Func<IResolverContext, ValueTask<object?>> Call { get; } = call;

    /// <summary>Whether the method may look at the context after it has returned for the first time. Where it does not, one context
    /// serves many calls.</summary>
    public bool KeepsContext { get; init; } = true;

    /// <summary>A resolver that gives a task, such as a data loader's, which is then awaited without anything between.</summary>
    /// <typeparam name="T">The type of the value.</typeparam>
    /// <param name="call">From context to a task.</param>
    /// <param name="keepsContext">Whether the task may look at the context.</param>
    /// <returns>The resolver.</returns>
    public static TaskResolver Of<T>(Func<IResolverContext, Task<T>> call, bool keepsContext = true) =>
        new(context => ResolverRuntime.OfTask(call(context))) { KeepsContext = keepsContext };
}

/// <summary>What a resolver may know of the request and of its place in it.</summary>
public interface IResolverContext
{
    /// <summary>The field that is being resolved.</summary>
    OutputField Field { get; }

    /// <summary>The value of the parent object; null at the root.</summary>
    object? Source { get; }

    /// <summary>The event, in a field of the subscription type.</summary>
    object? EventMessage { get; }

    /// <summary>Services for this resolver: one scope for each field of a query, one scope for a whole mutation.</summary>
    IServiceProvider Services { get; }

    /// <summary>Who asks; anonymous when nobody signed in.</summary>
    ClaimsPrincipal User { get; }

    /// <summary>Ends when the client goes away or the time is up.</summary>
    CancellationToken RequestAborted { get; }

    /// <summary>The response position of the field: strings and integers.</summary>
    IReadOnlyList<object> Path { get; }

    /// <summary>The parent, typed.</summary>
    /// <typeparam name="T">Its type.</typeparam>
    /// <returns>The parent.</returns>
    T Parent<T>();

    /// <summary>A coerced argument by its place in <see cref="OutputField.Arguments"/>, after <see cref="InputField.Convert"/>.</summary>
    /// <param name="index">Its place.</param>
    /// <returns>Whether it was given or has a default, and its value.</returns>
    InputFieldValue Argument(int index);

    /// <summary>A coerced argument by name.</summary>
    /// <typeparam name="T">Its type.</typeparam>
    /// <param name="name">Its name in the schema.</param>
    /// <returns>The value; the default of <typeparamref name="T"/> when it was not given.</returns>
    T ArgumentValue<T>(string name);

    /// <summary>A service of this resolver's scope.</summary>
    /// <typeparam name="T">Its type.</typeparam>
    /// <returns>The service; throws when it is not registered.</returns>
    T Service<T>() where T : notnull;

    /// <summary>How many items the client wants at once of a list that it asks for piece by piece (<c>@stream</c>); null when it wants
    /// the whole list.</summary>
    int? InitialItems { get; }

    /// <summary>Whether a field is asked for directly below this one, under any alias, in any fragment, and not skipped.</summary>
    /// <param name="fieldName">The name in the schema.</param>
    /// <returns>Whether it is selected.</returns>
    bool IsSelected(string fieldName);

    /// <summary>Adds an error at this field without giving up its value.</summary>
    /// <param name="error">The error; place and path are filled in when it has none.</param>
    void ReportError(IError error);

    /// <summary>Adds a member to the response's <c>extensions</c>, for whoever wants to know how the response came about.</summary>
    /// <param name="name">Its name; the last value given under a name counts.</param>
    /// <param name="value">Its value: text, numbers, Booleans, null, and lists and dictionaries of these.</param>
    void Extend(string name, object? value);
}
