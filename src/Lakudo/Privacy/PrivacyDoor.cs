using Lakudo.Kernel;

namespace Lakudo.Privacy;

/// <summary>Who may come in. These acts reach every agency's records, so a role that is narrowed to one agency is not enough.</summary>
internal static class PrivacyDoor
{
    extension(LakudoDb db)
    {
        internal Refusal? MayNotForAll(Caller caller, Act act) => db.MayNot(caller, act) ?? (db.Scope.Agencies is null ? null : KernelRefusals.NotAllowed);
    }
}
