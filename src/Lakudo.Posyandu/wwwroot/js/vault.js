// The safe of this phone, in two compartments (keys.js): the list of the day and all new work, which the PIN opens for some days after a contact, and the history, which needs the server's share as well. Their
// keys exist in the open only while the app is open. Wrong PINs are counted before they are tried, here and at the server. New work also lies sealed to the region's key, which neither a wipe nor a forgotten PIN
// touches.
import { formerKey, openFormer, wrapFormer } from './former.js';
import * as keys from './keys.js';
import { pack, post as posted, say } from './line.js';
import { base64, bytes, receipt, seal, sign } from './seal.js';
import { all, count, get, write } from './store.js';

const IDLE = 5 * 60_000;
const DAY = 86_400_000;
const TRIES = 10;
const WAITS = { 5: 1, 6: 5, 7: 15, 8: 30, 9: 60 }; // after so many wrong PINs, so many minutes
const FORGET = 1; // DeviceOrder.Wipe
let safe = null, fresh = null;
let lastTouch = Date.now();

for (const event of ['pointerdown', 'keydown']) addEventListener(event, () => { lastTouch = Date.now(); }, { capture: true, passive: true });
setInterval(() => { if (idle() >= IDLE) lock(); }, 5000);

export const idle = () => Date.now() - lastTouch;
export const lock = () => { safe = null; };
export const isOpen = () => safe !== null;

/** 'former': one compartment, of an earlier edition; 'whole': both are open; 'today': the history is not. */
export const compartments = () => safe?.former ? 'former' : safe?.history ? 'whole' : 'today';

const meta = async () => await get('meta', 'phone') ?? {};
const json = value => JSON.stringify(value);
const keep = phone => write([['meta', 'phone', phone]]);

/** One after the other, also between two tabs: each reads what the other wrote, so that two tabs have as many tries as one. */
const alone = work => navigator.locks.request('lakudo-vault', work);

/** What is known without the PIN. */
export async function state() {
    let phone = await meta();
    if (isOver(phone)) phone = await alone(expire);
    const { device, name, wrapped, history, today, waitUntil, wrong, unsent, oldest, told } = phone;
    const stage = wrapped || history ? 'locked' : device ? 'lost' : 'new';
    return json({
        stage, device, name, waitUntil: waitUntil ?? 0, triesLeft: TRIES - (wrong ?? 0), unsent: unsent ?? 0, oldest: oldest ?? 0, sealed: await count('sealed'),
        until: today?.until ?? 0, isExpired: !!history && !today, isTold: told === true,
    });
}

const isOver = phone => phone.today !== undefined && Date.now() >= phone.today.until;

/** The days are over: what the PIN alone opens goes. With a signal and the PIN it comes back. Only inside `alone`. */
async function expire() {
    const phone = await meta();
    if (isOver(phone)) await keep({ ...phone, today: undefined });
    return meta();
}

/** The keys of a phone for its registration: {readKey, handInKey, secret}. They wait in memory only, so an answer that was lost is asked for again with the same. */
export async function phoneKeys() {
    fresh ??= { read: await keys.pair(), hand: await keys.handPair(), secret: keys.newSecret() };
    return json({ readKey: fresh.read.open, handInKey: fresh.hand.open, secret: base64(fresh.secret) });
}

/** Begins anew with a PIN after the server has registered the phone. Sealed work of before stays. */
export const create = (pin, registered) => alone(async () => {
    const { device, posyandu, regionKey, share, todayDays } = JSON.parse(registered);
    const browser = await keys.browserKey();
    const made = await keys.opened(keys.newCompartments(fresh.read.own), await keys.newDoor(pin), fresh.secret);
    await write([
        ['records', null], ['keys', null], ['keys', 'browser', browser], ['keys', 'hand', fresh.hand.key],
        ['meta', 'phone', { device, name: posyandu.name, regionKey, ...await boxes(browser, made, share, todayDays), wrong: 0, unsent: 0, oldest: 0 }],
    ]);
    [safe, fresh, lastTouch] = [made, null, Date.now()];
    await navigator.storage?.persist?.();
});

const boxes = async (browser, made, share, days) => ({
    salt: made.door.salt, rounds: made.door.rounds, masked: keys.masked(made.secret, made.door.mask),
    today: await keys.todayBox(browser, made, Date.now() + days * DAY), history: await keys.historyBox(browser, share, made.raw),
});

/** 'open', 'wrong', 'wait', 'lost', or 'nosignal' where the days are over and the server cannot be asked. */
export const unlock = pin => alone(async () => {
    const { outcome, phone, opened } = await tried(pin);
    if (outcome !== 'open') return outcome;
    [safe, lastTouch] = [opened, Date.now()];
    await keep({ ...phone, wrong: 0, waitUntil: 0 });
    return 'open';
});

/**
 * A new PIN in the place of the old one, which is tried and counted as at the door: 'changed', or as `unlock`, or 'failed' where the phone did not write it and the old one holds.
 * What the PIN wraps is one value written at once: a cut leaves the old PIN or the new one working, never none. The server is told nothing: it knows a secret that both PINs unmask.
 */
