//! The program `dateline`: reads the command line, calls the library, prints the result.

#![forbid(unsafe_code)]

mod cli;

#[cfg(not(target_family = "wasm"))]
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

use std::io::Write;
use std::process::ExitCode;

/// What a panic says may quote a text that is not published, and it ends in a log: only its place is told.
fn hide_panics() {
    std::panic::set_hook(Box::new(|panic| {
        let place = panic.location().map_or(String::new(), |at| format!(" at {at}"));
        let told = format!(
            "error: Dateline has a mistake{place}; what it says is left out, because it may quote unpublished text\n"
        );
        let _ = std::io::stderr().write_all(told.as_bytes());
    }));
}

fn main() -> ExitCode {
    hide_panics();
    cli::run()
}
