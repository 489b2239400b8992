// Makes the npm packages: `dateline`, and for each platform one with the program.
//
//     node packaging/npm/pack.mjs OUT PLATFORM=PROGRAM…     linux-x64=target/…/dateline darwin-arm64=…
//
// OUT gets a `.tgz` for each. The main package names those of all platforms as optional, of which npm installs the one
// that fits.
import { execFileSync } from "node:child_process";
import { chmodSync, copyFileSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

const PLATFORMS = ["linux-x64", "linux-arm64", "darwin-x64", "darwin-arm64"];

const root = resolve(import.meta.dirname, "../..");
const [out, ...programs] = process.argv.slice(2);
const given = new Map(programs.map((one) => one.split(/=(.*)/s, 2)));
const unknown = [...given.keys()].filter((platform) => !PLATFORMS.includes(platform));
if (!out || given.size === 0 || unknown.length) {
  console.error(`usage: pack.mjs OUT PLATFORM=PROGRAM…, with platforms of ${PLATFORMS.join(", ")}`);
  process.exit(2);
}

const version = readFileSync(join(root, "Cargo.toml"), "utf8").match(/^version = "(.+)"$/m)[1];
const common = {
  version,
  license: "MIT OR Apache-2.0",
  engines: { node: ">=18" },
};

/** Writes a package of these files, by their paths inside it, and packs it. */
function pack(manifest, files) {
  const folder = mkdtempSync(join(tmpdir(), "dateline-npm-"));
  mkdirSync(join(folder, "bin"));
  writeFileSync(join(folder, "package.json"), `${JSON.stringify({ ...manifest, ...common }, null, 2)}\n`);
  for (const [path, from] of Object.entries(files)) copyFileSync(from, join(folder, path));
  for (const path of Object.keys(files)) if (path.startsWith("bin/")) chmodSync(join(folder, path), 0o755);
  execFileSync("npm", ["pack", "--silent", "--pack-destination", resolve(out)], { cwd: folder, stdio: ["ignore", "inherit", "inherit"] });
}

mkdirSync(out, { recursive: true });
for (const [platform, program] of given) {
  const [os, cpu] = platform.split("-");
  const manifest = {
    name: `dateline-${platform}`,
    description: `The program dateline for ${platform}`,
    os: [os],
    cpu: [cpu],
    files: ["bin"],
  };
  pack(manifest, { "bin/dateline": program });
}
const main = {
  name: "dateline",
  description: "An evidence compiler whose output is a static site",
  keywords: ["static-site", "journalism", "osint", "citations", "markdown"],
  bin: { dateline: "bin/dateline.js" },
  files: ["bin"],
  optionalDependencies: Object.fromEntries(PLATFORMS.map((platform) => [`dateline-${platform}`, version])),
};
pack(main, { "bin/dateline.js": join(import.meta.dirname, "dateline.js"), "README.md": join(root, "packaging/python/README.md") });
