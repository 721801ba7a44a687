// Speaks calls from recorded tiles, one after the other, each to its end. Calls that come while one is spoken wait in line.
const digits = ["nol", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan", "sepuluh", "sebelas"];
const letters = ["a", "be", "ce", "de", "e", "ef", "ge", "ha", "i", "je", "ka", "el", "em", "en", "o", "pe", "ki", "er", "es", "te", "u", "ve", "we", "eks", "ye", "zet"];

function below1000(n) {
  if (n < 12) return n === 0 ? [] : [digits[n]];
  if (n < 20) return [digits[n - 10], "belas"];
  if (n < 100) return [digits[Math.floor(n / 10)], "puluh", ...below1000(n % 10)];
  return [...(n < 200 ? ["seratus"] : [digits[Math.floor(n / 100)], "ratus"]), ...below1000(n % 100)];
}

/** The tiles of a number as printed: A-012 is a, nol, dua belas. */
export function tilesOf(printed) {
  const tiles = [];
  for (const part of printed.toUpperCase().match(/[A-Z]|\d+/g) ?? []) {
    if (/[A-Z]/.test(part)) { tiles.push(letters[part.charCodeAt(0) - 65]); continue; }
    const zeros = part.match(/^0*/)[0].length;
    for (let i = 0; i < Math.min(zeros, part.length); i++) tiles.push("nol");
    const n = Number(part);
    if (n >= 1000) tiles.push(...(n < 2000 ? ["seribu"] : [...below1000(Math.floor(n / 1000)), "ribu"]));
    tiles.push(...below1000(n % 1000));
  }
  return tiles;
}

const words = ["belas", "puluh", "seratus", "ratus", "seribu", "ribu", "nomor-antrean", "kembali-dipanggil", "silakan-menuju-loket"];

export class Announcer {
  // Every tile is loaded once and kept, so that a cut network silences nothing.
  #tiles = new Map([...digits, ...letters, ...words].map((name) => [name, Object.assign(new Audio(`suara/${name}.ogg`), { preload: "auto" })]));
  #waiting = [];
  #speaking = false;
  #played = [];
  on = false;

  /** What was spoken so far, for those who check. */
  get spoken() { return this.#played; }

  /** Queues a call. While the voice is off, calls are shown and not spoken: nobody wants the whole morning read out when it is switched on. */
  call(number, counter, again) {
    if (!this.on) return;
    this.#waiting.push([again ? "kembali-dipanggil" : "nomor-antrean", ...tilesOf(number), "silakan-menuju-loket", ...tilesOf(counter)]);
    if (!this.#speaking) this.#speak();
  }

  start() { this.on = true; }

  async #speak() {
    this.#speaking = true;
    for (let tiles = this.#waiting.shift(); tiles; tiles = this.#waiting.shift()) {
      for (const tile of tiles) await this.#play(tile);
      this.#played.push(tiles.join(" "));
      await new Promise((go) => setTimeout(go, 400));
    }
    this.#speaking = false;
  }

  #play(tile) {
    return new Promise((go) => {
      const sound = this.#tiles.get(tile);
      if (!sound) { go(); return; }
      // A tile that cannot be played must not silence what comes after it.
      const late = setTimeout(go, 5000);
      sound.onended = sound.onerror = () => { clearTimeout(late); go(); };
      sound.currentTime = 0;
      sound.play().catch(sound.onerror);
    });
  }
}
