// Words of what readers type and of what is shown to them: the same that src/search/words.rs makes of a site's texts.
const plainLetters = (rows) => {
  const table = new Map();
  for (const [first, row] of rows)
    row.split("\n").forEach((plain, n) => table.set(first + n, plain));
  return (letter) => {
    const plain = table.get(letter.codePointAt(0));
    return plain === undefined ? letter.toLowerCase() : plain;
  };
};

const LONGEST = 32;
const isLetter = (c) => /[\p{Alphabetic}\p{N}\p{M}]/u.test(c);
const isPaired = (c) =>
  /[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3\uf900-\ufaff\u{20000}-\u{3ffff}]/u.test(c);

// The words of a text, each with where it begins and ends: [word, start, end].
const wordsOf = (plain, text) => {
  const found = [];
  let word = "";
  let letters = 0;
  let from = 0;
  let last = null;
  let end = 0;
  const leaveWord = () => {
    if (word) found.push([word, from, end]);
    word = "";
    letters = 0;
  };
  const leavePairs = () => {
    if (last) found.push([last[0], last[1], last[2]]);
    last = null;
  };
  let at = 0;
  for (const c of text) {
    for (const letter of plain(c)) {
      if (isPaired(letter)) {
        leaveWord();
        if (last) found.push([last[0] + letter, last[1], at + c.length]);
        last = [letter, at, at + c.length];
      } else if (isLetter(letter)) {
        leavePairs();
        if (!letters) from = at;
        if (letters < LONGEST) word += letter;
        letters += 1;
        end = at + c.length;
      } else {
        leaveWord();
        leavePairs();
      }
    }
    at += c.length;
  }
  leaveWord();
  leavePairs();
  return found;
};

// The number of the shard that a word is in.
const shardOf = (word, letters, count) => {
  const all = [...word];
  const first = isPaired(all[0]) ? Math.min(letters, 1) : letters;
  return hashOf(all.slice(0, first).map((c) => c.codePointAt(0))) % Math.max(count, 1);
};
const hashOf = (numbers) =>
  numbers.reduce((hash, number) => (Math.imul(hash, 31) + number) >>> 0, 0);
