// A stream of events that resumes where it was cut, falls back to asking every few seconds, and tells when what it shows has become old.
export function follow(events, poll, show, stale) {
  const staleAfter = 40_000;
  let heard = Date.now();
  let polling = 0;
  const take = (board) => { heard = Date.now(); stale(null); show(board); };

  const ask = async () => {
    try {
      const answer = await fetch(poll, { cache: "no-store" });
      if (answer.ok) take(await answer.json());
    } catch { /* still cut off; the mark of age says so */ }
  };
  const source = new EventSource(events);
  source.addEventListener("board", (event) => {
    clearInterval(polling);
    polling = 0;
    take(JSON.parse(event.data));
  });
  source.onerror = () => { if (!polling) polling = setInterval(ask, 3000); };
  setInterval(() => { if (Date.now() - heard > staleAfter) stale(new Date(heard)); }, 1000);
}
