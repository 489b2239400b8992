//! The stages by name, and who is told when each begins and ends.

use crate::diag::Diagnostics;
use crate::files::TextFiles;
use std::sync::Arc;

/// One stage of a build, in the order in which they run.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Stage {
    /// Every text is read from the disk.
    Scan,
    /// `site.toml` is read.
    Config,
    /// Texts become records.
    Parse,
    /// References find what they mean.
    Resolve,
    /// The saved copies are read, and what is quoted is looked for in them.
    Vault,
    /// Smaller versions of pictures are made.
    Pictures,
    /// What may be shown is chosen, and what follows from the choice is worked out.
    Publish,
    /// Rules of judgement are asked.
    Check,
    /// The theme is read.
    Theme,
    /// The files beside the pages are planned.
    Assets,
    /// The words of all that is published are read, for those who search it.
    Index,
    /// The site's files are listed.
    Emit,
    /// The site's files are made and written.
    Write,
}

impl Stage {
    /// The stage in one word.
    pub fn name(self) -> &'static str {
        match self {
            Stage::Scan => "scan",
            Stage::Config => "config",
            Stage::Parse => "parse",
            Stage::Resolve => "resolve",
            Stage::Vault => "vault",
            Stage::Pictures => "pictures",
            Stage::Publish => "publish",
            Stage::Check => "check",
            Stage::Theme => "theme",
            Stage::Assets => "assets",
            Stage::Index => "index",
            Stage::Emit => "emit",
            Stage::Write => "write",
        }
    }
}

/// How many of something a stage had to do with: what, in one word, and the number.
pub type Count = (&'static str, u64);

/// Is told of the stages of a build as they run.
///
/// The library reads no clock: whoever wants to know how long a stage takes looks at their own.
pub trait Observer {
    /// `stage` begins.
    fn begin(&mut self, stage: Stage);

    /// `stage`, the last to have begun, has ended, and this is what it had to do with.
    fn end(&mut self, stage: Stage, counts: &[Count]);

    /// There is no error, and these are the warnings; the files are made next.
    fn may_write(&mut self, _warnings: &Diagnostics, _texts: &Arc<TextFiles>) {}
}

/// Nobody looks on.
impl Observer for () {
    fn begin(&mut self, _: Stage) {}

    fn end(&mut self, _: Stage, _: &[Count]) {}
}

/// Runs `work` as `stage`, and lets the observer know what `counted` says of its result.
pub(super) fn run<T, const N: usize>(
    observer: &mut dyn Observer,
    stage: Stage,
    counted: impl FnOnce(&T) -> [Count; N],
    work: impl FnOnce() -> T,
) -> T {
    observer.begin(stage);
    let done = work();
    observer.end(stage, &counted(&done));
    done
}
