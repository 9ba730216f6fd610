using Exams.Domain.Vocabulary;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Exams.Infrastructure.Persistence.Columns;

/// <summary>A grade scale is kept as its code.</summary>
internal sealed class ScaleColumn() : ValueConverter<GradeScale, string>(scale => scale.Code, code => Read(code))
{
    private static GradeScale Read(string code) =>
        GradeScale.TryParse(code, out var scale) ? scale : throw new InvalidOperationException($"The database holds a grade scale {code} that is none.");
}
