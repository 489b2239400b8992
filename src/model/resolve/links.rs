//! What the references in the texts mean.

use super::embeds::as_link;
use super::marks;
use super::media::other_letters;
use super::names::Miss;
use super::near_keys::NearKeys;
use super::resolver::{Resolver, each};
use super::slips::{Among, Slip};
use super::unpublished::unpublished;
use crate::config::RawHtml;
use crate::content::{self, HeldBy, Kind};
use crate::diag::{Diagnostic, Diagnostics, Place, codes, nearest};
use crate::files::{FileId, FilePath, OutPath, Span, TextFiles};
use crate::letters::{anchor, composed, folded};
use crate::markdown::{
    Cite, CiteForm, CiteItem, Heading, HtmlAddress, Ref, RefKind, Wiki, is_dangerous,
    report_danger,
};
use crate::model::nouns::{Item, Link, MediaId, Prose, SourceId};
use crate::model::percent::{percent_decoded, percent_encoded};
use crate::model::refused::{refused_address, whole};
use crate::model::site::Site;
use crate::model::target::{Address, Refused, scheme};
use crate::routes;
use foldhash::{HashMap, HashSet};
use std::sync::OnceLock;

/// Gives every reference of every text its meaning. The texts are `written` and made by the numbers of their
/// items; those that are not concerned are left out.
pub(super) fn resolve(
    site: &Site,
    written: &[Option<&content::Prose>],
    texts: &TextFiles,
    resolver: &Resolver<'_>,
    diags: &mut Diagnostics,
) -> Vec<Option<Prose>> {
    let lookup = Lookup::new(site, written, texts, resolver);
    let items: Vec<_> = site.items().zip(written).collect();
    let made = each(&items, diags, |(item, prose), diags| {
        let prose = prose.filter(|prose| resolver.scope.concerns(prose.file))?;
        let links = prose.outline.refs.iter();
        let links: Vec<Link> =
            links.map(|one| lookup.link(*item, prose, one, diags)).collect();
        marks::report_unsourced(&prose.outline, &links, diags);
        Some(Prose::of(prose, links))
    });
    let guesses =
        resolver.names.slips.guess(|written, among| lookup.near(written, among));
    guesses.tell(diags);
    made
}

pub(super) struct Lookup<'s> {
    pub(super) site: &'s Site,
    /// The text of each item, by the item's number.
    written: &'s [Option<&'s content::Prose>],
    texts: &'s TextFiles,
    pub(super) resolver: &'s Resolver<'s>,
    /// By the file's id: the item that has its text.
    by_file: Vec<Option<Item>>,
    /// The texts by the ends of their paths: made when the first name is not found.
    by_name: OnceLock<HashMap<String, Vec<FileId>>>,
    /// The item at each address: made when the first link is followed that names no file.
    by_address: OnceLock<HashMap<OutPath, Item>>,
    /// The addresses of tags and authors: made when the first link is followed that leads to no item.
    tags_and_authors: OnceLock<HashSet<OutPath>>,
    /// Made when the first `@word` is met that is no key.
    near_keys: OnceLock<NearKeys<'s>>,
    /// By the file's id: the headings of a text that has many, made when the first is sought.
    by_heading: Vec<OnceLock<HeadingIndex>>,
}

/// Of so few headings one is found by looking at each.
const FEW_HEADINGS: usize = 16;

/// Where each heading of a text stands among them, the first where several are called so.
#[derive(Debug, Default)]
struct HeadingIndex {
    by_id: HashMap<String, usize>,
    by_title: HashMap<String, usize>,
}

impl HeadingIndex {
    fn of(headings: &[Heading]) -> Self {
        let mut index = HeadingIndex::default();
        for (nth, heading) in headings.iter().enumerate() {
            index.by_id.entry(heading.id.clone()).or_insert(nth);
            let title = composed(&heading.title).into_owned();
            index.by_title.entry(title).or_insert(nth);
        }
        index
    }

    fn find(&self, wanted: &str, word: &str) -> Option<usize> {
        let either = [self.by_id.get(word), self.by_title.get(wanted)];
        let first = || either.into_iter().flatten().min();
        self.by_id.get(wanted).or_else(first).copied()
    }
}

