// Maps: what is drawn leads somewhere, by keyboard and pointer, and the same is said in words beside it.
import assert from "node:assert/strict";
import { after, test } from "node:test";
import { browser, open, shipped } from "./sites.mjs";

after(() => browser.close());

const without = { javaScriptEnabled: false };

test("a territory of the world map leads to its page by keyboard", () =>
  open(shipped, "index.html", without, async (tab) => {
    const ireland = tab.locator(".world-map svg.map a[href$='countries/ie.html']");
    assert.match(await ireland.locator("title").textContent(), /^Ireland: \d+ location/);
    await ireland.focus();
    await tab.keyboard.press("Enter");
    await tab.waitForURL(/countries\/ie\.html$/);
  }));

test("a territory of the world map leads to its page by pointer", () =>
  open(shipped, "index.html", without, async (tab) => {
    const spain = tab.locator(".world-map svg.map a[href$='countries/es.html'] path");
    const { x, y, width, height } = await spain.boundingBox();
    await tab.mouse.click(x + width / 2, y + height / 2);
    await tab.waitForURL(/countries\/es\.html$/);
  }));

test("on a phone the world map is tiles that lead to the same pages", async () => {
  const targets = (tab, place) =>
    tab.locator(`${place} a`).evaluateAll((all) => all.map((link) => (link.href.baseVal ?? link.getAttribute("href")).replace(/^\.\//, "")));
  await open(shipped, "index.html", { ...without, viewport: { width: 390, height: 844 } }, async (tab) => {
    assert.equal(await tab.locator(".world-map svg.map").isVisible(), false);
    assert.ok(await tab.locator(".map-tiles").isVisible());
    const drawn = new Set(await targets(tab, ".world-map svg.map"));
    const tiles = new Set(await targets(tab, ".map-tiles li"));
    assert.ok(drawn.size > 40);
    assert.deepEqual([...drawn].filter((one) => !tiles.has(one)), []);
    const tile = tab.locator(".map-tiles a[href$='countries/ie.html']");
    const { width, height } = await tile.boundingBox();
    assert.ok(width >= 24 && height >= 24, `${width} by ${height}`);
    await tile.click();
    await tab.waitForURL(/countries\/ie\.html$/);
  });
});

test("the places of a country's map are the places of its table", () =>
  open(shipped, "countries/es.html", without, async (tab) => {
    const drawn = tab.locator(".locator svg a");
    assert.ok((await drawn.count()) > 1);
    const targets = await drawn.evaluateAll((all) => all.map((link) => link.href.baseVal));
    for (const target of targets) assert.ok(await tab.locator(`main a[href="${target}"]:not(svg a)`).count(), target);
    await drawn.first().focus();
    await tab.keyboard.press("Enter");
    await tab.waitForURL(/locations\/es\/|countries\/es\.html#/);
  }));
