//! Names in a folder whose files are all published: what is nobody's file, and what is hidden.

/// What version control, desktops and editors leave in any folder.
const DEBRIS: [&str; 10] = [
    ".git",
    ".gitattributes",
    ".gitignore",
    ".gitkeep",
    ".hg",
    ".keep",
    ".svn",
    ".DS_Store",
    "Thumbs.db",
    "desktop.ini",
];

/// The hidden names that are meant for servers and for readers' programs: RFC 8615, and what hosts of sites ask for.
const PUBLIC: [&str; 4] = [".well-known", ".nojekyll", ".htaccess", ".domains"];

/// Whether a file or folder of this name was left behind by a program and is nobody's to publish.
pub(super) fn is_debris(name: &str) -> bool {
    DEBRIS.iter().any(|debris| name.eq_ignore_ascii_case(debris))
        || name.starts_with("._")
        || name.ends_with('~')
        || name.starts_with('.') && name.ends_with(".swp")
}

/// The path up to the first part with a hidden name, where that is none that is meant to be public.
pub(super) fn hidden(path: &str) -> Option<&str> {
    let mut end = 0;
    for part in path.split('/') {
        end += part.len();
        if part.starts_with('.') && !PUBLIC.contains(&part) {
            return Some(&path[..end]);
        }
        end += 1;
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_name_says_of_a_file() {
        for name in [".git", ".ds_store", "THUMBS.DB", "._a.jpg", "a.html~", ".a.swp"] {
            assert!(is_debris(name), "{name}");
        }
        for name in [".nojekyll", ".well-known", ".env", "a.git", "thumbs"] {
            assert!(!is_debris(name), "{name}");
        }
    }

    #[test]
    fn hidden_files_are_hidden_but_for_those_that_servers_ask_for() {
        for path in [".nojekyll", ".well-known/security.txt", "a/.htaccess", "a.b/c"] {
            assert_eq!(hidden(path), None, "{path}");
        }
        assert_eq!(hidden(".env"), Some(".env"));
        assert_eq!(hidden("a/.ssh/id"), Some("a/.ssh"));
        assert_eq!(hidden(".well-known/.env.local"), Some(".well-known/.env.local"));
        assert_eq!(hidden(".htpasswd"), Some(".htpasswd"));
    }
}
