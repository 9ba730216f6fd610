using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace Exams.Infrastructure.Persistence;

/// <summary>Keeps one model per provider and gate.</summary>
internal sealed class GateModels : IModelCacheKeyFactory
{
    public object Create(DbContext context, bool designTime) =>
        (context.GetType(), context is ExamsDb db ? db.Gate : Gate.Open, designTime);
}
