//! Links that open a file in an editor, at a line.

use crate::diag::render::FilePlace;
use crate::model::percent_encoded;
use std::path::Path;

/// An editor that can be told a place by an address.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Editor {
    /// Visual Studio Code.
    Vscode,
    /// VSCodium.
    Vscodium,
    /// Cursor.
    Cursor,
    /// Windsurf.
    Windsurf,
    /// Zed.
    Zed,
    /// IntelliJ IDEA and its kin.
    Idea,
    /// Sublime Text, with the package `subl-handler`.
    Sublime,
    /// TextMate.
    Textmate,
    /// MacVim.
    Macvim,
    /// None: places are told, and lead nowhere.
    None,
}

impl Editor {
    /// The address that opens a place of a site whose folder is `root`; `None` where there is no editor.
    pub(super) fn link(self, root: &Path, place: &FilePlace) -> Option<String> {
        let path = root.join(&place.path).to_string_lossy().replace('\\', "/");
        // A path of Windows begins with its drive.
        let path = percent_encoded(path.trim_start_matches('/')).into_owned();
        let (line, column) = place.at.unwrap_or((1, 1));
        let direct = |scheme: &str| format!("{scheme}://file/{path}:{line}:{column}");
        let with_url = |scheme: &str| {
            format!("{scheme}://open?url=file:///{path}&line={line}&column={column}")
        };
        Some(match self {
            Editor::Vscode => direct("vscode"),
            Editor::Vscodium => direct("vscodium"),
            Editor::Cursor => direct("cursor"),
            Editor::Windsurf => direct("windsurf"),
            Editor::Zed => direct("zed"),
            Editor::Idea => {
                format!("idea://open?file=/{path}&line={line}&column={column}")
            }
            Editor::Sublime => with_url("subl"),
            Editor::Textmate => with_url("txmt"),
            Editor::Macvim => with_url("mvim"),
            Editor::None => return None,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn link(editor: Editor, path: &str, at: Option<(usize, usize)>) -> Option<String> {
        let place = FilePlace { path: path.into(), at };
        editor.link(Path::new("/home/ada/my site"), &place)
    }

    #[test]
    fn each_editor_is_told_the_place_in_its_way() {
        let link = |editor| link(editor, "content/a.md", Some((3, 7))).unwrap();
        let file = "/home/ada/my%20site/content/a.md";
        assert_eq!(link(Editor::Vscode), format!("vscode://file{file}:3:7"));
        assert_eq!(link(Editor::Zed), format!("zed://file{file}:3:7"));
        assert_eq!(
            link(Editor::Idea),
            format!("idea://open?file={file}&line=3&column=7")
        );
        let textmate = format!("txmt://open?url=file://{file}&line=3&column=7");
        assert_eq!(link(Editor::Textmate), textmate);
    }

    #[test]
    fn a_name_adds_nothing_to_the_address() {
        let link = link(Editor::Idea, "content/a&line=9#\"?.md", None).unwrap();
        let expected = "idea://open?file=/home/ada/my%20site/content/a%26line=9%23%22%3F.md&line=1&column=1";
        assert_eq!(link, expected);
    }

    #[test]
    fn without_an_editor_there_is_no_link() {
        assert_eq!(link(Editor::None, "content/a.md", None), None);
    }
}