impl<'s> Lookup<'s> {
    fn new(
        site: &'s Site,
        written: &'s [Option<&'s content::Prose>],
        texts: &'s TextFiles,
        resolver: &'s Resolver<'s>,
    ) -> Self {
        let mut by_file = vec![None; texts.ids().count()];
        for (item, prose) in site.items().zip(written) {
            if let Some(prose) = prose {
                by_file[prose.file.0 as usize] = Some(item);
            }
        }
        let by_heading = by_file.iter().map(|_| OnceLock::new()).collect();
        let (by_name, by_address) = (OnceLock::new(), OnceLock::new());
        let (near_keys, tags_and_authors) = (OnceLock::new(), OnceLock::new());
        Lookup {
            site,
            written,
            texts,
            resolver,
            by_file,
            by_name,
            by_address,
            near_keys,
            tags_and_authors,
            by_heading,
        }
    }

    /// The text of an item as it was read.
    fn prose(&self, item: Item) -> Option<&'s content::Prose> {
        self.written[self.site.number(item)]
    }

    /// What was probably meant by what means nothing.
    fn near(&self, written: &str, among: Among) -> Option<&str> {
        match among {
            Among::Names(kind) => nearest(written, self.resolver.names.known(kind)),
            Among::Headings(file) => {
                let item = self.by_file.get(file.0 as usize).copied().flatten()?;
                let headings = self.prose(item)?.outline.headings.iter();
                nearest(written, headings.map(|heading| heading.id.as_str()))
            }
            Among::Blocks(file) => {
                let item = self.by_file.get(file.0 as usize).copied().flatten()?;
                let anchors = self.prose(item)?.outline.anchors.iter();
                nearest(written, anchors.map(|anchor| anchor.id.as_str()))
            }
            Among::Files => {
                let files = self.texts.ids_below("content");
                let files = files.filter(|file| self.held(*file).is_none());
                let files = files.map(|id| self.texts.path(id).name());
                nearest(written, files.chain(self.resolver.media.names()))
            }
            Among::Media => nearest(written, self.resolver.media.names()),
        }
    }

    fn link(
        &self,
        of: Item,
        prose: &content::Prose,
        one: &Ref,
        diags: &mut Diagnostics,
    ) -> Link {
        match &one.kind {
            RefKind::Wiki(wiki) => self.wiki(of, prose, wiki, one.span, diags),
            RefKind::Cite(cite) => self.cite(of, cite, diags),
            // It has been reported when the text was read.
            RefKind::Image(image) if is_dangerous(&image.dest) => Link::Text,
            RefKind::Image(image) if has_scheme(&image.dest) => {
                report_picture_elsewhere(&image.dest, one.span, diags);
                Link::Text
            }
            RefKind::Image(image) => {
                let found = self.resolver.media.picture(
                    &percent_decoded(&image.dest),
                    one.span,
                    self.page_of(of),
                    diags,
                );
                found.map_or(Link::Text, |id| {
                    if image.alt.trim().is_empty() && !self.may_have_alt(id) {
                        let help = "say what is to be seen between the brackets, or as `alt` in its sidecar";
                        report_no_alt(&image.dest, one.span, help, diags);
                    }
                    Link::Media(id)
                })
            }
            RefKind::Link(link) => {
                if let Some(key) = &link.key
                    && self.resolver.names.find(key, Some(Kind::Source)).is_ok()
                {
                    report_link_of_key(key, one.span, diags);
                }
                self.destination(of, prose, &link.dest, one.span, diags)
            }
            RefKind::Mark(mark) => self.mark(mark, diags),
            RefKind::Gap => Link::Gap,
            RefKind::Html(html) if self.resolver.config.raw_html == RawHtml::Allow => {
                self.html_address(of, prose, html, one.span, diags)
            }
            // The HTML is shown as text.
            RefKind::Html(_) => Link::Text,
        }
    }

    /// What an address in raw HTML means: the same as that of a Markdown link.
    fn html_address(
        &self,
        of: Item,
        prose: &content::Prose,
        html: &HtmlAddress,
        span: Span,
        diags: &mut Diagnostics,
    ) -> Link {
        report_danger(&html.dest, span, diags);
        match html.dest.strip_prefix('#') {
            Some(id) if html.to_own_id => Link::Heading(id.into()),
            _ => self.destination(of, prose, &html.dest, span, diags),
        }
    }

    /// Whether a picture's sidecar says what is to be seen, or has mistakes that hide it.
    fn may_have_alt(&self, id: MediaId) -> bool {
        let media = &self.site[id];
        let alt = media.about.as_ref().and_then(|about| about.alt.as_ref());
        media.flawed || alt.is_some_and(|alt| !alt.trim().is_empty())
    }

    /// Where the page of an item is.
    fn page_of(&self, item: Item) -> Option<&'s OutPath> {
        self.site.names(item).map(|names| &names.address)
    }

    fn wiki(
        &self,
        of: Item,
        prose: &content::Prose,
        wiki: &Wiki,
        span: Span,
        diags: &mut Diagnostics,
    ) -> Link {
        if wiki.target.is_empty() {
            let heading = wiki.heading.as_deref().unwrap_or_default();
            if heading.is_empty() {
                report_no_target(span, diags);
                return Link::Text;
            }
            if wiki.embed.is_some() {
                report_part(wiki, span, diags);
            }
            let found = self.heading(prose, heading, span, diags);
            return found.map_or(Link::Text, Link::Heading);
        }
        match wiki.embed {
            Some(_) if looks_like_file(&wiki.target) => {
                return self.embedded_picture(of, &wiki.target, span, diags);
            }
            Some(standing) if wiki.heading.is_none() => {
                return self.embed(wiki, standing, span, diags);
            }
            Some(_) => report_part(wiki, span, diags),
            None => {}
        }
        let item = match self.called(&wiki.target) {
            Ok(item) => item,
            Err(Unnamed::Files(files)) => {
                report_several(&wiki.target, wiki.target_span, &files, diags);
                return Link::Text;
            }
            Err(Unnamed::Miss(Miss::Unknown))
                if let Some(id) = self.resolver.media.find(&wiki.target, span.file) =>
            {
                return Link::Media(id);
            }
            Err(Unnamed::Miss(miss)) => {
                let names = &self.resolver.names;
                names.report(&wiki.target, wiki.target_span, None, miss, diags);
                return Link::Text;
            }
        };
        let heading = wiki.heading.as_deref().and_then(|heading| {
            let prose = self.prose(item);
            if prose.is_none() {
                report_no_heading(heading, span, diags);
            }
            self.heading(prose?, heading, span, diags)
        });
        Link::Item(item, heading)
    }

    /// The item that `[[…]]` names: by its id or another name, or, as in Obsidian, by the name of its
    /// file, with as many of the folders above as are written.
    pub(super) fn called(&self, target: &str) -> Result<Item, Unnamed> {
        let miss = match self.resolver.names.find(target, None) {
            Ok(item) => return Ok(item),
            Err(Miss::Unknown) => Miss::Unknown,
            Err(miss) => return Err(Unnamed::Miss(miss)),
        };
        let files = self.by_name.get_or_init(|| self.files_by_name());
        let Some(files) = files.get(&file_key(target)) else {
            return Err(Unnamed::Miss(miss));
        };
        let items = files.iter().filter_map(|file| self.by_file[file.0 as usize]);
        let items: Vec<Item> = items.collect();
        match items.as_slice() {
            [item] => Ok(*item),
            [] => Err(Unnamed::Miss(self.missed(files))),
            _ => {
                let shown =
                    files.iter().filter(|file| self.by_file[file.0 as usize].is_some());
                let paths = shown.map(|file| self.texts.path(*file).to_string());
                Err(Unnamed::Files(paths.collect()))
            }
        }
    }

    /// Why no item has the text of these files: they are held back, or have mistakes that have been reported.
    fn missed(&self, files: &[FileId]) -> Miss {
        let held = files.iter().find_map(|file| Some((*file, self.held(*file)?)));
        let Some((file, by)) = held else {
            let is_broken = files.iter().any(|file| self.resolver.names.is_broken(*file));
            return if is_broken { Miss::Known } else { Miss::Unknown };
        };
        let inside = self.texts.path(file).below("content").unwrap_or_default();
        let folder = inside.split('/').next().unwrap_or_default();
        let kind = Kind::of_folder(folder).unwrap_or(Kind::Page);
        Miss::Unpublished(kind, by.clone())
    }

    /// The texts by the ends of their paths: `roe`, `people/roe` and `articles/people/roe` for
    /// `content/articles/people/Roe.md`.
    fn files_by_name(&self) -> HashMap<String, Vec<FileId>> {
        let mut files: HashMap<String, Vec<FileId>> = HashMap::default();
        for file in self.texts.ids_below("content") {
            let path = self.texts.path(file);
            let is_text = matches!(&*path.ending(), "md" | "markdown");
            let Some(inside) = path.below("content").filter(|_| is_text) else {
                continue;
            };
            let key = file_key(inside);
            let ends = key.match_indices('/').map(|(at, _)| at + 1).chain([0]);
            // A path has few folders; one that has many is found by the last of them.
            let mut ends: Vec<usize> = ends.collect();
            ends.sort_unstable_by_key(|at| std::cmp::Reverse(*at));
            for at in ends.into_iter().take(MOST_FOLDERS) {
                files.entry(key[at..].to_owned()).or_default().push(file);
            }
        }
        files
    }

    fn embedded_picture(
        &self,
        of: Item,
        target: &str,
        span: Span,
        diags: &mut Diagnostics,
    ) -> Link {
        let found = self.resolver.media.picture(target, span, self.page_of(of), diags);
        if found.is_some_and(|id| !self.may_have_alt(id)) {
            let help = format!(
                "say what is to be seen in its sidecar: `alt: …` in `{target}.yaml`"
            );
            report_no_alt(target, span, &help, diags);
        }
        found.map_or(Link::Text, Link::Media)
    }

    /// The id of a heading that is named by its id or its words, or of a block: `^id`.
    fn heading(
        &self,
        prose: &content::Prose,
        wanted: &str,
        span: Span,
        diags: &mut Diagnostics,
    ) -> Option<Box<str>> {
        let headings = &prose.outline.headings;
        if let Some((above, last)) = wanted.rsplit_once('#')
            && let Some(found) = below(headings, above, last)
        {
            return Some(found.id.as_str().into());
        }
        // Of `Early life#School` the last is meant; what stands above it may have been renamed.
        let wanted = wanted.rsplit('#').next().unwrap_or(wanted).trim();
        if wanted.starts_with('^') && self.named_heading(prose, wanted, wanted).is_none()
        {
            return self.block(prose, wanted, span, diags);
        }
        let (wanted, word) = (&*composed(wanted), anchor(wanted));
        let found = self.named_heading(prose, wanted, &word);
        if found.is_none() {
            self.resolver.names.slips.note(Slip {
                place: span,
                code: codes::UNKNOWN_HEADING,
                written: word,
                among: Among::Headings(prose.file),
            });
            let message = format!("there is no heading `{wanted}`");
            let found = Diagnostic::new(codes::UNKNOWN_HEADING, span, message);
            diags.push(found.help(choice(headings)));
        }
        found.map(|heading| heading.id.as_str().into())
    }

    /// The id of a block, `^id`; its letters are not told apart by their case.
    fn block(
        &self,
        prose: &content::Prose,
        wanted: &str,
        span: Span,
        diags: &mut Diagnostics,
    ) -> Option<Box<str>> {
        let id = wanted.to_ascii_lowercase();
        let found = prose.outline.anchor(&id);
        if found.is_none() {
            self.resolver.names.slips.note(Slip {
                place: span,
                code: codes::UNKNOWN_HEADING,
                written: id,
                among: Among::Blocks(prose.file),
            });
            let message = format!("there is no block `{wanted}`");
            diags.push(Diagnostic::new(codes::UNKNOWN_HEADING, span, message).help(
                format!("write ` {wanted}` at the end of the block that is meant"),
            ));
        }
        found.map(|anchor| anchor.id.as_str().into())
    }

    /// The first heading with the id `wanted`; else with the id `word` or the title `wanted`.
    fn named_heading<'p>(
        &self,
        prose: &'p content::Prose,
        wanted: &str,
        word: &str,
    ) -> Option<&'p Heading> {
        let headings = &prose.outline.headings;
        let index = self.by_heading.get(prose.file.0 as usize);
        let index = index.filter(|_| headings.len() > FEW_HEADINGS);
        let nth = match index.map(|it| it.get_or_init(|| HeadingIndex::of(headings))) {
            Some(index) => index.find(wanted, word),
            None => {
                let by_id = headings.iter().position(|heading| heading.id == wanted);
                by_id.or_else(|| {
                    headings
                        .iter()
                        .position(|it| it.id == word || composed(&it.title) == wanted)
                })
            }
        };
        headings.get(nth?)
    }

    fn cite(&self, of: Item, cite: &Cite, diags: &mut Diagnostics) -> Link {
        if matches!(cite.form, CiteForm::Bare | CiteForm::Wide) {
            return self.handle(cite, diags);
        }
        let mut sources = Vec::with_capacity(cite.items.len());
        sources.extend(cite.items.iter().filter_map(|item| self.cited(of, item, diags)));
        match sources.len() == cite.items.len() {
            true => Link::Cite(sources.into()),
            false => Link::Text,
        }
    }

    /// What `@word` in the sentence means: a citation only where it is a known key.
    fn handle(&self, cite: &Cite, diags: &mut Diagnostics) -> Link {
        let [item] = &*cite.items else { return Link::Text };
        let key = &item.key;
        match self.resolver.names.find(key, Some(Kind::Source)) {
            Ok(Item::Source(_)) if cite.form == CiteForm::Wide => {
                let message = format!("what cites `{key}` here is no citation");
                diags.push(
                    Diagnostic::new(codes::MALFORMED_CITATION, item.key_span, message)
                        .note("its sign or its bracket is a wide one")
                        .help(format!(
                            "write `@{key}` or `[@{key}]`, with the signs of ASCII"
                        )),
                );
                Link::Text
            }
            Ok(Item::Source(id)) => Link::Cite([id].into()),
            Err(miss @ Miss::Unpublished(..)) => {
                let names = &self.resolver.names;
                names.report(key, item.key_span, Some(Kind::Source), miss, diags);
                Link::Text
            }
            Err(Miss::Unknown) if cite.form == CiteForm::Bare => {
                let keys =
                    || self.site.sources.iter().map(|source| source.names.id.as_str());
                let near = self.near_keys.get_or_init(|| NearKeys::new(keys()));
                if let Some(near) = near.near(key) {
                    report_mistyped(item, near, diags);
                }
                Link::Text
            }
            _ => Link::Text,
        }
    }

    fn cited(
        &self,
        of: Item,
        item: &CiteItem,
        diags: &mut Diagnostics,
    ) -> Option<SourceId> {
        let found = self.resolver.names.find(&item.key, Some(Kind::Source));
        if let Ok(Item::Source(id)) = found {
            return Some(id);
        }
        let listed = self.site.listed_sources(of);
        if let Ok(number) = item.key.parse::<usize>() {
            let source = number.checked_sub(1).and_then(|n| listed.get(n)).copied();
            if source.is_none() {
                let message = format!("there is no source number {number}");
                diags.push(
                    Diagnostic::new(codes::CITATION_NUMBER, item.key_span, message)
                        .note(match listed.len() {
                            0 => "this page lists no sources under `sources:`".to_owned(),
                            1 => "this page lists one source under `sources:`".to_owned(),
                            n => format!("this page lists {n} sources under `sources:`"),
                        })
                        .help("add the source to `sources:`, or cite it by its id"),
                );
            }
            return source;
        }
        if let Err(miss) = found {
            let names = &self.resolver.names;
            if let Some((key, place)) = item.key.split_once(':')
                && matches!(names.find(key, Some(Kind::Source)), Ok(Item::Source(_)))
            {
                report_place_in_key(item, key, place, diags);
                return None;
            }
            names.report(&item.key, item.key_span, Some(Kind::Source), miss, diags);
        }
        None
    }

    /// What the destination of a Markdown link means: an address, a heading, a file of the
    /// content, a page of the site.
    fn destination(
        &self,
        of: Item,
        prose: &content::Prose,
        dest: &str,
        span: Span,
        diags: &mut Diagnostics,
    ) -> Link {
        // It has been reported when the text was read.
        if is_dangerous(dest) {
            return Link::Text;
        }
        match Address::read(dest) {
            Ok(_) => return Link::Web(dest.into()),
            Err(Refused::NoScheme) => {}
            Err(why) => {
                diags.extend(self.refused(dest, &why, span));
                return Link::Text;
            }
        }
        let (path, fragment) = dest.split_once('#').unwrap_or((dest, ""));
        let (path, fragment) = (percent_decoded(path), &*percent_decoded(fragment));
        if path.is_empty() {
            let found = self.heading(prose, fragment, span, diags);
            return found.map_or(Link::Text, Link::Heading);
        }
        if let Some(item) = self
            .content_file(prose.file, &path)
            .or_else(|| self.page(prose.file, &path))
            .or_else(|| self.only_file(&path))
        {
            let fragment = (!fragment.is_empty()).then_some(fragment);
            let heading = fragment.and_then(|fragment| {
                self.heading(self.prose(item)?, fragment, span, diags)
            });
            return Link::Item(item, heading);
        }
        if let Some(id) = self.resolver.media.find(&path, prose.file) {
            return Link::Media(id);
        }
        let page = self.page_of(of);
        if let Some((address, _)) =
            self.resolver.media.find_static(&path, prose.file, page)
        {
            let fragment = (!fragment.is_empty()).then(|| fragment.to_owned());
            return Link::Path(Box::new((address.clone(), fragment)));
        }
        if let Some(path) = self.own_page(prose.file, &path) {
            let fragment = (!fragment.is_empty()).then(|| fragment.to_owned());
            return Link::Path(Box::new((path, fragment)));
        }
        if self.is_broken(prose.file, &path) {
            return Link::Text;
        }
        if let Some(found) = self.unpublished(prose.file, &path, span) {
            diags.push(found);
            return Link::Text;
        }
        let message = format!("the link `{dest}` leads nowhere");
        let found = Diagnostic::new(codes::BROKEN_LINK, span, message);
        if let Some(other) = self.resolver.media.in_other_letters(&path) {
            diags.push(found.help(other_letters(&other)));
            return Link::Text;
        }
        if let Some(whole) = whole(dest) {
            diags.push(found.help(format!("did you mean `{whole}`?")));
            return Link::Text;
        }
        if let Some(file) = self.file_for_address(prose.file, &path) {
            diags.push(found.help(format!("did you mean `{file}`?")));
            return Link::Text;
        }
        let name = path.rsplit('/').next().unwrap_or(&path);
        self.resolver.names.slips.note(Slip {
            place: span,
            code: codes::BROKEN_LINK,
            written: name.to_owned(),
            among: Among::Files,
        });
        diags.push(found.help("link to a file of the content, or write `[[id]]`"));
        Link::Text
    }

    /// The file that an address of another generator names (`/blog/harbour/`, `./harbour`), as a link in
    /// the text `from` names it.
    fn file_for_address(&self, from: FileId, path: &str) -> Option<String> {
        let path = path.trim_matches('/').trim_end_matches(".html");
        let name = path.rsplit('/').next().filter(|name| !name.is_empty())?;
        let files = self.by_name.get_or_init(|| self.files_by_name());
        let [file] = files.get(&file_key(name))?.as_slice() else { return None };
        let (to, from) = (self.texts.path(*file), self.texts.path(from));
        match to.folder() == from.folder() {
            true => Some(percent_encoded(to.name()).into_owned()),
            false => to.below("content").map(|path| percent_encoded(path).into_owned()),
        }
    }

    /// What is said of an address that is not linked: `source:rte` may be a wiki link.
    fn refused(&self, dest: &str, why: &Refused, span: Span) -> Option<Diagnostic> {
        let found = refused_address(dest, why, span)?;
        Some(match self.resolver.names.find(dest, None) {
            Ok(_) => Diagnostic { help: Vec::new(), ..found }
                .help(format!("write `[[{dest}|words]]`")),
            Err(_) => found,
        })
    }

    /// The item of the only text that is called so, wherever it lies: Obsidian writes such links.
    fn only_file(&self, path: &str) -> Option<Item> {
        if !path.ends_with(".md") {
            return None;
        }
        let files = self.by_name.get_or_init(|| self.files_by_name());
        match files.get(&file_key(path))?.as_slice() {
            [file] => self.by_file[file.0 as usize],
            _ => None,
        }
    }

    /// Whether a path names a text whose own mistakes have been reported.
    fn is_broken(&self, from: FileId, path: &str) -> bool {
        let beside = self.texts.path(from).sibling(path).ok();
        let file = beside.and_then(|path| self.texts.id(path.as_str()));
        file.is_some_and(|file| self.resolver.names.is_broken(file))
    }

    fn content_file(&self, from: FileId, path: &str) -> Option<Item> {
        self.named(from, path).find_map(|file| self.by_file[file.0 as usize])
    }

    /// The texts that a path may name: beside the text that names it, and below `content/`.
    fn named(&self, from: FileId, path: &str) -> impl Iterator<Item = FileId> {
        let beside = self.texts.path(from).sibling(path).ok();
        let under =
            FilePath::new(&format!("content/{}", path.trim_start_matches('/'))).ok();
        let paths = [beside, under].into_iter().flatten();
        paths.filter_map(|path| self.texts.id(path.as_str()))
    }

    /// What holds back the text of a file.
    fn held(&self, file: FileId) -> Option<&HeldBy> {
        self.resolver.scope.unpublished()?.places.by(Span::start_of(file))
    }

    /// What is to be said of a path that leads to something held back.
    fn unpublished(&self, from: FileId, path: &str, span: Span) -> Option<Diagnostic> {
        let all = self.resolver.scope.unpublished()?;
        if let Some(by) = self.named(from, path).find_map(|file| self.held(file)) {
            return Some(unpublished("text", path, by, span));
        }
        if let Some(by) = self.resolver.media.held(path, from) {
            return Some(unpublished("file", path, by, span));
        }
        let address = OutPath::new(path.trim_start_matches('/')).ok()?;
        let (kind, id, by) = all.at(&address)?;
        Some(unpublished(kind.word(), id, by, span))
    }

    /// A page of the site that is no item: one of its own, or one that may be made because of what the site
    /// has. Which of those there are is known when all is chosen; a rule looks for them then.
    fn own_page(&self, from: FileId, path: &str) -> Option<OutPath> {
        let written = self.written(from, path).into_iter().flatten();
        let lists = self.tags_and_authors.get_or_init(|| tags_and_authors(self.site));
        let is_page =
            |path: &OutPath| lists.contains(path) || self.item_at(path).is_some();
        written.into_iter().find(|path| routes::may_be_made(path, is_page))
    }

    /// The item whose page is at a path from the site's root, or from the page of a file's item.
    fn page(&self, from: FileId, path: &str) -> Option<Item> {
        let at = |path: &OutPath| self.item_at(path);
        self.written(from, path).into_iter().flatten().find_map(|path| at(&path))
    }

    fn item_at(&self, path: &OutPath) -> Option<Item> {
        self.by_address.get_or_init(|| by_address(self.site)).get(path).copied()
    }

    /// What a path may mean: from the site's root, or beside a file.
    fn written(&self, from: FileId, path: &str) -> [Option<OutPath>; 2] {
        let beside = self.texts.path(from).sibling(path).ok();
        let beside = beside.as_ref().and_then(|path| path.below("content"));
        let index =
            if path.is_empty() || path.ends_with('/') { "/index.html" } else { "" };
        let address = |path: &str| OutPath::new(&format!("{path}{index}")).ok();
        [address(path.trim_start_matches('/')), beside.and_then(address)]
    }
}

