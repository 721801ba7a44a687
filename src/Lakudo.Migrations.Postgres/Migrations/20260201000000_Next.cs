using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Lakudo.Migrations.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class Next : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<byte>(
                name: "Purpose",
                table: "notifications_contact_code",
                type: "smallint",
                nullable: false,
                defaultValue: (byte)0);

            migrationBuilder.AddColumn<int>(
                name: "Tried",
                table: "hall_device",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<byte[]>(
                name: "ContactFingerprint",
                table: "applications_application",
                type: "bytea",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "ErasedAt",
                table: "applications_application",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "children_batch",
                columns: table => new
                {
                    RegionId = table.Column<int>(type: "integer", nullable: false),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    PhoneId = table.Column<Guid>(type: "uuid", nullable: false),
                    PosyanduId = table.Column<Guid>(type: "uuid", nullable: false),
                    Seq = table.Column<long>(type: "bigint", nullable: false),
                    Entries = table.Column<int>(type: "integer", nullable: false),
                    Content = table.Column<byte[]>(type: "bytea", nullable: false),
                    Answer = table.Column<string>(type: "text", nullable: false),
                    ReceivedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    ClockSkewSeconds = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_children_batch", x => new { x.RegionId, x.Id });
                });

            migrationBuilder.CreateTable(
                name: "children_care_assignment",
                columns: table => new
                {
                    RegionId = table.Column<int>(type: "integer", nullable: false),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    WorkerId = table.Column<Guid>(type: "uuid", nullable: false),
                    PosyanduId = table.Column<Guid>(type: "uuid", nullable: true),
                    VillageId = table.Column<int>(type: "integer", nullable: true),
                    PuskesmasId = table.Column<int>(type: "integer", nullable: true),
                    From = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    Until = table.Column<DateTime>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_children_care_assignment", x => new { x.RegionId, x.Id });
                });

            migrationBuilder.CreateTable(
                name: "children_case_closing",
                columns: table => new
                {
                    RegionId = table.Column<int>(type: "integer", nullable: false),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    ChildId = table.Column<Guid>(type: "uuid", nullable: false),
                    WrittenFor = table.Column<Guid>(type: "uuid", nullable: false),
                    Grounds = table.Column<int>(type: "integer", nullable: false),
                    Outcome = table.Column<byte>(type: "smallint", nullable: false),
                    Note = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    On = table.Column<DateOnly>(type: "date", nullable: false),
                    By = table.Column<Guid>(type: "uuid", nullable: false),
                    At = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_children_case_closing", x => new { x.RegionId, x.Id });
                });

            migrationBuilder.CreateTable(
                name: "children_child",
                columns: table => new
                {
                    RegionId = table.Column<int>(type: "integer", nullable: false),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    PosyanduId = table.Column<Guid>(type: "uuid", nullable: false),
                    MotherId = table.Column<Guid>(type: "uuid", nullable: false),
                    Name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    NameNormalised = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Sex = table.Column<byte>(type: "smallint", nullable: true),
                    Birth = table.Column<DateOnly>(type: "date", nullable: false),
                    BirthEntered = table.Column<DateOnly>(type: "date", nullable: false),
                    NikSealed = table.Column<byte[]>(type: "bytea", nullable: true),
                    NikFingerprint = table.Column<byte[]>(type: "bytea", nullable: true),
                    BirthOrder = table.Column<int>(type: "integer", nullable: true),
                    BirthWeight = table.Column<int>(type: "integer", nullable: true),
                    BirthLength = table.Column<int>(type: "integer", nullable: true),
                    Address = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    RegisteredAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    ConsentAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    ConsentBy = table.Column<Guid>(type: "uuid", nullable: true),
                    WithdrawnAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    MergedInto = table.Column<Guid>(type: "uuid", nullable: true),
                    RemeasureReason = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    RemeasureOn = table.Column<DateOnly>(type: "date", nullable: true),
                    StuntingBy = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    StuntingOn = table.Column<DateOnly>(type: "date", nullable: true),
                    LeftOn = table.Column<DateOnly>(type: "date", nullable: true),
                    Change = table.Column<long>(type: "bigint", nullable: false),
                    ErasedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_children_child", x => new { x.RegionId, x.Id });
                });

            migrationBuilder.CreateTable(
                name: "children_companion_visit",
                columns: table => new
                {
                    RegionId = table.Column<int>(type: "integer", nullable: false),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    CompanionshipId = table.Column<Guid>(type: "uuid", nullable: false),
                    Day = table.Column<DateOnly>(type: "date", nullable: false),
                    Met = table.Column<bool>(type: "boolean", nullable: false),
                    Words = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    NeedsMidwife = table.Column<bool>(type: "boolean", nullable: false),
                    At = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_children_companion_visit", x => new { x.RegionId, x.Id });
                });

            migrationBuilder.CreateTable(
                name: "children_companionship",
                columns: table => new
                {
                    RegionId = table.Column<int>(type: "integer", nullable: false),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    OfficeId = table.Column<Guid>(type: "uuid", nullable: false),
                    AccountId = table.Column<Guid>(type: "uuid", nullable: false),
                    MotherId = table.Column<Guid>(type: "uuid", nullable: false),
                    ChildId = table.Column<Guid>(type: "uuid", nullable: false),
                    Purpose = table.Column<byte>(type: "smallint", nullable: false),
                    Words = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Consent = table.Column<byte>(type: "smallint", nullable: false),
                    ConsentOn = table.Column<DateOnly>(type: "date", nullable: false),
                    FirstDay = table.Column<DateOnly>(type: "date", nullable: false),
                    LastDay = table.Column<DateOnly>(type: "date", nullable: false),
                    By = table.Column<Guid>(type: "uuid", nullable: false),
                    At = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    EndedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    Ending = table.Column<byte>(type: "smallint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_children_companionship", x => new { x.RegionId, x.Id });
                });

            migrationBuilder.CreateTable(
                name: "children_correction",
                columns: table => new
                {
                    RegionId = table.Column<int>(type: "integer", nullable: false),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    ChildId = table.Column<Guid>(type: "uuid", nullable: false),
                    Field = table.Column<byte>(type: "smallint", nullable: false),
                    BeforeSealed = table.Column<byte[]>(type: "bytea", nullable: false),
                    By = table.Column<Guid>(type: "uuid", nullable: true),
                    At = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    Why = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_children_correction", x => new { x.RegionId, x.Id });
                });

            migrationBuilder.CreateTable(
                name: "children_departure",
                columns: table => new
                {
                    RegionId = table.Column<int>(type: "integer", nullable: false),
                    PosyanduId = table.Column<Guid>(type: "uuid", nullable: false),
                    Subject = table.Column<Guid>(type: "uuid", nullable: false),
                    Change = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_children_departure", x => new { x.RegionId, x.PosyanduId, x.Subject });
                });

            migrationBuilder.CreateTable(
                name: "children_diagnosis",
                columns: table => new
                {
                    RegionId = table.Column<int>(type: "integer", nullable: false),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    ChildId = table.Column<Guid>(type: "uuid", nullable: false),
                    WrittenFor = table.Column<Guid>(type: "uuid", nullable: false),
                    MeasurementId = table.Column<Guid>(type: "uuid", nullable: false),
                    FoundBy = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    FoundOn = table.Column<DateOnly>(type: "date", nullable: false),
                    RecordedBy = table.Column<Guid>(type: "uuid", nullable: false),
                    RecordedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    TakenBackAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    TakenBackBy = table.Column<Guid>(type: "uuid", nullable: true),
                    TakenBackReason = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_children_diagnosis", x => new { x.RegionId, x.Id });
                });

            migrationBuilder.CreateTable(
                name: "children_family_card",
                columns: table => new
                {
                    RegionId = table.Column<int>(type: "integer", nullable: false),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    ChildId = table.Column<Guid>(type: "uuid", nullable: false),
                    Token = table.Column<byte[]>(type: "bytea", nullable: false),
                    IssuedBy = table.Column<Guid>(type: "uuid", nullable: false),
                    IssuedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    RevokedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_children_family_card", x => new { x.RegionId, x.Id });
                });

            migrationBuilder.CreateTable(
                name: "children_family_door",
                columns: table => new
                {
                    RegionId = table.Column<int>(type: "integer", nullable: false),
                    Key = table.Column<byte[]>(type: "bytea", nullable: false),
                    IsAddress = table.Column<bool>(type: "boolean", nullable: false),
                    Wrong = table.Column<int>(type: "integer", nullable: false),
                    Since = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    LastAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    LockedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_children_family_door", x => new { x.RegionId, x.Key });
                });

            migrationBuilder.CreateTable(
                name: "children_family_session",
                columns: table => new
                {
                    RegionId = table.Column<int>(type: "integer", nullable: false),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    CardId = table.Column<Guid>(type: "uuid", nullable: false),
                    OpenedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    Until = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_children_family_session", x => new { x.RegionId, x.Id });
                });

            migrationBuilder.CreateTable(
                name: "children_hand_over",
                columns: table => new
                {
                    RegionId = table.Column<int>(type: "integer", nullable: false),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    PhoneId = table.Column<Guid>(type: "uuid", nullable: false),
                    WorkerId = table.Column<Guid>(type: "uuid", nullable: false),
                    PosyanduId = table.Column<Guid>(type: "uuid", nullable: false),
                    By = table.Column<Guid>(type: "uuid", nullable: true),
                    Way = table.Column<byte>(type: "smallint", nullable: false),
                    MadeAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    At = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    LastAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    Times = table.Column<int>(type: "integer", nullable: false),
                    Batches = table.Column<int>(type: "integer", nullable: false),
                    Measurements = table.Column<int>(type: "integer", nullable: false),
                    Doubled = table.Column<int>(type: "integer", nullable: false),
                    Others = table.Column<int>(type: "integer", nullable: false),
                    Conflicts = table.Column<int>(type: "integer", nullable: false),
                    Refused = table.Column<int>(type: "integer", nullable: false),
                    Unopened = table.Column<int>(type: "integer", nullable: false),
                    Receipt = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_children_hand_over", x => new { x.RegionId, x.Id });
                });

            migrationBuilder.CreateTable(
                name: "children_health_worker",
                columns: table => new
                {
                    RegionId = table.Column<int>(type: "integer", nullable: false),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Profession = table.Column<byte>(type: "smallint", nullable: false),
                    Name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    AccountId = table.Column<Guid>(type: "uuid", nullable: true),
                    ErasedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_children_health_worker", x => new { x.RegionId, x.Id });
                });

            migrationBuilder.CreateTable(
                name: "children_household",
                columns: table => new
                {
                    RegionId = table.Column<int>(type: "integer", nullable: false),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    VillageId = table.Column<int>(type: "integer", nullable: false),
                    Rt = table.Column<int>(type: "integer", nullable: true),
                    Rw = table.Column<int>(type: "integer", nullable: true),
                    NumberSealed = table.Column<byte[]>(type: "bytea", nullable: true),
                    NumberFingerprint = table.Column<byte[]>(type: "bytea", nullable: true),
                    OpenedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_children_household", x => new { x.RegionId, x.Id });
                });

            migrationBuilder.CreateTable(
                name: "children_household_correction",
                columns: table => new
                {
                    RegionId = table.Column<int>(type: "integer", nullable: false),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    HouseholdId = table.Column<Guid>(type: "uuid", nullable: false),
                    BeforeSealed = table.Column<byte[]>(type: "bytea", nullable: false),
                    By = table.Column<Guid>(type: "uuid", nullable: true),
                    At = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    Why = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_children_household_correction", x => new { x.RegionId, x.Id });
                });

            migrationBuilder.CreateTable(
                name: "children_household_stay",
                columns: table => new
                {
                    RegionId = table.Column<int>(type: "integer", nullable: false),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    HouseholdId = table.Column<Guid>(type: "uuid", nullable: false),
                    Kind = table.Column<byte>(type: "smallint", nullable: false),
                    Subject = table.Column<Guid>(type: "uuid", nullable: false),
                    By = table.Column<Guid>(type: "uuid", nullable: true),
                    Since = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    Until = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    Reason = table.Column<byte>(type: "smallint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_children_household_stay", x => new { x.RegionId, x.Id });
                });

            migrationBuilder.CreateTable(
                name: "children_import_profile",
                columns: table => new
                {
                    RegionId = table.Column<int>(type: "integer", nullable: false),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Headers = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_children_import_profile", x => new { x.RegionId, x.Id });
                });

            migrationBuilder.CreateTable(
                name: "children_import_trial",
                columns: table => new
                {
                    RegionId = table.Column<int>(type: "integer", nullable: false),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Account = table.Column<Guid>(type: "uuid", nullable: false),
                    FileName = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    PosyanduId = table.Column<Guid>(type: "uuid", nullable: true),
                    Lines = table.Column<int>(type: "integer", nullable: false),
                    At = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    Sealed = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_children_import_trial", x => new { x.RegionId, x.Id });
                });

            migrationBuilder.CreateTable(
                name: "children_kept_sealed",
                columns: table => new
                {
                    RegionId = table.Column<int>(type: "integer", nullable: false),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    PhoneId = table.Column<Guid>(type: "uuid", nullable: false),
                    PosyanduId = table.Column<Guid>(type: "uuid", nullable: false),
                    Box = table.Column<byte[]>(type: "bytea", nullable: false),
                    ReceivedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    ReleasedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    RefusedWith = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_children_kept_sealed", x => new { x.RegionId, x.Id });
                });

            migrationBuilder.CreateTable(
                name: "children_leaving",
                columns: table => new
                {
                    RegionId = table.Column<int>(type: "integer", nullable: false),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    ChildId = table.Column<Guid>(type: "uuid", nullable: false),
                    WrittenFor = table.Column<Guid>(type: "uuid", nullable: false),
                    Kind = table.Column<byte>(type: "smallint", nullable: false),
                    On = table.Column<DateOnly>(type: "date", nullable: false),
                    Reason = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    By = table.Column<Guid>(type: "uuid", nullable: false),
                    At = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    TakenBackAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    TakenBackBy = table.Column<Guid>(type: "uuid", nullable: true),
                    TakenBackReason = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_children_leaving", x => new { x.RegionId, x.Id });
                });

            migrationBuilder.CreateTable(
                name: "children_measurement",
                columns: table => new
                {
                    RegionId = table.Column<int>(type: "integer", nullable: false),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    ChildId = table.Column<Guid>(type: "uuid", nullable: false),
                    WrittenFor = table.Column<Guid>(type: "uuid", nullable: false),
                    PosyanduId = table.Column<Guid>(type: "uuid", nullable: false),
                    WorkerId = table.Column<Guid>(type: "uuid", nullable: false),
                    PhoneId = table.Column<Guid>(type: "uuid", nullable: true),
                    BatchId = table.Column<Guid>(type: "uuid", nullable: true),
                    Origin = table.Column<byte>(type: "smallint", nullable: false),
                    Day = table.Column<DateOnly>(type: "date", nullable: false),
                    At = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    ReceivedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    ClockSkewSeconds = table.Column<int>(type: "integer", nullable: false),
                    Weight = table.Column<int>(type: "integer", nullable: true),
                    Height = table.Column<int>(type: "integer", nullable: true),
                    Position = table.Column<byte>(type: "smallint", nullable: true),
                    Head = table.Column<int>(type: "integer", nullable: true),
                    Arm = table.Column<int>(type: "integer", nullable: true),
                    HasOedema = table.Column<bool>(type: "boolean", nullable: false),
                    Replaces = table.Column<Guid>(type: "uuid", nullable: true),
                    Validation = table.Column<byte>(type: "smallint", nullable: false),
                    ValidatedBy = table.Column<Guid>(type: "uuid", nullable: true),
                    ValidatedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    ValidationReason = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    State = table.Column<byte>(type: "smallint", nullable: false),
                    Doubts = table.Column<int>(type: "integer", nullable: false),
                    Confirmed = table.Column<int>(type: "integer", nullable: false),
                    ShownOtherwise = table.Column<bool>(type: "boolean", nullable: false),
                    Mark = table.Column<byte>(type: "smallint", nullable: true),
                    IsBelowRed = table.Column<bool>(type: "boolean", nullable: false),
                    WeightForAge = table.Column<int>(type: "integer", nullable: true),
                    LengthForAge = table.Column<int>(type: "integer", nullable: true),
                    WeightForLength = table.Column<int>(type: "integer", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_children_measurement", x => new { x.RegionId, x.Id });
                });

            migrationBuilder.CreateTable(
                name: "children_mother",
                columns: table => new
                {
                    RegionId = table.Column<int>(type: "integer", nullable: false),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    NameNormalised = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    NikSealed = table.Column<byte[]>(type: "bytea", nullable: true),
                    NikFingerprint = table.Column<byte[]>(type: "bytea", nullable: true),
                    Birth = table.Column<DateOnly>(type: "date", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_children_mother", x => new { x.RegionId, x.Id });
                });

            migrationBuilder.CreateTable(
                name: "children_phone",
                columns: table => new
                {
                    RegionId = table.Column<int>(type: "integer", nullable: false),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    WorkerId = table.Column<Guid>(type: "uuid", nullable: false),
                    PosyanduId = table.Column<Guid>(type: "uuid", nullable: false),
                    CodeHash = table.Column<byte[]>(type: "bytea", nullable: true),
                    CodeUntil = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    PublicKey = table.Column<byte[]>(type: "bytea", nullable: true),
                    HandInKey = table.Column<byte[]>(type: "bytea", nullable: true),
                    FormerKey = table.Column<byte[]>(type: "bytea", nullable: true),
                    SecretHash = table.Column<byte[]>(type: "bytea", nullable: true),
                    ShareSealed = table.Column<byte[]>(type: "bytea", nullable: true),
                    WrongTries = table.Column<int>(type: "integer", nullable: false),
                    LastNumber = table.Column<long>(type: "bigint", nullable: false),
                    LastHandInNumber = table.Column<long>(type: "bigint", nullable: false),
                    ReadEndedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    Model = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    RegisteredAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    LastSeenAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    ClockSkewSeconds = table.Column<int>(type: "integer", nullable: false),
                    LastSeq = table.Column<long>(type: "bigint", nullable: false),
                    WipeOrderedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    WipeToldAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_children_phone", x => new { x.RegionId, x.Id });
                });

            migrationBuilder.CreateTable(
                name: "children_posyandu",
                columns: table => new
                {
                    RegionId = table.Column<int>(type: "integer", nullable: false),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    VillageId = table.Column<int>(type: "integer", nullable: false),
                    PuskesmasId = table.Column<int>(type: "integer", nullable: false),
                    DayOfMonth = table.Column<int>(type: "integer", nullable: false),
                    ClosedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    HasNoSignal = table.Column<bool>(type: "boolean", nullable: false),
                    Change = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_children_posyandu", x => new { x.RegionId, x.Id });
                });

            migrationBuilder.CreateTable(
                name: "children_pregnancy",
                columns: table => new
                {
                    RegionId = table.Column<int>(type: "integer", nullable: false),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    PosyanduId = table.Column<Guid>(type: "uuid", nullable: false),
                    MotherId = table.Column<Guid>(type: "uuid", nullable: false),
                    LastPeriod = table.Column<DateOnly>(type: "date", nullable: true),
                    DueDate = table.Column<DateOnly>(type: "date", nullable: true),
                    Address = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    EndedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    RegisteredAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    ConsentAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    Change = table.Column<long>(type: "bigint", nullable: false),
                    ErasedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_children_pregnancy", x => new { x.RegionId, x.Id });
                });

            migrationBuilder.CreateTable(
                name: "children_pregnancy_child",
                columns: table => new
                {
                    RegionId = table.Column<int>(type: "integer", nullable: false),
                    PregnancyId = table.Column<Guid>(type: "uuid", nullable: false),
                    ChildId = table.Column<Guid>(type: "uuid", nullable: false),
                    By = table.Column<Guid>(type: "uuid", nullable: false),
                    At = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_children_pregnancy_child", x => new { x.RegionId, x.PregnancyId, x.ChildId });
                });

            migrationBuilder.CreateTable(
                name: "children_pregnancy_ending",
                columns: table => new
                {
                    RegionId = table.Column<int>(type: "integer", nullable: false),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    PregnancyId = table.Column<Guid>(type: "uuid", nullable: false),
                    Kind = table.Column<byte>(type: "smallint", nullable: false),
                    On = table.Column<DateOnly>(type: "date", nullable: false),
                    Note = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    By = table.Column<Guid>(type: "uuid", nullable: false),
                    At = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    TakenBackAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    TakenBackBy = table.Column<Guid>(type: "uuid", nullable: true),
                    TakenBackReason = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_children_pregnancy_ending", x => new { x.RegionId, x.Id });
                });

            migrationBuilder.CreateTable(
                name: "children_pregnancy_visit",
                columns: table => new
                {
                    RegionId = table.Column<int>(type: "integer", nullable: false),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    PregnancyId = table.Column<Guid>(type: "uuid", nullable: false),
                    Day = table.Column<DateOnly>(type: "date", nullable: false),
                    At = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    BatchId = table.Column<Guid>(type: "uuid", nullable: true),
                    Weight = table.Column<int>(type: "integer", nullable: true),
                    Arm = table.Column<int>(type: "integer", nullable: true),
                    Haemoglobin = table.Column<int>(type: "integer", nullable: true),
                    IronTablets = table.Column<int>(type: "integer", nullable: true),
                    AntenatalVisits = table.Column<int>(type: "integer", nullable: true),
                    DoctorVisits = table.Column<int>(type: "integer", nullable: true),
                    Replaces = table.Column<Guid>(type: "uuid", nullable: true),
                    StruckAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    StruckBy = table.Column<Guid>(type: "uuid", nullable: true),
                    StruckReason = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_children_pregnancy_visit", x => new { x.RegionId, x.Id });
                });

            migrationBuilder.CreateTable(
                name: "children_puskesmas",
                columns: table => new
                {
                    RegionId = table.Column<int>(type: "integer", nullable: false),
                    Id = table.Column<int>(type: "integer", nullable: false),
                    Name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    ClosedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_children_puskesmas", x => new { x.RegionId, x.Id });
                });

            migrationBuilder.CreateTable(
                name: "children_referral",
                columns: table => new
                {
                    RegionId = table.Column<int>(type: "integer", nullable: false),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    ChildId = table.Column<Guid>(type: "uuid", nullable: false),
                    WrittenFor = table.Column<Guid>(type: "uuid", nullable: false),
                    PosyanduId = table.Column<Guid>(type: "uuid", nullable: false),
                    Grounds = table.Column<int>(type: "integer", nullable: false),
                    To = table.Column<byte>(type: "smallint", nullable: false),
                    ToName = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Reason = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    On = table.Column<DateOnly>(type: "date", nullable: false),
                    AnswerBy = table.Column<DateOnly>(type: "date", nullable: false),
                    By = table.Column<Guid>(type: "uuid", nullable: false),
                    At = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    EndedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_children_referral", x => new { x.RegionId, x.Id });
                });

            migrationBuilder.CreateTable(
                name: "children_referral_answer",
                columns: table => new
                {
                    RegionId = table.Column<int>(type: "integer", nullable: false),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    ReferralId = table.Column<Guid>(type: "uuid", nullable: false),
                    ChildId = table.Column<Guid>(type: "uuid", nullable: false),
                    WrittenFor = table.Column<Guid>(type: "uuid", nullable: false),
                    Arrived = table.Column<bool>(type: "boolean", nullable: false),
                    On = table.Column<DateOnly>(type: "date", nullable: false),
                    Finding = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    Given = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    ComeBackOn = table.Column<DateOnly>(type: "date", nullable: true),
                    By = table.Column<Guid>(type: "uuid", nullable: false),
                    At = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_children_referral_answer", x => new { x.RegionId, x.Id });
                });

            migrationBuilder.CreateTable(
                name: "children_reminder",
                columns: table => new
                {
                    RegionId = table.Column<int>(type: "integer", nullable: false),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    MotherId = table.Column<Guid>(type: "uuid", nullable: false),
                    Month = table.Column<DateOnly>(type: "date", nullable: false),
                    PosyanduId = table.Column<Guid>(type: "uuid", nullable: false),
                    Day = table.Column<DateOnly>(type: "date", nullable: false),
                    Kind = table.Column<byte>(type: "smallint", nullable: false),
                    State = table.Column<byte>(type: "smallint", nullable: false),
                    Why = table.Column<byte>(type: "smallint", nullable: false),
                    WrittenAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    DueAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    ExpiresAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    Attempts = table.Column<int>(type: "integer", nullable: false),
                    HandedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    LeasedUntil = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    At = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_children_reminder", x => new { x.RegionId, x.Id });
                });

            migrationBuilder.CreateTable(
                name: "children_reminder_contact",
                columns: table => new
                {
                    RegionId = table.Column<int>(type: "integer", nullable: false),
                    MotherId = table.Column<Guid>(type: "uuid", nullable: false),
                    Kind = table.Column<int>(type: "integer", nullable: false),
                    Sealed = table.Column<byte[]>(type: "bytea", nullable: true),
                    Fingerprint = table.Column<byte[]>(type: "bytea", nullable: true),
                    ConsentAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    ConsentBy = table.Column<Guid>(type: "uuid", nullable: true),
                    EndedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    EndedBy = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_children_reminder_contact", x => new { x.RegionId, x.MotherId });
                });

            migrationBuilder.CreateTable(
                name: "children_sealing_key",
                columns: table => new
                {
                    RegionId = table.Column<int>(type: "integer", nullable: false),
                    Id = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    PublicKey = table.Column<byte[]>(type: "bytea", nullable: false),
                    PrivateSealed = table.Column<byte[]>(type: "bytea", nullable: false),
                    From = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_children_sealing_key", x => new { x.RegionId, x.Id });
                });

            migrationBuilder.CreateTable(
                name: "children_service",
                columns: table => new
                {
                    RegionId = table.Column<int>(type: "integer", nullable: false),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    ChildId = table.Column<Guid>(type: "uuid", nullable: false),
                    WrittenFor = table.Column<Guid>(type: "uuid", nullable: false),
                    Day = table.Column<DateOnly>(type: "date", nullable: false),
                    At = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    BatchId = table.Column<Guid>(type: "uuid", nullable: true),
                    Kind = table.Column<byte>(type: "smallint", nullable: false),
                    Yes = table.Column<bool>(type: "boolean", nullable: false),
                    Detail = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_children_service", x => new { x.RegionId, x.Id });
                });

            migrationBuilder.CreateTable(
                name: "children_today_setting",
                columns: table => new
                {
                    RegionId = table.Column<int>(type: "integer", nullable: false),
                    Days = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_children_today_setting", x => x.RegionId);
                });

            migrationBuilder.CreateTable(
                name: "children_told_apart",
                columns: table => new
                {
                    RegionId = table.Column<int>(type: "integer", nullable: false),
                    One = table.Column<Guid>(type: "uuid", nullable: false),
                    Other = table.Column<Guid>(type: "uuid", nullable: false),
                    By = table.Column<Guid>(type: "uuid", nullable: true),
                    At = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_children_told_apart", x => new { x.RegionId, x.One, x.Other });
                });

            migrationBuilder.CreateTable(
                name: "children_village_office",
                columns: table => new
                {
                    RegionId = table.Column<int>(type: "integer", nullable: false),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    AccountId = table.Column<Guid>(type: "uuid", nullable: false),
                    Name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Duty = table.Column<byte>(type: "smallint", nullable: false),
                    VillageId = table.Column<int>(type: "integer", nullable: false),
                    From = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    Until = table.Column<DateTime>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_children_village_office", x => new { x.RegionId, x.Id });
                });

            migrationBuilder.CreateTable(
                name: "privacy_breach",
                columns: table => new
                {
                    RegionId = table.Column<int>(type: "integer", nullable: false),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Source = table.Column<int>(type: "integer", nullable: false),
                    SourceId = table.Column<Guid>(type: "uuid", nullable: true),
                    SourceName = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    Activity = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    From = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    Until = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    KnownAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    HowSealed = table.Column<byte[]>(type: "bytea", nullable: false),
                    HandlingSealed = table.Column<byte[]>(type: "bytea", nullable: true),
                    SubjectsToldAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    AuthorityToldAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    PublicToldAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    ClosedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    CloseReason = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    Revision = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_privacy_breach", x => new { x.RegionId, x.Id });
                });

            migrationBuilder.CreateTable(
                name: "privacy_erasure",
                columns: table => new
                {
                    RegionId = table.Column<int>(type: "integer", nullable: false),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    KeyKind = table.Column<int>(type: "integer", nullable: false),
                    Fingerprint = table.Column<byte[]>(type: "bytea", nullable: true),
                    At = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    Rows = table.Column<int>(type: "integer", nullable: false),
                    Files = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_privacy_erasure", x => new { x.RegionId, x.Id });
                });

            migrationBuilder.CreateTable(
                name: "privacy_period",
                columns: table => new
                {
                    RegionId = table.Column<int>(type: "integer", nullable: false),
                    Rule = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Amount = table.Column<int>(type: "integer", nullable: false),
                    Unit = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_privacy_period", x => new { x.RegionId, x.Rule });
                });

            migrationBuilder.CreateTable(
                name: "privacy_plan",
                columns: table => new
                {
                    RegionId = table.Column<int>(type: "integer", nullable: false),
                    Hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    At = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    By = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_privacy_plan", x => x.RegionId);
                });

            migrationBuilder.CreateTable(
                name: "privacy_request",
                columns: table => new
                {
                    RegionId = table.Column<int>(type: "integer", nullable: false),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Kind = table.Column<int>(type: "integer", nullable: false),
                    Proof = table.Column<int>(type: "integer", nullable: false),
                    KeyKind = table.Column<int>(type: "integer", nullable: false),
                    Fingerprint = table.Column<byte[]>(type: "bytea", nullable: false),
                    KeySealed = table.Column<byte[]>(type: "bytea", nullable: true),
                    Masked = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    ReceivedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    TakenBy = table.Column<Guid>(type: "uuid", nullable: true),
                    ClosedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    Granted = table.Column<bool>(type: "boolean", nullable: false),
                    Outcome = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    Revision = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_privacy_request", x => new { x.RegionId, x.Id });
                });

            migrationBuilder.CreateTable(
                name: "privacy_run",
                columns: table => new
                {
                    RegionId = table.Column<int>(type: "integer", nullable: false),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Rule = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    At = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    Before = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    Rows = table.Column<int>(type: "integer", nullable: false),
                    Files = table.Column<int>(type: "integer", nullable: false),
                    By = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_privacy_run", x => new { x.RegionId, x.Id });
                });

            migrationBuilder.CreateIndex(
                name: "IX_children_batch_RegionId_PosyanduId_ReceivedAt",
                table: "children_batch",
                columns: new[] { "RegionId", "PosyanduId", "ReceivedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_children_care_assignment_RegionId_PosyanduId",
                table: "children_care_assignment",
                columns: new[] { "RegionId", "PosyanduId" });

            migrationBuilder.CreateIndex(
                name: "IX_children_care_assignment_RegionId_WorkerId",
                table: "children_care_assignment",
                columns: new[] { "RegionId", "WorkerId" });

            migrationBuilder.CreateIndex(
                name: "IX_children_case_closing_RegionId_ChildId",
                table: "children_case_closing",
                columns: new[] { "RegionId", "ChildId" });

            migrationBuilder.CreateIndex(
                name: "IX_children_child_RegionId_Birth",
                table: "children_child",
                columns: new[] { "RegionId", "Birth" });

            migrationBuilder.CreateIndex(
                name: "IX_children_child_RegionId_MergedInto",
                table: "children_child",
                columns: new[] { "RegionId", "MergedInto" },
                filter: "\"MergedInto\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_children_child_RegionId_MotherId",
                table: "children_child",
                columns: new[] { "RegionId", "MotherId" });

            migrationBuilder.CreateIndex(
                name: "IX_children_child_RegionId_PosyanduId_Change",
                table: "children_child",
                columns: new[] { "RegionId", "PosyanduId", "Change" });

            migrationBuilder.CreateIndex(
                name: "IX_children_companion_visit_RegionId_CompanionshipId",
                table: "children_companion_visit",
                columns: new[] { "RegionId", "CompanionshipId" });

            migrationBuilder.CreateIndex(
                name: "IX_children_companionship_RegionId_AccountId",
                table: "children_companionship",
                columns: new[] { "RegionId", "AccountId" });

            migrationBuilder.CreateIndex(
                name: "IX_children_companionship_RegionId_MotherId",
                table: "children_companionship",
                columns: new[] { "RegionId", "MotherId" });

            migrationBuilder.CreateIndex(
                name: "IX_children_companionship_RegionId_MotherId_OfficeId",
                table: "children_companionship",
                columns: new[] { "RegionId", "MotherId", "OfficeId" },
                unique: true,
                filter: "\"EndedAt\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_children_correction_RegionId_ChildId",
                table: "children_correction",
                columns: new[] { "RegionId", "ChildId" });

            migrationBuilder.CreateIndex(
                name: "IX_children_diagnosis_RegionId_ChildId",
                table: "children_diagnosis",
                columns: new[] { "RegionId", "ChildId" });

            migrationBuilder.CreateIndex(
                name: "IX_children_family_card_RegionId_ChildId",
                table: "children_family_card",
                columns: new[] { "RegionId", "ChildId" });

            migrationBuilder.CreateIndex(
                name: "IX_children_family_card_RegionId_Token",
                table: "children_family_card",
                columns: new[] { "RegionId", "Token" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_children_family_door_RegionId_LastAt",
                table: "children_family_door",
                columns: new[] { "RegionId", "LastAt" });

            migrationBuilder.CreateIndex(
                name: "IX_children_family_session_RegionId_CardId",
                table: "children_family_session",
                columns: new[] { "RegionId", "CardId" });

            migrationBuilder.CreateIndex(
                name: "IX_children_family_session_RegionId_OpenedAt",
                table: "children_family_session",
                columns: new[] { "RegionId", "OpenedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_children_hand_over_RegionId_PosyanduId_LastAt",
                table: "children_hand_over",
                columns: new[] { "RegionId", "PosyanduId", "LastAt" });

            migrationBuilder.CreateIndex(
                name: "IX_children_health_worker_RegionId_AccountId",
                table: "children_health_worker",
                columns: new[] { "RegionId", "AccountId" },
                filter: "\"AccountId\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_children_household_RegionId_NumberFingerprint",
                table: "children_household",
                columns: new[] { "RegionId", "NumberFingerprint" },
                unique: true,
                filter: "\"NumberFingerprint\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_children_household_correction_RegionId_HouseholdId",
                table: "children_household_correction",
                columns: new[] { "RegionId", "HouseholdId" });

            migrationBuilder.CreateIndex(
                name: "IX_children_household_stay_RegionId_HouseholdId",
                table: "children_household_stay",
                columns: new[] { "RegionId", "HouseholdId" });

            migrationBuilder.CreateIndex(
                name: "IX_children_household_stay_RegionId_Kind_Subject",
                table: "children_household_stay",
                columns: new[] { "RegionId", "Kind", "Subject" },
                unique: true,
                filter: "\"Until\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_children_household_stay_RegionId_Subject_Kind_Since",
                table: "children_household_stay",
                columns: new[] { "RegionId", "Subject", "Kind", "Since" });

            migrationBuilder.CreateIndex(
                name: "IX_children_import_profile_RegionId_Name",
                table: "children_import_profile",
                columns: new[] { "RegionId", "Name" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_children_kept_sealed_RegionId_PhoneId",
                table: "children_kept_sealed",
                columns: new[] { "RegionId", "PhoneId" });

            migrationBuilder.CreateIndex(
                name: "IX_children_leaving_RegionId_ChildId",
                table: "children_leaving",
                columns: new[] { "RegionId", "ChildId" });

            migrationBuilder.CreateIndex(
                name: "IX_children_measurement_RegionId_ChildId_Day",
                table: "children_measurement",
                columns: new[] { "RegionId", "ChildId", "Day" });

            migrationBuilder.CreateIndex(
                name: "IX_children_measurement_RegionId_PosyanduId",
                table: "children_measurement",
                columns: new[] { "RegionId", "PosyanduId" },
                filter: "\"State\" = 1");

            migrationBuilder.CreateIndex(
                name: "IX_children_measurement_RegionId_PosyanduId_Day",
                table: "children_measurement",
                columns: new[] { "RegionId", "PosyanduId", "Day" });

            migrationBuilder.CreateIndex(
                name: "IX_children_measurement_RegionId_Replaces",
                table: "children_measurement",
                columns: new[] { "RegionId", "Replaces" },
                filter: "\"Replaces\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_children_mother_RegionId_NikFingerprint",
                table: "children_mother",
                columns: new[] { "RegionId", "NikFingerprint" });

            migrationBuilder.CreateIndex(
                name: "IX_children_phone_CodeHash",
                table: "children_phone",
                column: "CodeHash");

            migrationBuilder.CreateIndex(
                name: "IX_children_phone_Id",
                table: "children_phone",
                column: "Id");

            migrationBuilder.CreateIndex(
                name: "IX_children_phone_RegionId_PosyanduId",
                table: "children_phone",
                columns: new[] { "RegionId", "PosyanduId" });

            migrationBuilder.CreateIndex(
                name: "IX_children_posyandu_RegionId_PuskesmasId",
                table: "children_posyandu",
                columns: new[] { "RegionId", "PuskesmasId" });

            migrationBuilder.CreateIndex(
                name: "IX_children_posyandu_RegionId_VillageId",
                table: "children_posyandu",
                columns: new[] { "RegionId", "VillageId" });

            migrationBuilder.CreateIndex(
                name: "IX_children_pregnancy_RegionId_PosyanduId_Change",
                table: "children_pregnancy",
                columns: new[] { "RegionId", "PosyanduId", "Change" });

            migrationBuilder.CreateIndex(
                name: "IX_children_pregnancy_ending_RegionId_PregnancyId",
                table: "children_pregnancy_ending",
                columns: new[] { "RegionId", "PregnancyId" },
                unique: true,
                filter: "\"TakenBackAt\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_children_pregnancy_visit_RegionId_PregnancyId",
                table: "children_pregnancy_visit",
                columns: new[] { "RegionId", "PregnancyId" });

            migrationBuilder.CreateIndex(
                name: "IX_children_referral_RegionId_ChildId",
                table: "children_referral",
                columns: new[] { "RegionId", "ChildId" });

            migrationBuilder.CreateIndex(
                name: "IX_children_referral_RegionId_PosyanduId",
                table: "children_referral",
                columns: new[] { "RegionId", "PosyanduId" },
                filter: "\"EndedAt\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_children_referral_answer_RegionId_ChildId",
                table: "children_referral_answer",
                columns: new[] { "RegionId", "ChildId" });

            migrationBuilder.CreateIndex(
                name: "IX_children_referral_answer_RegionId_ReferralId",
                table: "children_referral_answer",
                columns: new[] { "RegionId", "ReferralId" });

            migrationBuilder.CreateIndex(
                name: "IX_children_reminder_RegionId_DueAt",
                table: "children_reminder",
                columns: new[] { "RegionId", "DueAt" },
                filter: "\"DueAt\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_children_reminder_RegionId_MotherId_Month",
                table: "children_reminder",
                columns: new[] { "RegionId", "MotherId", "Month" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_children_reminder_RegionId_PosyanduId_Day",
                table: "children_reminder",
                columns: new[] { "RegionId", "PosyanduId", "Day" });

            migrationBuilder.CreateIndex(
                name: "IX_children_reminder_contact_RegionId_Fingerprint",
                table: "children_reminder_contact",
                columns: new[] { "RegionId", "Fingerprint" });

            migrationBuilder.CreateIndex(
                name: "IX_children_service_RegionId_ChildId",
                table: "children_service",
                columns: new[] { "RegionId", "ChildId" });

            migrationBuilder.CreateIndex(
                name: "IX_children_told_apart_RegionId_Other",
                table: "children_told_apart",
                columns: new[] { "RegionId", "Other" });

            migrationBuilder.CreateIndex(
                name: "IX_children_village_office_RegionId_AccountId",
                table: "children_village_office",
                columns: new[] { "RegionId", "AccountId" });

            migrationBuilder.CreateIndex(
                name: "IX_children_village_office_RegionId_VillageId",
                table: "children_village_office",
                columns: new[] { "RegionId", "VillageId" });

            migrationBuilder.CreateIndex(
                name: "IX_privacy_breach_RegionId_KnownAt",
                table: "privacy_breach",
                columns: new[] { "RegionId", "KnownAt" });

            migrationBuilder.CreateIndex(
                name: "IX_privacy_request_RegionId_ReceivedAt",
                table: "privacy_request",
                columns: new[] { "RegionId", "ReceivedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_privacy_run_RegionId_At",
                table: "privacy_run",
                columns: new[] { "RegionId", "At" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "children_batch");

            migrationBuilder.DropTable(
                name: "children_care_assignment");

            migrationBuilder.DropTable(
                name: "children_case_closing");

            migrationBuilder.DropTable(
                name: "children_child");

            migrationBuilder.DropTable(
                name: "children_companion_visit");

            migrationBuilder.DropTable(
                name: "children_companionship");

            migrationBuilder.DropTable(
                name: "children_correction");

            migrationBuilder.DropTable(
                name: "children_departure");

            migrationBuilder.DropTable(
                name: "children_diagnosis");

            migrationBuilder.DropTable(
                name: "children_family_card");

            migrationBuilder.DropTable(
                name: "children_family_door");

            migrationBuilder.DropTable(
                name: "children_family_session");

            migrationBuilder.DropTable(
                name: "children_hand_over");

            migrationBuilder.DropTable(
                name: "children_health_worker");

            migrationBuilder.DropTable(
                name: "children_household");

            migrationBuilder.DropTable(
                name: "children_household_correction");

            migrationBuilder.DropTable(
                name: "children_household_stay");

            migrationBuilder.DropTable(
                name: "children_import_profile");

            migrationBuilder.DropTable(
                name: "children_import_trial");

            migrationBuilder.DropTable(
                name: "children_kept_sealed");

            migrationBuilder.DropTable(
                name: "children_leaving");

            migrationBuilder.DropTable(
                name: "children_measurement");

            migrationBuilder.DropTable(
                name: "children_mother");

            migrationBuilder.DropTable(
                name: "children_phone");

            migrationBuilder.DropTable(
                name: "children_posyandu");

            migrationBuilder.DropTable(
                name: "children_pregnancy");

            migrationBuilder.DropTable(
                name: "children_pregnancy_child");

            migrationBuilder.DropTable(
                name: "children_pregnancy_ending");

            migrationBuilder.DropTable(
                name: "children_pregnancy_visit");

            migrationBuilder.DropTable(
                name: "children_puskesmas");

            migrationBuilder.DropTable(
                name: "children_referral");

            migrationBuilder.DropTable(
                name: "children_referral_answer");

            migrationBuilder.DropTable(
                name: "children_reminder");

            migrationBuilder.DropTable(
                name: "children_reminder_contact");

            migrationBuilder.DropTable(
                name: "children_sealing_key");

            migrationBuilder.DropTable(
                name: "children_service");

            migrationBuilder.DropTable(
                name: "children_today_setting");

            migrationBuilder.DropTable(
                name: "children_told_apart");

            migrationBuilder.DropTable(
                name: "children_village_office");

            migrationBuilder.DropTable(
                name: "privacy_breach");

            migrationBuilder.DropTable(
                name: "privacy_erasure");

            migrationBuilder.DropTable(
                name: "privacy_period");

            migrationBuilder.DropTable(
                name: "privacy_plan");

            migrationBuilder.DropTable(
                name: "privacy_request");

            migrationBuilder.DropTable(
                name: "privacy_run");

            migrationBuilder.DropColumn(
                name: "Purpose",
                table: "notifications_contact_code");

            migrationBuilder.DropColumn(
                name: "Tried",
                table: "hall_device");

            migrationBuilder.DropColumn(
                name: "ContactFingerprint",
                table: "applications_application");

            migrationBuilder.DropColumn(
                name: "ErasedAt",
                table: "applications_application");
        }
    }
}
