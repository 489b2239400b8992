//! `dateline schema`: what editors complete and check by.

use super::report::{Exit, Stop, print, shown};
use dateline::diag::nearest;
use dateline::schemas::{self, NamedSchema};
use dateline::write;
use std::path::PathBuf;

#[derive(clap::Args)]
pub(super) struct SchemaArgs {
    /// Which: `site`, a kind such as `article`, or its registry such as `sources`; without one, all are listed
    name: Option<String>,
    /// Write all into this folder, in place of those that are there
    #[arg(long, value_name = "DIR", conflicts_with = "name")]
    out: Option<PathBuf>,
}

pub(super) fn run(args: &SchemaArgs) -> Result<Exit, Stop> {
    let all = schemas::all();
    match (&args.name, &args.out) {
        (Some(name), _) => print(&find(&all, name)?.text())?,
        (None, Some(folder)) => {
            for schema in &all {
                let path = folder.join(&schema.name);
                if !write::add(&path, schema.text().as_bytes())? {
                    write::put(&path, schema.text().as_bytes())?;
                }
            }
        }
        (None, None) => {
            print(
                &all.iter().map(|one| format!("{}\n", one.stem())).collect::<String>(),
            )?;
        }
    }
    Ok(Exit::Fine)
}

fn find<'s>(all: &'s [NamedSchema], name: &str) -> Result<&'s NamedSchema, Stop> {
    let stem = name.strip_suffix(".json").unwrap_or(name);
    all.iter().find(|one| one.stem() == stem).ok_or_else(|| {
        let help = match nearest(stem, all.iter().map(NamedSchema::stem)) {
            Some(near) => format!("did you mean `{near}`?"),
            None => "`dateline schema` lists them".to_owned(),
        };
        Stop::usage(format!("there is no schema `{}`", shown(name))).help(help)
    })
}
