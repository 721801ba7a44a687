namespace Lakudo.Applications;

/// <summary>Where an application stands.</summary>
public enum ApplicationState
{
    /// <summary>Taken in; nobody has said yet whether it is complete.</summary>
    Received,

    /// <summary>Sent back with one list of defects; the clock stands.</summary>
    Returned,

    /// <summary>Declared complete; the clock runs.</summary>
    Complete,

    /// <summary>Verified; waits for the signing official or the outside system.</summary>
    Verified,

    /// <summary>Granted; the document is to be numbered and signed.</summary>
    Approved,

    /// <summary>Refused with a reason.</summary>
    Rejected,

    /// <summary>The document is signed, or the outside system has issued it.</summary>
    Ready,

    /// <summary>The applicant has it.</summary>
    HandedOver,
}

/// <summary>The way an application came in.</summary>
public enum ApplicationOrigin
{
    /// <summary>At a counter of the hall.</summary>
    Counter,

    /// <summary>On the portal, by somebody who had shown a telephone or mailbox to be theirs.</summary>
    Online,

    /// <summary>From an agency's own system.</summary>
    Api,
}

/// <summary>The Indonesian words of states and origins.</summary>
public static class ApplicationStateWords
{
    /// <summary>The word on screens and receipts.</summary>
    public static string Word(this ApplicationState state) => state switch
    {
        ApplicationState.Received => "diterima",
        ApplicationState.Returned => "dikembalikan untuk diperbaiki",
        ApplicationState.Complete => "lengkap, sedang diproses",
        ApplicationState.Verified => "terverifikasi, menunggu keputusan",
        ApplicationState.Approved => "disetujui, menunggu tanda tangan",
        ApplicationState.Rejected => "ditolak",
        ApplicationState.Ready => "siap diserahkan",
        _ => "selesai",
    };

    /// <summary>How it came in, as staff read it.</summary>
    public static string Word(this ApplicationOrigin origin) => origin switch
    {
        ApplicationOrigin.Counter => "di loket",
        ApplicationOrigin.Online => "daring",
        _ => "dari sistem instansi",
    };

    /// <summary>Whether nothing more can happen to it.</summary>
    public static bool IsFinal(this ApplicationState state) => state is ApplicationState.Rejected or ApplicationState.HandedOver;
}
