// What leaves the phone: signed by its own key, and sealed to the region's key. The other half stands in Lakudo.Field/Protection (Signing.cs, Sealing.cs).
const utf8 = new TextEncoder();

export const base64 = bytes => {
    const view = new Uint8Array(bytes);
    let text = '';
    for (let i = 0; i < view.length; i += 0x8000) text += String.fromCharCode(...view.subarray(i, i + 0x8000));
    return btoa(text);
};
export const bytes = text => Uint8Array.from(atob(text), char => char.charCodeAt(0));

/** The JSON of a Signed: the payload's exact bytes (or, packed, those bytes), 64 bytes of signature, and the message's number, which is signed with it; none inside a seal. */
export async function sign(device, key, payload, number) {
    const body = typeof payload === 'string' ? utf8.encode(payload) : new Uint8Array(payload);
    const said = number === undefined ? body : new Uint8Array([...utf8.encode(`lakudo phone 2\n${device}\n${number}\n`), ...body]);
    const signature = await crypto.subtle.sign({ name: 'ECDSA', hash: 'SHA-256' }, key, said);
    return JSON.stringify({ device, payload: base64(body), signature: base64(signature), number });
}

/** A SealedBatch: only the holder of the region's private key reads it. */
export async function seal(id, signed, region) {
    const theirs = await crypto.subtle.importKey('spki', bytes(region.publicKey), { name: 'ECDH', namedCurve: 'P-256' }, false, []);
    const own = await crypto.subtle.generateKey({ name: 'ECDH', namedCurve: 'P-256' }, false, ['deriveBits']);
    const shared = await crypto.subtle.deriveBits({ name: 'ECDH', public: theirs }, own.privateKey, 256);
    const key = await crypto.subtle.deriveKey(
        { name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(), info: utf8.encode('lakudo sealed batch 1 ' + region.id) },
        await crypto.subtle.importKey('raw', shared, 'HKDF', false, ['deriveKey']),
        { name: 'AES-GCM', length: 256 }, false, ['encrypt']);
    const iv = crypto.getRandomValues(new Uint8Array(12));
    const additionalData = idBytes(id);
    const ciphertext = await crypto.subtle.encrypt({ name: 'AES-GCM', iv, additionalData }, key, utf8.encode(signed));
    return { id, key: region.id, ephemeral: base64(await crypto.subtle.exportKey('raw', own.publicKey)), iv: base64(iv), ciphertext: base64(ciphertext) };
}

/** The receipt of a hand-over: whoever opened it knows its secret, and only then can say this code. */
export async function receipt(secret, id) {
    const key = await crypto.subtle.importKey('raw', secret, { name: 'HMAC', hash: 'SHA-256' }, false, ['sign']);
    const mark = new DataView(await crypto.subtle.sign('HMAC', key, new Uint8Array([...utf8.encode('lakudo receipt 1 '), ...idBytes(id)]))).getBigUint64(0);
    let code = '';
    for (let left = mark; code.length < 8; left /= 31n) code += 'ABCDEFGHJKMNPQRSTUVWXYZ23456789'[Number(left % 31n)];
    return code;
}

const idBytes = id => Uint8Array.from(id.replaceAll('-', '').match(/../g), pair => parseInt(pair, 16));
