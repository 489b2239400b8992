//! Addresses of files as editors write them (RFC 8089), and paths of the site.

use crate::files::FilePath;
use crate::model::{percent_decoded, percent_encoded};
use lsp_types::Uri;
use std::path::{Path, PathBuf};
use std::str::FromStr;

/// The path in the file system that an address names; `None` where it is no file's.
pub(super) fn path(uri: &Uri) -> Option<PathBuf> {
    let rest = uri.as_str().strip_prefix("file://")?;
    let at = rest.find('/')?;
    let path = percent_decoded(&rest[at..]);
    // `/C:/site` is a path of Windows behind the slash.
    let drive = path.as_bytes().get(2) == Some(&b':');
    Some(PathBuf::from(if drive { &path[1..] } else { &path }))
}

/// The address of a path in the file system.
pub(super) fn of_path(path: &Path) -> Option<Uri> {
    let text = path.to_str()?.replace('\\', "/");
    let slash = if text.starts_with('/') { "" } else { "/" };
    Uri::from_str(&format!("file://{slash}{}", percent_encoded(&text))).ok()
}

/// Where a site lies, and what its files are called in the editor.
#[derive(Debug, Clone)]
pub(super) struct SiteFolder {
    /// As the editor names it, which may be by a link.
    pub(super) named: PathBuf,
    /// Without links.
    pub(super) real: PathBuf,
}

impl SiteFolder {
    /// The file of the site that an address names.
    pub(super) fn file(&self, uri: &Uri) -> Option<FilePath> {
        let path = path(uri)?;
        let inside = path.strip_prefix(&self.named).or(path.strip_prefix(&self.real));
        FilePath::new(&inside.ok()?.to_str()?.replace('\\', "/")).ok()
    }

    /// The address of a file of the site.
    pub(super) fn uri(&self, file: &FilePath) -> Option<Uri> {
        of_path(&self.named.join(file.as_str()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_survives_its_address() {
        let folder = SiteFolder { named: "/tmp/my site".into(), real: "/x".into() };
        let file = FilePath::new("content/articles/Übung #1.md").unwrap();
        let uri = folder.uri(&file).unwrap();
        assert!(
            uri.as_str().starts_with("file:///tmp/my%20site/content/"),
            "{}",
            uri.as_str()
        );
        assert_eq!(folder.file(&uri), Some(file));
        assert_eq!(folder.file(&Uri::from_str("untitled:1").unwrap()), None);
    }
}
