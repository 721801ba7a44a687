using System.Collections.Frozen;

namespace Lakudo.Kernel;

/// <summary>Everything that can be done, each with the roles that may do it in <see cref="Permissions"/>.</summary>
public enum Act
{
    /// <summary>Read the journal and verify its chain.</summary>
    ReadJournal,

    /// <summary>Make regions, halls and agencies.</summary>
    ManageRegion,

    /// <summary>Set up zones, lines, counters, hours and devices of a hall.</summary>
    SetUpHall,

    /// <summary>Open and close the hall's day and change its plan.</summary>
    RunDay,

    /// <summary>Open and close a counter; call, recall, serve and transfer at it.</summary>
    RunCounter,

    /// <summary>Hand out a number in the hall.</summary>
    HandOutTicket,

    /// <summary>Take a number on the web by a confirmed telephone or mailbox.</summary>
    TakeWebTicket,

    /// <summary>Enter numbers of the emergency pad afterwards.</summary>
    EnterPaperTicket,

    /// <summary>See the floor: lines, waits, counters.</summary>
    SeeFloor,

    /// <summary>Say whether a service can be had today.</summary>
    SetServiceStatus,

    /// <summary>Bring a catalogue file in.</summary>
    ImportCatalogue,

    /// <summary>Say in the agency's name that what stands of its service is right.</summary>
    ConfirmService,

    /// <summary>Change what stands of a service.</summary>
    EditService,

    /// <summary>Make accounts, give and end roles, see who works here.</summary>
    ManageStaff,

    /// <summary>Give an account a new first password.</summary>
    ResetStaff,

    /// <summary>File an application, at the counter or online.</summary>
    FileApplication,

    /// <summary>Check a file against its requirements, return it, take it again, hand the result over.</summary>
    CheckApplication,

    /// <summary>Verify a complete file and prepare the decision.</summary>
    VerifyApplication,

    /// <summary>Decide, number, sign, void and revoke.</summary>
    DecideApplication,

    /// <summary>Read the files of one's agency.</summary>
    ReadApplications,

    /// <summary>Hand in a file for a requirement, or the corrected file again: with the receipt's secret, or as staff.</summary>
    AttachFile,

    /// <summary>Open a handed-in file or see a full NIK; every time is journaled.</summary>
    ReadApplicant,

    /// <summary>Say what is printed in an agency's letterhead and under an official's signature.</summary>
    SetSigningOfficial,

    /// <summary>Count due moments anew after the calendar changed.</summary>
    RecountDueMoments,

    /// <summary>Send word to an applicant.</summary>
    TellApplicant,

    /// <summary>Answer the satisfaction survey of one's own finished application.</summary>
    AnswerSurvey,

    /// <summary>Read the survey's results with what waits and who answered.</summary>
    ReadSurveyResults,

    /// <summary>See how the installation does: disk, database, keys, devices, what waits.</summary>
    SeeInstallation,

    /// <summary>Check what was restored and step its number registers on; at the server only.</summary>
    RestoreInstallation,

    /// <summary>Bring puskesmas, posyandu and health workers in and say who cares for whom.</summary>
    SetUpHealthNetwork,

    /// <summary>Give a cadre's phone its code, order it to forget, release what it sealed.</summary>
    ManagePhones,

    /// <summary>Send what was measured at one's own posyandu, by a registered phone.</summary>
    SendFieldBatch,

    /// <summary>Load the register of one's own posyandu on a registered phone.</summary>
    ReadPosyanduData,

    /// <summary>Read the records of the children in one's care; every time is journaled first.</summary>
    ReadChildren,

    /// <summary>Take the records of the children in one's care out as a file; every time is journaled first.</summary>
    ExportChildren,

    /// <summary>See who read or changed what is held of a child or a posyandu in one's care.</summary>
    ReadAccessLog,

    /// <summary>Try and enter files of another register.</summary>
    ImportRegister,

    /// <summary>See the posyandu in one's care with counts.</summary>
    SeePosyandu,

    /// <summary>See a month's numbers of children for villages and offices, small ones hidden.</summary>
    SeeCounts,

    /// <summary>Enter a posyandu's paper sheet.</summary>
    EnterSheet,

    /// <summary>Say which entries are one child, and move a child to another posyandu.</summary>
    ManageRegister,

    /// <summary>Decide whether a measurement counts, and ask to measure again.</summary>
    ValidateMeasurement,

    /// <summary>Make, print, unlock and take back the card by which a family opens its child's page.</summary>
    ManageFamilyCards,

