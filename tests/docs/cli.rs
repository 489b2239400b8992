//! The reference of commands, from what the program says of itself.

use crate::keep;
use std::process::Command;

#[test]
fn the_reference_of_commands_is_what_the_program_says() {
    let mut out = section("dateline", &[]);
    for name in commands(&help(&[])) {
        out.push_str(&section(&format!("dateline {name}"), &[&name]));
        let inner = commands(&help(&[&name])).into_iter().filter(|inner| inner != "help");
        for inner in inner {
            let title = format!("dateline {name} {inner}");
            out.push_str(&section(&title, &[&name, &inner]));
        }
    }
    keep("reference/cli.md", &out);
}

fn section(title: &str, words: &[&str]) -> String {
    format!("## `{title}`\n\n```text\n{}\n```\n\n", help(words).trim())
}

fn help(words: &[&str]) -> String {
    let mut program = Command::new(env!("CARGO_BIN_EXE_dateline"));
    let said = program.args(words).arg("--help").output().unwrap();
    let text = String::from_utf8(said.stdout).unwrap();
    text.lines().map(|line| format!("{}\n", line.trim_end())).collect()
}

/// The commands listed in the program's help.
fn commands(help: &str) -> Vec<String> {
    let (_, list) = help.split_once("Commands:\n").unwrap_or_default();
    let lines = list.lines().take_while(|line| !line.is_empty());
    lines.filter_map(|line| line.split_whitespace().next().map(str::to_owned)).collect()
}
