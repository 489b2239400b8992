//! Quotations, and whose words they are where they end in a citation.

use super::citations;
use super::writer::Writer;
use crate::markdown::Closing;
use crate::model::{Cited, Credit, Target};

/// Writes the beginning of the quotation at node `quote`.
pub(super) fn open(writer: &mut Writer<'_>, quote: u32) {
    let closing = match writer.is_plain() {
        true => None,
        false => writer.tree.closing(quote).filter(|one| cited(writer, *one).is_some()),
    };
    if closing.is_some() {
        writer.block("<figure class=\"quote\">\n");
    }
    writer.block("<blockquote>\n");
    writer.quotes.push(closing);
}

/// Writes the end of a quotation, with whose words they are below it.
pub(super) fn close(writer: &mut Writer<'_>) {
    writer.block("</blockquote>\n");
    let Some(closing) = writer.quotes.pop().flatten() else { return };
    let Some(cited) = cited(writer, closing) else { return };
    writer.out.push_str("<figcaption>");
    for (n, one) in cited.iter().enumerate() {
        if n > 0 {
            writer.out.push_str("; ");
        }
        credit(writer, one);
    }
    writer.out.push(' ');
    citations::write(writer, cited);
    writer.out.push_str("</figcaption>\n</figure>\n");
}

/// Whether a node belongs to the citation that the quotation around it ends in, which is written
/// below it. The space before it goes.
pub(super) fn is_credit(writer: &mut Writer<'_>, node: u32) -> bool {
    let quote = writer.quotes.last().copied().flatten();
    let is_credit = quote.is_some_and(|closing| node >= closing.from);
    if is_credit {
        let kept = writer.out.trim_end_matches(' ').len();
        writer.out.truncate(kept);
    }
    is_credit
}

/// The sources of a closing citation, if it says whose words they are.
fn cited<'s>(writer: &Writer<'s>, closing: Closing) -> Option<&'s [Cited]> {
    match writer.targets.get(closing.cite as usize) {
        Some(Target::Cite(all)) if all.iter().all(|one| one.credit.is_some()) => {
            Some(all)
        }
        _ => None,
    }
}

fn credit(writer: &mut Writer<'_>, cited: &Cited) {
    let Some(credit) = &cited.credit else { return };
    let Credit { by, title, lang, publisher, date } = &**credit;
    if let Some(by) = by {
        writer.words(by);
        writer.out.push_str(", ");
    }
    writer.out.push_str("<cite");
    if let Some(lang) = lang {
        writer.attribute("lang", lang);
    }
    writer.out.push('>');
    writer.words(title);
    writer.out.push_str("</cite>");
    if let Some(publisher) = publisher {
        writer.out.push_str(", ");
        writer.words(publisher);
    }
    if let Some((words, machine)) = date {
        writer.out.push_str(", ");
        time(writer, words, machine.as_deref());
    }
}

fn time(writer: &mut Writer<'_>, words: &str, machine: Option<&str>) {
    let Some(machine) = machine else { return writer.words(words) };
    writer.out.push_str("<time");
    writer.attribute("datetime", machine);
    writer.out.push('>');
    writer.words(words);
    writer.out.push_str("</time>");
}
