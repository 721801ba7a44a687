using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Lakudo.Migrations.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class First : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "applications_letterhead",
                columns: table => new
                {
                    RegionId = table.Column<int>(type: "INTEGER", nullable: false),
                    AgencyId = table.Column<int>(type: "INTEGER", nullable: false),
                    Address = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    Place = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_applications_letterhead", x => new { x.RegionId, x.AgencyId });
                });

            migrationBuilder.CreateTable(
                name: "applications_number_register",
                columns: table => new
                {
                    RegionId = table.Column<int>(type: "INTEGER", nullable: false),
                    Series = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Year = table.Column<int>(type: "INTEGER", nullable: false),
                    Last = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_applications_number_register", x => new { x.RegionId, x.Series, x.Year });
                });

            migrationBuilder.CreateTable(
                name: "applications_official",
                columns: table => new
                {
                    RegionId = table.Column<int>(type: "INTEGER", nullable: false),
                    AccountId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    AgencyId = table.Column<int>(type: "INTEGER", nullable: false),
                    Position = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Nip = table.Column<string>(type: "TEXT", maxLength: 30, nullable: true),
                    Rank = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    ServiceAccountSealed = table.Column<byte[]>(type: "BLOB", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_applications_official", x => new { x.RegionId, x.AccountId, x.AgencyId });
                });

            migrationBuilder.CreateTable(
                name: "catalogue_agency",
                columns: table => new
                {
                    RegionId = table.Column<int>(type: "INTEGER", nullable: false),
                    Id = table.Column<int>(type: "INTEGER", nullable: false),
                    Code = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    ShortName = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    IsSample = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_catalogue_agency", x => new { x.RegionId, x.Id });
                });

            migrationBuilder.CreateTable(
                name: "catalogue_revision",
                columns: table => new
                {
                    RegionId = table.Column<int>(type: "INTEGER", nullable: false),
                    Number = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_catalogue_revision", x => x.RegionId);
                });

            migrationBuilder.CreateTable(
                name: "feedback_ballot",
                columns: table => new
                {
                    RegionId = table.Column<int>(type: "INTEGER", nullable: false),
                    Id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    AgencyId = table.Column<int>(type: "INTEGER", nullable: false),
                    ServiceId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Month = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Sealed = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_feedback_ballot", x => new { x.RegionId, x.Id });
                });

            migrationBuilder.CreateTable(
                name: "feedback_element_total",
                columns: table => new
                {
                    RegionId = table.Column<int>(type: "INTEGER", nullable: false),
                    Month = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    AgencyId = table.Column<int>(type: "INTEGER", nullable: false),
                    ServiceId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Instrument = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    Element = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    Total = table.Column<int>(type: "INTEGER", nullable: false),
                    Answers = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_feedback_element_total", x => new { x.RegionId, x.Month, x.AgencyId, x.ServiceId, x.Instrument, x.Element });
                });

            migrationBuilder.CreateTable(
                name: "feedback_survey_mark",
                columns: table => new
                {
                    RegionId = table.Column<int>(type: "INTEGER", nullable: false),
                    Mark = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_feedback_survey_mark", x => new { x.RegionId, x.Mark });
                });

            migrationBuilder.CreateTable(
                name: "hall_break",
                columns: table => new
                {
                    RegionId = table.Column<int>(type: "INTEGER", nullable: false),
                    HallId = table.Column<int>(type: "INTEGER", nullable: false),
                    Weekday = table.Column<int>(type: "INTEGER", nullable: false),
                    From = table.Column<TimeOnly>(type: "TEXT", nullable: false),
                    Until = table.Column<TimeOnly>(type: "TEXT", nullable: false),
                    StopsNumbers = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_hall_break", x => new { x.RegionId, x.HallId, x.Weekday, x.From });
                });

            migrationBuilder.CreateTable(
                name: "hall_counter",
                columns: table => new
                {
                    RegionId = table.Column<int>(type: "INTEGER", nullable: false),
                    HallId = table.Column<int>(type: "INTEGER", nullable: false),
                    Id = table.Column<int>(type: "INTEGER", nullable: false),
                    Code = table.Column<string>(type: "TEXT", maxLength: 10, nullable: false),
                    ZoneId = table.Column<int>(type: "INTEGER", nullable: false),
                    AgencyId = table.Column<int>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_hall_counter", x => new { x.RegionId, x.HallId, x.Id });
                });

            migrationBuilder.CreateTable(
                name: "hall_day",
                columns: table => new
                {
                    RegionId = table.Column<int>(type: "INTEGER", nullable: false),
                    HallId = table.Column<int>(type: "INTEGER", nullable: false),
                    Day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Version = table.Column<long>(type: "INTEGER", nullable: false),
                    IsOpen = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_hall_day", x => new { x.RegionId, x.HallId, x.Day });
                });

            migrationBuilder.CreateTable(
                name: "hall_device",
                columns: table => new
                {
                    RegionId = table.Column<int>(type: "INTEGER", nullable: false),
                    Id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    HallId = table.Column<int>(type: "INTEGER", nullable: false),
                    Kind = table.Column<int>(type: "INTEGER", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Counter = table.Column<int>(type: "INTEGER", nullable: true),
                    Zone = table.Column<int>(type: "INTEGER", nullable: true),
                    Roll = table.Column<int>(type: "INTEGER", nullable: false),
                    CodeHash = table.Column<byte[]>(type: "BLOB", nullable: true),
                    CodeUntil = table.Column<DateTime>(type: "TEXT", nullable: true),
                    TokenHash = table.Column<byte[]>(type: "BLOB", nullable: true),
                    PairedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    LastSeenAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    RevokedAt = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_hall_device", x => new { x.RegionId, x.Id });
                });

            migrationBuilder.CreateTable(
                name: "hall_hall",
                columns: table => new
                {
                    RegionId = table.Column<int>(type: "INTEGER", nullable: false),
                    Id = table.Column<int>(type: "INTEGER", nullable: false),
                    Slug = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Address = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_hall_hall", x => new { x.RegionId, x.Id });
                });

            migrationBuilder.CreateTable(
                name: "hall_hours",
                columns: table => new
                {
                    RegionId = table.Column<int>(type: "INTEGER", nullable: false),
                    HallId = table.Column<int>(type: "INTEGER", nullable: false),
                    Weekday = table.Column<int>(type: "INTEGER", nullable: false),
                    Opens = table.Column<TimeOnly>(type: "TEXT", nullable: false),
                    LastNumber = table.Column<TimeOnly>(type: "TEXT", nullable: false),
                    Closes = table.Column<TimeOnly>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_hall_hours", x => new { x.RegionId, x.HallId, x.Weekday });
                });

            migrationBuilder.CreateTable(
                name: "hall_line",
                columns: table => new
                {
                    RegionId = table.Column<int>(type: "INTEGER", nullable: false),
                    HallId = table.Column<int>(type: "INTEGER", nullable: false),
                    Id = table.Column<int>(type: "INTEGER", nullable: false),
                    Code = table.Column<string>(type: "TEXT", maxLength: 6, nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    IsOpen = table.Column<bool>(type: "INTEGER", nullable: false),
                    Quota = table.Column<int>(type: "INTEGER", nullable: true),
                    StandardMinutes = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_hall_line", x => new { x.RegionId, x.HallId, x.Id });
                });

            migrationBuilder.CreateTable(
                name: "hall_rules",
                columns: table => new
                {
                    RegionId = table.Column<int>(type: "INTEGER", nullable: false),
                    HallId = table.Column<int>(type: "INTEGER", nullable: false),
                    MaxOvertakes = table.Column<int>(type: "INTEGER", nullable: false),
                    MaxWaitMinutes = table.Column<int>(type: "INTEGER", nullable: false),
                    SecondChanceMinutes = table.Column<int>(type: "INTEGER", nullable: false),
                    CheckInMinutes = table.Column<int>(type: "INTEGER", nullable: false),
                    WebTicketsPerPerson = table.Column<int>(type: "INTEGER", nullable: false),
                    WebTicketsPerAddress = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_hall_rules", x => new { x.RegionId, x.HallId });
                });

            migrationBuilder.CreateTable(
                name: "hall_service_status",
                columns: table => new
                {
                    RegionId = table.Column<int>(type: "INTEGER", nullable: false),
                    HallId = table.Column<int>(type: "INTEGER", nullable: false),
                    ServiceId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Obstacles = table.Column<int>(type: "INTEGER", nullable: false),
                    SetAt = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_hall_service_status", x => new { x.RegionId, x.HallId, x.ServiceId });
                });

            migrationBuilder.CreateTable(
                name: "hall_ticket",
                columns: table => new
                {
                    RegionId = table.Column<int>(type: "INTEGER", nullable: false),
                    Id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    HallId = table.Column<int>(type: "INTEGER", nullable: false),
                    Day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Series = table.Column<int>(type: "INTEGER", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    Label = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    Line = table.Column<int>(type: "INTEGER", nullable: false),
                    Service = table.Column<byte[]>(type: "BLOB", nullable: true),
                    Origin = table.Column<int>(type: "INTEGER", nullable: false),
                    Groups = table.Column<int>(type: "INTEGER", nullable: false),
                    Priority = table.Column<bool>(type: "INTEGER", nullable: false),
                    State = table.Column<int>(type: "INTEGER", nullable: false),
                    Counter = table.Column<int>(type: "INTEGER", nullable: true),
                    TakenAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    CalledAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    StartedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    EndedAt = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_hall_ticket", x => new { x.RegionId, x.Id });
                });

            migrationBuilder.CreateTable(
                name: "hall_zone",
                columns: table => new
                {
                    RegionId = table.Column<int>(type: "INTEGER", nullable: false),
                    HallId = table.Column<int>(type: "INTEGER", nullable: false),
                    Id = table.Column<int>(type: "INTEGER", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_hall_zone", x => new { x.RegionId, x.HallId, x.Id });
                });

            migrationBuilder.CreateTable(
                name: "identity_account",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    MustChangePassword = table.Column<bool>(type: "INTEGER", nullable: false),
                    PinHash = table.Column<string>(type: "TEXT", nullable: true),
                    UserName = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    NormalizedUserName = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    Email = table.Column<string>(type: "TEXT", nullable: true),
                    NormalizedEmail = table.Column<string>(type: "TEXT", nullable: true),
                    EmailConfirmed = table.Column<bool>(type: "INTEGER", nullable: false),
                    PasswordHash = table.Column<string>(type: "TEXT", nullable: true),
                    SecurityStamp = table.Column<string>(type: "TEXT", nullable: true),
                    ConcurrencyStamp = table.Column<string>(type: "TEXT", nullable: true),
                    PhoneNumber = table.Column<string>(type: "TEXT", nullable: true),
                    PhoneNumberConfirmed = table.Column<bool>(type: "INTEGER", nullable: false),
                    TwoFactorEnabled = table.Column<bool>(type: "INTEGER", nullable: false),
                    LockoutEnd = table.Column<DateTimeOffset>(type: "TEXT", nullable: true),
                    LockoutEnabled = table.Column<bool>(type: "INTEGER", nullable: false),
                    AccessFailedCount = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_identity_account", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "identity_claim",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    UserId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    ClaimType = table.Column<string>(type: "TEXT", nullable: true),
                    ClaimValue = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_identity_claim", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "identity_login",
                columns: table => new
                {
                    LoginProvider = table.Column<string>(type: "TEXT", nullable: false),
                    ProviderKey = table.Column<string>(type: "TEXT", nullable: false),
                    ProviderDisplayName = table.Column<string>(type: "TEXT", nullable: true),
                    UserId = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_identity_login", x => new { x.LoginProvider, x.ProviderKey });
                });

            migrationBuilder.CreateTable(
                name: "identity_token",
                columns: table => new
                {
                    UserId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    LoginProvider = table.Column<string>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", nullable: false),
                    Value = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_identity_token", x => new { x.UserId, x.LoginProvider, x.Name });
                });

            migrationBuilder.CreateTable(
                name: "kernel_area",
                columns: table => new
                {
                    RegionId = table.Column<int>(type: "INTEGER", nullable: false),
                    Id = table.Column<int>(type: "INTEGER", nullable: false),
                    Level = table.Column<int>(type: "INTEGER", nullable: false),
                    ParentId = table.Column<int>(type: "INTEGER", nullable: true),
                    Code = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    CodeFrom = table.Column<DateOnly>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_kernel_area", x => new { x.RegionId, x.Id });
                });

            migrationBuilder.CreateTable(
                name: "kernel_journal",
                columns: table => new
                {
                    RegionId = table.Column<int>(type: "INTEGER", nullable: false),
                    Seq = table.Column<long>(type: "INTEGER", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ById = table.Column<byte[]>(type: "BLOB", nullable: true),
                    ByRole = table.Column<string>(type: "TEXT", nullable: false),
                    Fact = table.Column<string>(type: "TEXT", nullable: false),
                    Subject = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Data = table.Column<string>(type: "TEXT", nullable: false),
                    Why = table.Column<string>(type: "TEXT", nullable: true),
                    Stream = table.Column<string>(type: "TEXT", nullable: true),
                    StreamSeq = table.Column<int>(type: "INTEGER", nullable: true),
                    Hash = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_kernel_journal", x => new { x.RegionId, x.Seq });
                });

            migrationBuilder.CreateTable(
                name: "kernel_journal_head",
                columns: table => new
                {
                    RegionId = table.Column<int>(type: "INTEGER", nullable: false),
                    Seq = table.Column<long>(type: "INTEGER", nullable: false),
                    Hash = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_kernel_journal_head", x => x.RegionId);
                });

            migrationBuilder.CreateTable(
                name: "kernel_outbox",
                columns: table => new
                {
                    RegionId = table.Column<int>(type: "INTEGER", nullable: false),
                    Id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Fact = table.Column<string>(type: "TEXT", nullable: false),
                    Data = table.Column<string>(type: "TEXT", nullable: false),
                    DueAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    LeasedUntil = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Attempts = table.Column<int>(type: "INTEGER", nullable: false),
                    DoneAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    LastFault = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_kernel_outbox", x => new { x.RegionId, x.Id });
                });

            migrationBuilder.CreateTable(
                name: "kernel_region",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false),
                    Code = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Zone = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    IsSample = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_kernel_region", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "kernel_stored_answer",
                columns: table => new
                {
                    RegionId = table.Column<int>(type: "INTEGER", nullable: false),
                    CallerId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Key = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Request = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Answer = table.Column<string>(type: "TEXT", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_kernel_stored_answer", x => new { x.RegionId, x.CallerId, x.Key });
                });

            migrationBuilder.CreateTable(
                name: "notifications_contact_code",
                columns: table => new
                {
                    RegionId = table.Column<int>(type: "INTEGER", nullable: false),
                    Id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Contact = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Address = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Code = table.Column<byte[]>(type: "BLOB", nullable: false),
                    SentAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Tried = table.Column<int>(type: "INTEGER", nullable: false),
                    UsedAt = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_notifications_contact_code", x => new { x.RegionId, x.Id });
                });

            migrationBuilder.CreateTable(
                name: "OpenIddictApplications",
                columns: table => new
                {
                    Id = table.Column<string>(type: "TEXT", nullable: false),
                    ApplicationType = table.Column<string>(type: "TEXT", maxLength: 50, nullable: true),
                    ClientId = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    ClientSecret = table.Column<string>(type: "TEXT", nullable: true),
                    ClientType = table.Column<string>(type: "TEXT", maxLength: 50, nullable: true),
                    ConcurrencyToken = table.Column<string>(type: "TEXT", maxLength: 50, nullable: true),
                    ConsentType = table.Column<string>(type: "TEXT", maxLength: 50, nullable: true),
                    DisplayName = table.Column<string>(type: "TEXT", nullable: true),
                    DisplayNames = table.Column<string>(type: "TEXT", nullable: true),
                    JsonWebKeySet = table.Column<string>(type: "TEXT", nullable: true),
                    Permissions = table.Column<string>(type: "TEXT", nullable: true),
                    PostLogoutRedirectUris = table.Column<string>(type: "TEXT", nullable: true),
                    Properties = table.Column<string>(type: "TEXT", nullable: true),
                    RedirectUris = table.Column<string>(type: "TEXT", nullable: true),
                    Requirements = table.Column<string>(type: "TEXT", nullable: true),
                    Settings = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_OpenIddictApplications", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "OpenIddictScopes",
                columns: table => new
                {
                    Id = table.Column<string>(type: "TEXT", nullable: false),
                    ConcurrencyToken = table.Column<string>(type: "TEXT", maxLength: 50, nullable: true),
                    Description = table.Column<string>(type: "TEXT", nullable: true),
                    Descriptions = table.Column<string>(type: "TEXT", nullable: true),
                    DisplayName = table.Column<string>(type: "TEXT", nullable: true),
                    DisplayNames = table.Column<string>(type: "TEXT", nullable: true),
                    Name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    Properties = table.Column<string>(type: "TEXT", nullable: true),
                    Resources = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_OpenIddictScopes", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "catalogue_service",
                columns: table => new
                {
                    RegionId = table.Column<int>(type: "INTEGER", nullable: false),
                    Id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    AgencyId = table.Column<int>(type: "INTEGER", nullable: false),
                    Code = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Category = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    LegalBasis = table.Column<string>(type: "TEXT", nullable: false),
                    PromiseAmount = table.Column<int>(type: "INTEGER", nullable: false),
                    PromiseUnit = table.Column<int>(type: "INTEGER", nullable: false),
                    FeeIdr = table.Column<long>(type: "INTEGER", nullable: true),
                    Output = table.Column<string>(type: "TEXT", nullable: false),
                    WhoIssues = table.Column<int>(type: "INTEGER", nullable: false),
                    LifeEvents = table.Column<string>(type: "TEXT", nullable: false),
                    Source = table.Column<string>(type: "TEXT", nullable: false),
                    Confidence = table.Column<string>(type: "TEXT", maxLength: 10, nullable: false),
                    Notes = table.Column<string>(type: "TEXT", nullable: false),
                    IsSample = table.Column<bool>(type: "INTEGER", nullable: false),
                    ConfirmedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    ConfirmedBy = table.Column<byte[]>(type: "BLOB", nullable: true),
                    Decree = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    Revision = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_catalogue_service", x => new { x.RegionId, x.Id });
                    table.ForeignKey(
                        name: "FK_catalogue_service_catalogue_agency_RegionId_AgencyId",
                        columns: x => new { x.RegionId, x.AgencyId },
                        principalTable: "catalogue_agency",
                        principalColumns: new[] { "RegionId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "hall_counter_line",
                columns: table => new
                {
                    RegionId = table.Column<int>(type: "INTEGER", nullable: false),
                    HallId = table.Column<int>(type: "INTEGER", nullable: false),
                    CounterId = table.Column<int>(type: "INTEGER", nullable: false),
                    LineId = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_hall_counter_line", x => new { x.RegionId, x.HallId, x.CounterId, x.LineId });
                    table.ForeignKey(
                        name: "FK_hall_counter_line_hall_counter_RegionId_HallId_CounterId",
                        columns: x => new { x.RegionId, x.HallId, x.CounterId },
                        principalTable: "hall_counter",
                        principalColumns: new[] { "RegionId", "HallId", "Id" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "hall_line_service",
                columns: table => new
                {
                    RegionId = table.Column<int>(type: "INTEGER", nullable: false),
                    HallId = table.Column<int>(type: "INTEGER", nullable: false),
                    ServiceId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    LineId = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_hall_line_service", x => new { x.RegionId, x.HallId, x.ServiceId });
                    table.ForeignKey(
                        name: "FK_hall_line_service_hall_line_RegionId_HallId_LineId",
                        columns: x => new { x.RegionId, x.HallId, x.LineId },
                        principalTable: "hall_line",
                        principalColumns: new[] { "RegionId", "HallId", "Id" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "identity_held_role",
                columns: table => new
                {
                    RegionId = table.Column<int>(type: "INTEGER", nullable: false),
                    Id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    AccountId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Role = table.Column<int>(type: "INTEGER", nullable: false),
                    HallId = table.Column<int>(type: "INTEGER", nullable: true),
                    AgencyId = table.Column<int>(type: "INTEGER", nullable: true),
                    From = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Until = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_identity_held_role", x => new { x.RegionId, x.Id });
                    table.ForeignKey(
                        name: "FK_identity_held_role_identity_account_AccountId",
                        column: x => x.AccountId,
                        principalTable: "identity_account",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "OpenIddictAuthorizations",
                columns: table => new
                {
                    Id = table.Column<string>(type: "TEXT", nullable: false),
                    ApplicationId = table.Column<string>(type: "TEXT", nullable: true),
                    ConcurrencyToken = table.Column<string>(type: "TEXT", maxLength: 50, nullable: true),
                    CreationDate = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Properties = table.Column<string>(type: "TEXT", nullable: true),
                    Scopes = table.Column<string>(type: "TEXT", nullable: true),
                    Status = table.Column<string>(type: "TEXT", maxLength: 50, nullable: true),
                    Subject = table.Column<string>(type: "TEXT", maxLength: 400, nullable: true),
                    Type = table.Column<string>(type: "TEXT", maxLength: 50, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_OpenIddictAuthorizations", x => x.Id);
                    table.ForeignKey(
                        name: "FK_OpenIddictAuthorizations_OpenIddictApplications_ApplicationId",
                        column: x => x.ApplicationId,
                        principalTable: "OpenIddictApplications",
                        principalColumn: "Id");
                });

            migrationBuilder.CreateTable(
                name: "applications_application",
                columns: table => new
                {
                    RegionId = table.Column<int>(type: "INTEGER", nullable: false),
                    Id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    AgencyId = table.Column<int>(type: "INTEGER", nullable: false),
                    ServiceId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    WhoIssues = table.Column<int>(type: "INTEGER", nullable: false),
                    Number = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Origin = table.Column<int>(type: "INTEGER", nullable: false),
                    TicketId = table.Column<byte[]>(type: "BLOB", nullable: true),
                    NameSealed = table.Column<byte[]>(type: "BLOB", nullable: false),
                    NikSealed = table.Column<byte[]>(type: "BLOB", nullable: false),
                    NikFingerprint = table.Column<byte[]>(type: "BLOB", nullable: false),
                    ContactSealed = table.Column<byte[]>(type: "BLOB", nullable: true),
                    CardSeenAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    State = table.Column<int>(type: "INTEGER", nullable: false),
                    PromiseAmount = table.Column<int>(type: "INTEGER", nullable: false),
                    PromiseUnit = table.Column<int>(type: "INTEGER", nullable: false),
                    ReceivedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    CompleteAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    DueAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    DueIsProvisional = table.Column<bool>(type: "INTEGER", nullable: false),
                    DueCalendar = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    DueReason = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    ReturnedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Defects = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true),
                    StatementSealed = table.Column<byte[]>(type: "BLOB", nullable: true),
                    VerifiedBy = table.Column<byte[]>(type: "BLOB", nullable: true),
                    DecidedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    DecisionReason = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    OutsideReference = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    ResultAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    HandedOverAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Revision = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_applications_application", x => new { x.RegionId, x.Id });
                    table.ForeignKey(
                        name: "FK_applications_application_catalogue_service_RegionId_ServiceId",
                        columns: x => new { x.RegionId, x.ServiceId },
                        principalTable: "catalogue_service",
                        principalColumns: new[] { "RegionId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "catalogue_requirement",
                columns: table => new
                {
                    RegionId = table.Column<int>(type: "INTEGER", nullable: false),
                    Id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    ServiceId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Order = table.Column<int>(type: "INTEGER", nullable: false),
                    Text = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    IsRetired = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_catalogue_requirement", x => new { x.RegionId, x.Id });
                    table.ForeignKey(
                        name: "FK_catalogue_requirement_catalogue_service_RegionId_ServiceId",
                        columns: x => new { x.RegionId, x.ServiceId },
                        principalTable: "catalogue_service",
                        principalColumns: new[] { "RegionId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "catalogue_standard_text",
                columns: table => new
                {
                    RegionId = table.Column<int>(type: "INTEGER", nullable: false),
                    ServiceId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Part = table.Column<int>(type: "INTEGER", nullable: false),
                    Text = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_catalogue_standard_text", x => new { x.RegionId, x.ServiceId, x.Part });
                    table.ForeignKey(
                        name: "FK_catalogue_standard_text_catalogue_service_RegionId_ServiceId",
                        columns: x => new { x.RegionId, x.ServiceId },
                        principalTable: "catalogue_service",
                        principalColumns: new[] { "RegionId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "feedback_answer",
                columns: table => new
                {
                    RegionId = table.Column<int>(type: "INTEGER", nullable: false),
                    Id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    AgencyId = table.Column<int>(type: "INTEGER", nullable: false),
                    ServiceId = table.Column<byte[]>(type: "BLOB", nullable: true),
                    Month = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Instrument = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    Sex = table.Column<string>(type: "TEXT", maxLength: 20, nullable: true),
                    Age = table.Column<string>(type: "TEXT", maxLength: 20, nullable: true),
                    Education = table.Column<string>(type: "TEXT", maxLength: 20, nullable: true),
                    Job = table.Column<string>(type: "TEXT", maxLength: 20, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_feedback_answer", x => new { x.RegionId, x.Id });
                    table.ForeignKey(
                        name: "FK_feedback_answer_catalogue_service_RegionId_ServiceId",
                        columns: x => new { x.RegionId, x.ServiceId },
                        principalTable: "catalogue_service",
                        principalColumns: new[] { "RegionId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "OpenIddictTokens",
                columns: table => new
                {
                    Id = table.Column<string>(type: "TEXT", nullable: false),
                    ApplicationId = table.Column<string>(type: "TEXT", nullable: true),
                    AuthorizationId = table.Column<string>(type: "TEXT", nullable: true),
                    ConcurrencyToken = table.Column<string>(type: "TEXT", maxLength: 50, nullable: true),
                    CreationDate = table.Column<DateTime>(type: "TEXT", nullable: true),
                    ExpirationDate = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Payload = table.Column<string>(type: "TEXT", nullable: true),
                    Properties = table.Column<string>(type: "TEXT", nullable: true),
                    RedemptionDate = table.Column<DateTime>(type: "TEXT", nullable: true),
                    ReferenceId = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    Status = table.Column<string>(type: "TEXT", maxLength: 50, nullable: true),
                    Subject = table.Column<string>(type: "TEXT", maxLength: 400, nullable: true),
                    Type = table.Column<string>(type: "TEXT", maxLength: 150, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_OpenIddictTokens", x => x.Id);
                    table.ForeignKey(
                        name: "FK_OpenIddictTokens_OpenIddictApplications_ApplicationId",
                        column: x => x.ApplicationId,
                        principalTable: "OpenIddictApplications",
                        principalColumn: "Id");
                    table.ForeignKey(
                        name: "FK_OpenIddictTokens_OpenIddictAuthorizations_AuthorizationId",
                        column: x => x.AuthorizationId,
                        principalTable: "OpenIddictAuthorizations",
                        principalColumn: "Id");
                });

            migrationBuilder.CreateTable(
                name: "applications_document",
                columns: table => new
                {
                    RegionId = table.Column<int>(type: "INTEGER", nullable: false),
                    Id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    AgencyId = table.Column<int>(type: "INTEGER", nullable: false),
                    ServiceId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    ApplicationId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Year = table.Column<int>(type: "INTEGER", nullable: false),
                    Sequence = table.Column<int>(type: "INTEGER", nullable: false),
                    Code = table.Column<string>(type: "TEXT", maxLength: 12, nullable: false),
                    IsSample = table.Column<bool>(type: "INTEGER", nullable: false),
                    State = table.Column<int>(type: "INTEGER", nullable: false),
                    ContentSealed = table.Column<byte[]>(type: "BLOB", nullable: false),
                    ContentHash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    IssuedOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    ValidUntil = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Way = table.Column<int>(type: "INTEGER", nullable: true),
                    StoredName = table.Column<string>(type: "TEXT", maxLength: 32, nullable: true),
                    FileHash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    Level = table.Column<string>(type: "TEXT", maxLength: 10, nullable: true),
                    Certificate = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    SignedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    EndedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    EndReason = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    Revision = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_applications_document", x => new { x.RegionId, x.Id });
                    table.ForeignKey(
                        name: "FK_applications_document_applications_application_RegionId_ApplicationId",
                        columns: x => new { x.RegionId, x.ApplicationId },
                        principalTable: "applications_application",
                        principalColumns: new[] { "RegionId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "applications_file",
                columns: table => new
                {
                    RegionId = table.Column<int>(type: "INTEGER", nullable: false),
                    Id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    AgencyId = table.Column<int>(type: "INTEGER", nullable: false),
                    ApplicationId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    RequirementId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    StoredName = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    Kind = table.Column<int>(type: "INTEGER", nullable: false),
                    Bytes = table.Column<int>(type: "INTEGER", nullable: false),
                    Hash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    ByStaff = table.Column<bool>(type: "INTEGER", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_applications_file", x => new { x.RegionId, x.Id });
                    table.ForeignKey(
                        name: "FK_applications_file_applications_application_RegionId_ApplicationId",
                        columns: x => new { x.RegionId, x.ApplicationId },
                        principalTable: "applications_application",
                        principalColumns: new[] { "RegionId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "feedback_score",
                columns: table => new
                {
                    RegionId = table.Column<int>(type: "INTEGER", nullable: false),
                    AnswerId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Element = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    Score = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_feedback_score", x => new { x.RegionId, x.AnswerId, x.Element });
                    table.ForeignKey(
                        name: "FK_feedback_score_feedback_answer_RegionId_AnswerId",
                        columns: x => new { x.RegionId, x.AnswerId },
                        principalTable: "feedback_answer",
                        principalColumns: new[] { "RegionId", "Id" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_applications_application_RegionId_AgencyId_State",
                table: "applications_application",
                columns: new[] { "RegionId", "AgencyId", "State" });

            migrationBuilder.CreateIndex(
                name: "IX_applications_application_RegionId_NikFingerprint",
                table: "applications_application",
                columns: new[] { "RegionId", "NikFingerprint" });

            migrationBuilder.CreateIndex(
                name: "IX_applications_application_RegionId_Number",
                table: "applications_application",
                columns: new[] { "RegionId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_applications_application_RegionId_ServiceId",
                table: "applications_application",
                columns: new[] { "RegionId", "ServiceId" });

            migrationBuilder.CreateIndex(
                name: "IX_applications_document_RegionId_ApplicationId",
                table: "applications_document",
                columns: new[] { "RegionId", "ApplicationId" });

            migrationBuilder.CreateIndex(
                name: "IX_applications_document_RegionId_Code",
                table: "applications_document",
                columns: new[] { "RegionId", "Code" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_applications_document_RegionId_FileHash",
                table: "applications_document",
                columns: new[] { "RegionId", "FileHash" });

            migrationBuilder.CreateIndex(
                name: "IX_applications_document_RegionId_ServiceId_Year_Sequence",
                table: "applications_document",
                columns: new[] { "RegionId", "ServiceId", "Year", "Sequence" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_applications_file_RegionId_ApplicationId",
                table: "applications_file",
                columns: new[] { "RegionId", "ApplicationId" });

            migrationBuilder.CreateIndex(
                name: "IX_catalogue_agency_RegionId_Code",
                table: "catalogue_agency",
                columns: new[] { "RegionId", "Code" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_catalogue_agency_RegionId_Name",
                table: "catalogue_agency",
                columns: new[] { "RegionId", "Name" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_catalogue_requirement_RegionId_ServiceId",
                table: "catalogue_requirement",
                columns: new[] { "RegionId", "ServiceId" });

            migrationBuilder.CreateIndex(
                name: "IX_catalogue_service_RegionId_AgencyId",
                table: "catalogue_service",
                columns: new[] { "RegionId", "AgencyId" });

            migrationBuilder.CreateIndex(
                name: "IX_catalogue_service_RegionId_Code",
                table: "catalogue_service",
                columns: new[] { "RegionId", "Code" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_feedback_answer_RegionId_Month_AgencyId",
                table: "feedback_answer",
                columns: new[] { "RegionId", "Month", "AgencyId" });

            migrationBuilder.CreateIndex(
                name: "IX_feedback_answer_RegionId_ServiceId",
                table: "feedback_answer",
                columns: new[] { "RegionId", "ServiceId" });

            migrationBuilder.CreateIndex(
                name: "IX_feedback_ballot_RegionId_AgencyId",
                table: "feedback_ballot",
                columns: new[] { "RegionId", "AgencyId" });

            migrationBuilder.CreateIndex(
                name: "IX_hall_counter_RegionId_HallId_Code",
                table: "hall_counter",
                columns: new[] { "RegionId", "HallId", "Code" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_hall_device_CodeHash",
                table: "hall_device",
                column: "CodeHash");

            migrationBuilder.CreateIndex(
                name: "IX_hall_device_TokenHash",
                table: "hall_device",
                column: "TokenHash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_hall_hall_Id",
                table: "hall_hall",
                column: "Id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_hall_hall_Slug",
                table: "hall_hall",
                column: "Slug",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_hall_line_RegionId_HallId_Code",
                table: "hall_line",
                columns: new[] { "RegionId", "HallId", "Code" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_hall_line_service_RegionId_HallId_LineId",
                table: "hall_line_service",
                columns: new[] { "RegionId", "HallId", "LineId" });

            migrationBuilder.CreateIndex(
                name: "IX_hall_ticket_RegionId_HallId_Day_Counter",
                table: "hall_ticket",
                columns: new[] { "RegionId", "HallId", "Day", "Counter" },
                unique: true,
                filter: "\"State\" IN (3, 4)");

            migrationBuilder.CreateIndex(
                name: "IX_hall_ticket_RegionId_HallId_Day_Series_Number",
                table: "hall_ticket",
                columns: new[] { "RegionId", "HallId", "Day", "Series", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_identity_account_NormalizedUserName",
                table: "identity_account",
                column: "NormalizedUserName",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_identity_held_role_AccountId",
                table: "identity_held_role",
                column: "AccountId");

            migrationBuilder.CreateIndex(
                name: "IX_kernel_area_RegionId_Code",
                table: "kernel_area",
                columns: new[] { "RegionId", "Code" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_kernel_journal_RegionId_Stream_StreamSeq",
                table: "kernel_journal",
                columns: new[] { "RegionId", "Stream", "StreamSeq" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_kernel_journal_RegionId_Subject",
                table: "kernel_journal",
                columns: new[] { "RegionId", "Subject" });

            migrationBuilder.CreateIndex(
                name: "IX_kernel_outbox_DoneAt_DueAt",
                table: "kernel_outbox",
                columns: new[] { "DoneAt", "DueAt" });

            migrationBuilder.CreateIndex(
                name: "IX_kernel_stored_answer_At",
                table: "kernel_stored_answer",
                column: "At");

            migrationBuilder.CreateIndex(
                name: "IX_notifications_contact_code_RegionId_Address_SentAt",
                table: "notifications_contact_code",
                columns: new[] { "RegionId", "Address", "SentAt" });

            migrationBuilder.CreateIndex(
                name: "IX_notifications_contact_code_RegionId_Contact_SentAt",
                table: "notifications_contact_code",
                columns: new[] { "RegionId", "Contact", "SentAt" });

            migrationBuilder.CreateIndex(
                name: "IX_OpenIddictApplications_ClientId",
                table: "OpenIddictApplications",
                column: "ClientId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_OpenIddictAuthorizations_ApplicationId_Status_Subject_Type",
                table: "OpenIddictAuthorizations",
                columns: new[] { "ApplicationId", "Status", "Subject", "Type" });

            migrationBuilder.CreateIndex(
                name: "IX_OpenIddictScopes_Name",
                table: "OpenIddictScopes",
                column: "Name",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_OpenIddictTokens_ApplicationId_Status_Subject_Type",
                table: "OpenIddictTokens",
                columns: new[] { "ApplicationId", "Status", "Subject", "Type" });

            migrationBuilder.CreateIndex(
                name: "IX_OpenIddictTokens_AuthorizationId",
                table: "OpenIddictTokens",
                column: "AuthorizationId");

            migrationBuilder.CreateIndex(
                name: "IX_OpenIddictTokens_ReferenceId",
                table: "OpenIddictTokens",
                column: "ReferenceId",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "applications_document");

            migrationBuilder.DropTable(
                name: "applications_file");

            migrationBuilder.DropTable(
                name: "applications_letterhead");

            migrationBuilder.DropTable(
                name: "applications_number_register");

            migrationBuilder.DropTable(
                name: "applications_official");

            migrationBuilder.DropTable(
                name: "catalogue_requirement");

            migrationBuilder.DropTable(
                name: "catalogue_revision");

            migrationBuilder.DropTable(
                name: "catalogue_standard_text");

            migrationBuilder.DropTable(
                name: "feedback_ballot");

            migrationBuilder.DropTable(
                name: "feedback_element_total");

            migrationBuilder.DropTable(
                name: "feedback_score");

            migrationBuilder.DropTable(
                name: "feedback_survey_mark");

            migrationBuilder.DropTable(
                name: "hall_break");

            migrationBuilder.DropTable(
                name: "hall_counter_line");

            migrationBuilder.DropTable(
                name: "hall_day");

            migrationBuilder.DropTable(
                name: "hall_device");

            migrationBuilder.DropTable(
                name: "hall_hall");

            migrationBuilder.DropTable(
                name: "hall_hours");

            migrationBuilder.DropTable(
                name: "hall_line_service");

            migrationBuilder.DropTable(
                name: "hall_rules");

            migrationBuilder.DropTable(
                name: "hall_service_status");

            migrationBuilder.DropTable(
                name: "hall_ticket");

            migrationBuilder.DropTable(
                name: "hall_zone");

            migrationBuilder.DropTable(
                name: "identity_claim");

            migrationBuilder.DropTable(
                name: "identity_held_role");

            migrationBuilder.DropTable(
                name: "identity_login");

            migrationBuilder.DropTable(
                name: "identity_token");

            migrationBuilder.DropTable(
                name: "kernel_area");

            migrationBuilder.DropTable(
                name: "kernel_journal");

            migrationBuilder.DropTable(
                name: "kernel_journal_head");

            migrationBuilder.DropTable(
                name: "kernel_outbox");

            migrationBuilder.DropTable(
                name: "kernel_region");

            migrationBuilder.DropTable(
                name: "kernel_stored_answer");

            migrationBuilder.DropTable(
                name: "notifications_contact_code");

            migrationBuilder.DropTable(
                name: "OpenIddictScopes");

            migrationBuilder.DropTable(
                name: "OpenIddictTokens");

            migrationBuilder.DropTable(
                name: "applications_application");

            migrationBuilder.DropTable(
                name: "feedback_answer");

            migrationBuilder.DropTable(
                name: "hall_counter");

            migrationBuilder.DropTable(
                name: "hall_line");

            migrationBuilder.DropTable(
                name: "identity_account");

            migrationBuilder.DropTable(
                name: "OpenIddictAuthorizations");

            migrationBuilder.DropTable(
                name: "catalogue_service");

            migrationBuilder.DropTable(
                name: "OpenIddictApplications");

            migrationBuilder.DropTable(
                name: "catalogue_agency");
        }
    }
}
