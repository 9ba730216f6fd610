using System.Globalization;
using System.Text;
using Exams.Infrastructure.Security;

namespace Exams.Infrastructure.Files;

/// <summary>The ids by which the contract names things. A test asks the service for what is named so.</summary>
/// <param name="mask">Hides the numbers of rows.</param>
internal sealed class PublicIds(NumberMask mask)
{
    public string Of(string type, long row) =>
        Convert.ToBase64String(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{type}:{mask.Hide(row)}")));
}
