// The phone's own database: four shelves, and nothing else. Values on the shelf "records" are encrypted before they come here (vault.js).
const SHELVES = ['keys', 'meta', 'records', 'sealed'];
let opening;

function open() {
    opening ??= new Promise((done, failed) => {
        const request = indexedDB.open('lakudo-posyandu', 1);
        request.onupgradeneeded = () => SHELVES.forEach(name => request.result.createObjectStore(name));
        request.onsuccess = () => done(request.result);
        request.onerror = () => failed(request.error);
    });
    return opening;
}

/** Everything on a shelf: [[key, value], …]. */
export async function all(shelf) {
    const store = (await open()).transaction(shelf).objectStore(shelf);
    const [keys, values] = await Promise.all([answer(store.getAllKeys()), answer(store.getAll())]);
    return keys.map((key, i) => [key, values[i]]);
}

export const count = async shelf => answer((await open()).transaction(shelf).objectStore(shelf).count());

export const get = async (shelf, key) => answer((await open()).transaction(shelf).objectStore(shelf).get(key));

/** Writes all of it or nothing: [[shelf, key, value], …]; a value of undefined deletes, a key of null empties the shelf. */
export async function write(changes) {
    if (changes.length === 0) return;
    const transaction = (await open()).transaction([...new Set(changes.map(change => change[0]))], 'readwrite', { durability: 'strict' });
    for (const [shelf, key, value] of changes) {
        const store = transaction.objectStore(shelf);
        if (key === null) store.clear();
        else if (value === undefined) store.delete(key);
        else store.put(value, key);
    }
    await new Promise((done, failed) => {
        transaction.oncomplete = done;
        transaction.onabort = transaction.onerror = () => failed(transaction.error);
    });
}

const answer = request => new Promise((done, failed) => {
    request.onsuccess = () => done(request.result);
    request.onerror = () => failed(request.error);
});
