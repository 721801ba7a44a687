// Prints the slip at once and goes back to the first screen for the next visitor.
window.print();
setTimeout(() => { location.href = "anjungan"; }, 15_000);
