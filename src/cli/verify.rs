//! `dateline verify`: whether a folder is the site that its manifest says.

use super::report::{Exit, Stop, print, shown};
use dateline::files::Error;
use dateline::manifest::{MANIFEST, SIGNATURE, Sum};
use dateline::write::{self, Verified};
use minisign_verify::{PublicKey, Signature};
use std::fs::File;
use std::io::Read;
use std::path::{Path, PathBuf};

/// What the reference says below the options.
const EXPLAINED: &str = "\
Each file that differs, is missing or was added is named, a line to each. The exit code is 1 where there is one, where
the signature is not of this manifest and this key, or where the root is another. Who can change a file can change the
manifest too: give the key, or the root as you have it from elsewhere.";

#[derive(clap::Args)]
#[command(after_help = EXPLAINED)]
pub(super) struct VerifyArgs {
    /// The folder: `public`, a mirror, a copy on a stick
    folder: PathBuf,
    /// The minisign key that the manifest has to be signed with: the key, or a file that has it
    #[arg(long, value_name = "KEY")]
    public_key: Option<String>,
    /// The root that the manifest has to have, in hexadecimal
    #[arg(long, value_name = "SUM", value_parser = sum)]
    sum: Option<Sum>,
    /// One JSON object
    #[arg(long)]
    json: bool,
}

fn sum(text: &str) -> Result<Sum, String> {
    Sum::read(text.trim()).ok_or_else(|| "a SHA-256 has 64 hexadecimal digits".to_owned())
}

pub(super) fn run(args: &VerifyArgs) -> Result<Exit, Stop> {
    let key = args.public_key.as_deref().map(key).transpose()?;
    let found = match write::verify(&args.folder)? {
        Ok(found) => found,
        Err(reason) => {
            let message = format!("`{}`: {reason}", args.folder.display());
            return Err(Stop::content(message).help(
                "name a folder that `dateline build` made, or a whole copy of it",
            ));
        }
    };
    let signed = Signed::of(&found, key.as_ref());
    let is_root = args.sum.is_none_or(|sum| sum == found.root);
    let text = match args.json {
        true => format!("{}\n", json(&found, &signed, is_root)),
        false => report(&found, &signed, is_root),
    };
    print(&text)?;
    let is_well = found.difference.is_none() && is_root && signed.may_be_well();
    Ok(if is_well { Exit::Fine } else { Exit::Content })
}

/// What is known of the signature.
enum Signed {
    /// There is none.
    Not,
    /// There is one, and no key was given to compare it with.
    Unchecked,
    /// It is of this manifest and this key; what it says besides.
    Good(String),
    /// It is not, for this reason.
    Bad(String),
}

impl Signed {
    fn of(found: &Verified, key: Option<&PublicKey>) -> Self {
        match (&found.signature, key) {
            (None, None) => Signed::Not,
            (None, Some(_)) => Signed::Bad(format!("there is no `{SIGNATURE}`")),
            (Some(_), None) => Signed::Unchecked,
            (Some(signature), Some(key)) => check(&found.manifest, signature, key),
        }
    }

    fn may_be_well(&self) -> bool {
        !matches!(self, Signed::Bad(_))
    }

    fn word(&self) -> &'static str {
        match self {
            Signed::Not => "none",
            Signed::Unchecked => "unchecked",
            Signed::Good(_) => "good",
            Signed::Bad(_) => "bad",
        }
    }
}

fn check(manifest: &[u8], signature: &[u8], key: &PublicKey) -> Signed {
    let text = String::from_utf8_lossy(signature);
    let Ok(signature) = Signature::decode(&text) else {
        return Signed::Bad(format!("`{SIGNATURE}` is no signature of minisign"));
    };
    match key.verify(manifest, &signature, false) {
        Ok(()) => Signed::Good(signature.trusted_comment().to_owned()),
        Err(error) => Signed::Bad(error.to_string()),
    }
}

/// The key that was given, or that is in the file which was.
fn key(given: &str) -> Result<PublicKey, Stop> {
    if let Ok(key) = PublicKey::from_base64(given.trim()) {
        return Ok(key);
    }
    let no_key = || {
        Stop::usage(format!("`{given}` is no public key of minisign")).help(
            "give the line that begins with `RW`, or the file `minisign.pub` that has it",
        )
    };
    if !Path::new(given).is_file() {
        return Err(no_key());
    }
    let mut text = String::new();
    let read = File::open(given)
        .and_then(|file| file.take(LONGEST_KEY).read_to_string(&mut text));
    read.map_err(|error| Error::new(given, error))?;
    let last = text.lines().rfind(|line| !line.trim().is_empty()).unwrap_or_default();
    PublicKey::from_base64(last.trim()).map_err(|_| no_key())
}

/// A file with a key has two lines.
const LONGEST_KEY: u64 = 64 << 10;

fn report(found: &Verified, signed: &Signed, is_root: bool) -> String {
    let difference = &found.difference;
    let all = [
        ("differs", &difference.differing),
        ("missing", &difference.missing),
        ("added", &difference.added),
    ];
    let mut text = String::new();
    for (word, paths) in all {
        for path in paths {
            text.push_str(&format!("{word:<8} {}\n", shown(path)));
        }
    }
    let counts = all.iter().filter(|(_, paths)| !paths.is_empty());
    let counts: Vec<String> =
        counts.map(|(word, paths)| format!("{} {word}", paths.len())).collect();
    let same = difference.same;
    text.push_str(&match counts.is_empty() {
        true => format!("all {same} files are as `{MANIFEST}` says\n"),
        false => {
            format!("{same} files are as `{MANIFEST}` says, {}\n", counts.join(", "))
        }
    });
    let note = if is_root { "" } else { ", which is not the one you gave" };
    text.push_str(&format!("root: {}{note}\n", found.root));
    text.push_str(&match signed {
        Signed::Not => "signature: none\n".to_owned(),
        Signed::Unchecked => {
            "signature: not checked; give the key with `--public-key`\n".to_owned()
        }
        Signed::Good(comment) => format!("signature: good ({})\n", shown(comment)),
        Signed::Bad(reason) => format!("signature: BAD: {}\n", shown(reason)),
    });
    text
}

fn json(found: &Verified, signed: &Signed, is_root: bool) -> serde_json::Value {
    let difference = &found.difference;
    serde_json::json!({
        "same": difference.same,
        "differs": difference.differing,
        "missing": difference.missing,
        "added": difference.added,
        "root": found.root.to_string(),
        "is_expected_root": is_root,
        "signature": signed.word(),
    })
}
