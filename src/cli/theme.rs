//! `dateline theme`: the files of the theme, and one of them to change.

use super::report::{Exit, Stop, print, shown};
use super::site::RootArgs;
use clap::Subcommand;
use dateline::diag::nearest;
use dateline::seeds::{ThemeFile, ThemeShelf};
use dateline::write;

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
}

pub(super) fn run(args: &ThemeArgs) -> Result<Exit, Stop> {
    match &args.command {
        ThemeCommand::List { root } => list(&open(root)?.1),
        ThemeCommand::Eject { file, root } => eject(file, root),
    }
}

fn open(root: &RootArgs) -> Result<(std::path::PathBuf, ThemeShelf), Stop> {
    let (root, files) = root.open()?;
    let shelf = ThemeShelf::of(&files)?.ok_or_else(|| {
        Stop::content("the theme, or `site.toml`, has mistakes")
            .help("`dateline check` tells what they are")
    })?;
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
