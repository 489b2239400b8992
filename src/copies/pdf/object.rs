//! The values that a PDF is made of.

use std::ops::Range;

/// A value.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) enum PdfValue {
    #[default]
    Null,
    /// `true`, `false`
    Truth(bool),
    Number(f64),
    /// `/Name`, without the slash.
    Name(Vec<u8>),
    /// `(text)` or `<hex>`
    Text(Vec<u8>),
    List(Vec<PdfValue>),
    Record(PdfRecord),
    /// `12 0 R`
    Reference(u32),
    /// A record, and where the packed bytes that belong to it are.
    Stream(PdfRecord, ByteRange),
    /// A word that is none of these: an operator.
    Word(Vec<u8>),
}

/// Where the bytes of a stream are: in the file.
pub(super) type ByteRange = Range<usize>;

/// Names with their values.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct PdfRecord(pub(super) Vec<(Vec<u8>, PdfValue)>);

impl PdfRecord {
    /// The value of a name; nothing where it has none.
    pub(super) fn get(&self, name: &str) -> &PdfValue {
        let found = self.0.iter().rev().find(|(own, _)| own == name.as_bytes());
        found.map_or(&PdfValue::Null, |(_, value)| value)
    }

    /// Whether its `Type` is this.
    pub(super) fn is(&self, kind: &str) -> bool {
        self.get("Type").name() == Some(kind.as_bytes())
    }
}

impl PdfValue {
    /// The record that it is or begins with.
    pub(super) fn record(&self) -> Option<&PdfRecord> {
        match self {
            PdfValue::Record(record) | PdfValue::Stream(record, _) => Some(record),
            _ => None,
        }
    }

    pub(super) fn name(&self) -> Option<&[u8]> {
        match self {
            PdfValue::Name(name) => Some(name),
            _ => None,
        }
    }

    pub(super) fn number(&self) -> Option<f64> {
        match self {
            PdfValue::Number(number) => Some(*number),
            _ => None,
        }
    }

    /// The number, where it is whole and not below nothing.
    pub(super) fn index(&self) -> Option<usize> {
        let number = self.number()?;
        (0.0..1e9).contains(&number).then_some(number as usize)
    }

    pub(super) fn list(&self) -> &[PdfValue] {
        match self {
            PdfValue::List(list) => list,
            _ => &[],
        }
    }
}
