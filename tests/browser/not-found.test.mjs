// The page for what is not there: a host shows it at any depth, a mirror on its own host, and it is whole there.
import assert from "node:assert/strict";
import { existsSync, readFileSync, statSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join } from "node:path";
import { after, test } from "node:test";
import { browser, shipped } from "./sites.mjs";

const types = { ".html": "text/html", ".css": "text/css", ".js": "text/javascript", ".svg": "image/svg+xml" };
/** The site's own folder on its host, which `base_url` names. */
const folder = readFileSync(join(shipped, "404.html"), "utf8").match(/<base href="([^"]*)"/)[1];

const server = createServer((request, response) => {
  const path = decodeURIComponent(new URL(request.url, "http://localhost").pathname);
  const file = join(shipped, path.startsWith(folder) ? path.slice(folder.length) : path);
  const found = existsSync(file) && statSync(file).isFile();
  const shown = found ? file : join(shipped, "404.html");
  response.writeHead(found ? 200 : 404, { "content-type": types[extname(shown)] ?? "text/plain" });
  response.end(readFileSync(shown));
});
await new Promise((ready) => server.listen(0, "127.0.0.1", ready));
const host = `http://127.0.0.1:${server.address().port}`;

after(async () => {
  server.close();
  await browser.close();
});

for (const path of ["nothing.html", "countries/nothing/at/all.html"])
  test(`it is styled and leads home from ${path}`, async () => {
    const tab = await browser.newPage();
    const asked = [];
    tab.on("request", (request) => asked.push(request.url()));
    await tab.goto(`${host}${folder}${path}`);
    assert.ok(asked.every((url) => url.startsWith(host)), String(asked));
    const face = await tab.evaluate(() => getComputedStyle(document.querySelector(".masthead__title")).fontWeight);
    assert.equal(face, "700");
    await tab.locator("main a").first().click();
    await tab.waitForURL(`${host}${folder}index.html`);
    assert.ok(await tab.locator(".main--home").isVisible());
    await tab.close();
  });
