using Exams.GraphQL.Execution;
using Exams.GraphQL.Types;

namespace Exams.GraphQL.Configuration;

/// <summary>Switches of the schema.</summary>
public sealed class SchemaOptions
{
    /// <summary>Whether <c>@oneOf</c> is known. It always is: the specification has it.</summary>
    public bool EnableOneOf { get; set; } = true;

    /// <summary>Whether documents may put fragments off with <c>@defer</c>. The directive is part of the schema only then.</summary>
    public bool EnableDefer { get; set; }

    /// <summary>Whether documents may ask for lists piece by piece with <c>@stream</c>. The directive is part of the schema only then.</summary>
    public bool EnableStream { get; set; }

    /// <summary>Which directives introspection lists, and in which order.</summary>
    public DirectiveListing Directives { get; set; }
}

/// <summary>Switches of execution.</summary>
public sealed class RequestExecutorOptions
{
    /// <summary>Whether errors carry the exception's text; for development only.</summary>
    public bool IncludeExceptionDetails { get; set; }

    /// <summary>Longest a request may run.</summary>
    public TimeSpan ExecutionTimeout { get; set; }

    /// <summary>Which documents run.</summary>
    public PersistedOperationOptions PersistedOperations { get; } = new();
}

/// <summary>Which documents run.</summary>
public sealed class PersistedOperationOptions
{
    /// <summary>Whether nothing else runs than the documents of the folder.</summary>
    public bool OnlyAllowPersistedDocuments { get; set; }

    /// <summary>Whether a document of the folder may be sent as a text too, where nothing else runs.</summary>
    public bool AllowDocumentBody { get; set; }
}

/// <summary>What an operation may cost before it runs.</summary>
public sealed class CostOptions
{
    /// <summary>Highest cost of fields.</summary>
    public double MaxFieldCost { get; set; } = 1_000;

    /// <summary>Highest number of objects.</summary>
    public double MaxTypeCost { get; set; } = 1_000;

    /// <summary>Whether a page size in a variable counts as the largest page, as in the package; otherwise it counts as what it is.</summary>
    public bool AssumeLargestPages { get; set; }

    /// <summary>How the cost is told to whoever asks for it.</summary>
    public CostReport Report { get; set; }
}
