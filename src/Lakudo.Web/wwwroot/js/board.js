import { follow } from "./stream.js";
import { Announcer } from "./announcer.js";

const board = document.getElementById("papan");
const offset = Number(board.dataset.offset);
const announcer = new Announcer();
window.announcer = announcer;
const sound = document.getElementById("suara");
// Number of the last call that was spoken. What was called before this board was switched on is shown and not spoken.
let spoken = Number(board.dataset.seq);

const local = (utc) => new Date(utc.getTime() + offset * 60_000).toISOString().slice(11, 16).replace(":", ".");
const text = (tag, words, className) => { const e = document.createElement(tag); e.textContent = words; if (className) e.className = className; return e; };

function show(data) {
  const latest = data.calls[0];
  const call = document.getElementById("panggilan");
  const [label, number, to] = [".label", ".number", ".to span"].map((s) => call.querySelector(s));
  label.textContent = latest ? "Nomor antrean" : "Belum ada panggilan";
  number.textContent = latest?.number ?? "–";
  to.textContent = latest ? `Loket ${latest.counter}` : "Silakan menunggu";
  document.getElementById("sebelumnya").replaceChildren(...data.calls.slice(1, 4).map((c) => {
    const li = document.createElement("li");
    li.append(text("span", c.number, "number"), text("span", `Loket ${c.counter}`));
    return li;
  }));
  const desks = [...data.calls].sort((a, b) => a.counter.localeCompare(b.counter, "id", { numeric: true }));
  document.getElementById("loket").replaceChildren(...desks.map((c) => {
    const li = document.createElement("li");
    if (c.state === "Called") li.className = "is-called";
    const name = text("span", `Loket ${c.counter}`, "name");
    name.append(text("small", c.state === "Called" ? "dipanggil" : "dilayani"));
    li.append(name, text("span", c.number, "number"));
    return li;
  }));
  document.getElementById("menunggu").textContent = "Menunggu: " + data.lines.map((l) => `${l.code} ${l.count}`).join(" · ");
  document.getElementById("jam").textContent = local(new Date(data.at));

  // The numbers begin anew with the day.
  if (data.seq < spoken) spoken = data.seq;
  for (const c of data.announcements.filter((a) => a.seq > spoken)) {
    announcer.call(c.number, c.counter, c.again);
    spoken = c.seq;
    call.classList.remove("is-new");
    requestAnimationFrame(() => call.classList.add("is-new"));
  }
}

function stale(since) {
  const mark = document.getElementById("basi");
  mark.hidden = since === null;
  mark.querySelector("b").textContent = since ? local(since) : "";
}

// A television set up for it may play at once (--autoplay-policy=no-user-gesture-required); other browsers want one press.
if (new AudioContext().state === "running") announcer.start();
else {
  sound.hidden = false;
  sound.addEventListener("click", () => { announcer.start(); sound.hidden = true; });
}
follow(board.dataset.events, board.dataset.poll, spoken, new Date(board.dataset.at), show, stale);
