using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Exams.Infrastructure.Persistence.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class ReceiptBytes : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "bytes",
                table: "receipts",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.Sql("UPDATE receipts SET bytes = octet_length(answer)");

            migrationBuilder.CreateIndex(
                name: "ix_receipts_owner_at_bytes",
                table: "receipts",
                columns: new[] { "owner", "at", "bytes" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_receipts_owner_at_bytes",
                table: "receipts");

            migrationBuilder.DropColumn(
                name: "bytes",
                table: "receipts");
        }
    }
}
