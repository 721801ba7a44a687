// node bench/Posyandu/measure.mjs ADDRESS CODE [PLAYWRIGHT]
// Measures the posyandu app of a running server in Chromium at phone size. CODE is an unused registration code of a posyandu with about 60 children;
// PLAYWRIGHT is the folder of playwright-core (default: the one that tests/Lakudo.E2E was built with). Prints the table of bench/posyandu-app.md.
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

const [address, code, folder] = process.argv.slice(2);
const built = join(import.meta.dirname, '../../tests/Lakudo.E2E/bin/Debug/net10.0/.playwright/package');
const { chromium } = createRequire(import.meta.url)(folder ?? built);
const app = new URL('posyandu/', address).href, pin = '274915';
const slow400 = { offline: false, latency: 150, downloadThroughput: 400_000 / 8, uploadThroughput: 400_000 / 8 };
const free = { offline: false, latency: 0, downloadThroughput: -1, uploadThroughput: -1 };
const executablePath = ['/usr/bin/chromium', '/usr/bin/chromium-browser'].find(existsSync);
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
const context = await browser.newContext({ viewport: { width: 360, height: 640 }, locale: 'id-ID', isMobile: true, hasTouch: true });
context.setDefaultTimeout(180_000);
const rows = [];
const note = (what, value) => { rows.push([what, value]); console.log(`${what}: ${value}`); };
const timed = async run => { const start = performance.now(); await run(); return Math.round(performance.now() - start); };
const median = list => list.toSorted((a, b) => a - b)[list.length >> 1];

let page = await context.newPage();
let line = await context.newCDPSession(page);
let received = 0, sent = 0, files = 0;
const count = async () => {
    await line.send('Network.enable');
    line.on('Network.loadingFinished', event => { received += event.encodedDataLength; files++; });
    line.on('Network.requestWillBeSentExtraInfo', event => { sent += Number(event.headers['Content-Length'] ?? event.headers['content-length'] ?? 0); });
};
await count();
await line.send('Network.emulateNetworkConditions', slow400);
note('first visit at 400 kbit/s until it can be registered, ms', await timed(async () => { await page.goto(app); await page.waitForSelector('#kode'); }));
note('first visit, received bytes', received);
note('first visit, answers', files);

received = 0;
await page.fill('#kode', code);
await page.fill('#pin', pin);
await page.fill('#pin2', pin);
const load = await timed(async () => { await page.click('button.main'); await page.waitForSelector('ul.people li'); });
const children = await page.locator('ul.people li').count();
note(`registered and ${children} children loaded at 400 kbit/s, ms`, load);
note('… received bytes', received);
await line.send('Network.emulateNetworkConditions', free);

for (const rate of [1, 6]) {
    const [open, unlock, child, save, next] = [[], [], [], [], []];
    await context.setOffline(true);
    for (let run = 0; run < 5; run++) {
        await page.close();
        page = await context.newPage();
        line = await context.newCDPSession(page);
        await line.send('Emulation.setCPUThrottlingRate', { rate });
        open.push(await timed(async () => { await page.goto(app); await page.waitForSelector('#pin'); }));
        await page.fill('#pin', pin);
        unlock.push(await timed(async () => { await page.click('button.main'); await page.waitForSelector('ul.people li'); }));
        child.push(await timed(async () => { await page.click('ul.people li:nth-child(1) a'); await page.waitForSelector('#berat'); }));
        for (let one = 0; one < 3; one++) {
            const last = /([\d,]+) kg/.exec(await page.locator('#berat-lalu').textContent())?.[1].replace(',', '.');
            await page.fill('#berat', String((last ? Number(last) + 0.21 + one / 100 : 4.21).toFixed(2)).replace('.', ','));
            save.push(await timed(async () => {
                await page.click('form button.stick');
                await page.waitForSelector('.verdict, .doubts');
                if (await page.locator('.doubts').count()) { await page.click('.doubts button'); await page.waitForSelector('.verdict'); }
            }));
            next.push(await timed(async () => { await page.click('#berikut'); await page.waitForSelector('#berat'); }));
        }
    }
    note(`CPU x${rate}: opened offline until the PIN, ms (median of 5)`, median(open));
    note(`CPU x${rate}: PIN until the list of ${children}, ms`, median(unlock));
    note(`CPU x${rate}: a child from the list, ms`, median(child));
    note(`CPU x${rate}: saved until colour and words, ms`, median(save));
    note(`CPU x${rate}: next child, ms (median of 15)`, median(next));
}

await context.setOffline(false);
line = await context.newCDPSession(page);
await count();
received = sent = 0;
await line.send('Network.emulateNetworkConditions', slow400);
await line.send('Emulation.setCPUThrottlingRate', { rate: 1 });
await page.click('nav.tabs >> text=Kirim');
const waiting = /\d+/.exec(await page.locator('.progress').textContent())?.[0];
note(`${waiting} measurements sent at 400 kbit/s and what is new fetched, ms`, await timed(async () => { await page.click('button.main'); await page.waitForSelector('text=Semua sudah terkirim'); }));
note('… sent bytes', sent);
note('… received bytes', received);
await browser.close();
console.log('\n| | |\n|---|---|\n' + rows.map(row => `| ${row.join(' | ')} |`).join('\n'));