/// So many folders above a file are a part of its name at most.
const MOST_FOLDERS: usize = 8;

/// Why `[[…]]` names nothing.
pub(super) enum Unnamed {
    /// As for any other name.
    Miss(Miss),
    /// Several files are called so: their paths.
    Files(Vec<String>),
}

/// What names of one file have in common: the case of letters, the ending and `/index` of a bundle are
/// not counted.
fn file_key(name: &str) -> String {
    let name = folded(name.trim().trim_start_matches('/'));
    let name =
        name.strip_suffix(".md").or(name.strip_suffix(".markdown")).unwrap_or(&name);
    name.strip_suffix("/index").unwrap_or(name).to_owned()
}

pub(super) fn report_several(
    target: &str,
    span: Span,
    files: &[String],
    diags: &mut Diagnostics,
) {
    let message = format!("`{target}` is the name of {} files", files.len());
    let mut found = Diagnostic::new(codes::AMBIGUOUS_REFERENCE, span, message);
    for file in files.iter().take(MOST_SHOWN) {
        let name = file.strip_prefix("content/").unwrap_or(file);
        let name = name.rsplit_once('.').map_or(name, |(name, _)| name);
        found = found
            .also(Place::Path(file.clone(), None), "this is one of them")
            .help(format!("write `[[{name}]]`"));
    }
    diags.push(found);
}

