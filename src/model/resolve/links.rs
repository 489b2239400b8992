//! What the references in the texts mean.

use super::citations::report_link_of_key;
use super::embeds::as_link;
use super::headings::report_no_heading;
use super::lookup::{Lookup, Unnamed, report_several};
use super::marks;
use super::media::other_letters;
use super::names::Miss;
use super::resolver::{Resolver, each};
use super::slips::{Among, Slip};
use crate::config::RawHtml;
use crate::content::{self, Kind};
use crate::diag::{Diagnostic, Diagnostics, codes};
use crate::files::{Span, TextFiles};
use crate::markdown::{HtmlAddress, Ref, RefKind, Wiki, is_dangerous, report_danger};
use crate::model::nouns::{Item, Link, MediaId, Prose};
use crate::model::percent::percent_decoded;
use crate::model::refused::{refused_address, whole};
use crate::model::site::Site;
use crate::model::target::{Address, Refused, scheme};

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

impl Lookup<'_> {
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
        // Zola begins a path from the content's folder with `@/`.
        let path = path.strip_prefix("@/").unwrap_or(path);
        let (path, fragment) = (percent_decoded(path), &*percent_decoded(fragment));
        if path.is_empty() && fragment.is_empty() {
            // `#` alone is the top of the page (HTML, "Navigating to a fragment").
            return Link::Heading("".into());
        }
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

    /// What is said of an address that is not linked: `source:rte` may be a wiki link.
    fn refused(&self, dest: &str, why: &Refused, span: Span) -> Option<Diagnostic> {
        let found = refused_address(dest, why, span)?;
        Some(match self.resolver.names.find(dest, None) {
            Ok(_) => Diagnostic { help: Vec::new(), ..found }
                .help(format!("write `[[{dest}|words]]`")),
            Err(_) => found,
        })
    }
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

fn report_no_alt(path: &str, span: Span, help: &str, diags: &mut Diagnostics) {
    let message = format!("the picture `{path}` has no description");
    diags.push(
        Diagnostic::new(codes::PICTURE_WITHOUT_ALT, span, message)
            .note("readers who can't see the picture would learn nothing of it")
            .help(help),
    );
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
