//! Files of the site that are published: read, and pictures cleaned of what they tell beside themselves.

use super::ledger::Keys;
use super::{Page, Trouble};
use crate::diag::{Diagnostic, Place, codes};
use crate::files::{FilePath, Files};
use crate::keys::Key;
use crate::output::Original;
use crate::pictures::{self, Flaw};

/// What is to be published of a file. One that looks as it did when the last build published it is not read.
pub(super) fn page(
    original: &Original,
    files: &dyn Files,
    there: Option<Keys>,
) -> Result<Page, Trouble> {
    let Original { from, look, may_be_opaque } = original;
    // A ledger is of one program, so how that cleans need not be in the key.
    let ground =
        look.seen.map_or(Key::default(), |seen| Key::of(&(from.as_str(), seen.key)));
    if look.seen.is_some()
        && let Some(keys) = there.filter(|there| there.ground == ground)
    {
        return Ok(Page { keys, bytes: None });
    }
    let bytes = files.read_found(from, look.size).map_err(Trouble::Machine)?;
    let bytes = match pictures::cleaned(bytes) {
        Ok(bytes) => bytes,
        Err((Flaw::Opaque(_), bytes)) if *may_be_opaque => bytes,
        Err((flaw, _)) => return Err(Trouble::Content(Box::new(refused(from, flaw)))),
    };
    let keys = Keys { ground, made_from: Key::of(&*bytes) };
    let is_there = there.is_some_and(|there| there.made_from == keys.made_from);
    Ok(Page { keys, bytes: (!is_there).then_some(bytes) })
}

fn refused(from: &FilePath, flaw: Flaw) -> Diagnostic {
    let place = Place::Path(from.to_string(), None);
    match flaw {
        Flaw::Damaged(format, reason) => {
            let message = format!("the picture `{from}` is damaged: {reason}");
            Diagnostic::new(codes::DAMAGED_PICTURE, place, message)
                .note(format!("it is {format} by its first bytes, whatever its name says"))
                .note("what it tells beside the picture (where it was taken, with what) can't be taken out of it")
                .help("open it and save it again as JPEG or PNG")
        }
        Flaw::Opaque(format) => {
            let message = format!("the picture `{from}` may tell more than it shows");
            Diagnostic::new(codes::PICTURE_NOT_CLEANED, place, message)
                .note(format!("it is {format}, from which Dateline can't take out where it was taken, with what and by whom"))
                .help("save it as JPEG, PNG or WebP, and name that file; keep the original in `content/vault/`")
        }
    }
}
