// Languages: every page leads to the same in each language, by keyboard, and names it to search engines.
import assert from "node:assert/strict";
import { after, test } from "node:test";
import { address, browser, languages, open } from "./sites.mjs";

after(() => browser.close());

const switched = (tab, name) => tab.locator(".languages").getByRole("link", { name, exact: true });

for (const javaScriptEnabled of [true, false])
  test(`an article leads to its translations and back, ${javaScriptEnabled ? "with" : "without"} scripts`, () =>
    open(languages, "articles/office.html", { javaScriptEnabled }, async (tab) => {
      const heading = () => tab.locator("h1").innerText();
      for (const [name, lang, direction, title] of [
        ["español", "es", "ltr", "Una oficina en Dublín debe cerrar"],
        ["中文", "zh-Hans", "ltr", "都柏林的一个办事处须关闭"],
        ["العربية", "ar", "rtl", "على مكتب في دبلن أن يغلق"],
        ["English", "en", "ltr", "An office in Dublin is to close"],
      ]) {
        await switched(tab, name).focus();
        await tab.keyboard.press("Enter");
        await tab.locator(`html[lang="${lang}"]`).waitFor();
        assert.equal(await heading(), title);
        assert.equal(await tab.evaluate(() => getComputedStyle(document.body).direction), direction);
        const current = tab.locator(".languages [aria-current]");
        assert.equal(await current.innerText(), name);
      }
    }));

for (const page of ["index.html", "countries/ie.html", "locations/ie/dublin.html", "claims/ie/office.html", "timeline.html"])
  test(`${page} leads to the same page in Arabic`, () =>
    open(languages, page, {}, async (tab) => {
      await switched(tab, "العربية").click();
      assert.equal(tab.url(), address(languages, `ar/${page}`));
      assert.equal(await tab.locator("html").getAttribute("dir"), "rtl");
    }));

test("search engines are told of the page in each language", () =>
  open(languages, "es/countries/ie.html", {}, async (tab) => {
    const links = await tab.locator("link[hreflang]").evaluateAll((all) => all.map((link) => [link.hreflang, link.href]));
    const at = (path) => `https://example.org/${path}countries/ie.html`;
    const expected = [["en", at("")], ["es", at("es/")], ["zh-Hans", at("zh-Hans/")], ["ar", at("ar/")]];
    for (const pair of expected) assert.ok(links.some((link) => String(link) === String(pair)), `${pair} of ${links.join(" ")}`);
  }));

for (const width of [320, 1440])
  test(`a page in each language does not scroll sideways, ${width} pixels`, async () => {
    for (const page of ["articles/office.html", "es/articles/oficina.html", "zh-Hans/articles/bangongshi.html", "ar/articles/maktab.html"])
      await open(languages, page, { viewport: { width, height: 640 } }, async (tab) => {
        assert.equal(await tab.evaluate(() => document.documentElement.scrollWidth > innerWidth), false, page);
      });
  });
