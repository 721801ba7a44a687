// The safe of this phone. The data key exists only while the app is open: it lies wrapped twice, by a key made from the PIN and by a key of this browser that cannot be
// taken out of it. Wrong PINs are counted before they are tried. Unsent work also lies sealed to the region's key, which neither a wipe nor a forgotten PIN touches.
import { all, count, get, write } from './store.js';
import { base64, bytes, receipt, seal, sign } from './seal.js';

const ROUNDS = 310_000;
const IDLE = 5 * 60_000;
const TRIES = 10;
const WAITS = { 5: 1, 6: 5, 7: 15, 8: 30, 9: 60 }; // after so many wrong PINs, so many minutes
const utf8 = new TextEncoder();
let dataKey = null;
let lastTouch = Date.now();

for (const event of ['pointerdown', 'keydown']) addEventListener(event, () => { lastTouch = Date.now(); }, { capture: true, passive: true });
setInterval(() => { if (idle() >= IDLE) lock(); }, 5000);

export const idle = () => Date.now() - lastTouch;
export const lock = () => { dataKey = null; };
export const isOpen = () => dataKey !== null;

const meta = async () => await get('meta', 'phone') ?? {};
const json = value => JSON.stringify(value);

/** What is known without the PIN. */
export async function state() {
    const { device, name, wrapped, waitUntil, wrong, unsent, oldest } = await meta();
    const sealed = await count('sealed');
    const stage = wrapped ? 'locked' : device ? 'lost' : 'new';
    return json({ stage, device, name, waitUntil: waitUntil ?? 0, triesLeft: TRIES - (wrong ?? 0), unsent: unsent ?? 0, oldest: oldest ?? 0, sealed });
}

/** The phone's public key for its registration; the private one is made here and stays. */
export async function phoneKey() {
    const pair = await crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, false, ['sign', 'verify']);
    await write([['keys', 'sign-new', pair.privateKey]]);
    return base64(await crypto.subtle.exportKey('spki', pair.publicKey));
}

/** Begins anew with a PIN after the server has registered the phone. Sealed work of before stays. */
export const create = (pin, registered) => alone(async () => {
    const { device, posyandu, regionKey } = JSON.parse(registered);
    const browserKey = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);
    const raw = crypto.getRandomValues(new Uint8Array(32));
    const { salt, wrapped } = await wrap(browserKey, pin, raw);
    dataKey = await crypto.subtle.importKey('raw', raw, 'AES-GCM', false, ['encrypt', 'decrypt']);
    raw.fill(0);
    lastTouch = Date.now();
    await write([
        ['records', null], ['keys', 'browser', browserKey], ['keys', 'sign', await get('keys', 'sign-new')], ['keys', 'sign-new', undefined],
        ['meta', 'phone', { device, name: posyandu.name, regionKey, salt, wrapped, wrong: 0, unsent: 0, oldest: 0 }],
    ]);
    await navigator.storage?.persist?.();
});

/** 'open', 'wrong', 'wait' or 'lost'. */
export const unlock = pin => alone(async () => {
    const { outcome, raw, phone } = await tried(pin);
    if (outcome !== 'open') return outcome;
    dataKey = await crypto.subtle.importKey('raw', raw, 'AES-GCM', false, ['encrypt', 'decrypt']);
    raw.fill(0);
    lastTouch = Date.now();
    await write([['meta', 'phone', { ...phone, wrong: 0, waitUntil: 0 }]]);
    return 'open';
});

/**
 * A new PIN in the place of the old one, which is tried and counted as at the door: 'changed', 'wrong', 'wait', 'lost', or 'failed' where the phone did not write it and the old one holds.
 * Salt and wrapped key are one value written at once: a cut leaves the old PIN or the new one working, never none.
 */
export const changePin = (old, fresh) => alone(async () => {
    const { outcome, raw, phone } = await tried(old);
    if (outcome !== 'open') return outcome;
    try {
        await write([['meta', 'phone', { ...phone, ...await wrap(await get('keys', 'browser'), fresh, raw), wrong: 0, waitUntil: 0 }]]);
    } catch {
        // The right PIN was given, so its try does not count; where even that cannot be written, it counts until it is given again.
        await write([['meta', 'phone', { ...phone, wrong: 0, waitUntil: 0 }]]).catch(() => {});
        return 'failed';
    } finally {
        raw.fill(0);
    }

    return 'changed';
});

/** Wipes: everything readable goes, the sealed copies and the key that signs their handing in stay. */
export const forget = () => alone(wipe);

/** One after the other, also between two tabs: each reads what the other wrote, so that two tabs have as many tries as one. */
const alone = work => navigator.locks.request('lakudo-vault', work);

/** Counts a PIN before it is tried: { outcome, raw key, what was known before }. Only inside `alone`. */
async function tried(pin) {
    const phone = await meta();
    if (!phone.wrapped) return { outcome: 'lost' };
    if (Date.now() < (phone.waitUntil ?? 0)) return { outcome: 'wait' };
    const wrong = (phone.wrong ?? 0) + 1;
    await write([['meta', 'phone', { ...phone, wrong, waitUntil: WAITS[wrong] ? Date.now() + WAITS[wrong] * 60_000 : 0 }]]);
    try {
        const inner = JSON.parse(await decrypt(await get('keys', 'browser'), phone.wrapped));
        return { outcome: 'open', raw: bytes(await decrypt(await pinKey(pin, phone.salt), inner)), phone };
    } catch {
        if (wrong >= TRIES) await wipe();
        return { outcome: wrong >= TRIES ? 'lost' : WAITS[wrong] ? 'wait' : 'wrong' };
    }
}

