//! `dateline init DIR`: a small working site.

use super::report::{Exit, Stop, print};
use clap::ValueEnum;
use dateline::files::Error;
use dateline::seeds::{self, Host};
use dateline::write;
use std::path::{Path, PathBuf};

#[derive(clap::Args)]
pub(super) struct InitArgs {
    /// The folder of the new site; it is made where it lacks, and has to be empty else
    dir: PathBuf,
    /// Who will publish it: files that they need are added. It may be given more than once
    #[arg(long, value_enum, value_name = "HOST")]
    host: Vec<HostName>,
}

/// The hosts, by their names.
#[derive(Debug, Clone, Copy, ValueEnum)]
enum HostName {
    /// GitHub Pages, with a workflow
    Github,
    /// GitLab Pages, with a pipeline
    Gitlab,
    /// Netlify, with headers and redirects
    Netlify,
    /// Cloudflare Pages, with headers and redirects
    Cloudflare,
    /// A server of one's own with Apache, with an `.htaccess`
    Apache,
}

impl From<HostName> for Host {
    fn from(name: HostName) -> Self {
        match name {
            HostName::Github => Host::Github,
            HostName::Gitlab => Host::Gitlab,
            HostName::Netlify => Host::Netlify,
            HostName::Cloudflare => Host::Cloudflare,
            HostName::Apache => Host::Apache,
        }
    }
}

pub(super) fn run(args: &InitArgs) -> Result<Exit, Stop> {
    let dir = &args.dir;
    let in_the_way = first_entry(dir)?;
    if let Some(name) = in_the_way {
        let message = format!("`{}` is not empty: it has `{name}`", dir.display());
        return Err(Stop::usage(message).help("name a folder that is not there yet"));
    }
    let hosts: Vec<Host> = args.host.iter().map(|host| (*host).into()).collect();
    for (path, bytes) in seeds::files(&hosts) {
        write::add(&dir.join(path), &bytes)?;
    }
    print(&next_steps(dir))?;
    Ok(Exit::Fine)
}

/// Something that lies in the folder, if there is anything but what version control keeps.
fn first_entry(dir: &Path) -> Result<Option<String>, Stop> {
    if !dir.exists() {
        return Ok(None);
    }
    let failed = |error| Error::new(dir.display().to_string(), error);
    let entries = dir.read_dir().map_err(failed)?;
    let names =
        entries.flatten().map(|one| one.file_name().to_string_lossy().into_owned());
    Ok(names.filter(|name| name != ".git").min())
}

fn next_steps(dir: &Path) -> String {
    let dir = dir.display();
    format!(
        "a site with one of everything is in {dir}/\n\n\
         \x20 cd {dir}\n\
         \x20 dateline serve --open           see it, and each change as you save it\n\
         \x20 dateline new article \"Title\"    begin to write\n\
         \x20 dateline check                  what is missing\n\
         \x20 dateline build                  make the site, in public/\n"
    )
}
