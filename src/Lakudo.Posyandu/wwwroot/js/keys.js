// The keys of this phone. Behind the PIN: the key of the list of the day, and the key that reads and sends. Behind the server's share: these two and the key of the history. Outside of both, in the browser:
// the key that can only hand in sealed work, and one under which the boxes below are wrapped once more. Whatever the browser itself keeps lies raw in its files, so nothing that reads is left to it.
import { base64, bytes } from './seal.js';

const ROUNDS = 1_000_000;
const EC = { name: 'ECDSA', namedCurve: 'P-256' };
const utf8 = new TextEncoder();
const random = size => crypto.getRandomValues(new Uint8Array(size));
const gcm = raw => crypto.subtle.importKey('raw', raw, 'AES-GCM', false, ['encrypt', 'decrypt']);
const info = text => ({ name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(), info: utf8.encode(text) });
const stretch = (raw, text) => crypto.subtle.importKey('raw', raw, 'HKDF', false, ['deriveBits']).then(key => crypto.subtle.deriveBits(info(text), key, 256));

/** What is made of a PIN: the key of the day's box, and a mask that looks the same for a right and a wrong PIN. */
export async function door(pin, salt, rounds) {
    const raw = await crypto.subtle.deriveBits({ name: 'PBKDF2', hash: 'SHA-256', salt, iterations: rounds }, await crypto.subtle.importKey('raw', utf8.encode(pin), 'PBKDF2', false, ['deriveBits']), 256);
    return { salt, rounds, key: await gcm(await stretch(raw, 'lakudo today 1')), mask: new Uint8Array(await stretch(raw, 'lakudo secret 1')) };
}

export const newDoor = pin => door(pin, random(16), ROUNDS);

export const masked = (secret, mask) => secret.map((part, i) => part ^ mask[i]);

/** A pair to be registered: the public half and the private one, in base64. */
export async function pair() {
    const made = await crypto.subtle.generateKey(EC, true, ['sign', 'verify']);
    return { open: base64(await crypto.subtle.exportKey('spki', made.publicKey)), own: base64(await crypto.subtle.exportKey('pkcs8', made.privateKey)) };
}

/** The pair that hands in: its private half is the browser's and cannot be taken out by a script. */
export async function handPair() {
    const made = await crypto.subtle.generateKey(EC, false, ['sign', 'verify']);
    return { open: base64(await crypto.subtle.exportKey('spki', made.publicKey)), key: made.privateKey };
}

export const browserKey = () => crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);
export const newSecret = () => random(32);

/** Fresh keys of both compartments beside a key that reads: raw, in base64. */
export const newCompartments = read => ({ today: base64(random(32)), history: base64(random(32)), read });

/** Ready for use, and the raw halves for wrapping them anew. */
export async function opened(raw, door, secret) {
    return {
        raw, door, secret, today: await gcm(bytes(raw.today)), history: raw.history ? await gcm(bytes(raw.history)) : null,
        sign: await crypto.subtle.importKey('pkcs8', bytes(raw.read), EC, false, ['sign']),
    };
}

/** The box that the PIN opens until a moment, which is sealed with it: an app does not open it later, a copied profile does not ask. */
export async function todayBox(browser, { raw, door }, until) {
    const inner = await encrypt(door.key, JSON.stringify({ today: raw.today, read: raw.read }), `${until}`);
    return { until, ...await encrypt(browser, JSON.stringify({ iv: base64(inner.iv), data: base64(inner.data) })) };
}

export async function openToday(browser, box, door) {
    const inner = JSON.parse(await decrypt(browser, box));
    return JSON.parse(await decrypt(door.key, { iv: bytes(inner.iv), data: bytes(inner.data) }, `${box.until}`));
}

/** The box that the server's share opens. */
export const historyBox = async (browser, share, raw) => {
    const inner = await encrypt(await shareKey(share), JSON.stringify(raw));
    return encrypt(browser, JSON.stringify({ iv: base64(inner.iv), data: base64(inner.data) }));
};

export async function openHistory(browser, box, share) {
    const inner = JSON.parse(await decrypt(browser, box));
    return JSON.parse(await decrypt(await shareKey(share), { iv: bytes(inner.iv), data: bytes(inner.data) }));
}

const shareKey = async share => gcm(await stretch(bytes(share), 'lakudo history 1'));

export async function encrypt(key, text, said = '') {
    const iv = random(12);
    return { iv, data: new Uint8Array(await crypto.subtle.encrypt({ name: 'AES-GCM', iv, additionalData: utf8.encode(said) }, key, utf8.encode(text))) };
}

export async function decrypt(key, { iv, data }, said = '') {
    return new TextDecoder().decode(await crypto.subtle.decrypt({ name: 'AES-GCM', iv, additionalData: utf8.encode(said) }, key, data));
}
