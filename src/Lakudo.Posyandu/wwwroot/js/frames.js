// A long text as pictures that a camera reads in any order. A frame is a QR code in its alphanumeric mode: "LKD1", then base45 of 12 bytes of head and a piece of the content. Head, big-endian:
// CRC-32 of the whole (which tells one showing from another), the frame's number from 0, how many there are, CRC-32 of the head so far and the piece. The phone shows them in a loop; whoever
// reads says which are missing. Both halves stand here: the app splits, the puskesmas' page gathers.
const MARK = 'LKD1', HEAD = 12, MOST = 2000;
const SIGNS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:';

/** Bytes of a piece: a code of 77 modules at error correction M, four pixels a module on a screen 360 wide, five on a camera of 640 x 480. */
export const PIECE = 360;

/** The texts of the frames. */
export function split(whole) {
    const of = Math.max(1, Math.ceil(whole.length / PIECE)), set = crc(whole);
    if (of > MOST) throw new RangeError('too long to be shown');
    return Array.from({ length: of }, (_, number) => {
        const piece = whole.subarray(number * PIECE, (number + 1) * PIECE);
        const frame = new Uint8Array(HEAD + piece.length), head = new DataView(frame.buffer);
        head.setUint32(0, set);
        head.setUint16(4, number);
        head.setUint16(6, of);
        frame.set(piece, HEAD);
        head.setUint32(8, frameCrc(frame));
        return MARK + write(frame);
    });
}

/** Gathers frames as they are read. One of another showing begins anew: the cadre has closed it and opened it again. */
export class Gathering {
    #set = null;
    #pieces = [];

    /** Takes what a camera read: 'new', 'known', or 'foreign' for what is no frame of ours or was misread. */
    add(text) {
        const frame = text.startsWith(MARK) ? read(text.slice(MARK.length)) : null;
        if (!frame || frame.length <= HEAD) return 'foreign';
        const head = new DataView(frame.buffer), set = head.getUint32(0), number = head.getUint16(4), of = head.getUint16(6);
        if (of === 0 || of > MOST || number >= of || head.getUint32(8) !== frameCrc(frame)) return 'foreign';
        if (set !== this.#set || of !== this.#pieces.length) {
            this.#set = set;
            this.#pieces = new Array(of).fill(null);
        }

        if (this.#pieces[number]) return 'known';
        this.#pieces[number] = frame.subarray(HEAD);
        return 'new';
    }

    get of() { return this.#pieces.length; }

    /** The numbers that are missing, from 1. */
    get missing() { return this.#pieces.flatMap((piece, number) => piece ? [] : [number + 1]); }

    /** The whole, or null while something is missing or the pieces do not belong together. */
    whole() {
        if (this.of === 0 || this.missing.length > 0) return null;
        const whole = new Uint8Array(this.#pieces.reduce((sum, piece) => sum + piece.length, 0));
        let at = 0;
        for (const piece of this.#pieces) { whole.set(piece, at); at += piece.length; }
        if (crc(whole) === this.#set) return whole;
        this.#pieces.fill(null);
        return null;
    }
}

/** Numbers as people say them: 3, 8–11. */
export function spans(numbers) {
    const parts = [];
    for (const number of numbers) {
        const last = parts.at(-1);
        if (last && last[1] === number - 1) last[1] = number;
        else parts.push([number, number]);
    }

    return parts.map(([first, last]) => first === last ? `${first}` : `${first}–${last}`).join(', ');
}

const frameCrc = frame => crc(frame.subarray(HEAD), crc(frame.subarray(0, 8)));

/** Base45 (RFC 9285): two bytes in three signs. */
function write(bytes) {
    let text = '';
    for (let i = 0; i < bytes.length; i += 2) {
        const pair = i + 1 < bytes.length, value = pair ? bytes[i] * 256 + bytes[i + 1] : bytes[i];
        text += SIGNS[value % 45] + SIGNS[Math.floor(value / 45) % 45] + (pair ? SIGNS[Math.floor(value / 2025)] : '');
    }

    return text;
}

function read(text) {
    const bytes = [];
    for (let i = 0; i < text.length; i += 3) {
        const signs = [...text.slice(i, i + 3)].map(sign => SIGNS.indexOf(sign));
        const value = signs.reduceRight((sum, sign) => sum * 45 + sign, 0);
        if (signs.length === 1 || signs.includes(-1) || value > (signs.length === 3 ? 0xffff : 0xff)) return null;
        if (signs.length === 3) bytes.push(value >> 8);
        bytes.push(value & 0xff);
    }

    return Uint8Array.from(bytes);
}

/** CRC-32 (ISO 3309), as zip and gzip have it. */
function crc(bytes, before = 0) {
    let value = ~before;
    for (const byte of bytes) {
        value ^= byte;
        for (let bit = 0; bit < 8; bit++) value = (value >>> 1) ^ (value & 1 ? 0xedb88320 : 0);
    }

    return ~value >>> 0;
}
