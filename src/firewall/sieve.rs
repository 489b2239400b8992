//! Telling quickly that a file has nothing of what is looked for.
//!
//! Of each needle a part of one word is enough, its longest: its *anchor*. A file in which no anchor stands is not
//! decoded: neither as it is ([`PlainWords`]) nor where a word may be split or coded ([`Joints`]).

use super::joints::{Joints, SplitWord};
use super::readings::readings;
use super::short::ShortNames;
use crate::needles::{JOINT, NeedleSet, PlainWords, SearchForm, Showing};
use crate::pictures;
use aho_corasick::AhoCorasick;

/// Lets through what may tell something.
#[derive(Debug, Default)]
pub(super) struct Sieve {
    /// What is looked for; nothing where there is nothing.
    anchors: Option<Anchors>,
}

/// The anchors of all needles.
#[derive(Debug)]
struct Anchors {
    /// As they are.
    plain: PlainWords,
    /// As they stand in a text that is folded.
    folded: AhoCorasick,
    joints: Joints,
    short: ShortNames,
}

/// So much of a file that is no text is decoded.
const MOST_BINARY: usize = 1 << 20;

impl Sieve {
    /// For these needles, and numbers that begin so.
    pub(super) fn new(needles: &NeedleSet, beginnings: &[String]) -> Self {
        if needles.is_empty() && beginnings.is_empty() {
            return Sieve::default();
        }
        let mut plain = PlainWords::default();
        let (mut words, mut folded, mut short) = (Vec::new(), Vec::new(), Vec::new());
        for needle in needles.needles() {
            match anchor(needle.words()) {
                NeedleAnchor::Word(word) => {
                    plain.add(word.as_bytes());
                    folded.push(word.to_owned());
                    words.push(word.to_owned());
                }
                NeedleAnchor::Short(first, second) => {
                    folded.push(format!("{first} {second}"));
                    words.extend([first.to_owned(), second.to_owned()]);
                    short.push((first.to_owned(), second.to_owned()));
                }
            }
        }
        let mut firsts: Vec<String> = Vec::new();
        for number in beginnings {
            plain.add(number.as_bytes());
            folded.push(SearchForm::words(number));
            let mut parts =
                number.split(|c: char| !c.is_alphanumeric()).map(str::to_owned);
            firsts.extend(parts.next());
            words.extend(parts);
        }
        firsts.sort();
        firsts.dedup();
        words.extend(firsts.iter().cloned());
        let joints =
            Joints::new(&words, &firsts, !firsts.is_empty() || !short.is_empty());
        let short = ShortNames::new(short);
        // It fails where there are more needles than memory; then there is no site either.
        let folded = AhoCorasick::new(folded.iter().filter(|it| !it.is_empty())).ok();
        Sieve { anchors: folded.map(|folded| Anchors { plain, folded, joints, short }) }
    }

    /// Whether bytes may tell something.
    pub(super) fn may_tell(&self, bytes: &[u8]) -> bool {
        let Some(anchors) = &self.anchors else { return false };
        if anchors.plain.stand_in(bytes) {
            return true;
        }
        let control = memchr::memchr2(0, JOINT as u8, bytes);
        match std::str::from_utf8(bytes) {
            Ok(text) if control.is_none() => anchors.may_stand_in(text),
            // Words go on across what joins them, whatever it does in a file.
            Ok(text) if !text.contains('\0') => true,
            // Of a picture nothing is left but what is to be seen.
            _ if pictures::recognise(bytes).is_some() => false,
            _ if bytes.len() <= MOST_BINARY => true,
            _ => {
                let full: Vec<u8> = bytes.iter().copied().filter(|it| *it != 0).collect();
                anchors.plain.stand_in(&full)
            }
        }
    }
}

impl Anchors {
    /// Whether an anchor may stand in a text otherwise than it is.
    fn may_stand_in(&self, text: &str) -> bool {
        let is_it = |place| match place {
            SplitWord::Word { start, end } => {
                let said = readings(&text.as_bytes()[start..end], Showing::Data);
                said.iter()
                    .any(|said| self.folded.is_match(&SearchForm::words(&said.text)))
            }
            SplitWord::All => true,
        };
        self.short.any(text, is_it) || self.joints.any(text, is_it)
    }
}

