// Markup: the Nu checker has nothing to say of any page.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { after, test } from "node:test";
import vnu from "vnu-jar";
import { arabic, browser, guide, languages, scripts, shipped } from "./sites.mjs";

after(() => browser.close());

for (const [name, site] of Object.entries({ shipped, scripts, arabic, languages, guide }))
  test(`every page of the site ${name} is valid`, () => {
    const args = ["-Xss2m", "-jar", vnu, "--skip-non-html", "--format", "gnu", site];
    const told = spawnSync("java", args, { encoding: "utf8", maxBuffer: 1 << 28 });
    assert.equal(told.error, undefined);
    assert.deepEqual(told.stderr.split("\n").filter(Boolean).slice(0, 20), []);
  });
