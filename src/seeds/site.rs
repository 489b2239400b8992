//! A small working site with one of everything, and what hosts need to publish it.

use crate::schemas;
use include_dir::{Dir, DirEntry, include_dir};

static SITE: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/src/seeds/site");
static HOSTS: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/src/seeds/hosts");

/// Where the schemas lie, for editors.
const SCHEMAS: &str = ".schemas";

/// Who publishes a site.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Host {
    /// GitHub Pages, by GitHub Actions.
    Github,
    /// GitLab Pages, by GitLab CI.
    Gitlab,
    /// Netlify.
    Netlify,
    /// Cloudflare Pages.
    Cloudflare,
    /// A server of one's own that runs Apache.
    Apache,
}

impl Host {
    /// The folder of its files.
    fn folder(self) -> &'static str {
        match self {
            Host::Github => "github",
            Host::Gitlab => "gitlab",
            Host::Netlify => "netlify",
            Host::Cloudflare => "cloudflare",
            Host::Apache => "apache",
        }
    }

    /// Further folders of files that it shares with others.
    fn shared(self) -> Option<&'static str> {
        matches!(self, Host::Netlify | Host::Cloudflare).then_some("headers")
    }
}

/// The files of a small site, with those for these hosts: path and bytes, in order of path, each once.
pub fn files(hosts: &[Host]) -> Vec<(String, Vec<u8>)> {
    let mut found = Vec::new();
    below(&SITE, "", &mut found);
    for host in hosts {
        for name in [Some(host.folder()), host.shared()].into_iter().flatten() {
            if let Some(folder) = HOSTS.get_dir(name) {
                below(folder, name, &mut found);
            }
        }
    }
    for schema in schemas::all() {
        let path = format!("{SCHEMAS}/{}", schema.name);
        found.push((path, schema.text().into_bytes()));
    }
    found.sort();
    found.dedup();
    found
}

/// Every file of a folder, with its path there.
fn below(folder: &Dir<'static>, top: &str, found: &mut Vec<(String, Vec<u8>)>) {
    for entry in folder.entries() {
        match entry {
            DirEntry::Dir(inner) => below(inner, top, found),
            DirEntry::File(file) => {
                let path = file.path().to_string_lossy().replace('\\', "/");
                let path = path.strip_prefix(top).unwrap_or(&path);
                let path = path.trim_start_matches('/').to_owned();
                found.push((path, file.contents().to_vec()));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const ALL: [Host; 5] =
        [Host::Github, Host::Gitlab, Host::Netlify, Host::Cloudflare, Host::Apache];

    #[test]
    fn each_file_is_there_once() {
        let files = files(&ALL);
        let paths: Vec<&str> = files.iter().map(|(path, _)| path.as_str()).collect();
        let mut once = paths.clone();
        once.dedup();
        assert_eq!(paths, once);
        for path in [
            ".gitignore",
            ".schemas/sources.json",
            ".vscode/settings.json",
            ".github/workflows/publish.yml",
            ".gitlab-ci.yml",
            "netlify.toml",
            "static/_headers",
            "static/_redirects",
            "static/.htaccess",
            "static/.nojekyll",
            "site.toml",
        ] {
            assert!(paths.contains(&path), "{path}: {paths:?}");
        }
    }

    #[test]
    fn hosts_are_told_the_policy_that_the_pages_keep() {
        let policy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; media-src 'self'; font-src 'self'; base-uri 'self'; form-action 'none'; frame-ancestors 'none'";
        for path in ["static/_headers", "static/.htaccess"] {
            let files = files(&ALL);
            let (_, bytes) = files.iter().find(|(other, _)| other == path).unwrap();
            assert!(String::from_utf8_lossy(bytes).contains(policy), "{path}");
        }
    }
}
