//! The folder in which a build prepares its files, held by one build at a time.

use super::place;
use crate::files::{self, Error};
use std::fs::{self, File, TryLockError};
use std::path::PathBuf;

/// The journal's name in the workshop.
pub(super) const JOURNAL: &str = "journal";

/// A lost race for the folder is tried again so many times.
const TRIES: usize = 100;

/// A folder of this build's own, on the same file system as the output; while the value lives
/// no other build has it.
pub(super) struct Workshop {
    folder: PathBuf,
    _lock: File,
}

impl Workshop {
    /// Takes the workshop at `folder`, making it where it is missing.
    ///
    /// The lock is the operating system's: it goes with the process, however that ends.
    pub(super) fn open(folder: PathBuf) -> Result<Self, Error> {
        let path = folder.join("lock");
        for _ in 0..TRIES {
            place::make_folder(&folder)?;
            let Ok(lock) = File::create_new(&path).or_else(|_| File::open(&path)) else {
                // The build that held the folder has just removed it, or it can't be written.
                continue;
            };
            match files::try_lock(&lock) {
                Ok(()) if place::is_at(&lock, &path) => {
                    let workshop = Workshop { folder, _lock: lock };
                    return Ok(workshop);
                }
                Ok(()) => {}
                Err(TryLockError::WouldBlock) => {
                    return Err(place::error(
                        &folder,
                        "another build is writing this site",
                    ));
                }
                Err(TryLockError::Error(error)) => {
                    return Err(place::error(&path, error));
                }
            }
        }
        Err(place::error(&path, "can't be made or locked"))
    }

    /// Takes away a workshop at `folder` that an interrupted build has left, unless another build has it or its
    /// journal tells of work yet to be done. One that can't be taken away does no harm.
    pub(super) fn clear(folder: PathBuf) {
        if place::look(&folder).is_ok_and(|found| found.is_some_and(|it| it.is_dir()))
            && let Ok(workshop) = Workshop::open(folder)
        {
            workshop.close();
        }
    }

    /// Where the journal lies once there is one.
    pub(super) fn journal(&self) -> PathBuf {
        self.folder.join(JOURNAL)
    }

    /// Where a file that is to get the name `name` later lies until then.
    pub(super) fn path(&self, name: &str) -> PathBuf {
        self.folder.join(name)
    }

    /// An empty folder `stage` for what is being prepared.
    pub(super) fn clear_stage(&self) -> Result<PathBuf, Error> {
        let stage = self.stage();
        place::remove_all(&stage)?;
        place::make_folder(&stage)?;
        Ok(stage)
    }

    /// The folder of what is being prepared.
    pub(super) fn stage(&self) -> PathBuf {
        self.folder.join("stage")
    }

    /// Leaves the workshop and removes it, unless its journal tells of work yet to be done.
    pub(super) fn close(self) {
        if !self.journal().exists() {
            // What can't be removed now is cleared by the next build.
            let _ = fs::remove_dir_all(&self.folder);
        }
    }
}
