//! What sort of text a file of the site has: which record's fields stand where, and where its prose is.

use crate::config::site_toml::SiteToml;
use crate::content::Kind;
use crate::content::front_matter::{self, Syntax};
use crate::content::kinds::{copy::CopyFields, media::MediaFields, page::HomeFields};
use crate::diag::Diagnostics;
use crate::fields::{Node, Shape, toml, yaml};
use crate::files::{FileId, FilePath};
use std::ops::Range;

/// How a file is laid out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Layout {
    /// What its fields make.
    pub(super) shape: Shape,
    /// The kind of its records, where they can be referred to.
    pub(super) kind: Option<Kind>,
    /// Whether it has many records, each under its id.
    pub(super) is_registry: bool,
    /// How the fields are written.
    pub(super) syntax: Syntax,
    /// Where the fields stand.
    pub(super) fields: Range<usize>,
    /// Where the Markdown stands, in a file that has some.
    pub(super) prose: Option<Range<usize>>,
}

/// The file in which places are counted: one is looked at at a time.
pub(super) const THIS: FileId = FileId(0);

impl Layout {
    /// The layout of a text; `None` where it holds no records.
    pub(super) fn of(file: &FilePath, text: &str) -> Option<Self> {
        if file.as_str() == "site.toml" {
            let shape = Shape::Record(SiteToml::TABLE);
            return Some(Self::data(shape, None, false, Syntax::Toml, text));
        }
        let inside = file.below("content")?;
        let folder = inside.split_once('/').map_or("", |(folder, _)| folder);
        let kind = Kind::of_folder(folder);
        match (&*file.ending(), kind, folder) {
            ("md" | "markdown", Some(kind), _) => {
                Some(Self::prose(kind.table(), Some(kind), text))
            }
            ("md" | "markdown", None, "") => {
                Some(Self::prose(HomeFields::TABLE, None, text))
            }
            ("yaml" | "yml", Some(kind), _) if !kind.is_text() => {
                let records = Shape::MapOf(Box::new(Shape::Record(kind.table())));
                Some(Self::data(records, Some(kind), true, Syntax::Yaml, text))
            }
            ("yaml" | "yml", None, "vault") => {
                let shape = Shape::Record(CopyFields::TABLE);
                Some(Self::data(shape, None, false, Syntax::Yaml, text))
            }
            ("yaml" | "yml", ..) => {
                let shape = Shape::Record(MediaFields::TABLE);
                Some(Self::data(shape, None, false, Syntax::Yaml, text))
            }
            _ => None,
        }
    }

    fn data(
        shape: Shape,
        kind: Option<Kind>,
        is_registry: bool,
        syntax: Syntax,
        text: &str,
    ) -> Self {
        Layout { shape, kind, is_registry, syntax, fields: 0..text.len(), prose: None }
    }

    fn prose(
        table: &'static crate::fields::Table,
        kind: Option<Kind>,
        text: &str,
    ) -> Self {
        let head = front_matter::split(text, THIS, &mut Diagnostics::default());
        let (syntax, fields, body) = match head {
            Ok(Some(head)) => (head.syntax, head.fields, head.body),
            Ok(None) => (Syntax::Yaml, 0..0, 0),
            // The fence below the fields is still to be written.
            Err(_) => (
                Syntax::Yaml,
                text.find('\n').map_or(text.len(), |end| end + 1)..text.len(),
                text.len(),
            ),
        };
        let prose = Some(body..text.len());
        Layout {
            shape: Shape::Record(table),
            kind,
            is_registry: false,
            syntax,
            fields,
            prose,
        }
    }

    /// The fields as a tree; `None` where they can't be read.
    pub(super) fn nodes(&self, text: &str) -> Option<Node> {
        let mut unheard = Diagnostics::default();
        match self.syntax {
            Syntax::Yaml => yaml::read(text, self.fields.clone(), THIS, &mut unheard),
            Syntax::Toml => toml::read(text, self.fields.clone(), THIS, &mut unheard),
        }
    }
}
