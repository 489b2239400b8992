// The sites that are looked at, and a browser that notes what a page should never do.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { gzipSync } from "node:zlib";
import { chromium } from "playwright-core";

const repository = resolve(import.meta.dirname, "../..");
const program = process.env.DATELINE ?? join(repository, "target/release/dateline");
const out = mkdtempSync(join(tmpdir(), "dateline-browser-"));

function build(root, name) {
  const folder = join(out, name);
  execFileSync(program, ["build", "--root", root, "--out", folder], { stdio: "pipe" });
  return folder;
}

/** The site of this repository. */
export const shipped = build(repository, "shipped");

/** A small site with names in Chinese and Arabic. */
export const scripts = build(join(import.meta.dirname, "scripts"), "scripts");

/** The same, with its interface in Arabic. */
export const arabic = build(join(import.meta.dirname, "arabic"), "arabic");

/** A small site in English, and in Spanish, Chinese and Arabic in folders of their own. */
export const languages = build(join(import.meta.dirname, "languages"), "languages");

/** The style guide of the theme that is compiled in, made where there is no site. */
export const guide = join(out, "guide");
execFileSync(program, ["theme", "guide", "--out", guide], { cwd: out, stdio: "pipe" });

/** Every HTML file of a site, as paths from its root. */
export function pages(site) {
  const files = readdirSync(site, { recursive: true, withFileTypes: true });
  return files
    .filter((file) => file.isFile() && file.name.endsWith(".html"))
    .map((file) => relative(site, join(file.parentPath, file.name)))
    .sort();
}

/** A page of each kind of the shipped site: the first that there is of several. */
export const kinds = [
  "index.html",
  "about.html",
  "search.html",
  "timeline.html",
  "timeline/2022.html",
  "articles/index.html",
  "articles/ireland-capel-street.html",
  "articles/united-states-chinatown-case.html",
  "countries/index.html",
  "countries/ie.html",
  "locations/index.html",
  "locations-by-status/closed.html",
  "countries/it/dates.html",
  "locations/ie/dublin.html",
  "claims/index.html",
  "claims/gb/illegal-activity.html",
  "claims-by-status/disputed.html",
  "sources/index.html",
  "sources/ie-dail-20221025.html",
  "entities/index.html",
  "entities/cn-mfa.html",
  "tags/index.html",
  "tags/courts.html",
  "authors/index.html",
  "corrections.html",
  "disagreements.html",
  "methods.html",
];

const flags = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"];
const quiet = ["--disable-background-networking", "--disable-component-update", "--disable-sync"];
export const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: [...flags, ...quiet],
});

/** The address of a page on the disk. */
export const address = (site, page) => pathToFileURL(join(site, page)).href;

/**
 * Opens a page, lets `look` look at it, and fails where the page wrote an error to the console or asked for
 * anything outside of its site.
 */
export async function open(site, page, options, look) {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, ...options });
  try {
    const tab = await context.newPage();
    const faults = [];
    const home = pathToFileURL(site).href;
    tab.on("console", (told) => {
      if (told.type() === "error" || told.type() === "warning") faults.push(told.text());
    });
    tab.on("pageerror", (error) => faults.push(String(error)));
    tab.on("request", (request) => {
      if (!request.url().startsWith(home)) faults.push(`asks for ${request.url()}`);
    });
    await tab.goto(address(site, page));
    await look(tab);
    assert.deepEqual(faults, [], page);
  } finally {
    await context.close();
  }
}

/** How many bytes a file has when a server sends it compressed. */
export const compressed = (path) => gzipSync(readFileSync(path), { level: 9 }).length;

/** The files of a folder whose names end so, with their sizes compressed. */
export function weights(folder, end) {
  const files = readdirSync(folder).filter((name) => name.endsWith(end));
  return files.filter((name) => statSync(join(folder, name)).isFile()).map((name) => compressed(join(folder, name)));
}
