//! `dateline theme`: the files of the theme, one of them to change, and its style guide.

use super::report::{Exit, Stop, complain, print, shown};
use super::site::RootArgs;
use clap::Subcommand;
use dateline::diag::nearest;
use dateline::files::{Error, Files, Overlay};
use dateline::guide::{StyleGuide, without_a_site};
use dateline::seeds::{ThemeFile, ThemeShelf};
use dateline::theme;
use dateline::write::{self, Existing, Failure, Progress, Target};
use std::path::{Path, PathBuf};

#[derive(clap::Args)]
pub(super) struct ThemeArgs {
    #[command(subcommand)]
    command: ThemeCommand,
}

#[derive(Subcommand)]
enum ThemeCommand {
    /// List the templates, components, style sheets, scripts and phrases, each with the theme that has it
    List {
        #[command(flatten)]
        root: RootArgs,
    },
    /// Copy one of them into the site's folder, to be changed there
    Eject {
        /// Its path, as `theme list` says it, or the name of a component
        file: String,
        #[command(flatten)]
        root: RootArgs,
    },
    /// Write the style guide: a small site that shows each component as its examples have it. Outside of a site it shows
    /// the theme that Dateline brings
    Guide {
        /// Where it is written; without it, `style-guide` in the site's folder, or in this one
        #[arg(long, value_name = "DIR")]
        out: Option<PathBuf>,
        #[command(flatten)]
        root: RootArgs,
    },
}

pub(super) fn run(args: &ThemeArgs) -> Result<Exit, Stop> {
    match &args.command {
        ThemeCommand::List { root } => list(&open(root)?.1),
        ThemeCommand::Eject { file, root } => eject(file, root),
        ThemeCommand::Guide { out, root } => guide(out.as_deref(), root),
    }
}

/// Writes the style guide of the site's theme, or of the compiled-in one.
fn guide(out: Option<&Path>, root: &RootArgs) -> Result<Exit, Stop> {
    let (root, site): (PathBuf, Box<dyn Files>) = match root.open_if_there()? {
        Some((root, files)) => (root, Box::new(files)),
        None => {
            let here = std::env::current_dir().map_err(|error| Error::new(".", error))?;
            (here, Box::new(without_a_site()))
        }
    };
    let out = out.map_or_else(|| root.join("style-guide"), Path::to_path_buf);
    let target = Target::new(&root, &out).map_err(stop)?;
    let guide = StyleGuide::of(&*site).map_err(stop)?.ok_or_else(with_mistakes)?;
    let built_in = theme::built_in();
    let files = Overlay { over: &*site, under: &built_in };
    let (output, progress) = (guide.files.into(), Progress::default());
    write::disk(&target, &output, &files, Existing::Replace, &progress).map_err(stop)?;
    for why in &guide.failed {
        complain(&Stop::content(why));
    }
    print(&format!(
        "wrote the style guide of {}, {} components in {} examples\nopen {}/index.html in a browser\n",
        guide.theme,
        guide.components,
        guide.examples,
        shown(&out.display().to_string())
    ))?;
    Ok(if guide.failed.is_empty() { Exit::Fine } else { Exit::Content })
}

fn stop(failure: Failure) -> Stop {
    match failure {
        Failure::Machine(error) => error.into(),
        Failure::Refused(found) => Stop::usage(found.message),
        Failure::Content(found) => {
            let found = found.sorted();
            Stop::content(found.first().map_or("", |one| one.message.as_str()))
        }
    }
}

fn with_mistakes() -> Stop {
    Stop::content("the theme, or `site.toml`, has mistakes")
        .help("`dateline check` tells what they are")
}

fn open(root: &RootArgs) -> Result<(std::path::PathBuf, ThemeShelf), Stop> {
    let (root, files) = root.open()?;
    let shelf = ThemeShelf::of(&files)?.ok_or_else(with_mistakes)?;
    Ok((root, shelf))
}

fn list(shelf: &ThemeShelf) -> Result<Exit, Stop> {
    let line = |file: &ThemeFile| {
        let own = if file.is_own { "  (yours)" } else { "" };
        format!("{:<12} {}{own}\n", file.theme, file.path)
    };
    print(&shelf.files().iter().map(line).collect::<String>())?;
    Ok(Exit::Fine)
}

fn eject(name: &str, root: &RootArgs) -> Result<Exit, Stop> {
    let (root, shelf) = open(root)?;
    let Some(file) = shelf.find(name) else {
        let paths = shelf.files().iter().map(|file| file.path.as_str());
        let help = match nearest(name, paths) {
            Some(near) => format!("did you mean `{near}`?"),
            None => "`dateline theme list` lists them".to_owned(),
        };
        let message = format!("the theme has no file `{}`", shown(name));
        return Err(Stop::usage(message).help(help));
    };
    let path = shelf.place(file);
    if file.is_own || !write::add(&root.join(&path), shelf.text(file).as_bytes())? {
        return Err(Stop::usage(format!("`{path}` is yours already")));
    }
    print(&format!("{path}\n"))?;
    Ok(Exit::Fine)
}
