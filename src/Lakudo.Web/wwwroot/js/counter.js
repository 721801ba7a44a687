// One key for each act of a counter; not while somebody types in a field, where Escape leads out again. A list that is chosen from lets the number keys of the reasons through.
const typing = () => /INPUT|SELECT|TEXTAREA/.test(document.activeElement?.tagName ?? "");
const choosing = (key) => document.activeElement?.id === "ke" && /^[1-9]$/.test(key) && document.activeElement.value;

document.addEventListener("keydown", (event) => {
  if (event.key === "Escape") {
    document.activeElement?.closest("details")?.removeAttribute("open");
    document.activeElement?.blur();
    return;
  }
  if (event.ctrlKey || event.altKey || event.metaKey || event.repeat || (typing() && !choosing(event.key))) return;
  const target = document.querySelector(`[data-key="${CSS.escape(event.key.toUpperCase())}"]:not(:disabled)`);
  // What is folded away or gone cannot be pressed.
  if (!target?.checkVisibility()) return;
  event.preventDefault();
  if (target.tagName === "SUMMARY") {
    target.parentElement.open = true;
    target.parentElement.querySelector("input:not([type=hidden]), select")?.focus();
  } else target.click();
});

// An act can be taken back for some seconds; after that the button would only be refused.
const back = document.getElementById("urung");
if (back) setTimeout(() => back.remove(), Number(back.dataset.for));

// Who waits is looked up every five seconds, in place. When the counter itself changed elsewhere (a colleague took it over), the whole page is loaded again.
setInterval(async () => {
  const keys = document.getElementById("tombol");
  if (document.hidden || !keys) return;
  try {
    const answer = await fetch(location.href, { cache: "no-store" });
    if (!answer.ok) return;
    const fresh = new DOMParser().parseFromString(await answer.text(), "text/html");
    if (fresh.getElementById("tombol")?.dataset.state !== keys.dataset.state) {
      if (!typing()) location.reload();
      return;
    }
    for (const part of ["#antrean", ".serving"]) document.querySelector(part).replaceChildren(...fresh.querySelector(part).childNodes);
  } catch { /* Cut off; the next look tells. */ }
}, 5_000);
