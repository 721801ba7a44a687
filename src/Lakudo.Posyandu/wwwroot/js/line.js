// What goes to the server and what comes back.
import { sign } from './seal.js';
import { get, write } from './store.js';

export const pack = text => new Response(new Blob([text]).stream().pipeThrough(new CompressionStream('gzip'))).arrayBuffer();

/** Posts a text: {"status":…,"text":…}; status 0 where there is no answer. */
export async function post(path, body) {
    const stop = new AbortController();
    const timer = setTimeout(() => stop.abort(), 60_000);
    try {
        const answer = await fetch('api/' + path, { method: 'POST', body: await pack(body), headers: { 'content-type': 'application/json', 'content-encoding': 'gzip' }, credentials: 'omit', cache: 'no-store', signal: stop.signal });
        return { status: answer.status, text: await answer.text() };
    } catch {
        return { status: 0, text: '' };
    } finally {
        clearTimeout(timer);
    }
}

/**
 * Signs a message under the next number and posts it. One after the other, also between two tabs: the server takes no number that is lower than one it has seen. Where a number was taken already (the
 * browser sent it twice over a cut line), the same is said once more under a new one.
 */
export const say = (path, device, key, payload) => navigator.locks.request('lakudo-line', async () => {
    const first = await post(path, await sign(device, key, payload, await next()));
    return first.status === 409 && first.text.includes('C-070') ? post(path, await sign(device, key, payload, await next())) : first;
});

/** Numbers only rise, also where a copy of this phone's files was put back: they follow the clock. */
async function next() {
    const number = Math.max((await get('meta', 'number') ?? 0) + 1, Date.now());
    await write([['meta', 'number', number]]);
    return number;
}