/// So many of several things are named in a message.
const MOST_SHOWN: usize = 4;

/// The item at each address, old ones included. An address that is in use is what it is now.
fn by_address(site: &Site) -> HashMap<OutPath, Item> {
    let named = || site.items().filter_map(|item| Some((site.names(item)?, item)));
    let old = named()
        .flat_map(|(names, item)| names.redirects.iter().map(move |old| (old, item)));
    let own = named().map(|(names, item)| (&names.address, item));
    old.chain(own).map(|(address, item)| (address.clone(), item)).collect()
}

/// The addresses of tags and authors.
fn tags_and_authors(site: &Site) -> HashSet<OutPath> {
    let tags = site.tags.iter().map(|tag| tag.address.clone());
    let authors = site.authors.iter().map(|author| author.address.clone());
    tags.chain(authors).collect()
}

/// `[@key](address)`
fn report_link_of_key(key: &str, span: Span, diags: &mut Diagnostics) {
    diags.push(
        Diagnostic::new(codes::MISSED_CITATION, span, "this is a link, and no citation")
            .note(format!("`{key}` is the key of a source"))
            .help(format!(
                "write `[@{key}]`; the address belongs to the source: `url: …`"
            ))
            .help(format!("if the words of the link are meant, write `\\@{key}`")),
    );
}

