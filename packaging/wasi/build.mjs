// Builds a site with the program as WebAssembly, in Node's WASI, which lets it see the two folders and nothing else.
//
//     node packaging/wasi/build.mjs PROGRAM.wasm SITE OUT     OUT gets the folder `site`
import { mkdirSync, readFileSync } from "node:fs";
import { WASI } from "node:wasi";

const [program, site, out] = process.argv.slice(2);
if (!out) {
  console.error("usage: build.mjs PROGRAM.wasm SITE OUT");
  process.exit(2);
}
mkdirSync(out, { recursive: true });
const wasi = new WASI({
  version: "preview1",
  args: ["dateline", "build", "--quiet", "--root", "/site", "--out", "/out/site"],
  preopens: { "/site": site, "/out": out },
  returnOnExit: true,
});
const module = await WebAssembly.compile(readFileSync(program));
process.exitCode = wasi.start(await WebAssembly.instantiate(module, wasi.getImportObject()));
