// Reads a cadre's work from the screen of her phone: the camera sees QR frames in any order, the page says which are missing, and the whole goes into the same form as a file would.
// Without this script, or without a camera, the form takes the file.
import { decodeQR } from "../lib/qr/decode.js";
import { Gathering, spans } from "../lib/frames.js";

const panel = document.getElementById("pindai");
const [start, video, news, bar] = ["mulai", "kamera", "kabar", "bar"].map((name) => document.getElementById(`pindai-${name}`));
const still = document.createElement("canvas");
const paper = still.getContext("2d", { willReadFrequently: true });
let stream = null;
let gathering = new Gathering();
let began = 0;

panel.hidden = false;
start.addEventListener("click", () => (stream ? stop("Kamera dimatikan. Yang sudah terbaca tidak hilang; nyalakan lagi untuk melanjutkan.") : begin()));
addEventListener("pagehide", () => stop(""));

async function begin() {
  if (!navigator.mediaDevices) {
    news.textContent = "Kamera hanya dapat dipakai bila alamat ini dibuka lewat HTTPS. Minta kader menyimpan berkas saja.";
    return;
  }

  try {
    stream = await navigator.mediaDevices.getUserMedia({ audio: false, video: { facingMode: "environment", width: { ideal: 1280 }, height: { ideal: 720 } } });
  } catch (fault) {
    news.textContent = fault.name === "NotAllowedError" ? "Peramban belum mengizinkan kamera. Izinkan kamera untuk alamat ini, lalu coba lagi." : "Kamera tidak ditemukan atau sedang dipakai program lain. Minta kader menyimpan berkas saja.";
    return;
  }

  video.srcObject = stream;
  video.hidden = false;
  await video.play();
  start.textContent = "Matikan kamera";
  news.textContent = "Arahkan kamera ke layar ponsel kader sampai kodenya memenuhi gambar.";
  began ||= performance.now();
  look();
}

function stop(text) {
  stream?.getTracks().forEach((track) => track.stop());
  stream = null;
  video.hidden = true;
  start.textContent = "Nyalakan kamera";
  news.textContent = text;
}

/** One picture after the other, as fast as this machine reads them; between two of them the page breathes. */
function look() {
  if (!stream) return;
  if (video.videoWidth > 0) {
    [still.width, still.height] = [video.videoWidth, video.videoHeight];
    paper.drawImage(video, 0, 0);
    const text = read(paper.getImageData(0, 0, still.width, still.height));
    if (text !== null && take(text)) return;
  }

  setTimeout(look, 15);
}

function read(image) {
  try {
    return decodeQR(image);
  } catch {
    return null; // no code in this picture
  }
}

/** Takes what was read; true when it was the last one. */
function take(text) {
  if (gathering.add(text) !== "new") return false;
  const missing = gathering.missing;
  bar.hidden = false;
  [bar.max, bar.value] = [gathering.of, gathering.of - missing.length];
  news.textContent = `${gathering.of - missing.length} dari ${gathering.of} gambar terbaca.${missing.length > 0 ? ` Belum: ${spans(missing)}.` : ""}`;
  const whole = gathering.whole();
  if (!whole) return false;
  hand(whole);
  return true;
}

async function hand(whole) {
  const seconds = Math.round((performance.now() - began) / 100) / 10;
  stop(`Semua ${gathering.of} gambar terbaca dalam ${String(seconds).replace(".", ",")} detik. Sedang dimasukkan…`);
  const file = await new Response(new Blob([whole]).stream().pipeThrough(new DecompressionStream("gzip"))).blob();
  const form = document.getElementById("serahan");
  const carried = new DataTransfer();
  carried.items.add(new File([file], "qr.lakudo"));
  form.elements["Form.File"].files = carried.files;
  form.elements["Form.Way"].value = "Qr";
  form.requestSubmit();
}
