// Reading: every page is whole without a script, on a narrow screen, and with more space between the letters.
import assert from "node:assert/strict";
import { after, test } from "node:test";
import { arabic, browser, kinds, open, shipped } from "./sites.mjs";

after(() => browser.close());

const isTooWide = () => document.documentElement.scrollWidth > innerWidth;

/** The spacing that WCAG 2.2, success criterion 1.4.12, asks a page to bear. */
const spacing = `* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
p { margin-block-end: 2em !important; }`;

for (const page of kinds) {
  test(`${page} is read without a script`, () =>
    open(shipped, page, { javaScriptEnabled: false }, async (tab) => {
      assert.ok(await tab.locator("h1").first().isVisible());
      const words = await tab.locator("main").innerText();
      assert.ok(words.split(/\s+/).length > 5, words);
    }));

  test(`${page} does not scroll sideways at 320 pixels`, () =>
    open(shipped, page, { viewport: { width: 320, height: 640 } }, async (tab) => {
      assert.equal(await tab.evaluate(isTooWide), false);
      await tab.evaluate((rules) => {
        const sheet = new CSSStyleSheet();
        sheet.replaceSync(rules);
        document.adoptedStyleSheets = [sheet];
      }, spacing);
      assert.equal(await tab.evaluate(isTooWide), false, "with text spacing");
    }));
}

test("a page in Arabic is read from right to left and does not scroll sideways", () =>
  open(arabic, "articles/bayan.html", { viewport: { width: 320, height: 640 } }, async (tab) => {
    assert.equal(await tab.evaluate(() => getComputedStyle(document.body).direction), "rtl");
    assert.equal(await tab.evaluate(isTooWide), false);
  }));

for (const javaScriptEnabled of [true, false]) {
  const how = javaScriptEnabled ? "with" : "without";
  test(`a number opens its source over the text and gives the place back, ${how} scripts`, () =>
    open(shipped, "articles/ireland-capel-street.html", { viewport: { width: 390, height: 844 }, javaScriptEnabled }, async (tab) => {
      const cite = tab.locator(".cite").nth(3);
      await cite.focus();
      await tab.waitForTimeout(900);
      const before = await cite.boundingBox();
      await tab.keyboard.press("Enter");
      const entry = tab.locator(":popover-open");
      assert.ok(await entry.isVisible());
      const sheet = await entry.boundingBox();
      assert.ok(sheet.y + sheet.height >= 843, "it stands at the foot of the screen");
      assert.deepEqual(await cite.boundingBox(), before, "the text has not moved");
      await tab.keyboard.press("Tab");
      await tab.keyboard.press("Escape");
      assert.equal(await entry.count(), 0);
      assert.deepEqual(await cite.boundingBox(), before);
    }));
}

test("on a wide screen each source stands beside the paragraph that cites it", () =>
  open(shipped, "articles/ireland-capel-street.html", {}, async (tab) => {
    const apart = await tab.evaluate(() =>
      [...document.querySelectorAll(".rail")].map((rail) => {
        const [here, text] = [rail, rail.previousElementSibling].map((one) => one.getBoundingClientRect());
        return here.left >= text.right && Math.abs(here.top - text.top) < 16;
      }),
    );
    assert.ok(apart.length > 3 && apart.every(Boolean), String(apart));
  }));

test("on a phone the home page is less than six screens long", () =>
  open(shipped, "index.html", { viewport: { width: 390, height: 844 } }, async (tab) => {
    const height = await tab.evaluate(() => document.documentElement.scrollHeight);
    assert.ok(height < 5000, `${height} pixels`);
  }));

test("on a phone the text of an article begins within 860 pixels", () =>
  open(shipped, "articles/ireland-capel-street.html", { viewport: { width: 390, height: 844 } }, async (tab) => {
    const top = await tab.evaluate(() => document.querySelector(".prose").getBoundingClientRect().top + scrollY);
    assert.ok(top <= 860, `it begins at ${top}`);
  }));

test("the evidence of a claim is a list down to its origins, beside a picture that is not read out", () =>
  open(shipped, "claims/nl/work-without-permission.html", {}, async (tab) => {
    const [before, against] = await tab.locator(".lineage").all();
    const [left, right] = [await before.boundingBox(), await against.boundingBox()];
    assert.ok(left.y === right.y && left.x + left.width <= right.x, "for and against stand side by side");
    assert.equal(await before.locator("svg.drawn").getAttribute("aria-hidden"), "true");
    const told = await before.locator(".lineage__list").ariaSnapshot();
    const step = /^ {2}- listitem:\n.*link "Nieuws.nl"(.|\n)*?repeats others\n {4}- list:\n.*listitem:\n.*"The foreign minister/m;
    assert.match(told, step);
    await tab.setViewportSize({ width: 390, height: 844 });
    const [above, below] = [await before.boundingBox(), await against.boundingBox()];
    assert.ok(above.y + above.height <= below.y, "one above the other on a phone");
  }));
