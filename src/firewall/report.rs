//! What `dateline check` says of the firewall: what it lets through and why, and what it can't look for.

use super::search::Firewall;
use super::told::written;
use crate::config::Config;
use crate::diag::{Diagnostic, Diagnostics, Place, codes};
use crate::files::{Span, TextFiles};
use std::collections::BTreeSet;

/// Says what is let through and why, and what can't be looked for.
pub fn report(
    firewall: &Firewall<'_>,
    config: &Config,
    texts: &TextFiles,
    diags: &mut Diagnostics,
) {
    let_through(firewall, config, diags);
    unsearched(firewall, texts, diags);
}

fn let_through(firewall: &Firewall<'_>, config: &Config, diags: &mut Diagnostics) {
    for exception in &config.let_through {
        let of = exception.of.value.trim();
        if !firewall.protects(exception) {
            let message = format!("nothing that is protected is `{of}`");
            diags.push(
                Diagnostic::new(
                    codes::UNUSED_FIREWALL_EXCEPTION,
                    exception.of.span,
                    message,
                )
                .note("an exception is of a record, by its kind and id, or of `never`")
                .help("take it out, or name the record: `of = \"entity:witness\"`"),
            );
            continue;
        }
        let within = exception.r#in.as_ref().map(|within| within.trim());
        let within =
            within.map_or("every file".to_owned(), |within| format!("`{within}`"));
        let message = format!("the firewall lets {within} tell what `{of}` protects");
        diags.push(
            Diagnostic::new(codes::FIREWALL_EXCEPTION, exception.of.span, message)
                .note(format!("the reason given is: {}", exception.reason.value)),
        );
    }
}

/// One message for each record and reason.
fn unsearched(firewall: &Firewall<'_>, texts: &TextFiles, diags: &mut Diagnostics) {
    let all = firewall.unsearched().iter().map(|one| (one.place, one.what, one.why));
    let told: BTreeSet<(Span, &str, &str)> = all.collect();
    for (place, what, why) in told {
        let (path, line) = written(texts, place);
        let path = firewall.veil().cover(&path).into_owned();
        let message = format!("the firewall can't look for {what}: it is {why}");
        diags.push(
            Diagnostic::new(codes::NOT_LOOKED_FOR, Place::Path(path, Some(line)), message)
                .note("it would be found in texts that have nothing to do with it")
                .help("read what is published for it yourself; to have it looked for all the same, write it into `[firewall] never`"),
        );
    }
}
