// A kiosk never leaves its page: every tap is asked for in the background, one at a time, and asked again until the server answers. So a cut line cannot leave the
// browser's own error page, and a visit whose answer got lost still gets its one number and its slip. The server knows a visit by its id, whatever is sent twice.
const home = "anjungan";
const own = document.querySelector("script[src*='kiosk']").getAttribute("src");
const rows = { huruf: ["qwertyuiop", "asdfghjkl", "zxcvbnm"], nomor: ["1234567890", "ABCDEFGHIJ", "KLMNOPQRST", "UVWXYZ-"] };
let busy = false;
let left = 0;

const kiosk = () => document.querySelector(".kiosk");
const pause = () => new Promise((resolve) => { setTimeout(resolve, 3_000); addEventListener("online", resolve, { once: true }); });

async function ask(url, body) {
  try {
    const answer = await fetch(url, { method: body ? "POST" : "GET", body, cache: "no-store", signal: AbortSignal.timeout(15_000) });
    if (answer.status >= 500 || answer.status === 429) return null;
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    return { page: page.querySelector(".kiosk") ? page : null, url: answer.url };
  } catch {
    return null;
  }
}

async function go(url, body) {
  if (busy) return;
  busy = true;
  clearTimeout(left);
  kiosk().setAttribute("aria-busy", "true");
  const visit = body?.get("Form.Visit") ?? body?.get("Arrival.Visit");
  const until = Date.now() + 120_000;
  let answer;
  while (!(answer = await ask(url, body))?.page) {
    tell(body);
    await pause();
    // Whoever touched it has gone by now: no number is taken for nobody, but one that was taken is still printed.
    if (body && Date.now() > until) [url, body] = [`${home}?cetak=${visit}`, undefined];
    // The server answers, but not with a kiosk's page: it begins anew.
    else if (answer) [url, body] = [home, undefined];
  }
  busy = false;
  show(answer.page, answer.url, Boolean(body));
}

function tell(taking) {
  if (document.getElementById("putus")) return;
  const note = Object.assign(document.createElement("div"), { id: "putus", className: "kiosk-cut" });
  note.setAttribute("role", "alert");
  note.append(
    Object.assign(document.createElement("h2"), { textContent: "Sambungan terputus" }),
    Object.assign(document.createElement("p"), { textContent: "Akan dicoba lagi sendiri setiap beberapa detik." }),
    Object.assign(document.createElement("p"), {
      textContent: taking ? "Tunggu sebentar. Anda tetap mendapat satu nomor, dan karcisnya keluar begitu tersambung." : "Layar ini kembali sendiri begitu tersambung. Bila lama, minta nomor kepada petugas.",
    }),
  );
  kiosk().append(note);
}

function show(page, url, posted) {
  const fresh = page.querySelector(".kiosk");
  // A new release brought another script: the whole page is loaded once, right after the server answered.
  const script = page.querySelector("script[src*='kiosk']")?.getAttribute("src");
  if (!posted && script && script !== own) return location.replace(url);
  kiosk().replaceWith(document.adoptNode(fresh));
  document.title = page.title;
  // Loaded again, the page shows the slip again; any other screen is the one that was asked for.
  history.replaceState(null, "", fresh.dataset.cetak ?? (posted ? home : url));
  scrollTo(0, 0);
  fresh.querySelector("main")?.focus({ preventScroll: true });
  arrange();
}

// After a number: prints the slip at once and goes back to the first screen for the next visitor. Before: a keyboard on the glass, and a fresh screen
// when somebody walked away in the middle.
async function arrange() {
  clearTimeout(left);
  if (document.querySelector(".paper")) {
    left = setTimeout(() => go(kiosk().dataset.selesai), 15_000);
    await Promise.all([...document.querySelectorAll(".paper img")].map((image) => image.decode().catch(() => {})));
    window.print();
    return;
  }
  wait();
  // Where a finger is what points, the machine has no keys of its own.
  if (!matchMedia("(pointer: coarse)").matches) return;
  for (const field of document.querySelectorAll("[data-keyboard]")) {
    field.inputMode = "none";
    field.addEventListener("focus", () => keyboard(field));
  }
}

function wait() {
  clearTimeout(left);
  left = setTimeout(() => go(home), 60_000);
}

function keyboard(field) {
  const key = (label, act, wide) => {
    const button = Object.assign(document.createElement("button"), { type: "button", textContent: label, className: wide ? "wide" : "" });
    button.addEventListener("pointerdown", (event) => event.preventDefault()); // The field keeps the focus.
    button.addEventListener("click", act);
    return button;
  };
  document.querySelector(".keyboard")?.remove();
  const board = Object.assign(document.createElement("div"), { className: "keyboard mt-3" });
  board.setAttribute("aria-label", "Papan ketik");
  board.setAttribute("role", "group");
  const lines = rows[field.dataset.keyboard].map((signs) => [...signs].map((sign) => key(sign, () => { field.value += sign; })));
  lines.push([
    key("spasi", () => { field.value += " "; }, true),
    key("hapus", () => { field.value = field.value.slice(0, -1); }, true),
  ]);
  for (const keys of lines) {
    const line = document.createElement("div");
    line.append(...keys);
    board.append(line);
  }
  field.form.after(board);
}

addEventListener("submit", (event) => {
  const form = event.target;
  if (!form.closest(".kiosk")) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  const fields = new URLSearchParams(new FormData(form, event.submitter));
  if (form.method === "get") go(`${home}?${fields}`);
  else go(location.href, fields);
}, true);

addEventListener("click", (event) => {
  const link = event.target.closest?.(".kiosk a[href]");
  if (!link || new URL(link.href).pathname !== new URL(home, document.baseURI).pathname) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  go(link.href);
}, true);

for (const kind of ["pointerdown", "keydown"]) document.addEventListener(kind, () => { if (!busy && !document.querySelector(".paper")) wait(); });
addEventListener("pageshow", (event) => { if (event.persisted) go(home); });
arrange();