export const changePin = (old, pin) => alone(async () => {
    const { outcome, phone, opened } = await tried(old);
    if (outcome !== 'open') return outcome;
    const [browser, door] = [await get('keys', 'browser'), await keys.newDoor(pin)];
    try {
        const wrapped = opened.former ? await wrapFormer(browser, pin, opened.former)
            : { salt: door.salt, rounds: door.rounds, masked: keys.masked(opened.secret, door.mask), today: await keys.todayBox(browser, { raw: opened.raw, door }, phone.today.until) };
        await keep({ ...phone, ...wrapped, wrong: 0, waitUntil: 0 });
        if (safe) safe.door = door;
    } catch {
        // The right PIN was given, so its try does not count; where even that cannot be written, it counts until it is given again.
        await keep({ ...phone, wrong: 0, waitUntil: 0 }).catch(() => {});
        return 'failed';
    }

    return 'changed';
});

/** Counts a PIN before it is tried: { outcome, what was known before, what it opened }. Only inside `alone`. */
async function tried(pin) {
    const phone = await expire();
    if (!phone.wrapped && !phone.history) return { outcome: 'lost' };
    if (Date.now() < (phone.waitUntil ?? 0)) return { outcome: 'wait' };
    const wrong = (phone.wrong ?? 0) + 1;
    await keep({ ...phone, wrong, waitUntil: WAITS[wrong] ? Date.now() + WAITS[wrong] * 60_000 : 0 });
    const browser = await get('keys', 'browser');
    try {
        if (phone.wrapped) {
            const raw = await openFormer(browser, phone, pin);
            return { outcome: 'open', phone, opened: { former: raw, today: await formerKey(raw), sign: await get('keys', 'sign'), door: await keys.newDoor(pin) } };
        }

        const door = await keys.door(pin, phone.salt, phone.rounds);
        const secret = keys.masked(phone.masked, door.mask);
        if (phone.today) return { outcome: 'open', phone, opened: await keys.opened(await keys.openToday(browser, phone.today, door), door, secret) };
        const answer = await share(phone.device, secret);
        if (answer.order === FORGET) await wipe();
        if (answer.order === FORGET) return { outcome: 'lost' };
        if (!answer.known) await keep(phone);
        if (!answer.known) return { outcome: 'nosignal' };
        if (answer.share) {
            const opened = await keys.opened(await keys.openHistory(browser, phone.history, answer.share), door, secret);
            return { outcome: 'open', phone: { ...phone, today: await keys.todayBox(browser, opened, Date.now() + answer.todayDays * DAY) }, opened };
        }
    } catch {
        // A wrong PIN opens nothing.
    }

    if (wrong >= TRIES) await wipe();
    return { outcome: wrong >= TRIES ? 'lost' : WAITS[wrong] ? 'wait' : 'wrong' };
}

/** Opens the history with the server's share: 'open', 'nosignal', 'lost' where the server ended this phone, 'refused' otherwise. */
export async function openHistory() {
    const mine = safe;
    if (!mine || mine.former || mine.history) return 'open';
    const { device, history } = await meta();
    const answer = await share(device, mine.secret);
    if (answer.order === FORGET) return 'lost';
    if (!answer.share) return answer.known ? 'refused' : 'nosignal';
    const opened = await keys.opened(await keys.openHistory(await get('keys', 'browser'), history, answer.share), mine.door, mine.secret);
    [mine.raw, mine.history] = [opened.raw, opened.history];
    return 'open';
}

async function share(device, secret) {
    const { status, text } = await say('share', device, await get('keys', 'hand'), json({ message: 'share', secret: base64(secret), clock: new Date().toISOString() }));
    return status === 200 ? { ...JSON.parse(text), known: true } : { known: false };
}

/** Wipes: everything readable goes, the sealed copies and the key that can only hand them in stay. */
export const forget = () => alone(wipe);

async function wipe() {
    safe = null;
    const { device, name, regionKey } = await meta();
    await write([['records', null], ['keys', 'browser', undefined], ['keys', 'hand-new', undefined], ['meta', 'phone', { device, name, regionKey, told: false }]]);
}

/** The server knows that this phone cannot open its records any more. */
export const told = () => alone(async () => keep({ ...await meta(), told: true }));

/** The open records in the clear: [{"key":…,"value":…}, …] as one text, made by hand because the values already are JSON. */
export const readAll = () => read(record => !record.inHistory || safe.history);
export const readHistory = () => read(record => record.inHistory);

async function read(wanted) {
    const records = (await all('records')).filter(([, record]) => wanted(record));
    const values = await Promise.all(records.map(([, record]) => keys.decrypt(record.inHistory ? safe.history : safe.today, record)));
    return '[' + records.map(([key], i) => `{"key":${json(key)},"value":${values[i]}}`).join(',') + ']';
}

