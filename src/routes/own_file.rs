//! The files beside the pages that a site has once: feeds, the sitemap, `robots.txt`.

use super::fixed;
use crate::files::OutPath;

/// A file beside the pages.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OwnFile {
    /// The feed of the newest articles.
    Feed,
    /// The feed of the newest corrections.
    Corrections,
    /// The feed of the newest changes of claims' statuses, of what a release said, and what was withdrawn.
    Changes,
    /// The list of all pages for search engines.
    Sitemap,
    /// What search engines may read.
    Robots,
}

impl OwnFile {
    /// Every one of them.
    pub const ALL: [OwnFile; 5] = [
        OwnFile::Feed,
        OwnFile::Corrections,
        OwnFile::Changes,
        OwnFile::Sitemap,
        OwnFile::Robots,
    ];

    /// Its path from the site's root.
    pub fn path(self) -> &'static str {
        match self {
            OwnFile::Feed => "feed.xml",
            OwnFile::Corrections => "corrections.xml",
            OwnFile::Changes => "changes.xml",
            OwnFile::Sitemap => "sitemap.xml",
            OwnFile::Robots => "robots.txt",
        }
    }

    /// The same as an address.
    pub fn address(self) -> OutPath {
        top(self.path())
    }
}

/// The path of part `number` (from 1) of a sitemap that is too long for one file.
pub fn sitemap_part(number: usize) -> OutPath {
    top(&format!("sitemap-{number}.xml"))
}

/// The path of a file of this name, which is one of the program's literals, at the top of the site.
pub fn top(file: &str) -> OutPath {
    fixed(file)
}