    /// <summary>Open, read and close a child's page with QR code, birth date and PIN.</summary>
    OpenFamilyPage,

    /// <summary>Take and end a family's contact for reminders of the posyandu's day, see what was sent and what failed.</summary>
    ManageReminders,

    /// <summary>Write and send reminders; Lakudo itself only.</summary>
    SendReminders,

    /// <summary>Write down or take back a diagnosis of stunting that a named health worker made.</summary>
    DiagnoseStunting,

    /// <summary>Follow the children who need more than the posyandu can give: refer, write the answer down, close.</summary>
    FollowCases,

    /// <summary>Read the record of processing and the retention plan: what is held, why, how long.</summary>
    ReadPrivacyPlan,

    /// <summary>Set and confirm how long personal data is kept.</summary>
    PlanRetention,

    /// <summary>Erase or anonymise what the confirmed plan says is due.</summary>
    ApplyRetention,

    /// <summary>Take and answer the requests of data subjects: look up, tell, correct, erase.</summary>
    AnswerDataRequest,

    /// <summary>Erase again what a restored backup brought back; at the server only.</summary>
    RepeatErasures,

    /// <summary>Keep the sheet of a breach: who was affected, since when, what was done.</summary>
    HandleBreach,

    /// <summary>Correct who a child is: name, sex, birth, mother's name, address.</summary>
    CorrectChild,

    /// <summary>See, withdraw and take again the consent that a child's data is kept.</summary>
    RecordConsent,

    /// <summary>Find and read a household of which one cares for a member; every time is journaled.</summary>
    ReadHousehold,

    /// <summary>Open households, say who belongs to them and what their family card's number is.</summary>
    ManageHousehold,

    /// <summary>See the whole number of a household's family card; every time is journaled first.</summary>
    RevealHouseholdNumber,

    /// <summary>Entrust a family to a named companion, see and end what was entrusted, read what companions write.</summary>
    EntrustFamilies,

    /// <summary>See the pregnant women in one's care and their visits; every time is journaled first.</summary>
    ReadPregnancies,

    /// <summary>Say how a pregnancy in one's care ended and which child was born, or take it back.</summary>
    EndPregnancy,

    /// <summary>Put other values beside a visit of a pregnant woman that was written down wrong.</summary>
    CorrectPregnancyVisit,

    /// <summary>See the whole NIK of a pregnant woman in one's care, with a reason; every time is journaled first.</summary>
    RevealMotherNik,

    /// <summary>See the families entrusted to oneself and write visits down; every time is journaled first.</summary>
    AccompanyFamilies,
}

