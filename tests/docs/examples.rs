//! Every example of the field tables is read by its own table without a mistake.

use dateline::config::site_toml::{
    Borders, Feeds, FirewallException, FirewallToml, LanguageWords, MenuEntry, Publisher,
    SearchToml, SiteToml, Sources, TerritoryWords, Word, Wording,
};
use dateline::content::Withdrawal;
use dateline::content::kinds;
use dateline::content::kinds::article::ArticleFields;
use dateline::content::kinds::claim::{
    AnswerFields, ClaimChange, ClaimFields, ProceedingFields, ReplyFields,
};
use dateline::content::kinds::copy::CopyFields;
use dateline::content::kinds::correction::CorrectionFields;
use dateline::content::kinds::country::{CountryFields, ResponseFields};
use dateline::content::kinds::entity::EntityFields;
use dateline::content::kinds::event::EventFields;
use dateline::content::kinds::location::{LocationFields, Radius, StatusChange};
use dateline::content::kinds::media::MediaFields;
use dateline::content::kinds::number::NumberFields;
use dateline::content::kinds::page::{FigureFields, HomeFields, PageFields};
use dateline::content::kinds::source::{QuoteFields, SourceFields};
use dateline::content::values::{AuthorRecord, ImageRecord, TitleRecord};
use dateline::diag::Diagnostics;
use dateline::fields::{Decode, Shape, Table, toml, yaml};
use dateline::files::FileId;

/// Reads all examples of a record as one record; gives its table.
fn whole<T: Decode>(is: &str) -> &'static Table {
    let Shape::Record(table) = T::shape() else { panic!("a record is wanted") };
    let lines = table.all().map(|f| format!("{}{is}{}\n", f.name, f.example));
    let text: String = lines.collect();
    let read = if is == ": " { yaml::read } else { toml::read };
    let mut diags = Diagnostics::default();
    let node = read(&text, 0..text.len(), FileId(0), &mut diags);
    let made = node.and_then(|node| T::decode(&node, &mut diags));
    let found: Vec<&str> = diags.iter().map(|found| found.message.as_str()).collect();
    assert!(made.is_some() && found.is_empty(), "{}: {found:?}\n{text}", table.kind);
    table
}

fn assert_same(read: &[&'static Table], listed: &[&'static Table]) {
    let kinds = |tables: &[&'static Table]| -> Vec<&str> {
        tables.iter().map(|table| table.kind).collect()
    };
    assert_eq!(
        kinds(read),
        kinds(listed),
        "a table is not tested, or not in the reference"
    );
}

#[test]
fn the_examples_of_front_matter_are_right() {
    let read = [
        whole::<ArticleFields>,
        whole::<AuthorRecord>,
        whole::<ImageRecord>,
        whole::<EventFields>,
        whole::<CorrectionFields>,
        whole::<SourceFields>,
        whole::<TitleRecord>,
        whole::<QuoteFields>,
        whole::<LocationFields>,
        whole::<Radius>,
        whole::<StatusChange>,
        whole::<CountryFields>,
        whole::<ResponseFields>,
        whole::<PageFields>,
        whole::<HomeFields>,
        whole::<FigureFields>,
        whole::<EntityFields>,
        whole::<ClaimFields>,
        whole::<ClaimChange>,
        whole::<ProceedingFields>,
        whole::<AnswerFields>,
        whole::<ReplyFields>,
        whole::<NumberFields>,
        whole::<MediaFields>,
        whole::<CopyFields>,
        whole::<Withdrawal>,
    ];
    assert_same(&read.map(|record| record(": ")), &kinds::tables());
}

#[test]
fn the_examples_of_site_toml_are_right() {
    let read = [
        whole::<SiteToml>,
        whole::<Publisher>,
        whole::<MenuEntry>,
        whole::<LanguageWords>,
        whole::<Word>,
        whole::<TerritoryWords>,
        whole::<Borders>,
        whole::<Wording>,
        whole::<Feeds>,
        whole::<SearchToml>,
        whole::<Sources>,
        whole::<FirewallToml>,
        whole::<FirewallException>,
    ];
    let tables = dateline::config::site_toml::tables();
    assert_same(&read.map(|record| record(" = ")), &tables);
}
