using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace Exams.Infrastructure.Persistence.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Transfers : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "transfer_id",
                table: "news",
                type: "bigint",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "is_moving",
                table: "candidates",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.CreateTable(
                name: "transfers",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    candidate_id = table.Column<long>(type: "bigint", nullable: false),
                    original_centre = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    series = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    number = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    receiving_centre = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    status = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    asked_at = table.Column<long>(type: "bigint", nullable: false),
                    accepted_at = table.Column<long>(type: "bigint", nullable: true),
                    ended_at = table.Column<long>(type: "bigint", nullable: true),
                    ended_by = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    reason = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    wanted_number = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    new_candidate_id = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_transfers", x => x.id);
                    table.ForeignKey(
                        name: "fk_transfers_candidates_candidate_id",
                        column: x => x.candidate_id,
                        principalTable: "candidates",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_transfers_candidates_new_candidate_id",
                        column: x => x.new_candidate_id,
                        principalTable: "candidates",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "transfer_forms",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    transfer_id = table.Column<long>(type: "bigint", nullable: false),
                    original_centre = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    receiving_centre = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    name = table.Column<string>(type: "text", nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_transfer_forms", x => x.id);
                    table.ForeignKey(
                        name: "fk_transfer_forms_transfers_transfer_id",
                        column: x => x.transfer_id,
                        principalTable: "transfers",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "transferred_entries",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    transfer_id = table.Column<long>(type: "bigint", nullable: false),
                    original_centre = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    receiving_centre = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    syllabus = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    option = table.Column<string>(type: "text", nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_transferred_entries", x => x.id);
                    table.ForeignKey(
                        name: "fk_transferred_entries_transfers_transfer_id",
                        column: x => x.transfer_id,
                        principalTable: "transfers",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_transfer_forms_transfer_id",
                table: "transfer_forms",
                column: "transfer_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_transferred_entries_transfer_id_syllabus",
                table: "transferred_entries",
                columns: new[] { "transfer_id", "syllabus" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_transfers_candidate_id_id",
                table: "transfers",
                columns: new[] { "candidate_id", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_transfers_new_candidate_id",
                table: "transfers",
                column: "new_candidate_id");

            migrationBuilder.CreateIndex(
                name: "ix_transfers_open",
                table: "transfers",
                column: "candidate_id",
                unique: true,
                filter: "status IN ('Asked', 'Accepted')");

            migrationBuilder.CreateIndex(
                name: "ix_transfers_original_centre_series",
                table: "transfers",
                columns: new[] { "original_centre", "series" });

            migrationBuilder.CreateIndex(
                name: "ix_transfers_receiving_centre_series",
                table: "transfers",
                columns: new[] { "receiving_centre", "series" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "transfer_forms");

            migrationBuilder.DropTable(
                name: "transferred_entries");

            migrationBuilder.DropTable(
                name: "transfers");

            migrationBuilder.DropColumn(
                name: "transfer_id",
                table: "news");

            migrationBuilder.DropColumn(
                name: "is_moving",
                table: "candidates");
        }
    }
}