/// <summary>
/// The table of allowed acts, to be read from top to bottom. An act that is not listed is allowed to nobody. Hall and agency bounds are
/// checked beside it by <see cref="Caller.MayNot"/>.
/// </summary>
public static class Permissions
{
    private static readonly FrozenDictionary<Act, Role[]> Table = new Dictionary<Act, Role[]>
    {
        [Act.ReadJournal] = [Role.ItOfficer, Role.Inspector, Role.RegionAdmin],
        [Act.ManageRegion] = [Role.RegionAdmin, Role.System],
        [Act.SetUpHall] = [Role.HallManager, Role.RegionAdmin, Role.System],
        [Act.RunDay] = [Role.HallManager, Role.RegionAdmin, Role.System],
        [Act.RunCounter] = [Role.CounterOfficer, Role.HallManager, Role.HallClient],
        [Act.HandOutTicket] = [Role.Kiosk, Role.CounterOfficer, Role.HallManager, Role.HallClient],
        [Act.TakeWebTicket] = [Role.Public],
        [Act.EnterPaperTicket] = [Role.CounterOfficer, Role.HallManager],
        [Act.SeeFloor] = [Role.HallManager, Role.RegionAdmin, Role.CounterOfficer, Role.AgencyAdmin, Role.Inspector],
        [Act.SetServiceStatus] = [Role.CounterOfficer, Role.AgencyAdmin, Role.HallManager],
        [Act.ImportCatalogue] = [Role.RegionAdmin, Role.System],
        [Act.ConfirmService] = [Role.AgencyAdmin],
        [Act.EditService] = [Role.AgencyAdmin, Role.RegionAdmin],
        [Act.ManageStaff] = [Role.RegionAdmin, Role.AgencyAdmin, Role.System],
        [Act.ResetStaff] = [Role.RegionAdmin, Role.ItOfficer, Role.System],
        [Act.FileApplication] = [Role.Public, Role.CounterOfficer, Role.ApplicationsClient],
        [Act.CheckApplication] = [Role.CounterOfficer, Role.Verifier, Role.ApplicationsClient],
        [Act.VerifyApplication] = [Role.Verifier],
        [Act.DecideApplication] = [Role.Signer],
        [Act.ReadApplications] = [Role.CounterOfficer, Role.Verifier, Role.Signer, Role.AgencyAdmin, Role.ApplicationsClient, Role.Inspector],
        [Act.AttachFile] = [Role.Public, Role.CounterOfficer, Role.Verifier, Role.ApplicationsClient],
        [Act.ReadApplicant] = [Role.CounterOfficer, Role.Verifier, Role.Signer],
        [Act.SetSigningOfficial] = [Role.AgencyAdmin, Role.RegionAdmin, Role.System],
        [Act.RecountDueMoments] = [Role.System],
        [Act.TellApplicant] = [Role.System],
        [Act.AnswerSurvey] = [Role.Public],
        [Act.ReadSurveyResults] = [Role.AgencyAdmin, Role.HallManager, Role.RegionAdmin, Role.Inspector],
        [Act.SeeInstallation] = [Role.ItOfficer, Role.RegionAdmin, Role.System],
        [Act.RestoreInstallation] = [Role.System],
        [Act.SetUpHealthNetwork] = [Role.RegionAdmin, Role.System],
        [Act.ManagePhones] = [Role.Midwife, Role.Nutritionist, Role.System],
        [Act.SendFieldBatch] = [Role.Cadre],
        [Act.ReadPosyanduData] = [Role.Cadre],
        [Act.ReadChildren] = [Role.Midwife, Role.Nutritionist],
        [Act.ExportChildren] = [Role.Midwife, Role.Nutritionist],
        [Act.ReadAccessLog] = [Role.Midwife, Role.Nutritionist],
        [Act.ImportRegister] = [Role.Midwife, Role.Nutritionist],
        [Act.SeePosyandu] = [Role.Midwife, Role.Nutritionist, Role.System],
        [Act.SeeCounts] = [Role.VillageOfficer, Role.ProgrammeOffice, Role.Midwife, Role.Nutritionist],
        [Act.ManageRegister] = [Role.Midwife, Role.Nutritionist],
        [Act.ValidateMeasurement] = [Role.Midwife, Role.Nutritionist],
        [Act.DiagnoseStunting] = [Role.Nutritionist],
        [Act.FollowCases] = [Role.Midwife, Role.Nutritionist],
        [Act.EnterSheet] = [Role.Midwife, Role.Nutritionist, Role.System],
        [Act.CorrectChild] = [Role.Midwife, Role.Nutritionist],
        [Act.RecordConsent] = [Role.Midwife, Role.Nutritionist],
        [Act.ReadHousehold] = [Role.Midwife, Role.Nutritionist],
        [Act.ManageHousehold] = [Role.Midwife, Role.Nutritionist, Role.System],
        [Act.RevealHouseholdNumber] = [Role.Midwife, Role.Nutritionist],
        [Act.EntrustFamilies] = [Role.Midwife, Role.Nutritionist],
        [Act.ReadPregnancies] = [Role.Midwife, Role.Nutritionist],
        [Act.CorrectPregnancyVisit] = [Role.Midwife, Role.Nutritionist],
        [Act.EndPregnancy] = [Role.Midwife, Role.Nutritionist],
        [Act.RevealMotherNik] = [Role.Midwife, Role.Nutritionist],
        [Act.AccompanyFamilies] = [Role.VillageOfficer, Role.FamilyCompanion],
        [Act.ManageFamilyCards] = [Role.Midwife, Role.Nutritionist],
        [Act.OpenFamilyPage] = [Role.Public],
        [Act.ManageReminders] = [Role.Midwife, Role.Nutritionist],
        [Act.SendReminders] = [Role.System],
        [Act.ReadPrivacyPlan] = [Role.DataProtectionOfficer, Role.RegionAdmin, Role.Inspector, Role.System],
        [Act.PlanRetention] = [Role.DataProtectionOfficer],
        [Act.ApplyRetention] = [Role.DataProtectionOfficer, Role.System],
        [Act.AnswerDataRequest] = [Role.DataProtectionOfficer],
        [Act.RepeatErasures] = [Role.System],
        [Act.HandleBreach] = [Role.DataProtectionOfficer],
    }.ToFrozenDictionary();

    /// <summary>The roles that may do an act.</summary>
    public static IReadOnlyList<Role> For(Act act) => Table.TryGetValue(act, out var roles) ? roles : [];
}
