//! Smaller versions of pictures: what was made before the pages, or made again.

use super::ledger::MadeFrom;
use super::page::{Filling, Trouble};
use crate::files::{Error, FilePath, Files};
use crate::keys::Key;
use crate::output::SmallerCopy;
use crate::pictures;

/// The bytes of a version, unless the file that is there was made of the same original. That has its sum in its name, so
/// the name is all of the key.
pub(super) fn filling(
    copy: &SmallerCopy,
    files: &dyn Files,
    there: Option<MadeFrom>,
) -> Result<Filling, Trouble> {
    let SmallerCopy { from, look, size, sizes } = copy;
    let made_from = MadeFrom { key: Key::of(&size.address), reads: Vec::new() };
    if there.as_ref() == Some(&made_from) {
        return Ok((made_from, None));
    }
    if let Some(bytes) = sizes.take(&size.address) {
        return Ok((made_from, Some(bytes)));
    }
    let bytes = files.read_found(from, look.size).map_err(Trouble::Machine)?;
    let original = pictures::cleaned(bytes).map_err(|_| changed(from))?;
    let made = pictures::smaller(&original).into_iter();
    let version = made.into_iter().find(|one| one.width == size.width);
    let version = version.ok_or_else(|| changed(from))?;
    Ok((made_from, Some(version.bytes)))
}

fn changed(from: &FilePath) -> Trouble {
    let reason = "has changed while the site was built; build it again";
    Trouble::Machine(Error::new(from.as_str(), reason))
}
