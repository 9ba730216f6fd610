using Exams.Domain.ResultsAccess;
using Exams.Infrastructure.Documents;

namespace Exams.Infrastructure.Jobs;

/// <summary>The two files of a printing are named as its row says.</summary>
internal static class DocumentNames
{
    public static void DeleteBoth(this DocumentFiles files, AccessDocuments documents)
    {
        files.Delete(Guid.ParseExact(documents.PdfName, "N"));
        files.Delete(Guid.ParseExact(documents.ZipName, "N"));
    }
}
