// After a number: prints the slip at once and goes back to the first screen for the next visitor. Before: a keyboard on the glass, and a fresh screen
// when somebody walked away in the middle.
const home = "anjungan";

if (document.querySelector(".paper")) {
  window.print();
  setTimeout(() => { location.href = home; }, 15_000);
} else {
  let left = setTimeout(leave, 60_000);
  function leave() { location.href = home; }
  for (const kind of ["pointerdown", "keydown"]) document.addEventListener(kind, () => { clearTimeout(left); left = setTimeout(leave, 60_000); });

  const rows = { huruf: ["qwertyuiop", "asdfghjkl", "zxcvbnm"], nomor: ["1234567890", "ABCDEFGHIJ", "KLMNOPQRST", "UVWXYZ-"] };
  let board = null;
  const key = (label, act, wide) => {
    const button = Object.assign(document.createElement("button"), { type: "button", textContent: label, className: wide ? "wide" : "" });
    button.addEventListener("pointerdown", (event) => event.preventDefault()); // The field keeps the focus.
    button.addEventListener("click", act);
    return button;
  };
  const show = (field) => {
    board?.remove();
    board = document.createElement("div");
    board.className = "keyboard mt-3";
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
  };
  // Where a finger is what points, the machine has no keys of its own.
  if (matchMedia("(pointer: coarse)").matches) {
    for (const field of document.querySelectorAll("[data-keyboard]")) {
      field.inputMode = "none";
      field.addEventListener("focus", () => show(field));
    }
  }
}
