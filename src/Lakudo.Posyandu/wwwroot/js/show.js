// Shows a text as QR frames on the canvas with id "qr", one after the other, until it is stopped or the screen is left.
import encodeQR from '../lib/qr.js';
import { split } from './frames.js';

const VERSION = 15, SIDE = 4 * VERSION + 17 + 2 * 4;
let frames = [], at = 0, timer = 0, awake = null;

/** Packs and splits; how many frames there are. */
export async function prepare(text) {
    const packed = await new Response(new Blob([text]).stream().pipeThrough(new CompressionStream('gzip'))).arrayBuffer();
    frames = split(new Uint8Array(packed));
    at = 0;
    return frames.length;
}

/** Shows a frame every so many milliseconds from now on; 0 stands still. Gives the number, from 1, of the one on the screen. */
export function play(pause) {
    clearInterval(timer);
    draw();
    if (pause > 0) timer = setInterval(() => { at = (at + 1) % frames.length; draw(); }, pause);
    // A phone that goes dark in the middle helps nobody.
    if (pause > 0 && !awake) navigator.wakeLock?.request('screen').then(lock => { awake = lock; lock.addEventListener('release', () => { awake = null; }); }, () => {});
    if (pause === 0) awake?.release();
    return at + 1;
}

/** The next frame, of a showing that stands still; its number from 1. */
export function step() {
    at = (at + 1) % frames.length;
    draw();
    return at + 1;
}

export function stop() {
    clearInterval(timer);
    frames = [];
    awake?.release();
}

function draw() {
    const canvas = document.getElementById('qr');
    if (!canvas || frames.length === 0) return stop();
    const modules = encodeQR(frames[at], 'raw', { ecc: 'medium', encoding: 'alphanumeric', version: VERSION, border: 4 });
    const size = Math.max(2, Math.floor(canvas.clientWidth * devicePixelRatio / SIDE));
    if (canvas.width !== SIDE * size) canvas.width = canvas.height = SIDE * size;
    const paper = canvas.getContext('2d');
    paper.fillStyle = '#fff';
    paper.fillRect(0, 0, canvas.width, canvas.height);
    paper.fillStyle = '#000';
    modules.forEach((row, y) => row.forEach((dark, x) => { if (dark) paper.fillRect(x * size, y * size, size, size); }));
}
