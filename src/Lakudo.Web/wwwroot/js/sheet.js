// The grid of a month sheet by keyboard: Enter and the arrows go from row to row within a column, so that a column of paper is typed without the mouse. The last row's Enter goes to "Periksa dulu".
// Without this script Enter sends the form to be checked, which loses nothing.
document.addEventListener("keydown", (event) => {
  const field = event.target;
  if (!field.matches?.("#lembar input[data-column]") || event.ctrlKey || event.altKey || event.metaKey) return;
  const step = { Enter: event.shiftKey ? -1 : 1, ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (step) {
    event.preventDefault();
    const column = [...document.querySelectorAll(`#lembar input[data-column="${field.dataset.column}"]`)];
    const next = column[column.indexOf(field) + step];
    if (next) go(next);
    else if (event.key === "Enter" && step > 0) document.querySelector('#lembar button[value="periksa"]').focus();
    return;
  }
  // At the end of what is typed the sideways arrows leave the field.
  const at = field.selectionStart;
  const side = event.key === "ArrowRight" && at === field.value.length ? 1 : event.key === "ArrowLeft" && field.selectionEnd === 0 ? -1 : 0;
  if (!side) return;
  const row = [...field.closest("tr").querySelectorAll("input[data-column]")];
  const next = row[row.indexOf(field) + side];
  if (!next) return;
  event.preventDefault();
  go(next);
});

function go(field) {
  field.focus();
  field.select();
}

// The first doubt is where the clerk goes on; otherwise the first weight.
const doubt = document.querySelector("#lembar .sheet-doubt input[data-column]");
doubt?.focus();
doubt?.select();
