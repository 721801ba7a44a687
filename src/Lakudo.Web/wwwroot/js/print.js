// A button that prints exists only where a script can do it; without one, the browser's own menu prints the same page.
for (const button of document.querySelectorAll('[data-print]')) {
  button.hidden = false;
  button.addEventListener('click', () => window.print());
}
