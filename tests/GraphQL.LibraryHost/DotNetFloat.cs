#if SAMPLE
using System.Globalization;
using System.Text;
using System.Text.Json;
using Exams.GraphQL.Types.Scalars;

namespace Exams.GraphQL.LibraryHost;

/// <summary><c>Float</c> in .NET's spelling, <c>1E+21</c>, as the package writes it; the engine's own writes <c>1e+21</c>. Both are the
/// same JSON number.</summary>
internal sealed class DotNetFloat : ScalarType<double>
{
    /// <summary>Stands for every <see cref="double"/>.</summary>
    public DotNetFloat() : base(SpecifiedScalars.Float.Name, BindingBehavior.Implicit) => Description = SpecifiedScalars.Float.Description;

    /// <inheritdoc/>
    public override object? CoerceLiteral(IValueNode literal) => SpecifiedScalars.Float.CoerceLiteral(literal);

    /// <inheritdoc/>
    public override object? CoerceVariable(JsonElement value) => SpecifiedScalars.Float.CoerceVariable(value);

    /// <inheritdoc/>
    public override IValueNode ParseResult(object? resultValue) => SpecifiedScalars.Float.ParseResult(resultValue);

    /// <inheritdoc/>
    public override void WriteResult(object value, JsonBuffer json)
    {
        if (value is double number && double.IsFinite(number))
        {
            json.WriteRaw(Encoding.ASCII.GetBytes(number.ToString("R", CultureInfo.InvariantCulture)));
            return;
        }

        SpecifiedScalars.Float.WriteResult(value, json);
    }
}
#endif
