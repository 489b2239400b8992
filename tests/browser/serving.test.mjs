// `dateline serve`: a saved word, a mistake above the page with a link to the editor, a draft that is marked.
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { after, test } from "node:test";
import { browser } from "./sites.mjs";

const program = process.env.DATELINE ?? resolve(import.meta.dirname, "../../target/release/dateline");
const root = mkdtempSync(join(tmpdir(), "dateline-serve-"));
const file = join(root, "content/articles/a.md");
const paragraphs = "A paragraph of some length, so that there is something to scroll.\n\n".repeat(120);
const article = (words, title = "title: Offices") =>
  `---\n${title}\ndate: 2022-10-26\n---\n\n${paragraphs}${words}\n`;
mkdirSync(join(root, "content/articles"), { recursive: true });
writeFileSync(join(root, "site.toml"), 'title = "Example"\n');
writeFileSync(file, article("The last words."));
writeFileSync(join(root, "content/articles/d.md"), article("A sketch.", "title: Sketches\ndraft: true"));

const server = spawn(program, ["serve", "--root", root, "--port", "0", "--editor", "vscode"]);
const home = await new Promise((told) => {
  let out = "";
  server.stdout.on("data", (bytes) => {
    out += bytes;
    const address = out.match(/http:\/\/127\.0\.0\.1:\d+/);
    if (address) told(address[0]);
  });
});

after(async () => {
  server.kill();
  await browser.close();
});

/** Opens a page, lets `look` look at it, and fails where the browser had to refuse something. */
async function open(path, look) {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  const tab = await context.newPage();
  const faults = [];
  tab.on("console", (told) => told.type() === "error" && faults.push(told.text()));
  tab.on("pageerror", (error) => faults.push(String(error)));
  await tab.goto(`${home}${path}`);
  await look(tab);
  assert.deepEqual(faults, []);
  await context.close();
}

test("a saved word is on the screen, and the page stays where it was", () =>
  open("/articles/a.html", async (tab) => {
    await tab.evaluate(() => scrollTo({ top: 1500, behavior: "instant" }));
    writeFileSync(file, article("The very last words."));
    await tab.getByText("The very last words.").waitFor({ state: "attached" });
    await tab.waitForFunction(() => scrollY === 1500);
  }));

test("a mistake is shown above the last good page, leads to the editor, and goes when it is mended", () =>
  open("/articles/a.html", async (tab) => {
    writeFileSync(file, article("Not to be seen.", "titel: <img src=x onerror=alert(1)>"));
    const told = tab.locator("dateline-fault .dateline-fault");
    await told.waitFor();
    assert.match(await told.innerText(), /error\[E0105\]: unknown field `titel`/);
    assert.match(await told.innerText(), /did you mean `title`\?/);
    const link = await told.locator("a").first().getAttribute("href");
    assert.equal(link, `vscode://file${file}:2:1`);
    assert.equal(await told.locator("img").count(), 0);
    const red = await told.locator(".red").first().evaluate((word) => getComputedStyle(word).color);
    assert.notEqual(red, await told.evaluate((box) => getComputedStyle(box).color));
    assert.ok(await tab.getByText("The very last words.").isVisible());
    await tab.keyboard.press("Escape");
    await told.waitFor({ state: "detached" });
    writeFileSync(file, article("Not to be seen either.", "titel: B"));
    await told.waitFor();
    writeFileSync(file, article("The very last words."));
    await told.waitFor({ state: "detached" });
  }));

test("a draft is marked, and so is a link to it", async () => {
  await open("/articles/d.html", async (tab) => {
    assert.ok(await tab.locator(".dateline-early", { hasText: "Draft" }).isVisible());
  });
  await open("/articles/", async (tab) => {
    await tab.locator("a[href$='d.html'] .dateline-tag", { hasText: "Draft" }).first().waitFor();
    assert.equal(await tab.locator("a[href$='/a.html'] .dateline-tag").count(), 0);
  });
});

test("a page of another site can't read or frame it", async () => {
  const tab = await browser.newPage();
  await tab.route("http://evil.example/", (route) => route.fulfill({ contentType: "text/html", body: "<p>Evil" }));
  await tab.goto("http://evil.example/");
  const read = await tab.evaluate(
    (address) => fetch(address, { mode: "no-cors" }).then(() => "answered", () => "refused"),
    `${home}/articles/d.html`,
  );
  assert.equal(read, "refused");
  await tab.close();
});
