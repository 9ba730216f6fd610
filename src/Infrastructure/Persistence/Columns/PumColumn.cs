using Exams.Domain.Vocabulary;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Exams.Infrastructure.Persistence.Columns;

/// <summary>A uniform mark is kept as a number, so that 9 sorts before 10.</summary>
internal sealed class PumColumn() : ValueConverter<Pum, int>(pum => pum.Value, mark => Read(mark))
{
    private static Pum Read(int mark) =>
        Pum.TryCreate(mark, out var pum) ? pum : throw new InvalidOperationException($"The database holds a uniform mark {mark} that is none.");
}
