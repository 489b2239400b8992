// Print: what a page says fits on few sheets, and where its sources are can be read there.
import assert from "node:assert/strict";
import { after, test } from "node:test";
import { browser, kinds, open, shipped } from "./sites.mjs";

after(() => browser.close());

/** How many pages a PDF has. */
const sheets = (pdf) => pdf.toString("latin1").match(/\/Type\s*\/Page\b/g).length;

for (const [page, most] of [
  ["articles/ireland-capel-street.html", 2],
  ["countries/ie.html", 2],
  ["claims/gb/illegal-activity.html", 2],
])
  test(`${page} is printed on ${most} sheets`, () =>
    open(shipped, page, {}, async (tab) => {
      for (const format of ["A4", "Letter"]) assert.equal(sheets(await tab.pdf({ format })), most, format);
    }));

test("the address of each source is printed, and no button", () =>
  open(shipped, "articles/ireland-capel-street.html", {}, async (tab) => {
    await tab.emulateMedia({ media: "print" });
    const links = tab.locator(".references .source__links > a:first-child");
    assert.equal(await links.count(), 11);
    for (const link of await links.all()) {
      const printed = await link.evaluate((a) => getComputedStyle(a, "::after").content);
      assert.equal(printed, JSON.stringify(await link.getAttribute("href")));
    }
    assert.equal(await tab.locator(".contents-opener, .menu, .masthead__tools").filter({ visible: true }).count(), 0);
  }));

for (const page of kinds)
  test(`${page} is not cut off at the side of a sheet`, () =>
    open(shipped, page, { viewport: { width: 688, height: 1000 } }, async (tab) => {
      await tab.emulateMedia({ media: "print" });
      assert.ok(await tab.evaluate(() => document.documentElement.scrollWidth <= innerWidth));
    }));
