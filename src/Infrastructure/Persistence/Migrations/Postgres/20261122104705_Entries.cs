using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace Exams.Infrastructure.Persistence.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Entries : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "disallowed_with",
                table: "syllabuses",
                type: "text",
                nullable: false,
                defaultValue: "",
                collation: "C");

            migrationBuilder.AddColumn<bool>(
                name: "is_open_to_private",
                table: "syllabuses",
                type: "boolean",
                nullable: false,
                defaultValue: true);

            migrationBuilder.AddColumn<long>(
                name: "client_id",
                table: "sessions",
                type: "bigint",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "scopes",
                table: "sessions",
                type: "text",
                nullable: false,
                defaultValue: "",
                collation: "C");

            migrationBuilder.AddColumn<string>(
                name: "level",
                table: "qualifications",
                type: "text",
                nullable: false,
                defaultValue: "",
                collation: "C");

            migrationBuilder.AddColumn<string>(
                name: "carry_forward",
                table: "options",
                type: "text",
                nullable: false,
                defaultValue: "None",
                collation: "C");

            migrationBuilder.AddColumn<long>(
                name: "amended_at",
                table: "entries",
                type: "bigint",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "carried_from",
                table: "entries",
                type: "text",
                nullable: true,
                collation: "C");

            migrationBuilder.AddColumn<string>(
                name: "external_reference",
                table: "entries",
                type: "text",
                nullable: true,
                collation: "C");

            migrationBuilder.AddColumn<string>(
                name: "previous",
                table: "entries",
                type: "text",
                nullable: true,
                collation: "C");

            migrationBuilder.AddColumn<string>(
                name: "tier",
                table: "entries",
                type: "text",
                nullable: false,
                defaultValue: "OnTime",
                collation: "C");

            migrationBuilder.AddColumn<string>(
                name: "external_reference",
                table: "candidates",
                type: "text",
                nullable: true,
                collation: "C");

            migrationBuilder.AddColumn<string>(
                name: "status",
                table: "candidates",
                type: "text",
                nullable: false,
                defaultValue: "Active",
                collation: "C");

            migrationBuilder.Sql("UPDATE qualifications SET level = code");

            migrationBuilder.CreateTable(
                name: "api_clients",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    client_id = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    name = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    scopes = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    created_at = table.Column<long>(type: "bigint", nullable: false),
                    revoked_at = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_api_clients", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "deadlines",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    series = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    kind = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    tier = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    at = table.Column<long>(type: "bigint", nullable: false),
                    zone = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    countries = table.Column<string>(type: "text", nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_deadlines", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "fee_lines",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    entry_id = table.Column<long>(type: "bigint", nullable: false),
                    centre = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    series = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    kind = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    tier = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    hundredths = table.Column<long>(type: "bigint", nullable: false),
                    currency = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    at = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_fee_lines", x => x.id);
                    table.ForeignKey(
                        name: "fk_fee_lines_entries_entry_id",
                        column: x => x.entry_id,
                        principalTable: "entries",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "fees",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    series = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    tier = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    hundredths = table.Column<long>(type: "bigint", nullable: false),
                    currency = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    qualification = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    syllabus = table.Column<string>(type: "text", nullable: true, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_fees", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "number_blocks",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    centre = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    series = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    first = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    last = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    at = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_number_blocks", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "timetable",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    series = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    zone = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    syllabus = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    component = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    date = table.Column<DateOnly>(type: "date", nullable: false),
                    session = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    minutes = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_timetable", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "client_places",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    client_row = table.Column<long>(type: "bigint", nullable: false),
                    centre = table.Column<string>(type: "text", nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_client_places", x => x.id);
                    table.ForeignKey(
                        name: "fk_client_places_api_clients_client_row",
                        column: x => x.client_row,
                        principalTable: "api_clients",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "client_secrets",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    client_row = table.Column<long>(type: "bigint", nullable: false),
                    hash = table.Column<byte[]>(type: "bytea", nullable: false),
                    created_at = table.Column<long>(type: "bigint", nullable: false),
                    expires_at = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_client_secrets", x => x.id);
                    table.ForeignKey(
                        name: "fk_client_secrets_api_clients_client_row",
                        column: x => x.client_row,
                        principalTable: "api_clients",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_sessions_client_id",
                table: "sessions",
                column: "client_id");

            migrationBuilder.CreateIndex(
                name: "ix_entries_centre_series_external_reference",
                table: "entries",
                columns: new[] { "centre", "series", "external_reference" },
                unique: true,
                filter: "external_reference IS NOT NULL AND status = 'Active'");

            migrationBuilder.CreateIndex(
                name: "ix_candidates_centre_series_external_reference",
                table: "candidates",
                columns: new[] { "centre", "series", "external_reference" },
                unique: true,
                filter: "external_reference IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_candidates_series_uci",
                table: "candidates",
                columns: new[] { "series", "uci" },
                filter: "uci IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_api_clients_client_id",
                table: "api_clients",
                column: "client_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_client_places_centre",
                table: "client_places",
                column: "centre");

            migrationBuilder.CreateIndex(
                name: "ix_client_places_client_row_centre",
                table: "client_places",
                columns: new[] { "client_row", "centre" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_client_secrets_client_row",
                table: "client_secrets",
                column: "client_row");

            migrationBuilder.CreateIndex(
                name: "ix_client_secrets_hash",
                table: "client_secrets",
                column: "hash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_deadlines_series",
                table: "deadlines",
                column: "series");

            migrationBuilder.CreateIndex(
                name: "ix_fee_lines_centre_series",
                table: "fee_lines",
                columns: new[] { "centre", "series" });

            migrationBuilder.CreateIndex(
                name: "ix_fee_lines_entry_id",
                table: "fee_lines",
                column: "entry_id");

            migrationBuilder.CreateIndex(
                name: "ix_fees_series",
                table: "fees",
                column: "series");

            migrationBuilder.CreateIndex(
                name: "ix_number_blocks_centre_series",
                table: "number_blocks",
                columns: new[] { "centre", "series" });

            migrationBuilder.CreateIndex(
                name: "ix_timetable_series_zone_syllabus_component",
                table: "timetable",
                columns: new[] { "series", "zone", "syllabus", "component" },
                unique: true);

            migrationBuilder.AddForeignKey(
                name: "fk_sessions_api_clients_client_id",
                table: "sessions",
                column: "client_id",
                principalTable: "api_clients",
                principalColumn: "id",
                onDelete: ReferentialAction.Restrict);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "fk_sessions_api_clients_client_id",
                table: "sessions");

            migrationBuilder.DropTable(
                name: "client_places");

            migrationBuilder.DropTable(
                name: "client_secrets");

            migrationBuilder.DropTable(
                name: "deadlines");

            migrationBuilder.DropTable(
                name: "fee_lines");

            migrationBuilder.DropTable(
                name: "fees");

            migrationBuilder.DropTable(
                name: "number_blocks");

            migrationBuilder.DropTable(
                name: "timetable");

            migrationBuilder.DropTable(
                name: "api_clients");

            migrationBuilder.DropIndex(
                name: "ix_sessions_client_id",
                table: "sessions");

            migrationBuilder.DropIndex(
                name: "ix_entries_centre_series_external_reference",
                table: "entries");

            migrationBuilder.DropIndex(
                name: "ix_candidates_centre_series_external_reference",
                table: "candidates");

            migrationBuilder.DropIndex(
                name: "ix_candidates_series_uci",
                table: "candidates");

            migrationBuilder.DropColumn(
                name: "disallowed_with",
                table: "syllabuses");

            migrationBuilder.DropColumn(
                name: "is_open_to_private",
                table: "syllabuses");

            migrationBuilder.DropColumn(
                name: "client_id",
                table: "sessions");

            migrationBuilder.DropColumn(
                name: "scopes",
                table: "sessions");

            migrationBuilder.DropColumn(
                name: "level",
                table: "qualifications");

            migrationBuilder.DropColumn(
                name: "carry_forward",
                table: "options");

            migrationBuilder.DropColumn(
                name: "amended_at",
                table: "entries");

            migrationBuilder.DropColumn(
                name: "carried_from",
                table: "entries");

            migrationBuilder.DropColumn(
                name: "external_reference",
                table: "entries");

            migrationBuilder.DropColumn(
                name: "previous",
                table: "entries");

            migrationBuilder.DropColumn(
                name: "tier",
                table: "entries");

            migrationBuilder.DropColumn(
                name: "external_reference",
                table: "candidates");

            migrationBuilder.DropColumn(
                name: "status",
                table: "candidates");
        }
    }
}
