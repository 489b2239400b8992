// Finding documents by words. `begin` is given what the index says of itself; the rest of it comes as scripts beside this
// one, each when it is needed, and says what it has by `words` and `documents`.
const folder = document.currentScript.src.replace(/[^/]*$/, "");
const loads = new Map();
const came = new Map();

// What the script of this name says; nothing where it can't be had.
const load = (name) => {
  if (!loads.has(name)) {
    loads.set(
      name,
      new Promise((resolve) => {
        const script = document.createElement("script");
        script.src = `${folder}${name}.js`;
        script.onload = script.onerror = () => {
          script.remove();
          resolve(came.get(name));
        };
        document.head.append(script);
      }),
    );
  }
  return loads.get(name);
};

const LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
const numbers = (line) => {
  const all = [];
  let number = 0;
  let shift = 0;
  for (const c of line) {
    const bits = LETTERS.indexOf(c);
    number += (bits & 31) << shift;
    shift += 5;
    if (bits < 32) {
      all.push(number);
      number = shift = 0;
    }
  }
  return all;
};

// How much a word counts that stands in the text, often there, in a summary or a heading, in a name.
const COUNTS = [1, 1.6, 3, 8];
// So many words at most that begin as a word does are looked for.
const MOST = 300;

let about;
let plain;
let facets;

const total = () => about.kinds.reduce((sum, [, count]) => sum + count, 0);

// The words that are looked for; of a row of pairs the last letter alone tells no more.
const asked = (text) => {
  const all = wordsOf(plain, text.normalize("NFC"));
  const words = all.filter(([word, start, end], n) => {
    const [before, , behind] = all[n - 1] || [""];
    return !(n && [...before].length === 2 && isPaired(before) && behind === end && start > 0 && [...word].length === 1);
  });
  return [...new Set(words.map(([word]) => word))];
};

// By document: how much it has to do with a word.
const matches = async (word) => {
  const table = (await load(`words-${shardOf(word, about.letters, about.shards)}`)) || {};
  const isPair = isPaired(word) && [...word].length > 1;
  const isShort = !isPaired(word) && [...word].length < about.letters;
  const alike = isPair || isShort ? [] : Object.keys(table).filter((one) => one.startsWith(word));
  const found = new Map();
  const rareness = (all) => Math.log(1 + total() / all.length);
  // A word that only begins as it does counts less, and never for being rarer.
  let most = Infinity;
  for (const one of new Set([word, ...alike.slice(0, MOST)])) {
    if (!Object.hasOwn(table, one)) continue;
    const all = numbers(table[one]);
    const rare = one === word ? rareness(all) : Math.min(rareness(all), most) / 2;
    if (one === word) most = rare;
    let document = 0;
    for (const number of all) {
      document += number >> 2;
      const score = rare * COUNTS[number & 3];
      if (!(found.get(document) >= score)) found.set(document, score);
      document += 1;
    }
  }
  return found;
};

// What is known of each document beside its words.
const facetsOf = () => {
  const of = (rows) =>
    rows.map(([name, line]) => {
      const documents = new Set();
      let document = 0;
      for (const number of numbers(line)) {
        document += number;
        documents.add(document);
        document += 1;
      }
      return [name, documents];
    });
  let first = 0;
  const kinds = about.kinds.map(([name, count]) => {
    const from = first;
    first += count;
    return [name, { has: (document) => document >= from && document < from + count }];
  });
  const { countries, statuses, years } = about;
  return { kind: kinds, country: of(countries), status: of(statuses), year: of(years) };
};

// The kind of a document, and where in the index it is told.
const placeOf = (document) => {
  let [first, chunk] = [0, 0];
  for (const [kind, count, size, weight] of about.kinds) {
    if (document < first + count) {
      const n = document - first;
      return { kind, chunk: chunk + Math.floor(n / size), row: n % size, weight };
    }
    first += count;
    chunk += Math.ceil(count / size);
  }
  return null;
};

const search = {
  begin(index) {
    about = index;
    plain = plainLetters(index.plain);
  },
  words(number, table) {
    came.set(`words-${number}`, table);
  },
  documents(number, rows) {
    came.set(`documents-${number}`, rows);
  },
  // The words of a text, each with where it begins and ends.
  pieces: (text) => wordsOf(plain, text.normalize("NFC")),
  // The documents that have all of these words, the best first, of those that the chosen facets leave, and how many of
  // them each value of a facet has.
  async find(text, chosen = {}) {
    const words = asked(text);
    const each = await Promise.all(words.map(matches));
    facets ||= facetsOf();
    let found = [];
    if (each.length) {
      for (const [document, score] of each[0]) {
        let sum = score;
        for (const other of each.slice(1)) sum = sum && other.has(document) ? sum + other.get(document) : 0;
        if (sum) found.push([document, sum * placeOf(document).weight]);
      }
    }
    const fits = (document, but) =>
      Object.entries(chosen).every(([facet, name]) => {
        if (!name || facet === but) return true;
        const value = facets[facet].find(([one]) => one === name);
        return value !== undefined && value[1].has(document);
      });
    const counted = {};
    for (const [facet, values] of Object.entries(facets)) {
      const rest = found.filter(([document]) => fits(document, facet));
      counted[facet] = values
        .map(([name, documents]) => [name, rest.filter(([document]) => documents.has(document)).length])
        .filter(([, count]) => count);
    }
    found = found.filter(([document]) => fits(document));
    // Of two that are as good the newer is first.
    found.sort(([a, one], [b, other]) => other - one || b - a);
    return { words, documents: found.map(([document]) => document), facets: counted };
  },
  // A document as results show it.
  async document(number) {
    const { kind, chunk, row } = placeOf(number);
    const rows = await load(`documents-${chunk}`);
    if (!rows) return null;
    const [path, title, lang, status, when, by, text] = rows[row];
    return { kind, path, title, lang, status, when, by, text };
  },
  // A text in pieces, those marked that were looked for: [piece, is marked].
  marked(text, words) {
    const whole = text.normalize("NFC");
    const is = ([word]) => words.some((one) => word === one || (word.startsWith(one) && [...one].length >= Math.max(about.letters, 2) && !isPaired(one)) || (isPaired(one) && [...one].length === 1 && word.startsWith(one)));
    const pieces = [];
    let at = 0;
    for (let [, start, end] of wordsOf(plain, whole).filter(is)) {
      start = Math.max(start, at);
      if (end <= start) continue;
      if (start > at) pieces.push([whole.slice(at, start), false]);
      const last = pieces[pieces.length - 1];
      if (last && last[1] && start === at) last[0] += whole.slice(start, end);
      else pieces.push([whole.slice(start, end), true]);
      at = end;
    }
    if (at < whole.length) pieces.push([whole.slice(at), false]);
    return pieces;
  },
  // The sentence of a text that has most of the words.
  sentence(text, words) {
    let best = ["", -1];
    for (const sentence of text.split("\n")) {
      const found = new Set();
      for (const [word] of wordsOf(plain, sentence))
        words.forEach((one) => (word === one || word.startsWith(one)) && found.add(one));
      if (found.size > best[1]) best = [sentence, found.size];
      if (found.size === words.length) break;
    }
    return best[0];
  },
};
window.dateline = Object.assign(window.dateline || {}, { search });
