//! What is said of a path of the output that not every file system takes.

use super::{Diagnostic, Place, codes};
use crate::files::{LONGEST_PART, OutPath, Unfit};

/// So many letters are shown of what is too long to be shown.
const SHOWN: usize = 30;

/// What is wrong with `path`, which is made from what stands at `place`; the caller adds what to do.
pub fn unfit_path(path: &OutPath, place: Place) -> Option<Diagnostic> {
    let reserved = |place, message: String| {
        Diagnostic::new(codes::RESERVED_NAME, place, message)
            .note(format!("it would be a part of the address `{path}`"))
    };
    let too_long = |place, what: &str, text: &str| {
        let message =
            format!("{what} is too long for a file: it has {} bytes", text.len());
        Diagnostic::new(codes::INVALID_VALUE, place, message)
            .note(format!("it is `{}`", beginning(text)))
    };
    Some(match path.unfit()? {
        Unfit::Long(part) => too_long(place, "the name", part).note(format!(
            "a name of at most {LONGEST_PART} bytes works everywhere; a letter has up to four"
        )),
        Unfit::Deep => too_long(place, "the address", path.as_str()),
        Unfit::Device(part) => {
            reserved(place, format!("`{part}` is a name that Windows keeps for a device"))
        }
        Unfit::Character(part, c) => {
            reserved(place, format!("`{part}` has the character `{c}`, which Windows refuses in a name"))
        }
        Unfit::End(part) => {
            reserved(place, format!("`{part}` ends in a dot or a space, which Windows drops"))
        }
    })
}

fn beginning(text: &str) -> String {
    match text.char_indices().nth(SHOWN) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text.to_owned(),
    }
}
