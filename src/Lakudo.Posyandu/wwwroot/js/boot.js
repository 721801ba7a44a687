// Installs the app file by file and starts it. A file that has come whole (its hash is checked) is never fetched again, so a cut line costs one file at most; a newer app is
// fetched in the background, only the files that changed, and takes over at the next opening.
const FILES = 'posyandu-files', VERSIONS = 'posyandu-versions';
const base = new URL('.', document.baseURI).href;
const note = document.getElementById('boot-note'), bar = document.getElementById('boot-bar');
const say = (text, share) => { if (note) note.textContent = text; if (bar && share !== undefined) bar.value = share; };
const keyOf = file => `${base}${file.url}?berkas=${encodeURIComponent(file.hash)}`;

async function offered() {
    const answer = await fetch(base + 'berkas.json', { cache: 'no-cache' });
    if (!answer.ok) throw new Error('no list of files');
    return answer.json();
}

async function kept(name) {
    return (await (await caches.open(VERSIONS)).match(base + name))?.json();
}

const keep = async (name, list) => (await caches.open(VERSIONS)).put(base + name, new Response(JSON.stringify(list), { headers: { 'content-type': 'application/json' } }));

async function fetchFiles(list, told) {
    const cache = await caches.open(FILES);
    const has = new Set((await cache.keys()).map(request => request.url));
    const missing = list.assets.filter(file => !has.has(keyOf(file)));
    let done = list.assets.length - missing.length;
    const next = async () => {
        for (let file; (file = missing.shift());) {
            const answer = await fetch(keyOf(file), { integrity: file.hash });
            if (!answer.ok) throw new Error(file.url);
            // Kept without the address it came from, which scripts would otherwise take for their own; the headers of safety stay with it.
            const headers = new Headers(answer.headers);
            for (const name of ['content-encoding', 'content-length', 'vary']) headers.delete(name);
            await cache.put(keyOf(file), new Response(await answer.blob(), { headers }));
            told?.(++done / list.assets.length);
        }
    };
    await Promise.all([next(), next(), next(), next()]);
}

async function forgetOld(list) {
    const wanted = new Set(list.assets.map(keyOf));
    const cache = await caches.open(FILES);
    for (const request of await cache.keys()) if (!wanted.has(request.url)) await cache.delete(request);
}

async function install() {
    for (let pause = 1; ; pause = Math.min(pause * 2, 30)) {
        try {
            const list = await offered();
            await fetchFiles(list, share => say(`Memasang aplikasi… ${Math.round(share * 100)}%`, share));
            await keep('current', list);
            return;
        } catch {
            say(`Sinyal terputus. Dilanjutkan sendiri dalam ${pause} detik; yang sudah terpasang tidak diulang.`);
            await new Promise(done => { setTimeout(done, pause * 1000); addEventListener('online', done, { once: true }); });
        }
    }
}

async function lookForNewer() {
    try {
        const [list, current] = await Promise.all([offered(), kept('current')]);
        if (list.version === current.version) return;
        await fetchFiles(list);
        await keep('next', list);
    } catch { /* no signal: another day */ }
}

async function serve() {
    await navigator.serviceWorker.register(base + 'service-worker.js', { updateViaCache: 'none' });
    await navigator.serviceWorker.ready;
    if (!navigator.serviceWorker.controller) await new Promise(done => navigator.serviceWorker.addEventListener('controllerchange', done, { once: true }));
}

if ('serviceWorker' in navigator && 'caches' in window) {
    const next = await kept('next').catch(() => null);
    if (next) {
        await keep('current', next);
        await (await caches.open(VERSIONS)).delete(base + 'next');
        navigator.serviceWorker.controller?.postMessage('version');
        await forgetOld(next);
    }
    if (!await kept('current')) await install();
    await serve().catch(() => { /* without a worker the app still runs while there is a signal */ });
    say('Membuka…', 1);
    setTimeout(lookForNewer, 8000);
}
const script = document.createElement('script');
script.src = '_framework/blazor.webassembly.js';
document.body.append(script);
