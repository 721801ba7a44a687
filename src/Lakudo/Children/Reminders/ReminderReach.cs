using Lakudo.Children.Families;
using Lakudo.Children.Network;
using Lakudo.Children.Register;
using Lakudo.Growth.Indonesia;
using Lakudo.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Lakudo.Children.Reminders;

/// <summary>Whose family a child is, and for which children a family is reminded.</summary>
internal static class ReminderReach
{
    /// <summary>Whether a child is one to be reminded for on a day: not left, not merged away, below five then. One whose consent is withdrawn is not seen here at all.</summary>
    internal static bool IsExpected(Child child, DateOnly day) => child is { LeftOn: null, MergedInto: null, ErasedAt: null } && CompletedMonths.Between(child.Birth, day) is >= 0 and < CompletedMonths.UnderFive;

    extension(LakudoDb db)
    {
        /// <summary>The contacts of a child's family that stand: its mother's, and those of entries that were merged into it. The latest first. Tracked.</summary>
        internal async Task<List<ReminderContact>> ContactsOf(Child child, CancellationToken ct)
        {
            var mothers = await db.Children.Where(c => c.Id == child.Id || c.MergedInto == child.Id).Select(c => c.MotherId).ToListAsync(ct);
            return await db.ReminderContacts.Where(c => mothers.Contains(c.MotherId) && c.EndedAt == null).OrderByDescending(c => c.ConsentAt).ToListAsync(ct);
        }

        /// <summary>The children of a family who are expected at a posyandu on a day.</summary>
        internal async Task<List<Child>> ExpectedOf(Guid mother, Guid posyandu, DateOnly day, CancellationToken ct)
        {
            var found = new Dictionary<Guid, Child>();
            foreach (var entry in await db.Children.AsNoTracking().Where(c => c.MotherId == mother).ToListAsync(ct))
            {
                var child = entry.MergedInto is null ? entry : await db.SurvivorOf(entry.Id, ct);
                if (child is not null && child.PosyanduId == posyandu && IsExpected(child, day)) found.TryAdd(child.Id, child);
            }

            return [.. found.Values];
        }

        /// <summary>The child's family is reminded at this contact from now on, whatever it gave before, also under an entry that turned out to be this child. Inside a commit.</summary>
        internal async Task AgreeFor(Child child, Notifications.Contact contact, PersonalData personal, Guid? by, DateTime now, CancellationToken ct)
        {
            foreach (var other in (await db.ContactsOf(child, ct)).Where(c => c.MotherId != child.MotherId)) other.Agree(contact, personal, by, now);
            var own = await db.ReminderContacts.SingleOrDefaultAsync(c => c.MotherId == child.MotherId, ct);
            if (own is null) db.ReminderContacts.Add(own = new ReminderContact(child.RegionId, child.MotherId));
            own.Agree(contact, personal, by, now);
        }

        /// <summary>The child of an open family page, for the family itself; null when the page is not open.</summary>
        internal async Task<Child?> ChildOfOpenPage(PersonalData personal, Guid session, string? secret, DateTime now, CancellationToken ct) =>
            await db.OpenPage(personal, session, secret, now, ct) is { } open ? await db.SurvivorOf(open.Card.ChildId, ct) : null;
    }
}
