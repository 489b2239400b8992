//! Sidecars of copies: what is noted of a saved copy, beside the file in `content/vault/` as `<file>.yaml`.

use crate::content::values::{Reference, WebUrl};
use crate::dates::Edtf;
use crate::fields::{Node, Spanned};
use crate::record;

record! {
    /// What is noted of a saved copy.
    pub struct CopyFields: "vault sidecar" {
        /// The source that it is a copy of. It then need not be named in the source's `archive`.
        source: Optional<Reference> = "rte-capel";
        /// The address that was saved.
        url: Optional<Spanned<WebUrl>> = "https://www.example.org/news/123";
        /// When it was saved; told to readers where a quotation was checked against it.
        saved: Optional<Spanned<Edtf>> = "2022-10-27";
        /// Who saved it.
        by: Optional<String> = "A. Reporter";
        /// How it was saved: the program, or in words.
        how: Optional<String> = "printed to PDF";
        /// The SHA-256 of the file, in hexadecimal.
        sha256: Optional<Spanned<String>> = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";
        /// What has to be added.
        note: Optional<String> = "The second page is missing.";
        /// Fields of your own.
        extra: Optional<Node> = "{box: 12}";
    }
}