async function wrap(browserKey, pin, raw) {
    const salt = crypto.getRandomValues(new Uint8Array(16));
    return { salt, wrapped: await encrypt(browserKey, json(await encrypt(await pinKey(pin, salt), base64(raw)))) };
}

async function wipe() {
    dataKey = null;
    const { device, name, regionKey } = await meta();
    await write([['records', null], ['keys', 'browser', undefined], ['meta', 'phone', { device, name, regionKey }]]);
}

/** All records in the clear: [{"key":…,"value":…}, …] as one text, made by hand because the values already are JSON. */
export async function readAll() {
    const records = await all('records');
    const values = await Promise.all(records.map(([, value]) => decrypt(dataKey, value)));
    return '[' + records.map(([key], i) => `{"key":${json(key)},"value":${values[i]}}`).join(',') + ']';
}

/**
 * One step of work, all of it or nothing.
 * put: [{key, value}] with value as JSON text or null; seals: [{id, entries, payload}]; sent: entry ids whose sealed copies may go; unsent, oldest: for the warning when locked.
 */
export const save = step => alone(async () => {
    if (!dataKey) throw new Error('locked');
    const { put, seals, sent, unsent, oldest, regionKey } = JSON.parse(step);
    const phone = await meta();
    const region = regionKey ?? phone.regionKey;
    const signKey = await get('keys', 'sign');
    const changes = await Promise.all(put.map(async ({ key, value }) => ['records', key, value == null ? undefined : await encrypt(dataKey, value)]));
    for (const { id, entries, payload } of seals ?? []) {
        changes.push(['sealed', id, { device: phone.device, entries, batch: await seal(id, await sign(phone.device, signKey, payload), region) }]);
    }
    if (sent?.length) {
        const gone = new Set(sent);
        for (const [id, { entries }] of await all('sealed')) if (entries.every(entry => gone.has(entry))) changes.push(['sealed', id, undefined]);
    }
    changes.push(['meta', 'phone', { ...phone, unsent, oldest, regionKey: region }]);
    await write(changes);
});

/** What is carried to the puskesmas by file or shown as QR: packed, signed by this phone and sealed to the region. The JSON of a SealedBatch. */
export async function handOver(id, payload) {
    const { device, regionKey } = await meta();
    const packed = await pack(payload);
    return json(await seal(id, await sign(device, await get('keys', 'sign'), packed), regionKey));
}

/** The code by which the puskesmas says that it has a hand-over: the other half stands in Lakudo.Field/Protection/Receipts.cs. */
export const receiptCode = (secret, id) => receipt(bytes(secret), id);

const pack = text => new Response(new Blob([text]).stream().pipeThrough(new CompressionStream('gzip'))).arrayBuffer();

/** Signs a message and posts it: {"status":…,"text":…}; status 0 where there is no answer. */
export async function send(path, payload) {
    const { device } = await meta();
    return post(path, await sign(device, await get('keys', 'sign'), payload));
}

export async function post(path, body) {
    const stop = new AbortController();
    const timer = setTimeout(() => stop.abort(), 60_000);
    try {
        const answer = await fetch('api/' + path, { method: 'POST', body: await pack(body), headers: { 'content-type': 'application/json', 'content-encoding': 'gzip' }, credentials: 'omit', cache: 'no-store', signal: stop.signal });
        return json({ status: answer.status, text: await answer.text() });
    } catch {
        return json({ status: 0, text: '' });
    } finally {
        clearTimeout(timer);
    }
}

/** The sealed copies, for the file and for handing in: [{device, batch}, …]; a phone registered anew may still hold some of its earlier registration. */
export const sealed = async () => json((await all('sealed')).map(([, { device, batch }]) => ({ device, batch })));

export async function dropSealed(ids) {
    await write(JSON.parse(ids).map(id => ['sealed', id, undefined]));
}

async function pinKey(pin, salt) {
    const base = await crypto.subtle.importKey('raw', utf8.encode(pin), 'PBKDF2', false, ['deriveKey']);
    return crypto.subtle.deriveKey({ name: 'PBKDF2', hash: 'SHA-256', salt, iterations: ROUNDS }, base, { name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);
}

async function encrypt(key, text) {
    const iv = crypto.getRandomValues(new Uint8Array(12));
    return { iv, data: new Uint8Array(await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, key, utf8.encode(text))) };
}

async function decrypt(key, { iv, data }) {
    return new TextDecoder().decode(await crypto.subtle.decrypt({ name: 'AES-GCM', iv: asBytes(iv) }, key, asBytes(data)));
}

/** Inside the double wrapping the inner half went through JSON, which turns bytes into an object of numbers. */
const asBytes = value => value instanceof Uint8Array ? value : Uint8Array.from(Object.values(value));
