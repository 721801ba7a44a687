// Builds what pages load, from npm packages and our own sources, into wwwroot/lib (not committed):
// one style sheet, one sprite of icons, one font. Run by `npm run build`.
import { copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync } from "node:zlib";
import { compile } from "sass";

const here = dirname(fileURLToPath(import.meta.url));
const root = join(here, "../../..");
const packages = join(root, "node_modules");
const out = join(here, "../wwwroot/lib");

rmSync(out, { recursive: true, force: true });
mkdirSync(out, { recursive: true });

const { css } = compile(join(here, "css/lakudo.scss"), {
  loadPaths: [packages],
  style: "compressed",
  // Bootstrap 5 is written for the older Sass of @import; its own warnings are not ours to mend.
  silenceDeprecations: ["import", "global-builtin", "color-functions", "if-function"],
});
writeFileSync(join(out, "lakudo.css"), css);

const names = readFileSync(join(here, "icons.txt"), "utf8").split("\n").map(line => line.trim()).filter(line => line && !line.startsWith("#"));
const symbols = names.map(name => {
  const svg = readFileSync(join(packages, `bootstrap-icons/icons/${name}.svg`), "utf8");
  const box = /viewBox="([^"]+)"/.exec(svg)[1];
  const inner = svg.slice(svg.indexOf(">") + 1, svg.lastIndexOf("</svg>")).replace(/\s*\n\s*/g, "");
  return `<symbol id="${name}" viewBox="${box}">${inner}</symbol>`;
});
writeFileSync(join(out, "icons.svg"), `<svg xmlns="http://www.w3.org/2000/svg">${symbols.join("\n")}</svg>\n`);

copyFileSync(join(packages, "@fontsource-variable/plus-jakarta-sans/files/plus-jakarta-sans-latin-wght-normal.woff2"), join(out, "plus-jakarta-sans.woff2"));
copyFileSync(join(packages, "@fontsource-variable/plus-jakarta-sans/LICENSE"), join(out, "plus-jakarta-sans.LICENSE.txt"));

// QR codes are read by the same library with which the posyandu app draws them, and gathered by the app's own module.
for (const file of ["index.js", "decode.js"]) {
  mkdirSync(join(out, "qr"), { recursive: true });
  copyFileSync(join(packages, "qr", file), join(out, "qr", file));
}
copyFileSync(join(packages, "qr/LICENSE-MIT"), join(out, "qr/LICENSE.txt"));
copyFileSync(join(root, "src/Lakudo.Posyandu/wwwroot/js/frames.js"), join(out, "frames.js"));

for (const file of ["lakudo.css", "icons.svg"]) {
  const bytes = readFileSync(join(out, file));
  console.log(`${file}: ${bytes.length} bytes, ${brotliCompressSync(bytes).length} with brotli`);
}
