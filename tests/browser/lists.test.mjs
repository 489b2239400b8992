// Lists: pages lead to each other, what entries have in common leads to them, and the bars of the timeline to its months.
import assert from "node:assert/strict";
import { after, test } from "node:test";
import { browser, open, shipped } from "./sites.mjs";

after(() => browser.close());

const phone = { viewport: { width: 390, height: 844 }, javaScriptEnabled: false };

test("a pager above a list and one below it lead to the next page", () =>
  open(shipped, "sources/index.html", phone, async (tab) => {
    const first = tab.locator(".pagination").first();
    assert.match(await first.innerText(), /^1–30 of \d+/);
    await first.getByRole("link", { name: "Next" }).click();
    assert.match(tab.url(), /sources\/page-2\.html$/);
    assert.match(await tab.locator(".pagination").first().innerText(), /^31–60 of \d+/);
    await tab.getByRole("navigation", { name: "Pages of this list" }).getByRole("link", { name: "Previous" }).click();
    assert.match(tab.url(), /sources\/index\.html$/);
  }));

test("what sources have in common leads to a list of them, which says how many there are", () =>
  open(shipped, "sources/index.html", phone, async (tab) => {
    const way = tab.getByRole("navigation", { name: "By language" }).getByRole("link", { name: /^Italian/ });
    const count = Number((await way.innerText()).match(/\d+/)[0]);
    await way.click();
    assert.equal(await tab.locator("h1").innerText(), "Sources: Italian");
    assert.equal(await tab.locator(".source-list > li").count(), count);
  }));

for (const width of [390, 1440])
  test(`a bar of the timeline leads to its month by keyboard, ${width} pixels`, () =>
    open(shipped, "timeline.html", { ...phone, viewport: { width, height: 844 } }, async (tab) => {
      const bar = tab.getByRole("link", { name: /^October 2022 \(\d+\)$/ });
      await bar.focus();
      await tab.keyboard.press("Enter");
      await tab.waitForURL(/timeline\/2022(\/page-\d+)?\.html#m2022-10$/);
      const month = tab.locator("#m2022-10");
      assert.equal(await month.innerText(), "October 2022");
      // The page scrolls smoothly; its policy forbids what `waitForFunction` needs.
      const isInSight = () => month.evaluate((it) => it.getBoundingClientRect().top < innerHeight);
      for (let tries = 0; tries < 50 && !(await isInSight()); tries++) await tab.waitForTimeout(100);
      assert.ok(await isInSight());
    }));

test("on a wide screen dated facts stand in lanes, on a phone below each other with the lane's name", async () => {
  const lefts = (tab) =>
    tab.evaluate(() => [
      ...new Set([...document.querySelectorAll(".month li[data-lane]")].map((one) => Math.round(one.getBoundingClientRect().left))),
    ]);
  await open(shipped, "timeline/2022.html", { ...phone, viewport: { width: 1440, height: 900 } }, async (tab) => {
    assert.equal((await lefts(tab)).length, 3);
  });
  await open(shipped, "timeline/2022.html", phone, async (tab) => {
    assert.equal((await lefts(tab)).length, 1);
    assert.ok(await tab.locator(".event__lane").first().isVisible());
  });
});

test("the bars of the timeline begin with the latest where they have no room", () =>
  open(shipped, "timeline.html", phone, async (tab) => {
    const [left, right] = await tab.evaluate(() => {
      const bars = document.querySelector(".histogram svg").getBoundingClientRect();
      return [bars.left, bars.right];
    });
    assert.ok(left < 0 && right <= 390, `from ${left} to ${right}`);
  }));
