//! Phrases in templates: the filters `phrase`, `links` and `midsentence`.
//!
//! `{{ "all-articles" | phrase(total=3) }}` is the phrase `all-articles` of the catalogue with 3 put into it.
//! A theme may have phrases of its own, and others for those of the catalogue, in `phrases/en.ftl`: the
//! nearest theme's are taken. What is put in may be HTML, if it is marked as such: then it stays that.

use super::reading::{SaidPhrase, TemplateNames, names};
use super::scripts::{said_in, scripts};
use super::stand_in;
use crate::diag::{Diagnostic, Diagnostics, codes};
use crate::files::{FileId, Span, TextFiles};
use crate::phrases::{Filled, Phrase, PhraseValue, Phrases};
use std::borrow::Cow;
use std::collections::BTreeSet;
use std::sync::Arc;
use tera::value::Key;
use tera::{Error, Kwargs, State, Tera, Value};

/// The phrases that a theme's templates may use.
#[derive(Debug)]
pub(super) struct ThemePhrases {
    /// Those of the themes' own files, nearest first.
    own: Vec<(FileId, Phrases)>,
    /// Those of the site's language.
    site: &'static Phrases,
}

impl ThemePhrases {
    /// Those of the themes `themes`, nearest first, over the site's; none after reporting mistakes in their
    /// files.
    pub(super) fn load(
        texts: &TextFiles,
        themes: &[String],
        site: &'static Phrases,
        diags: &mut Diagnostics,
    ) -> Option<Self> {
        let read = |(file, text)| match site.read_more(text) {
            Ok(own) => Some((file, own)),
            Err(mistakes) => {
                diags.extend(mistakes.into_iter().map(|one| {
                    let span = Span::new(file, one.range.start, one.range.end);
                    Diagnostic::new(codes::THEME_PHRASE, span, one.message)
                }));
                None
            }
        };
        let own: Vec<Option<_>> = files(texts, themes, site).map(read).collect();
        let own = own.into_iter().collect::<Option<_>>()?;
        Some(ThemePhrases { own, site })
    }

