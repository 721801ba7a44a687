// node measure.mjs [chromium]      (Node 22, or Node 20 with --experimental-websocket; a Chromium on the path)
// Publishes the benchmark, serves it on a free port of loopback and runs it in headless Chromium, as it is and with the processor throttled six times.
import { execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';

const here = import.meta.dirname;
const types = { '.html': 'text/html', '.js': 'text/javascript', '.wasm': 'application/wasm', '.json': 'application/json' };
const work = mkdtempSync(join(tmpdir(), 'growth-browser-'));
execFileSync('dotnet', ['publish', join(here, 'GrowthBrowser.csproj'), '-c', 'Release', '-o', join(work, 'out'), '-v', 'q', '--nologo'], { stdio: 'inherit' });
const root = join(work, 'out', 'wwwroot');
const server = createServer((request, response) => {
    const file = join(root, request.url === '/' ? 'index.html' : request.url);
    if (!existsSync(file)) return response.writeHead(404).end();
    response.writeHead(200, { 'content-type': types[extname(file)] ?? 'application/octet-stream' }).end(readFileSync(file));
});
await new Promise(done => server.listen(0, '127.0.0.1', done));
const browser = spawn(process.argv[2] ?? 'chromium',
    ['--headless=new', '--no-sandbox', '--remote-debugging-port=0', `--user-data-dir=${join(work, 'profile')}`, 'about:blank'],
    { detached: true, stdio: ['ignore', 'ignore', 'pipe'] });
try {
    const address = await new Promise(found => browser.stderr.on('data', text => {
        const match = /ws:\/\/([^/]+)\//.exec(text);
        if (match) found(match[1]);
    }));
    for (const rate of [1, 6]) {
        const tab = await (await fetch(`http://${address}/json/new?about:blank`, { method: 'PUT' })).json();
        const socket = new WebSocket(tab.webSocketDebuggerUrl);
        await new Promise(open => { socket.onopen = open; });
        const said = new Promise((done, failed) => {
            socket.onmessage = message => {
                const { method, params } = JSON.parse(message.data);
                if (method === 'Runtime.exceptionThrown') failed(new Error(JSON.stringify(params.exceptionDetails)));
                if (method === 'Runtime.consoleAPICalled') done(params.args.map(part => part.value).join(' '));
            };
        });
        ['Runtime.enable', 'Page.enable', 'Emulation.setCPUThrottlingRate', 'Page.navigate'].forEach((method, i) =>
            socket.send(JSON.stringify({ id: i + 1, method, params: [{}, {}, { rate }, { url: `http://127.0.0.1:${server.address().port}/` }][i] })));
        console.log(`throttled x${rate}: ${await said}`);
        socket.close();
    }
} finally {
    process.kill(-browser.pid);
    server.close();
    await new Promise(gone => browser.once('exit', gone));
    rmSync(work, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
}
