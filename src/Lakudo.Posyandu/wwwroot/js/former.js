// A safe of an earlier edition: one data key under the PIN for everything, and one key in the browser that signs. It opens without a signal as ever, and is divided in two at its next sending.
import { base64, bytes } from './seal.js';
import { decrypt, encrypt } from './keys.js';

const ROUNDS = 310_000;
const utf8 = new TextEncoder();

/** The raw data key; throws where the PIN is wrong. */
export async function openFormer(browser, phone, pin) {
    const inner = JSON.parse(await decrypt(browser, phone.wrapped));
    return bytes(await decrypt(await pinKey(pin, phone.salt), { iv: listed(inner.iv), data: listed(inner.data) }));
}

/** Wraps it under another PIN. */
export async function wrapFormer(browser, pin, raw) {
    const salt = crypto.getRandomValues(new Uint8Array(16));
    return { salt, wrapped: await encrypt(browser, JSON.stringify(await encrypt(await pinKey(pin, salt), base64(raw)))) };
}

export const formerKey = raw => crypto.subtle.importKey('raw', raw, 'AES-GCM', false, ['encrypt', 'decrypt']);

async function pinKey(pin, salt) {
    const base = await crypto.subtle.importKey('raw', utf8.encode(pin), 'PBKDF2', false, ['deriveKey']);
    return crypto.subtle.deriveKey({ name: 'PBKDF2', hash: 'SHA-256', salt, iterations: ROUNDS }, base, { name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);
}

/** Inside the double wrapping the inner half went through JSON, which turns bytes into an object of numbers. */
const listed = value => Uint8Array.from(Object.values(value));
