using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Exams.Infrastructure.Persistence.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class SeriesFirst : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_entries_centre_series_syllabus",
                table: "entries");

            migrationBuilder.DropIndex(
                name: "ix_candidates_centre_series_number",
                table: "candidates");

            migrationBuilder.CreateIndex(
                name: "ix_entries_series_centre_candidate_id_syllabus",
                table: "entries",
                columns: new[] { "series", "centre", "candidate_id", "syllabus" });

            migrationBuilder.CreateIndex(
                name: "ix_candidates_series_centre_number",
                table: "candidates",
                columns: new[] { "series", "centre", "number" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_entries_series_centre_candidate_id_syllabus",
                table: "entries");

            migrationBuilder.DropIndex(
                name: "ix_candidates_series_centre_number",
                table: "candidates");

            migrationBuilder.CreateIndex(
                name: "ix_entries_centre_series_syllabus",
                table: "entries",
                columns: new[] { "centre", "series", "syllabus" });

            migrationBuilder.CreateIndex(
                name: "ix_candidates_centre_series_number",
                table: "candidates",
                columns: new[] { "centre", "series", "number" },
                unique: true);
        }
    }
}
