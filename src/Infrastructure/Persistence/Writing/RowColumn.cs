using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Exams.Infrastructure.Persistence.Writing;

/// <summary>A column of a table: its name, and what a row has in it as the database keeps it.</summary>
internal sealed class RowColumn(IProperty property)
{
    private readonly IClrPropertyGetter _getter = property.GetGetter();
    private readonly Func<object?, object?>? _convert = property.GetTypeMapping().Converter?.ConvertToProvider;

    public string Name { get; } = property.GetColumnName();

    /// <summary>The type of what <see cref="Read"/> gives.</summary>
    public Type Type { get; } = Bare(property.GetTypeMapping().Converter?.ProviderClrType ?? property.ClrType);

    public object? Read(object row)
    {
        var value = _getter.GetClrValue(row);
        return value is null || _convert is null ? value : _convert(value);
    }

    private static Type Bare(Type type) => Nullable.GetUnderlyingType(type) ?? type;
}