/// Words of addresses that nearly every page has in it.
const IN_EVERY_PAGE: [&str; 18] = [
    "article",
    "articles",
    "claim",
    "claims",
    "com",
    "countries",
    "entities",
    "html",
    "http",
    "https",
    "index",
    "locations",
    "media",
    "news",
    "org",
    "pages",
    "sources",
    "www",
];

/// What of a needle is looked for first.
enum NeedleAnchor<'n> {
    Word(&'n str),
    /// Where all words are very short that is two of them.
    Short(&'n str, &'n str),
}

fn anchor(words: &str) -> NeedleAnchor<'_> {
    let all = || words.split([' ', '\n']);
    let rare = || all().filter(|word| word.len() > 2 && !IN_EVERY_PAGE.contains(word));
    let longest = rare().flat_map(plain).max_by_key(|part| part.len());
    let longest = longest.filter(|part| part.len() >= PLAIN);
    let longest = longest.or_else(|| rare().max_by_key(|word| word.len()));
    let longest = longest.or_else(|| all().max_by_key(|word| word.len()));
    let mut two = all();
    match (longest.unwrap_or_default(), two.next(), two.next()) {
        (longest, Some(first), Some(second))
            if longest.len() <= 2 && first.is_ascii() =>
        {
            NeedleAnchor::Short(first, second)
        }
        (longest, ..) => NeedleAnchor::Word(longest),
    }
}

/// So many letters of ASCII side by side are looked for in the place of a word with others.
const PLAIN: usize = 5;

