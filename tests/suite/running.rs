//! The program, run in a folder as somebody would who has no terminal.

use std::path::Path;
use std::process::{Command, Output, Stdio};

/// What became of running the program in a folder.
pub(crate) fn dateline(folder: &Path, args: &[&str]) -> Output {
    let mut program = Command::new(env!("CARGO_BIN_EXE_dateline"));
    program.args(args).current_dir(folder).stdin(Stdio::null()).output().unwrap()
}

/// What it wrote to standard output.
pub(crate) fn out(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).unwrap()
}

/// What it wrote to standard error.
pub(crate) fn err(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).unwrap()
}
