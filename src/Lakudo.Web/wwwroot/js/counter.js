// One key for each act of a counter; not while somebody types in a field. The page looks again by itself while nobody is at the counter.
document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.altKey || event.metaKey || /INPUT|SELECT|TEXTAREA/.test(document.activeElement?.tagName ?? "")) return;
  const button = document.querySelector(`[data-key="${event.key.toUpperCase()}"]:not(:disabled)`);
  if (button) { event.preventDefault(); button.click(); }
});
setInterval(() => {
  const typing = /INPUT|SELECT|TEXTAREA/.test(document.activeElement?.tagName ?? "");
  if (!document.hidden && !typing && document.querySelector('[data-key="P"]:not(:disabled)')) location.reload();
}, 10_000);