const locked = (into, put) => Promise.all(put.map(async ({ key, value, isHistory }) => {
    const inHistory = isHistory && !into.former;
    if (inHistory && value != null && !into.history) throw new Error('history locked');
    return ['records', key, value == null ? undefined : { ...await keys.encrypt(inHistory ? into.history : into.today, value), inHistory }];
}));

/**
 * One step of work, all of it or nothing.
 * put: [{key, value, isHistory}] with value as JSON text or null; seals: [{id, entries, payload}]; sent: entry ids whose sealed copies may go; unsent, oldest: for the warning when locked; todayDays: after a contact.
 */
export const save = step => alone(async () => {
    const mine = safe;
    if (!mine) throw new Error('locked');
    const { put, seals, sent, unsent, oldest, regionKey, todayDays } = JSON.parse(step);
    const phone = await meta();
    const region = regionKey ?? phone.regionKey;
    const changes = await locked(mine, put);
    for (const { id, entries, payload } of seals ?? []) {
        changes.push(['sealed', id, { device: phone.device, entries, batch: await seal(id, await sign(phone.device, mine.sign, payload), region) }]);
    }
    if (sent?.length) {
        const gone = new Set(sent);
        for (const [id, { entries }] of await all('sealed')) if (entries.every(entry => gone.has(entry))) changes.push(['sealed', id, undefined]);
    }
    const today = todayDays && !mine.former ? await keys.todayBox(await get('keys', 'browser'), mine, Date.now() + todayDays * DAY) : phone.today;
    changes.push(['meta', 'phone', { ...phone, unsent, oldest, regionKey: region, ...today && { today } }]);
    await write(changes);
});

/** A safe of an earlier edition asks for two keys. They are kept, encrypted, before they are asked for: after a lost answer the same ones ask again. */
export async function changeKeys() {
    const mine = safe;
    const phone = await alone(async () => {
        const known = await meta();
        if (known.change) return known;
        const [read, hand] = [await keys.pair(), await keys.handPair()];
        const change = await keys.encrypt(mine.today, json({ read, hand: hand.open, secret: base64(keys.newSecret()) }));
        await write([['keys', 'hand-new', hand.key], ['meta', 'phone', { ...known, change }]]);
        return { ...known, change };
    });
    const { read, hand, secret } = JSON.parse(await keys.decrypt(mine.today, phone.change));
    return json(await posted('keys', await sign(phone.device, mine.sign, json({ message: 'keys', readKey: read.open, handInKey: hand, secret, clock: new Date().toISOString() }))));
}

/** The server took them: everything is written anew into two compartments, at once, and the former keys go. */
export const divide = (step, answer) => alone(async () => {
    const { share, todayDays } = JSON.parse(answer);
    const { wrapped: _, change, ...phone } = await meta();
    const { read, secret } = JSON.parse(await keys.decrypt(safe.today, change));
    const { put, unsent, oldest } = JSON.parse(step);
    const browser = await get('keys', 'browser');
    const made = await keys.opened(keys.newCompartments(read.own), safe.door, bytes(secret));
    await write([
        ['records', null], ...await locked(made, put), ['keys', 'hand', await get('keys', 'hand-new')], ['keys', 'hand-new', undefined], ['keys', 'sign', undefined],
        ['meta', 'phone', { ...phone, ...await boxes(browser, made, share, todayDays), unsent, oldest }],
    ]);
    safe = made;
});

/** What is carried to the puskesmas by file or shown as QR: packed, signed by this phone and sealed to the region. The JSON of a SealedBatch. */
export async function handOver(id, payload) {
    const { device, regionKey } = await meta();
    const packed = await pack(payload);
    return json(await seal(id, await sign(device, safe.sign, packed), regionKey));
}

/** The code by which the puskesmas says that it has a hand-over: the other half stands in Lakudo.Field/Protection/Receipts.cs. */
export const receiptCode = (secret, id) => receipt(bytes(secret), id);

/** Signs a message by the key behind the PIN and posts it: {"status":…,"text":…}; status 0 where there is no answer. */
export async function send(path, payload) {
    const mine = safe;
    const { device } = await meta();
    return json(mine.former ? await posted(path, await sign(device, mine.sign, payload)) : await say(path, device, mine.sign, payload));
}

/** The same by the key that can only hand in sealed work; it needs no PIN. */
export async function handIn(payload) {
    const { device } = await meta();
    const hand = await get('keys', 'hand');
    return json(hand ? await say('sealed', device, hand, payload) : await posted('sealed', await sign(device, await get('keys', 'sign'), payload)));
}

export const post = async (path, body) => json(await posted(path, body));

/** The sealed copies, for the file and for handing in: [{device, batch}, …]; a phone registered anew may still hold some of its earlier registration. */
export const sealed = async () => json((await all('sealed')).map(([, { device, batch }]) => ({ device, batch })));

export async function dropSealed(ids) {
    await write(JSON.parse(ids).map(id => ['sealed', id, undefined]));
}