/// The parts of a word that are letters of ASCII: these stand in a text as they are.
fn plain(word: &str) -> impl Iterator<Item = &str> {
    word.split(|c: char| !c.is_ascii()).filter(|part| !part.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::needles::Needle;
    use std::sync::LazyLock;

    fn sieve(names: &[&str]) -> Sieve {
        let needles = names.iter().flat_map(|name| Needle::name(name).unwrap());
        Sieve::new(&NeedleSet::new(needles.map(|needle| (needle, 0))), &["53.34".into()])
    }

    const NAMES: [&str; 12] = [
        "Jane Doe",
        "Bo Li",
        "张三",
        "Иванов",
        "Cassandra",
        "Zoë Müller",
        "J. Roe",
        "An Xi",
        "Małgorzata Wiśniewska",
        "김민수",
        "فاطمة الزهراء",
        "Łódź Ж",
    ];

    #[test]
    fn what_tells_something_gets_through_wherever_it_stands() {
        let sieve = sieve(&NAMES);
        for words in [
            "Jane Doe",
            "JANE",
            "janedoe",
            "Bo Li",
            "bo-li",
            "张三",
            "ИВАНОВ",
            "иванов",
            "cassandra",
            "Zoe Muller",
            "Zoé MÜLLER",
            "roe",
            "53.3498",
            "Ja<b>ne</b>",
            "J<b></b>ane",
            "Ja<!-- x -->ne",
            "J&#97;ne",
            "%4aane",
            "\\u004aane",
            "\\4a ane",
            "Ja\u{ad}ne",
            "Ｊａｎｅ",
            "Cassan<i>dra</i>",
            "<b>Ca</b><i>ss</i>an<i title=\"x>y\">dra</i>",
            "C<b title='a<b'>assandra</b>",
            "<i title='a<b \"c\"'>Cas</i>sandra",
            "Mu\u{308}ller",
            "&#24352;三",
        ] {
            for before in 0..9 {
                let text = format!(
                    "{}{words}{}",
                    " .".repeat(before),
                    &"<p>\n x "[..before.min(7)]
                );
                assert!(sieve.may_tell(text.as_bytes()), "{text:?}");
                let text = format!("{}{words}", "-".repeat(before));
                assert!(sieve.may_tell(text.as_bytes()), "{text:?}");
            }
        }
    }

    #[test]
    fn what_tells_nothing_is_not_decoded() {
        let sieve = sieve(&["Cassandra", "Zoë Müller", "Jane Doe"]);
        for text in [
            "<p>It said “so” – and that is all of it.</p><ul><li>One</li><li>Two</li></ul>",
            "<a href=\"x%20y.html\">The R&amp;D of it</a>",
            "<script type=\"application/ld+json\">{\"a\":\"\\u003cb\"}</script>",
            "",
        ] {
            assert!(!sieve.may_tell(text.as_bytes()), "{text}");
        }
        assert!(!Sieve::default().may_tell(b"Jane Doe"));
    }

    /// A way to write a letter.
    fn letter(c: char, way: usize) -> String {
        let code = c as u32;
        let bytes = || c.to_string().into_bytes();
        match way {
            0 => format!("&#{code};"),
            1 => format!("&#x{code:X};"),
            2 => format!("&#{code}"),
            3 => format!("&amp;#{code};"),
            4 => bytes().iter().map(|byte| format!("%{byte:02x}")).collect(),
            5 => bytes().iter().map(|byte| format!("%25{byte:02X}")).collect(),
            6 => format!("\\u{code:04x}"),
            7 => format!("\\u{{{code:x}}}"),
            8 if code < 0x100 => format!("\\x{code:02x}"),
            9 => format!("\\{code:x} "),
            10 => format!("\\{c}"),
            11 if c.is_ascii_lowercase() => {
                char::from_u32(code - 0x61 + 0xff41).unwrap_or(c).to_string()
            }
            12 if c.is_ascii_lowercase() => format!("&{c}acute;"),
            13 => format!("{c}\u{301}"),
            14 => c.to_uppercase().to_string(),
            15 => format!("\\\\u{code:04x}"),
            _ => c.to_string(),
        }
    }

    /// What may stand between two letters of a word.
    const WITHIN: [&str; 38] = [
        "<b>",
        "</b>",
        "<i title=\"x>y\">",
        "<i title='don\"t'>",
        "<a href=x>",
        "</a><a>",
        "<!-- c -->",
        "<!---->",
        "<!x>",
        "<?x?>",
        "<![CDATA[",
        "]]>",
        "\u{ad}",
        "\u{200b}",
        "&shy;",
        "&#173;",
        "&amp;shy;",
        "\\u00ad",
        "%C2%AD",
        "\\\n",
        "\u{301}",
        "\u{1}",
        "&lt;b&gt;",
        "&lt;/b&gt;",
        "\\u003cb>",
        "%3Cb%3E",
        "&lt;i title=&quot;x&quot;&gt;",
        "<p>",
        "<br>",
        " ",
        "-",
        "&nbsp;",
        "%20",
        "_",
        "<b",
        "&",
        "<i title='x>",
        "</b> <b>",
    ];

    /// What a word may stand in.
    const AROUND: [&str; 16] = [
        "",
        " ",
        "<p>",
        "<a title=\"",
        "\">",
        "é",
        "x",
        "<!-- ",
        " -->",
        "<script>",
        "</script>",
        "{\"a\":\"",
        "%",
        "&",
        "\\",
        "</b>",
    ];

    /// Whether a text tells something, all of it decoded.
    fn tells(set: &NeedleSet, text: &str) -> bool {
        readings(text.as_bytes(), Showing::Data).iter().any(|said| {
            set.find(&SearchForm::of(&said.text), Showing::Data).next().is_some()
        })
    }

    static ALL: LazyLock<(NeedleSet, Sieve)> = LazyLock::new(|| {
        let needles = NAMES.iter().flat_map(|name| Needle::name(name).unwrap());
        let set = NeedleSet::new(needles.map(|needle| (needle, 0)));
        let sieve = Sieve::new(&set, &[]);
        (set, sieve)
    });

    proptest::proptest! {
        #![proptest_config(proptest::prelude::ProptestConfig::with_cases(2_000))]
        #[test]
        fn nothing_that_tells_something_is_passed_over(
            name in 0..NAMES.len(),
            ways in proptest::collection::vec(0..64_usize, 1..24),
            within in proptest::collection::vec(0..160_usize, 1..24),
            around in proptest::collection::vec(0..AROUND.len(), 0..4),
        ) {
            let (set, sieve) = &*ALL;
            let mut text: String = around.iter().map(|n| AROUND[*n]).collect();
            for (n, c) in NAMES[name].to_lowercase().chars().enumerate() {
                let way = ways[n % ways.len()];
                text.push_str(&if c == ' ' { c.to_string() } else { letter(c, way) });
                text.push_str(WITHIN.get(within[n % within.len()]).unwrap_or(&""));
            }
            around.iter().rev().for_each(|n| text.push_str(AROUND[*n]));
            proptest::prop_assert!(!tells(set, &text) || sieve.may_tell(text.as_bytes()), "{text:?}");
        }
    }
}
