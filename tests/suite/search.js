// Searches the index of a site as a page does: the scripts come from a folder, named first, and what is to be done from
// a file of JSON, named second. Says what it finds in JSON.
const fs = require("node:fs");
const vm = require("node:vm");
const [folder, orders] = process.argv.slice(2);
const run = (name) => vm.runInThisContext(fs.readFileSync(name, "utf8"), name);
globalThis.window = globalThis;
globalThis.document = {
  currentScript: { src: `${folder}/index.js` },
  createElement: () => ({ remove() {} }),
  head: {
    append(script) {
      try {
        run(script.src);
        setImmediate(script.onload);
      } catch {
        setImmediate(script.onerror);
      }
    },
  },
};
run(`${folder}/index.js`);
const search = globalThis.dateline.search;
const { texts = [], queries = [] } = JSON.parse(fs.readFileSync(orders, "utf8"));
const ask = async ([text, chosen]) => {
  const found = await search.find(text, chosen);
  const rows = [];
  for (const number of found.documents.slice(0, 10)) {
    const { path, text } = await search.document(number);
    const sentence = search.marked(search.sentence(text, found.words), found.words);
    rows.push([path, sentence.map(([piece, is]) => (is ? `[${piece}]` : piece)).join("")]);
  }
  return { rows, facets: found.facets };
};
(async () => {
  // A letter that is newer than this `node` is none to it.
  const isKnown = (text) => !/\p{Cn}/u.test(text);
  const words = texts.map((text) => isKnown(text) && search.pieces(text).map(([word]) => word));
  const found = [];
  for (const query of queries) found.push(await ask(query));
  console.log(JSON.stringify({ words, found }));
})();
