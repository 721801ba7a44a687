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
        /// <summary>The mothers under whom a child's family may be reminded: its own, and those of entries that were merged into it.</summary>
        internal Task<List<Guid>> RemindedWith(Guid child, CancellationToken ct) => db.Children.Where(c => c.Id == child || c.MergedInto == child).Select(c => c.MotherId).ToListAsync(ct);

        /// <summary>The contacts of a child's family that stand: its mother's, and those of entries that were merged into it. The latest first. Tracked.</summary>
        internal async Task<List<ReminderContact>> ContactsOf(Child child, CancellationToken ct)
        {
            var mothers = await db.RemindedWith(child.Id, ct);
            return await db.ReminderContacts.Where(c => mothers.Contains(c.MotherId) && c.EndedAt == null).OrderByDescending(c => c.ConsentAt).ToListAsync(ct);
        }

        /// <summary>The children of a family who are expected at a posyandu on a day.</summary>
        internal async Task<List<Child>> ExpectedOf(Guid mother, Guid posyandu, DateOnly day, CancellationToken ct)
        {
            var found = new Dictionary<Guid, Child>();
            var children = db.Children.AsNoTracking();
            foreach (var entry in await children.Where(c => c.MotherId == mother).ToListAsync(ct))
            {
                if (await children.SurvivorOf(entry, ct) is { } child && child.PosyanduId == posyandu && IsExpected(child, day)) found.TryAdd(child.Id, child);
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

        /// <summary>The child's family is reminded no more, under none of its entries. Inside a commit. Refused with C-510 where it is not reminded.</summary>
        internal async Task<Outcome<Done>> EndFor(Child child, Commit commit, Caller caller, bool byFamily, DateTime now, CancellationToken ct)
        {
            var contacts = await db.ContactsOf(child, ct);
            if (contacts.Count == 0) return ReminderRefusals.NotReminded;
            foreach (var contact in contacts) contact.End(byFamily ? null : caller.Id, now);
            commit.Record(caller, new ReminderContactEnded(child.Id, child.MotherId, byFamily));
            return new Done();
        }

        /// <summary>The child of an open family page, for the family itself; null when the page is not open.</summary>
        internal async Task<Child?> ChildOfOpenPage(PersonalData personal, Guid session, string? secret, DateTime now, CancellationToken ct) =>
            await db.OpenPage(personal, session, secret, now, ct) is { } open ? await db.SurvivorOf(open.Card.ChildId, ct) : null;
    }
}
