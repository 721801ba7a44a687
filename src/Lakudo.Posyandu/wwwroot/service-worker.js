// Answers from what boot.js has installed: the same files until a newer app is complete. Talks to the server itself only for api/ and for what is not installed.
const base = new URL('.', self.location).href;
let current;

const version = () => current ??= caches.open('posyandu-versions')
    .then(cache => cache.match(base + 'current')).then(answer => answer?.json())
    .then(list => list ? new Map(list.assets.map(file => [base + file.url, `${base}${file.url}?berkas=${encodeURIComponent(file.hash)}`])) : (current = undefined));

self.addEventListener('install', () => self.skipWaiting());
self.addEventListener('activate', event => event.waitUntil(self.clients.claim()));
self.addEventListener('message', event => { if (event.data === 'version') current = undefined; });
self.addEventListener('fetch', event => {
    const [url, query] = event.request.url.split('#')[0].split('?');
    // boot.js names a file it wants from the server by its hash.
    if (event.request.method !== 'GET' || query?.startsWith('berkas=') || !url.startsWith(base) || url.startsWith(base + 'api/') || url === base + 'berkas.json') return;
    event.respondWith(answer(event.request, event.request.mode === 'navigate' ? base + 'index.html' : url));
});

async function answer(request, url) {
    const key = (await version())?.get(url);
    return key && await (await caches.open('posyandu-files')).match(key) || fetch(request);
}
