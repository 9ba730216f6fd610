using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Exams.Infrastructure.Persistence.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class NewsOfCandidates : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateIndex(
                name: "ix_news_centre_series_candidate_sequence",
                table: "news",
                columns: new[] { "centre", "series", "candidate", "sequence" },
                filter: "candidate IS NOT NULL");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_news_centre_series_candidate_sequence",
                table: "news");
        }
    }
}
