using System.Globalization;
using System.Text;

namespace Exams.Infrastructure.Files;

/// <summary>The ids by which the contract names things. A test asks the service for what is named so.</summary>
internal static class PublicId
{
    public static string Of(string type, long row) =>
        Convert.ToBase64String(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{type}:{row}")));
}
