// Looks again every fifteen seconds, in place, so that a reader's focus and place on the page stay where they are.
setInterval(async () => {
  if (document.hidden || document.activeElement?.matches("input, select, textarea, button")) return;
  try {
    const answer = await fetch(location.href, { cache: "no-store" });
    if (!answer.ok) return;
    const fresh = new DOMParser().parseFromString(await answer.text(), "text/html").querySelector("main");
    document.querySelector("main").replaceChildren(...fresh.childNodes);
  } catch { /* cut off; the page shows the time of its data */ }
}, 15_000);
