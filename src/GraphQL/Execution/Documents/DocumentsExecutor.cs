using Exams.GraphQL.Execution.Errors;
using Exams.GraphQL.Types;

namespace Exams.GraphQL.Execution.Documents;

/// <summary>An executor that finds documents by id or hash before another one runs them, whatever transport they came by.</summary>
/// <param name="inner">Runs them.</param>
/// <param name="policy">Which documents run, and where they are found.</param>
public sealed class DocumentsExecutor(IRequestExecutor inner, DocumentPolicy policy) : IRequestExecutor
{
    /// <inheritdoc/>
    public Schema Schema => inner.Schema;

    /// <inheritdoc/>
    public ValueTask<OperationResult> ExecuteAsync(OperationRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (Find(request, out var text, out var registered) is { } error)
        {
            return new(ErrorWriter.ToResponse(ResponseKind.RequestError, error));
        }

        return registered is { } hash
            ? KeepAsync(request, hash, cancellationToken)
            : inner.ExecuteAsync(request.Document.Equals(text) ? request : request.With(text), cancellationToken);
    }

    // A document is kept once it has run: what is wrong need not be found again.
    private async ValueTask<OperationResult> KeepAsync(OperationRequest request, DocumentHash hash, CancellationToken cancellationToken)
    {
        var result = await inner.ExecuteAsync(request, cancellationToken);
        if (result is not Response { Kind: not ResponseKind.Executed })
        {
            policy.Persisted?.Keep(hash, request.Document);
        }

        return result;
    }

    private IError? Find(OperationRequest request, out ReadOnlyMemory<byte> text, out DocumentHash? registered)
    {
        registered = null;
        text = request.Document;
        if (request.DocumentId is { } id)
        {
            if (TryFind(id, out var known))
            {
                var isOther = !text.IsEmpty && !text.Span.SequenceEqual(known.Span);
                text = known;
                return isOther ? DocumentErrors.OtherText : null;
            }

            if (text.IsEmpty)
            {
                return DocumentErrors.UnknownId;
            }
        }

        if (PersistedQueryExtension.Of(request.Extensions) is { } extension && (policy.Persisted is not null || text.IsEmpty))
        {
            return Find(extension, ref text, out registered);
        }

        return policy.OnlyTrusted && !IsTrusted(text) ? DocumentErrors.OnlyTrusted : null;
    }

    private IError? Find(PersistedQueryExtension extension, ref ReadOnlyMemory<byte> text, out DocumentHash? registered)
    {
        registered = null;
        if (extension.Version != 1)
        {
            return DocumentErrors.OtherVersion;
        }

        if (text.IsEmpty)
        {
            return extension.Hash is { } asked && TryFind(asked, out text) ? null
                : policy.Persisted is null && policy.Trusted is null ? DocumentErrors.NotSupported
                : DocumentErrors.NotFound;
        }

        if (policy.OnlyTrusted)
        {
            return IsTrusted(text) ? null : DocumentErrors.OnlyTrusted;
        }

        var hash = DocumentHash.Of(text.Span);
        if (extension.Hash != hash)
        {
            return DocumentErrors.OtherHash;
        }

        registered = hash;
        return null;
    }

    private bool TryFind(string id, out ReadOnlyMemory<byte> text)
    {
        text = default;
        return policy.Trusted?.TryFind(id, out text) == true || (TrustedDocuments.TryHash(id, out var hash) && TryFind(hash, out text));
    }

    private bool TryFind(DocumentHash hash, out ReadOnlyMemory<byte> text)
    {
        text = default;
        return policy.Trusted?.TryFind(hash, out text) == true
            || (!policy.OnlyTrusted && policy.Persisted?.TryFind(hash, out text) == true);
    }

    private bool IsTrusted(ReadOnlyMemory<byte> text) =>
        policy.AllowDocumentBody && policy.Trusted?.TryFind(DocumentHash.Of(text.Span), out _) == true;
}
