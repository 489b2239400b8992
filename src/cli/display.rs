//! The line on a terminal that says how far a long build is.

use super::report::warn;
use dateline::pipeline::Stage;
use dateline::write::Progress;
use std::sync::mpsc::{self, Receiver, RecvTimeoutError, Sender};
use std::sync::{Arc, Mutex};
use std::thread::{self, JoinHandle};
use std::time::Duration;

/// A build that is done sooner needs no line.
const PATIENCE: Duration = Duration::from_millis(500);

/// The line is written anew so often.
const PACE: Duration = Duration::from_millis(100);

/// So many characters wide is the bar.
const WIDTH: u64 = 24;

/// Shows how far a build is, if it is to; the line goes when the value does.
pub(super) struct Display {
    state: Arc<State>,
    shower: Option<(Sender<()>, JoinHandle<()>)>,
}

#[derive(Default)]
struct State {
    stage: Mutex<Option<Stage>>,
    progress: Arc<Progress>,
}

impl Display {
    pub(super) fn start(shown: bool) -> Self {
        let state = Arc::new(State::default());
        let shower = shown.then(|| {
            let (running, ended) = mpsc::channel();
            let state = Arc::clone(&state);
            (running, thread::spawn(move || show(&state, &ended)))
        });
        Display { state, shower }
    }

    pub(super) fn stage(&self, stage: Stage) {
        if let Ok(mut now) = self.state.stage.lock() {
            *now = Some(stage);
        }
    }

    pub(super) fn progress(&self) -> Arc<Progress> {
        Arc::clone(&self.state.progress)
    }
}

impl Drop for Display {
    fn drop(&mut self) {
        if let Some((running, shower)) = self.shower.take() {
            drop(running);
            // It ends when `running` is gone. If it has panicked there is no line to wait for.
            let _ = shower.join();
        }
    }
}

/// Writes the line again and again, until the other end of `ended` is gone; then clears it.
fn show(state: &State, ended: &Receiver<()>) {
    let (mut wait, mut length) = (PATIENCE, 0);
    while ended.recv_timeout(wait) == Err(RecvTimeoutError::Timeout) {
        let line = line(*state.stage.lock().unwrap_or_else(|e| e.into_inner()), state);
        // Blanks cover what a longer line has left.
        warn(&format!("\r{line:<length$}"));
        length = length.max(line.len());
        wait = PACE;
    }
    if length > 0 {
        warn(&format!("\r{:length$}\r", ""));
    }
}

fn line(stage: Option<Stage>, state: &State) -> String {
    let (done, files) = (state.progress.done(), state.progress.files());
    match stage {
        None => String::new(),
        Some(Stage::Write) if files > 0 => bar(done, files),
        Some(stage) => format!("{} ...", stage.name()),
    }
}

/// `write [======>                 ] 4512 of 17512`
fn bar(done: u64, of: u64) -> String {
    let length = (done.min(of) * WIDTH / of) as usize;
    let head = if done < of { ">" } else { "" };
    let bar: String = "=".repeat(length) + head;
    format!(
        "{} [{bar:<width$}] {done} of {of}",
        Stage::Write.name(),
        width = WIDTH as usize
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bar_has_the_same_width_from_nothing_to_all() {
        assert_eq!(bar(0, 8), "write [>                       ] 0 of 8");
        assert_eq!(bar(2, 8), "write [======>                 ] 2 of 8");
        assert_eq!(bar(7, 8), "write [=====================>  ] 7 of 8");
        assert_eq!(bar(8, 8), "write [========================] 8 of 8");
        assert_eq!(bar(999, 1000).len(), "write [] 999 of 1000".len() + 24);
    }

    #[test]
    fn a_stage_without_files_says_its_name() {
        let state = State::default();
        assert_eq!(line(None, &state), "");
        assert_eq!(line(Some(Stage::Resolve), &state), "resolve ...");
        assert_eq!(line(Some(Stage::Write), &state), "write ...");
    }

    #[test]
    fn what_is_not_shown_starts_no_thread() {
        assert!(Display::start(false).shower.is_none());
        assert!(Display::start(true).shower.is_some());
    }
}
