// The safe of this phone. The data key exists only while the app is open: it lies wrapped twice, by a key made from the PIN and by a key of this browser that cannot be
// taken out of it. Wrong PINs are counted before they are tried. Unsent work also lies sealed to the region's key, which neither a wipe nor a forgotten PIN touches.
import { all, count, get, write } from './store.js';
import { base64, bytes, seal, sign } from './seal.js';

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
export async function create(pin, registered) {
    const { device, posyandu, regionKey } = JSON.parse(registered);
    const browserKey = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);
    const raw = crypto.getRandomValues(new Uint8Array(32));
    const salt = crypto.getRandomValues(new Uint8Array(16));
    const wrapped = await encrypt(browserKey, json(await encrypt(await pinKey(pin, salt), base64(raw))));
    dataKey = await crypto.subtle.importKey('raw', raw, 'AES-GCM', false, ['encrypt', 'decrypt']);
    raw.fill(0);
    lastTouch = Date.now();
    await write([
        ['records', null], ['keys', 'browser', browserKey], ['keys', 'sign', await get('keys', 'sign-new')], ['keys', 'sign-new', undefined],
        ['meta', 'phone', { device, name: posyandu.name, regionKey, salt, wrapped, wrong: 0, unsent: 0, oldest: 0 }],
    ]);
    await navigator.storage?.persist?.();
}

/** 'open', 'wrong', 'wait' or 'lost'. */
export async function unlock(pin) {
    const phone = await meta();
    if (!phone.wrapped) return 'lost';
    if (Date.now() < (phone.waitUntil ?? 0)) return 'wait';
    const wrong = (phone.wrong ?? 0) + 1;
    await write([['meta', 'phone', { ...phone, wrong, waitUntil: WAITS[wrong] ? Date.now() + WAITS[wrong] * 60_000 : 0 }]]);
    try {
        const inner = JSON.parse(await decrypt(await get('keys', 'browser'), phone.wrapped));
        const raw = bytes(await decrypt(await pinKey(pin, phone.salt), inner));
        dataKey = await crypto.subtle.importKey('raw', raw, 'AES-GCM', false, ['encrypt', 'decrypt']);
        raw.fill(0);
    } catch {
        if (wrong >= TRIES) await forget();
        return wrong >= TRIES ? 'lost' : WAITS[wrong] ? 'wait' : 'wrong';
    }
    lastTouch = Date.now();
    await write([['meta', 'phone', { ...phone, wrong: 0, waitUntil: 0 }]]);
    return 'open';
}

/** Wipes: everything readable goes, the sealed copies and the key that signs their handing in stay. */
export async function forget() {
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
export async function save(step) {
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
    changes.push(['meta', 'phone', { ...await meta(), unsent, oldest, regionKey: region }]);
    await write(changes);
}

/** Signs a message and posts it: {"status":…,"text":…}; status 0 where there is no answer. */
export async function send(path, payload) {
    const { device } = await meta();
    return post(path, await sign(device, await get('keys', 'sign'), payload));
}

export async function post(path, body) {
    const stop = new AbortController();
    const timer = setTimeout(() => stop.abort(), 60_000);
    try {
        const answer = await fetch('api/' + path, { method: 'POST', body, headers: { 'content-type': 'application/json' }, credentials: 'omit', cache: 'no-store', signal: stop.signal });
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
