// Finding: search, previews, contents, the switch of themes, from a disk and by keyboard.
import assert from "node:assert/strict";
import { after, test } from "node:test";
import { browser, open, scripts, shipped } from "./sites.mjs";

after(() => browser.close());

async function search(site, words, expected) {
  await open(site, "search.html", {}, async (tab) => {
    await tab.locator(".search input").fill(words);
    await tab.locator(".search__results a").first().waitFor();
    const found = await tab.locator("main").innerText();
    assert.match(found, expected);
  });
}

test("English words are found from a disk", () => search(shipped, "capel str", /Capel Street/));
test("words are found without their accents", () => search(shipped, "dobroesti", /Dobroești/));
test("Chinese words are found", () => search(scripts, "警务站", /海外警务站/));
test("Arabic words are found in another spelling", () => search(scripts, "اعلان", /إعلان/));

test("a result is opened by keyboard", () =>
  open(shipped, "index.html", {}, async (tab) => {
    await tab.keyboard.press("/");
    await tab.keyboard.type("chinatown");
    await tab.waitForTimeout(600);
    await tab.keyboard.press("ArrowDown");
    await tab.keyboard.press("Enter");
    await tab.waitForURL(/chinatown/);
  }));

test("a link that has the focus shows what it leads to, until Escape", () =>
  open(shipped, "articles/ireland-capel-street.html", {}, async (tab) => {
    await tab.locator(".prose a[href*='netherlands']").first().focus();
    const preview = tab.locator(".preview");
    await preview.waitFor();
    assert.match(await preview.innerText(), /Netherlands/);
    await tab.keyboard.press("Escape");
    await preview.waitFor({ state: "hidden" });
  }));

test("the theme is switched and stays", () =>
  open(shipped, "index.html", {}, async (tab) => {
    const paper = () => tab.evaluate(() => getComputedStyle(document.body).backgroundColor);
    const light = await paper();
    const button = tab.locator(".theme-switch");
    await button.click();
    await button.click();
    assert.notEqual(await paper(), light);
    await tab.reload();
    assert.notEqual(await paper(), light);
  }));

test("the contents say which part is read", () =>
  open(shipped, "articles/what-are-the-stations.html", {}, async (tab) => {
    await tab.evaluate(() => document.querySelector("#what-china-says").scrollIntoView({ behavior: "instant" }));
    const here = tab.locator(".contents [aria-current]", { hasText: "What China says" });
    await here.first().waitFor();
  }));
