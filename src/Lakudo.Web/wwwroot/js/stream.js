// A stream of events that goes on from what was heard last, falls back to asking every few seconds, and tells when what is shown has become old.
export function follow(events, poll, start, startAt, show, stale) {
  const staleAfter = 20_000; // The server says something every fifteen seconds.
  let heard = start;
  let at = startAt;
  let taken = Date.now();
  let polling = 0;
  let source = null;

  const after = (address) => address + (address.includes("?") ? "&" : "?") + "after=" + heard;
  const take = (board) => {
    heard = board.seq;
    at = new Date(board.at);
    taken = Date.now();
    stale(null);
    show(board);
  };
  const ask = async () => {
    try {
      const answer = await fetch(after(poll), { cache: "no-store" });
      if (answer.ok) take(await answer.json());
    } catch { /* Still cut off; the mark of age says so. */ }
  };
  const open = () => {
    source = new EventSource(after(events));
    source.addEventListener("board", (event) => {
      clearInterval(polling);
      polling = 0;
      take(JSON.parse(event.data));
    });
    source.onerror = () => {
      if (!polling) polling = setInterval(ask, 3000);
      // A browser gives up for good when the server answered with an error; then we begin anew.
      if (source.readyState === EventSource.CLOSED) setTimeout(open, 5000);
    };
  };
  open();
  setInterval(() => { if (Date.now() - taken > staleAfter) stale(at); }, 1000);
}
