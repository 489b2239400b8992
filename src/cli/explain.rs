//! `dateline explain CODE`: the page of a code, or the list of all.

use super::markdown;
use super::report::{Exit, Stop, is_styled, print};
use dateline::diag::{Code, codes, nearest};

#[derive(clap::Args)]
pub(super) struct ExplainArgs {
    /// The code (`E0105`) or its name (`unknown-field`); without one, all are listed
    code: Option<String>,
}

pub(super) fn run(args: &ExplainArgs) -> Result<Exit, Stop> {
    let text = match &args.code {
        None => list(),
        Some(name) => {
            let page = Code::find(name).ok_or_else(|| unknown(name))?.page();
            if is_styled() { markdown::styled(page) } else { page.to_owned() }
        }
    };
    print(&text)?;
    Ok(Exit::Fine)
}

fn list() -> String {
    codes::ALL.iter().map(|code| format!("{} {}\n", code.id(), code.name())).collect()
}

fn unknown(name: &str) -> Stop {
    let ids = codes::ALL.iter().map(|code| code.id());
    let names = codes::ALL.iter().map(|code| code.name());
    let help = match nearest(name, ids.chain(names)) {
        Some(near) => format!("did you mean `{near}`?"),
        None => "`dateline explain` lists all codes".to_owned(),
    };
    Stop::usage(format!("there is no code `{name}`")).help(help)
}
