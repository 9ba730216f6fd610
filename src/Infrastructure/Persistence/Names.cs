using System.Text;
using Microsoft.EntityFrameworkCore;

namespace Exams.Infrastructure.Persistence;

/// <summary>Tables and columns are named as SQL people write them, so that nobody needs quotes.</summary>
internal static class Names
{
    public static void Apply(ModelBuilder model)
    {
        foreach (var entity in model.Model.GetEntityTypes())
        {
            entity.SetTableName(Snake(entity.GetTableName()!));
            foreach (var property in entity.GetProperties())
                property.SetColumnName(Snake(property.Name));
            foreach (var key in entity.GetKeys())
                key.SetName(Snake(key.GetName()!));
            foreach (var reference in entity.GetForeignKeys())
                reference.SetConstraintName(Snake(reference.GetConstraintName()!));
            foreach (var index in entity.GetIndexes())
                index.SetDatabaseName(Snake(index.GetDatabaseName()!));
        }
    }

    private static string Snake(string name)
    {
        var snake = new StringBuilder(name.Length + 8);
        for (var at = 0; at < name.Length; at++)
        {
            if (char.IsUpper(name[at]) && at > 0 && name[at - 1] != '_' && !char.IsUpper(name[at - 1]))
                snake.Append('_');
            snake.Append(char.ToLowerInvariant(name[at]));
        }

        return snake.ToString();
    }
}