    /// The language of the site's.
    pub(super) fn lang(&self) -> &'static str {
        self.site.lang()
    }

    /// The files of the themes' own.
    pub(super) fn files(&self) -> impl Iterator<Item = FileId> {
        self.own.iter().map(|(file, _)| *file)
    }

    /// The phrase called `name`, and the catalogue that has it.
    pub(super) fn find(&self, name: &str) -> Option<(&Phrases, &Phrase)> {
        self.catalogues().find_map(|one| Some((one, one.get(name)?)))
    }

    /// The themes' own, nearest first, then the site's.
    fn catalogues(&self) -> impl Iterator<Item = &Phrases> {
        self.own.iter().map(|(_, own)| own).chain([self.site])
    }

    /// Whether the form of a phrase depends on what is given for this placeholder.
    pub(super) fn is_counted(&self, name: &str, placeholder: &str) -> bool {
        self.find(name).is_none_or(|(_, phrase)| {
            let mut all = phrase.placeholders.iter();
            all.any(|one| *one.name == *placeholder && one.is_counted)
        })
    }

    /// What stands between the links of a list.
    pub(super) fn separator(&self) -> &'static str {
        self.site.separator()
    }

    /// Gives the engine the filters.
    pub(super) fn register(self: &Arc<Self>, engine: &mut Tera) {
        let site = self.site;
        engine.register_filter("links", move |items: &Value, _: Kwargs, _: &State| {
            links(items, site.separator())
        });
        engine
            .register_filter("midsentence", move |words: &str, _: Kwargs, _: &State| {
                site.midsentence(words)
            });
        let phrases = Arc::clone(self);
        engine
            .register_filter("phrase", move |name: &Value, given: Kwargs, _: &State| {
                phrases.say(name, &given)
            });
    }

    fn say(&self, name: &Value, given: &Kwargs) -> Result<Value, Error> {
        let name = name.as_str().unwrap_or_default();
        let Some((phrases, phrase)) = self.find(name) else {
            return Err(Error::message(format!("there is no phrase `{name}`")));
        };
        let mut values: Vec<PutIn<'_>> = Vec::new();
        for placeholder in &phrase.placeholders {
            let mut all = given.iter();
            let value = all.find(|(key, _)| key.as_str() == Some(&placeholder.name));
            let (_, value) = value.ok_or_else(|| {
                let name = &placeholder.name;
                Error::message(format!("the phrase `{}` needs `{name}`", phrase.name))
            })?;
            values.push(PutIn::new(value)?);
        }
        let numbers: Vec<PhraseValue<'_>> = values.iter().map(|one| one.value).collect();
        let mut html = Vec::new();
        phrases.fill(phrase, &numbers, &mut |part| match part {
            // Writing to memory can't fail.
            Filled::Words(words) => drop(stand_in::escape(words, &mut html)),
            Filled::Placeholder(number) => {
                html.extend_from_slice(values[number].html.as_bytes());
            }
        });
        Ok(Value::safe_string(&String::from_utf8_lossy(&html)))
    }

    /// Reports what templates say by names that no phrase has or with other placeholders than it has, and
    /// phrases of a theme's that no template says; and whether there was any of it.
    pub(super) fn check(
        &self,
        templates: &[FileId],
        themes: &[String],
        texts: &TextFiles,
        diags: &mut Diagnostics,
    ) -> bool {
        let all = templates.iter().map(|file| (*file, &*texts.get(*file).text));
        let all = all.map(|(file, text)| Some((file, text, names(text)?)));
        let read: Vec<(FileId, &str, TemplateNames<'_>)> =
            all.clone().flatten().collect();
        let mut found: Vec<Diagnostic> = Vec::new();
        for (file, text, names) in &read {
            found.extend(names.phrases.iter().filter_map(|said| {
                let start = said.name.as_ptr() as usize - text.as_ptr() as usize;
                self.mistaken(said, Span::new(*file, start, start + said.name.len()))
            }));
        }
        let scripts = scripts(texts, themes);
        let in_scripts = scripts.values().flat_map(|(file, text)| {
            said_in(text).map(|name| {
                (*file, name.as_ptr() as usize - text.as_ptr() as usize, name)
            })
        });
        let in_scripts: Vec<(FileId, usize, &str)> = in_scripts.collect();
        found.extend(
            in_scripts.iter().filter(|(.., name)| self.find(name).is_none()).map(
                |(file, start, name)| {
                    self.unknown(name, Span::new(*file, *start, start + name.len()))
                },
            ),
        );
        // A template that isn't understood may say any of them, as may one that makes up the name.
        let any = |names: &TemplateNames<'_>| names.any_phrase;
        if read.len() == templates.len() && !read.iter().any(|(.., names)| any(names)) {
            let said = read.iter().flat_map(|(.., names)| &names.phrases);
            let said = said.map(|one| one.name);
            let said: BTreeSet<&str> =
                said.chain(in_scripts.iter().map(|(.., name)| *name)).collect();
            found.extend(self.unused(&said));
        }
        let is_any = !found.is_empty();
        diags.extend(found);
        is_any
    }

    fn mistaken(&self, said: &SaidPhrase<'_>, at: Span) -> Option<Diagnostic> {
        let wrong = |message| Diagnostic::new(codes::THEME_PHRASE, at, message);
        let name = said.name;
        let Some((_, phrase)) = self.find(name) else {
            return Some(self.unknown(name, at));
        };
        let has: Vec<&str> = phrase.placeholders.iter().map(|one| &*one.name).collect();
        if let Some(lacking) = has.iter().find(|one| !said.given.contains(one)) {
            let found = wrong(format!("the phrase `{name}` needs `{lacking}`"));
            let all: Vec<String> = has.iter().map(|one| format!("{one}=…")).collect();
            let call = all.join(", ");
            return Some(found.help(format!("write `\"{name}\" | phrase({call})`")));
        }
        let more = said.given.iter().find(|one| !has.contains(one))?;
        let found = wrong(format!("the phrase `{name}` has no place for `{more}`"));
        Some(found.did_you_mean(more, has.iter().copied()))
    }

    fn unknown(&self, name: &str, at: Span) -> Diagnostic {
        let known = self.catalogues().flat_map(Phrases::iter);
        let message = format!("there is no phrase `{name}`");
        Diagnostic::new(codes::THEME_PHRASE, at, message)
            .did_you_mean(name, known.map(|one| &*one.name))
    }

    fn unused(&self, said: &BTreeSet<&str>) -> Vec<Diagnostic> {
        let all =
            self.own.iter().flat_map(|(file, own)| own.iter().map(|one| (*file, one)));
        let unused = all.filter(|(_, phrase)| !said.contains(&*phrase.name));
        let told = unused.map(|(file, phrase)| {
            let name = &phrase.name;
            let span = Span::new(file, phrase.at, phrase.at + name.len());
            let message = format!("no template says the phrase `{name}`");
            Diagnostic::new(codes::THEME_PHRASE, span, message)
                .help(format!("say it: `{{{{ \"{name}\" | phrase }}}}`, or take it out"))
        });
        told.collect()
    }
}

/// The files of phrases that these themes have for the site's language, else in English, nearest first.
fn files<'t>(
    texts: &'t TextFiles,
    themes: &'t [String],
    site: &'static Phrases,
) -> impl Iterator<Item = (FileId, &'t str)> {
    themes.iter().filter_map(|theme| {
        let of = |lang| texts.find(&format!("themes/{theme}/phrases/{lang}.ftl"));
        let (file, text) = of(site.lang()).or_else(|| of("en"))?;
        Some((file, &*text.text))
    })
}

/// Links after each other: what each has as its `html`.
fn links(items: &Value, separator: &str) -> Result<Value, Error> {
    let wrong = || Error::message("`links` needs a list of links");
    let mut html = String::new();
    for item in items.as_array().ok_or_else(wrong)? {
        let link = item.as_map().and_then(|link| link.get(&Key::Str("html")));
        if !html.is_empty() {
            html.push_str(separator);
        }
        html.push_str(link.and_then(Value::as_str).ok_or_else(wrong)?);
    }
    Ok(Value::safe_string(&html))
}

/// What is put into a phrase.
struct PutIn<'v> {
    value: PhraseValue<'v>,
    html: Cow<'v, str>,
}

impl<'v> PutIn<'v> {
    fn new(value: &'v Value) -> Result<Self, Error> {
        if let Some(number) = value.as_u64() {
            let html = Cow::from(number.to_string());
            return Ok(PutIn { value: PhraseValue::Number(number), html });
        }
        let text = value.as_str();
        let text =
            text.ok_or_else(|| Error::message("a phrase takes words and numbers"))?;
        let html = match value.is_safe() {
            true => Cow::from(text),
            false => {
                let mut escaped = Vec::new();
                // Writing to memory can't fail.
                drop(stand_in::escape(text, &mut escaped));
                Cow::from(String::from_utf8_lossy(&escaped).into_owned())
            }
        };
        Ok(PutIn { value: PhraseValue::Text(text), html })
    }
}
