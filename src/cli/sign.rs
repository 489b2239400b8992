//! `dateline sign`: signs the manifest of a site, in a program that is built with the feature `sign`.

use super::report::{Exit, Stop};
use std::path::PathBuf;

#[derive(clap::Args)]
pub(super) struct SignArgs {
    /// The folder of a site that was built
    folder: PathBuf,
    /// The file with the secret key of minisign
    #[arg(long, value_name = "FILE")]
    key: PathBuf,
}

#[cfg(not(feature = "sign"))]
pub(super) fn run(args: &SignArgs) -> Result<Exit, Stop> {
    let manifest = args.folder.join(dateline::manifest::MANIFEST);
    let (manifest, key) = (manifest.display(), args.key.display());
    Err(Stop::usage("this program is built without signing")
        .help(format!("sign with minisign: `minisign -S -s {key} -m {manifest}`"))
        .help("or build it again: `cargo install dateline --features sign`"))
}

#[cfg(feature = "sign")]
pub(super) fn run(args: &SignArgs) -> Result<Exit, Stop> {
    use super::report::print;
    use dateline::manifest::SIGNATURE;
    use dateline::write;
    use minisign::{PublicKey, SecretKeyBox};
    use std::fs::File;
    use std::io::Read;

    let found = write::verify(&args.folder)?.map_err(Stop::content)?;
    if !found.difference.is_none() {
        let folder = args.folder.display();
        return Err(Stop::content("the folder is not the site that its manifest says")
            .help(format!(
                "see what differs with `dateline verify {folder}`, then build again"
            )));
    }
    let no_key = |error: &dyn std::fmt::Display| {
        Stop::usage(format!("`{}` can't be used: {error}", args.key.display()))
            .help("make a key with `minisign -G`")
    };
    let mut text = String::new();
    let read = File::open(&args.key)
        .and_then(|file| file.take(1 << 16).read_to_string(&mut text));
    read.map_err(|error| no_key(&error))?;
    let secret = SecretKeyBox::from_string(&text).map_err(|error| no_key(&error))?;
    // Where the key has a password it is asked for on the terminal.
    let secret = match secret.clone().into_unencrypted_secret_key() {
        Ok(secret) => secret,
        Err(_) => secret.into_secret_key(None).map_err(|error| no_key(&error))?,
    };
    let public = PublicKey::from_secret_key(&secret).map_err(|error| no_key(&error))?;
    let comment = format!("root:{}", found.root);
    let signature = minisign::sign(
        Some(&public),
        &secret,
        &*found.manifest,
        Some(&comment),
        Some("the manifest of a site"),
    )
    .map_err(|error| no_key(&error))?;
    let path = args.folder.join(SIGNATURE);
    write::put(&path, signature.into_string().as_bytes())?;
    print(&format!("signed {} with the key {}\n", path.display(), public.to_base64()))?;
    Ok(Exit::Fine)
}
