// Weight: what a reader in a bad network has to wait for, and that nothing moves once it is there.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { after, test } from "node:test";
import { browser, compressed, kinds, open, shipped, weights } from "./sites.mjs";

after(() => browser.close());

const assets = join(shipped, "assets");

/** The style sheets that a page waits for before it is shown: all that it names but the one for paper. */
const sheets = (page) =>
  [...readFileSync(join(shipped, page), "utf8").matchAll(/<link rel="stylesheet" href="([^"]+)">/g)].map(([, href]) =>
    join(shipped, dirname(page), href),
  );

/**
 * HTML and the CSS that it is shown with together, in thousands of bytes: what they are today, so that they only fall. The aim is 16 for an
 * article of a thousand words and for a country, and 14 for the home page.
 */
for (const [page, most] of [
  ["articles/ireland-capel-street.html", 20],
  ["articles/asia-and-oceania.html", 24],
  ["countries/ie.html", 20],
  ["index.html", 23],
])
  test(`${page} is lighter than ${most} KB with its style sheets`, () => {
    const css = sheets(page);
    assert.ok(css.length > 0);
    const weight = [join(shipped, page), ...css].reduce((sum, path) => sum + compressed(path), 0);
    assert.ok(weight < most * 1000, `${weight} bytes`);
  });

test("all scripts together are lighter than 14 KB", () => {
  const weight = weights(assets, ".js").reduce((sum, one) => sum + one, 0);
  assert.ok(weight < 14_000, `${weight} bytes`);
});

for (const page of kinds)
  test(`nothing moves on ${page} once it is shown`, () =>
    open(shipped, page, { viewport: { width: 390, height: 844 } }, async (tab) => {
      const shift = await tab.evaluate(
        () =>
          new Promise((done) => {
            let sum = 0;
            const watch = new PerformanceObserver((list) => {
              for (const entry of list.getEntries()) sum += entry.value;
            });
            watch.observe({ type: "layout-shift", buffered: true });
            setTimeout(() => done(sum), 300);
          }),
      );
      assert.equal(shift, 0);
    }));
