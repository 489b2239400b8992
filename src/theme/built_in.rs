//! The theme that is compiled in.

use crate::files::{FilePath, Memory};
use include_dir::{Dir, DirEntry, include_dir};
use std::sync::LazyLock;

static BROADSHEET: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/themes/broadsheet");

/// The files of the theme `broadsheet`, as they would lie in a site: `themes/broadsheet/…`.
pub fn built_in() -> Memory {
    static FILES: LazyLock<Memory> = LazyLock::new(read);
    FILES.clone()
}

/// The text of one of those files.
pub(super) fn built_in_text(path: &str) -> Option<&'static str> {
    BROADSHEET.get_file(path.strip_prefix("themes/broadsheet/")?)?.contents_utf8()
}

fn read() -> Memory {
    let mut files = Memory::default();
    let mut folders = vec![&BROADSHEET];
    while let Some(folder) = folders.pop() {
        for entry in folder.entries() {
            match entry {
                DirEntry::Dir(inner) => folders.push(inner),
                DirEntry::File(file) => {
                    let path = format!("themes/broadsheet/{}", file.path().display());
                    // A name that no path may have would not be read from a disk either.
                    if let Ok(path) = FilePath::new(&path.replace('\\', "/")) {
                        files.insert(path, file.contents());
                    }
                }
            }
        }
    }
    files
}
