//! `theme.toml`: a theme's own description.

use crate::fields::{Node, Spanned};

crate::record! {
    /// What a theme says of itself.
    pub struct Manifest: "theme" {
        /// Its name, which is also its folder's.
        name: Required<String> = "gazette";
        /// Its version.
        version: Optional<String> = "1.2.0";
        /// What it looks like, in a sentence.
        about: Optional<String> = "Two columns and large photographs";
        /// The theme whose files it uses where it has none of its own.
        extends: Optional<Spanned<String>> = "broadsheet";
        /// Its options with their defaults: `[params]` of `site.toml` may set those, to values of the same type, and templates read them as `site.params`.
        params: Optional<Node> = "{colour = \"green\"}";
    }
}