fn report_mistyped(item: &CiteItem, near: &str, diags: &mut Diagnostics) {
    let message = format!("no source is called `{}`, so this is no citation", item.key);
    diags.push(
        Diagnostic::new(codes::MISSED_CITATION, item.key_span, message)
            .help(format!("did you mean `@{near}`?"))
            .help(format!("if it is no citation, write `\\@{}`", item.key)),
    );
}

/// `[@key:words]`: without a space the colon is part of the key.
fn report_place_in_key(item: &CiteItem, key: &str, place: &str, diags: &mut Diagnostics) {
    let message = format!("no source is called `{}`", item.key);
    diags.push(
        Diagnostic::new(codes::UNKNOWN_SOURCE, item.key_span, message)
            .note("a colon without a space behind it is part of the key")
            .help(format!("for a place in `{key}` write a comma: `@{key}, {place}`")),
    );
}

/// Whether a heading has these words, or the id that is made of them.
fn is_called(heading: &Heading, words: &str, id: &str) -> bool {
    heading.id == id || composed(&heading.title) == words
}

/// The heading called `last` that stands below those called like the parts of `above`, in order.
fn below<'h>(headings: &'h [Heading], above: &str, last: &str) -> Option<&'h Heading> {
    let mut open: Vec<&Heading> = Vec::new();
    let parts = |path: &str| -> Vec<(String, String)> {
        let parts = path.split('#').map(str::trim);
        parts.map(|part| (composed(part).into_owned(), anchor(part))).collect()
    };
    let (above, last) = (parts(above), parts(last));
    headings.iter().find(|heading| {
        open.retain(|one| one.level < heading.level);
        let mut open_ones = open.iter();
        let stands_below = above.iter().all(|(words, id)| {
            open_ones.any(|one| is_called(one, words, id) || one.id == *words)
        });
        open.push(heading);
        let is_last = |(words, id): &(String, String)| {
            is_called(heading, words, id) || heading.id == *words
        };
        stands_below && last.iter().all(is_last)
    })
}

