//! Files of the site that are published: read, and pictures cleaned of what they tell beside themselves.

use super::ledger::MadeFrom;
use super::page::{Filling, Trouble};
use crate::diag::{Diagnostic, Place, codes};
use crate::files::{FilePath, Files};
use crate::keys::Key;
use crate::output::Original;
use crate::pictures::{self, Flaw};

/// What is to be published of a file. One that looks as it did when the last build published it is not read.
pub(super) fn filling(
    original: &Original,
    files: &dyn Files,
    there: Option<MadeFrom>,
) -> Result<Filling, Trouble> {
    let Original { from, look, may_be_opaque } = original;
    // A ledger is of one program, so how that cleans need not be in the key.
    let seen = look.seen.map(|seen| Key::of(&(from.as_str(), seen.key)));
    let is_there = |key: Key| there.as_ref().is_some_and(|there| there.key == key);
    let made_from = |key: Key| MadeFrom { key, reads: Vec::new() };
    if let Some(key) = seen.filter(|key| is_there(*key)) {
        return Ok((made_from(key), None));
    }
    let bytes = files.read_found(from, look.size).map_err(Trouble::Machine)?;
    let bytes = match pictures::cleaned(bytes) {
        Ok(bytes) => bytes,
        // Of what is so by its first bytes its owner was warned.
        Err((Flaw::Opaque(_), bytes))
            if *may_be_opaque && pictures::opaque(&bytes).is_some() =>
        {
            bytes
        }
        Err((flaw, _)) => return Err(Box::new(refused(from, flaw)).into()),
    };
    let key = seen.unwrap_or_else(|| Key::of(&*bytes));
    Ok((made_from(key), (!is_there(key)).then_some(bytes)))
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
