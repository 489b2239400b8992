// Access: no page of any kind has a fault that axe finds, in light and dark, on a phone and on a desk.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { after, test } from "node:test";
import { arabic, browser, guide, kinds, languages, open, pages, shipped } from "./sites.mjs";

after(() => browser.close());

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

async function check(site, page, colorScheme, width, but = []) {
  // The page's own policy lets no script in but its own.
  await open(site, page, { colorScheme, bypassCSP: true, viewport: { width, height: 900 } }, async (tab) => {
    await tab.evaluate(axe);
    const rules = { "target-size": { enabled: true }, ...Object.fromEntries(but.map((rule) => [rule, { enabled: false }])) };
    const found = await tab.evaluate((rules) => window.axe.run({ preload: false, rules }), rules);
    const told = found.violations.flatMap((one) => one.nodes.map((node) => `${one.id}: ${node.html.slice(0, 200)}`));
    assert.deepEqual(told, []);
  });
}

for (const page of kinds)
  for (const colours of ["light", "dark"])
    for (const width of [390, 1440])
      test(`${page}, ${colours}, ${width} pixels`, () => check(shipped, page, colours, width));

/** What is no fault of a page of examples: two of one component are two landmarks of one name. */
const repeats = ["landmark-unique"];

for (const page of pages(guide))
  for (const colours of ["light", "dark"])
    test(`${page} of the style guide, ${colours}`, () => check(guide, page, colours, 390, repeats));

for (const page of ["index.html", "articles/bayan.html", "countries/index.html", "search.html"])
  test(`${page} in Arabic`, () => check(arabic, page, "light", 390));

for (const page of ["index.html", "es/index.html", "zh-Hans/articles/bangongshi.html", "ar/articles/maktab.html", "ar/countries/ie.html", "ar/timeline.html"])
  for (const colours of ["light", "dark"])
    test(`${page} of a site in several languages, ${colours}`, () => check(languages, page, colours, 1440));