fn report_no_target(span: Span, diags: &mut Diagnostics) {
    let found =
        Diagnostic::new(codes::UNKNOWN_REFERENCE, span, "this link names no page");
    diags.push(
        found
            .help("write what it leads to: `[[ie]]`, `[[ie|Ireland]]`, `[[#heading]]`")
            .help("if it is no link, write `\\[[`"),
    );
}

fn report_part(wiki: &Wiki, span: Span, diags: &mut Diagnostics) {
    let heading = wiki.heading.as_deref().unwrap_or_default();
    diags.push(
        as_link(wiki, span)
            .note("a part of a page is never shown in place")
            .help(format!("write `[[{}#{heading}]]`", wiki.target)),
    );
}

fn report_no_heading(heading: &str, span: Span, diags: &mut Diagnostics) {
    let message =
        format!("there is no heading `{heading}`: the page has no text of its own");
    diags.push(Diagnostic::new(codes::UNKNOWN_HEADING, span, message));
}

fn report_no_alt(path: &str, span: Span, help: &str, diags: &mut Diagnostics) {
    let message = format!("the picture `{path}` has no description");
    diags.push(
        Diagnostic::new(codes::PICTURE_WITHOUT_ALT, span, message)
            .note("readers who can't see the picture would learn nothing of it")
            .help(help),
    );
}

