using System.Globalization;
using Lakudo.Applications;
using Lakudo.Applications.Documents;
using Lakudo.Applications.Files;
using Lakudo.Applications.Workflow;
using Lakudo.Kernel;

namespace Lakudo.Web.Applications;

/// <summary>What can be done from a file's page.</summary>
public enum CaseAct
{
    /// <summary>Hand a file in for a requirement.</summary>
    Attach,

    /// <summary>Declare complete.</summary>
    Complete,

    /// <summary>Send back with the one list.</summary>
    Return,

    /// <summary>Take the corrected file again.</summary>
    Resubmit,

    /// <summary>Verify, and say what the document shall say.</summary>
    Verify,

    /// <summary>Record that the outside system has issued.</summary>
    Outside,

    /// <summary>Grant, number and sign by certificate in one go.</summary>
    GrantAndSign,

    /// <summary>Grant only; numbering and signing on paper follow.</summary>
    Grant,

    /// <summary>Refuse with a reason.</summary>
    Reject,

    /// <summary>Number a granted one.</summary>
    Number,

    /// <summary>Sign a numbered one by certificate.</summary>
    Sign,

    /// <summary>Register the scan of the sheet signed by hand.</summary>
    RegisterPaper,

    /// <summary>Void a number before a signature.</summary>
    Void,

    /// <summary>Take a signed document out of force.</summary>
    Revoke,

    /// <summary>Hand the result over.</summary>
    HandOver,
}

/// <summary>Turns a form of a file's page into the verb that is meant.</summary>
public sealed class CaseActs(
    AttachFile attach, MarkComplete complete, ReturnForCorrection returning, Resubmit resubmit, VerifyApplication verify, RecordOutsideReference outside, DecideApplication decide,
    IssueDocument issue, SignDocument sign, RegisterPaperDocument paper, VoidNumber voiding, RevokeDocument revoke, HandOver handOver, RevealNik nik, UploadIntake intake, FileVault vault)
{
    /// <summary>Shows a full NIK.</summary>
    public RevealNik Nik => nik;

    /// <summary>Does it. Answers the refusal, or null when it was done.</summary>
    public async Task<Refusal?> Do(Caller caller, Guid application, CaseAct act, CaseForm form, CancellationToken ct) => act switch
    {
        CaseAct.Attach => await Attach(caller, application, form, ct),
        CaseAct.Complete => (await complete.Run(caller, new(application, form.Seen ?? [], form.CardSeen), ct)).Refusal,
        CaseAct.Return => (await returning.Run(caller, new(application, form.Defects ?? ""), ct)).Refusal,
        CaseAct.Resubmit => (await resubmit.Run(caller, new(application), ct)).Refusal,
        CaseAct.Verify => (await verify.Run(caller, new(application, form.Text ?? ""), ct)).Refusal,
        CaseAct.Outside => (await outside.Run(caller, new(application, form.Text ?? ""), ct)).Refusal,
        CaseAct.GrantAndSign => await GrantAndSign(caller, application, form, ct),
        CaseAct.Grant => (await decide.Run(caller, new(application, Grant: true), ct)).Refusal,
        CaseAct.Reject => (await decide.Run(caller, new(application, Grant: false, form.Reason), ct)).Refusal,
        CaseAct.Number => (await Number(caller, application, form, ct)).Refusal,
        CaseAct.Sign => (await sign.Run(caller, new(form.Document), Of(form), ct)).Refusal,
        CaseAct.RegisterPaper => await RegisterPaper(caller, form, ct),
        CaseAct.Void => (await voiding.Run(caller, new(form.Document, form.Reason ?? ""), ct)).Refusal,
        CaseAct.Revoke => (await revoke.Run(caller, new(form.Document, form.Reason ?? ""), ct)).Refusal,
        CaseAct.HandOver => (await handOver.Run(caller, new(application), ct)).Refusal,
        _ => KernelRefusals.NotFound,
    };

    /// <summary>Three verbs, each saved by itself: where one is refused, what came before stands and the page shows the step that waits.</summary>
    private async Task<Refusal?> GrantAndSign(Caller caller, Guid application, CaseForm form, CancellationToken ct)
    {
        // The date is read first: a grant must not stand for a form that could not be read.
        if (ValidUntil(form) is { IsRefused: true } unreadable) return unreadable.Refusal;
        if ((await decide.Run(Step("putus"), new(application, Grant: true), ct)).Refusal is { } notDecided) return notDecided;
        var numbered = await Number(Step("nomor"), application, form, ct);
        return numbered.IsRefused ? numbered.Refusal : (await sign.Run(Step("tanda-tangan"), new(numbered.Value.Document), Of(form), ct)).Refusal;

        Caller Step(string name) => caller with { Key = caller.Key is null ? null : $"{caller.Key}/{name}" };
    }

    private async Task<Outcome<IssueDocument.Answer>> Number(Caller caller, Guid application, CaseForm form, CancellationToken ct)
    {
        var until = ValidUntil(form);
        return until.IsRefused ? until.Refusal : await issue.Run(caller, new(application, until.Value), ct);
    }

    private async Task<Refusal?> Attach(Caller caller, Guid application, CaseForm form, CancellationToken ct)
    {
        if (form.File is not { } file) return ApplicationsRefusals.UploadEmpty;
        await using var content = file.OpenReadStream();
        return (await attach.Run(caller, new(application, form.Requirement), content, file.FileName, ct)).Refusal;
    }

    private async Task<Refusal?> RegisterPaper(Caller caller, CaseForm form, CancellationToken ct)
    {
        if (caller.MayNot(Act.DecideApplication) is { } refusal) return refusal;
        if (form.File is not { } file) return ApplicationsRefusals.UploadEmpty;
        await using var content = file.OpenReadStream();
        var scan = await intake.Receive(content, file.FileName, ct);
        if (scan.IsRefused) return scan.Refusal;
        var registered = await paper.Run(caller, new(form.Document, scan.Value), ct);
        if (registered.IsRefused) vault.Delete(scan.Value.StoredName);
        return registered.Refusal;
    }

    private static Passphrase? Of(CaseForm form) => string.IsNullOrEmpty(form.Passphrase) ? null : new Passphrase(form.Passphrase);

    private static Outcome<DateOnly?> ValidUntil(CaseForm form) => form.ValidUntil switch
    {
        null or "" => (DateOnly?)null,
        var typed when DateOnly.TryParseExact(typed, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) => (DateOnly?)day,
        _ => ApplicationsRefusals.ValidityPast,
    };
}
