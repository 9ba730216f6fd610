using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Exams.Infrastructure.Persistence.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class NameVariations : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "name_variation",
                table: "candidates",
                type: "TEXT",
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "name_variation",
                table: "candidates");
        }
    }
}