/// What to write instead of a heading that isn't there.
fn choice(headings: &[Heading]) -> String {
    let ids: Vec<String> =
        headings.iter().take(8).map(|heading| format!("`#{}`", heading.id)).collect();
    match ids.as_slice() {
        [] => "the text has no headings: leave `#…` out".to_owned(),
        ids => format!("the headings are {}", ids.join(", ")),
    }
}

fn report_picture_elsewhere(address: &str, span: Span, diags: &mut Diagnostics) {
    let message = format!("the picture `{address}` is not one of this site's files");
    diags.push(
        Diagnostic::new(codes::MISSING_MEDIA, span, message)
            .note("who shows it would learn who reads this page, and could change or remove it")
            .help("save it to `content/media/` if you may, or link to it: `[words](address)`"),
    );
}

/// Whether a destination names its scheme, or a host: `https:`, `mailto:`, `//example.org`.
fn has_scheme(dest: &str) -> bool {
    dest.starts_with("//") || scheme(dest).is_some()
}

/// Whether an embed names a file rather than an item.
fn looks_like_file(target: &str) -> bool {
    target.rsplit_once('.').is_some_and(|(_, ending)| {
        matches!(
            ending.to_ascii_lowercase().as_str(),
            "png"
                | "jpg"
                | "jpeg"
                | "gif"
                | "webp"
                | "avif"
                | "svg"
                | "bmp"
                | "tif"
                | "tiff"
        )
    })
}
