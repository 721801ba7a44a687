using Lakudo.Kernel;

namespace Lakudo.Privacy;

/// <summary>Who may come in. These acts reach every agency's records, so a role that is narrowed to one agency is not enough.</summary>
internal static class PrivacyDoor
{
    extension(Caller caller)
    {
        internal Refusal? MayNotForAll(Act act) => caller.MayNot(act) ?? (caller.Agency is null ? null : KernelRefusals.NotAllowed);
    }
}
