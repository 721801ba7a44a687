// What was done stands on a page that came whole, and then no screen reader announces it: it is said once more, a moment later, to them only.
const line = document.querySelector("[data-done]");
if (line) {
  const said = Object.assign(document.createElement("div"), { className: "visually-hidden" });
  said.setAttribute("role", "status");
  line.after(said);
  setTimeout(() => { said.textContent = line.textContent; }, 300);
  setTimeout(() => said.remove(), 6_000);
}
