//! Which folder may be `static`: none that holds what is not to be published, or what a build makes.

use crate::diag::{Diagnostic, Diagnostics, codes};
use crate::fields::Spanned;
use crate::files::{FilePath, Span};
use crate::letters::folded;

/// Where the files lie where `site.toml` names no folder.
const OWN: &str = "static";

/// The folders of a site that have a use of their own, and what it is.
const TAKEN: [(&str, &str); 5] = [
    ("content", "it holds what the site is made from, drafts and the vault too"),
    ("themes", "it holds what pages are made with"),
    ("public", "a build writes the site there"),
    ("target", "programs are built there"),
    ("releases", "it holds what was published before"),
];

/// The folder that `site.toml` names, or `static`; one that may not be published is reported.
pub(super) fn checked(
    written: Option<Spanned<String>>,
    whole: Span,
    diags: &mut Diagnostics,
) -> Spanned<FilePath> {
    let own = |span| {
        let path = FilePath::new(OWN).unwrap_or_else(|_| unreachable!("a literal path"));
        Spanned::new(path, span)
    };
    let Some(written) = written else { return own(whole) };
    let refused = |reason: &str, diags: &mut Diagnostics| {
        let message = format!("`{}` can't be the folder `static`", written.value);
        diags.push(
            Diagnostic::new(codes::INVALID_VALUE, written.span, message)
                .note(reason)
                .note("every file of `static` is published")
                .help("give these files a folder of their own: `static = \"static\"`"),
        );
        own(written.span)
    };
    let path = match FilePath::new(written.value.trim()) {
        Ok(path) => path,
        Err(reason) => return refused(&reason.to_string(), diags),
    };
    if path.parts().any(|part| part.starts_with('.')) {
        return refused("a name with a dot before it is a program's own folder", diags);
    }
    let top = folded(path.parts().next().unwrap_or_default()).into_owned();
    match TAKEN.iter().find(|(taken, _)| *taken == top) {
        Some((_, reason)) => refused(reason, diags),
        None => Spanned::new(path, written.span),
    }
}

/// Reports a folder `static` that is, holds or lies in the folder `out`, to which the site is written.
pub fn report_in_output(
    folder: &Spanned<FilePath>,
    out: &FilePath,
    diags: &mut Diagnostics,
) {
    let (a, b) = (folded(folder.as_str()), folded(out.as_str()));
    let holds = |a: &str, b: &str| {
        b.strip_prefix(a).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
    };
    if !(holds(&a, &b) || holds(&b, &a)) {
        return;
    }
    let message = format!("`{}` can't be the folder `static`", folder.value);
    diags.push(
        Diagnostic::new(codes::INVALID_VALUE, folder.span, message)
            .note(format!("the site is written to `{out}`"))
            .help("give one of the two another folder"),
    );
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::files::FileId;

    fn folder(written: &str) -> Option<String> {
        let span = Span::start_of(FileId(0));
        let mut diags = Diagnostics::default();
        let written = Spanned::new(written.to_owned(), span);
        let found = checked(Some(written), span, &mut diags);
        diags.is_empty().then(|| found.value.to_string())
    }

    #[test]
    fn static_may_be_any_folder_that_has_no_other_use() {
        for (written, path) in [
            ("static", "static"),
            ("./assets/", "assets"),
            ("site/files", "site/files"),
            ("contents", "contents"),
        ] {
            assert_eq!(folder(written).as_deref(), Some(path), "{written}");
        }
    }

    #[test]
    fn static_may_not_be_what_is_not_to_be_published() {
        for written in [
            "content",
            "./content",
            "content/",
            "Content",
            "CONTENT/media",
            "static/../content/vault",
            ".dateline",
            "themes/own",
            ".git",
            "a/.git",
            "public",
            "target",
            "releases",
            "",
            ".",
            "./",
            "..",
            "../other",
            "/etc",
            "a/..",
            "C:\\x",
        ] {
            assert_eq!(folder(written), None, "{written}");
        }
    }

    #[test]
    fn static_and_the_output_lie_apart() {
        for (written, out, is_fine) in [
            ("static", "public", true),
            ("files", "file", true),
            ("www", "www", false),
            ("www", "WWW/site", false),
            ("www/static", "www", false),
        ] {
            let folder = FilePath::new(written).unwrap();
            let folder = Spanned::new(folder, Span::start_of(FileId(0)));
            let mut diags = Diagnostics::default();
            report_in_output(&folder, &FilePath::new(out).unwrap(), &mut diags);
            assert_eq!(diags.is_empty(), is_fine, "{written} {out}");
        }
    }
}
