//! The text of a page: what its program shows, with spaces and ends of lines where the letters lie apart.

use super::document::{PageObject, PdfFile};
use super::font::PdfFont;
use super::lexer::Lexer;
use super::object::{PdfRecord, PdfValue};
use crate::copies::transcript::Unread;
use foldhash::HashMap;
use std::rc::Rc;

/// What may be done for all pages of a file, and what they share.
#[derive(Debug)]
pub(super) struct Budget {
    steps: usize,
    letters: usize,
    /// The fonts by where they are in the file that was read.
    fonts: HashMap<usize, Rc<PdfFont>>,
}

impl Default for Budget {
    fn default() -> Self {
        Budget { steps: 20_000_000, letters: 32 << 20, fonts: HashMap::default() }
    }
}

/// Programs may be called from programs so deep.
const DEEPEST: usize = 8;

/// So many values at most stand before an operator, and so many states are kept.
const MOST_HELD: usize = 512;

/// A gap of so much of the letters' height parts two words.
const WORD_GAP: f64 = 0.17;

/// A shift of so much of the letters' height begins another line.
const LINE_SHIFT: f64 = 0.5;

/// A move back by so much of the letters' height begins another line.
const BACK: f64 = 1.0;

/// What is raised by so much of the height of the letters before it, and smaller by so much, is a note's number.
const RAISED: f64 = 0.1;
const SMALLER: f64 = 0.85;

/// `[a b c d e f]`: x' = a x + c y + e, y' = b x + d y + f.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Matrix([f64; 6]);

impl Matrix {
    const ONE: Matrix = Matrix([1.0, 0.0, 0.0, 1.0, 0.0, 0.0]);

    /// First this, then the other.
    fn then(self, other: Matrix) -> Matrix {
        let ([a, b, c, d, e, f], [g, h, i, j, k, l]) = (self.0, other.0);
        Matrix([
            a * g + b * i,
            a * h + b * j,
            c * g + d * i,
            c * h + d * j,
            e * g + f * i + k,
            e * h + f * j + l,
        ])
    }

    fn moved(x: f64, y: f64) -> Matrix {
        Matrix([1.0, 0.0, 0.0, 1.0, x, y])
    }
}

/// How text is shown.
#[derive(Clone)]
struct TextState {
    page: Matrix,
    font: Option<Rc<PdfFont>>,
    size: f64,
    between_letters: f64,
    between_words: f64,
    stretch: f64,
    leading: f64,
    rise: f64,
}

/// A page that is being read.
struct PageReader<'d, 'b> {
    document: &'d PdfFile<'b>,
    budget: &'d mut Budget,
    out: String,
    /// Where the last letter ended, and how high it was.
    last: Option<[f64; 3]>,
}

/// The text of a page.
pub(super) fn text(
    document: &PdfFile<'_>,
    page: &PageObject<'_>,
    budget: &mut Budget,
) -> Result<String, Unread> {
    let mut program = Vec::new();
    let record = page.page.record();
    let contents = record.map_or(&PdfValue::Null, |page| document.get(page, "Contents"));
    let streams = match contents {
        PdfValue::List(list) => list.as_slice(),
        one => std::slice::from_ref(one),
    };
    for stream in streams.iter().take(MOST_HELD * 8) {
        if let PdfValue::Stream(record, source) = document.at(stream)
            && let Some(bytes) = document.unpacked(record, source)
        {
            program.extend_from_slice(&bytes);
            program.push(b'\n');
        }
    }
    let mut reader = PageReader { document, budget, out: String::new(), last: None };
    let none = PdfRecord::default();
    let resources = document.at(page.resources).record().unwrap_or(&none);
    reader.run(&program, resources, TextState::new(Matrix::ONE), 0);
    let is_spent = reader.budget.steps == 0 || reader.budget.letters == 0;
    if is_spent { Err(Unread::TooLarge) } else { Ok(reader.out) }
}

impl TextState {
    fn new(page: Matrix) -> Self {
        TextState {
            page,
            font: None,
            size: 1.0,
            between_letters: 0.0,
            between_words: 0.0,
            stretch: 1.0,
            leading: 0.0,
            rise: 0.0,
        }
    }
}

impl PageReader<'_, '_> {
    /// Runs a program. It may call others, so deep and no deeper.
    fn run(
        &mut self,
        program: &[u8],
        resources: &PdfRecord,
        state: TextState,
        depth: usize,
    ) {
        let mut lexer = Lexer::new(program, 0);
        let mut held: Vec<PdfValue> = Vec::new();
        let (mut state, mut kept) = (state, Vec::new());
        let (mut line, mut text) = (Matrix::ONE, Matrix::ONE);
        while let Some(value) = lexer.next() {
            self.budget.steps = self.budget.steps.saturating_sub(1);
            if self.budget.steps == 0 || self.budget.letters == 0 {
                return;
            }
            let PdfValue::Word(word) = value else {
                if held.len() < MOST_HELD {
                    held.push(value);
                }
                continue;
            };
            let number =
                |n: usize| held.get(n).and_then(PdfValue::number).unwrap_or_default();
            match &*word {
                b"q" if kept.len() < MOST_HELD => kept.push(state.clone()),
                b"Q" => state = kept.pop().unwrap_or(state),
                b"cm" => state.page = matrix(&held).then(state.page),
                b"BT" => (line, text) = (Matrix::ONE, Matrix::ONE),
                b"Tf" => {
                    state.font = held.first().and_then(|name| self.font(name, resources));
                    state.size = number(1);
                }
                b"Tc" => state.between_letters = number(0),
                b"Tw" => state.between_words = number(0),
                b"Tz" => state.stretch = number(0) / 100.0,
                b"TL" => state.leading = number(0),
                b"Ts" => state.rise = number(0),
                b"Td" | b"TD" => {
                    if word == b"TD" {
                        state.leading = -number(1);
                    }
                    line = Matrix::moved(number(0), number(1)).then(line);
                    text = line;
                }
                b"Tm" => {
                    line = matrix(&held);
                    text = line;
                }
                b"T*" => {
                    line = Matrix::moved(0.0, -state.leading).then(line);
                    text = line;
                }
                b"Tj" => text = self.show(held.first(), &state, text),
                b"'" | b"\"" => {
                    if word == b"\"" {
                        (state.between_words, state.between_letters) =
                            (number(0), number(1));
                    }
                    line = Matrix::moved(0.0, -state.leading).then(line);
                    text = self.show(held.last(), &state, line);
                }
                b"TJ" => {
                    for one in held.first().map(PdfValue::list).unwrap_or_default() {
                        text = match one {
                            PdfValue::Number(by) => {
                                let by = -by / 1000.0 * state.size * state.stretch;
                                Matrix::moved(by, 0.0).then(text)
                            }
                            one => self.show(Some(one), &state, text),
                        };
                    }
                }
                b"Do" if depth < DEEPEST => {
                    if let Some(name) = held.first().and_then(PdfValue::name) {
                        self.call(name, resources, &state, depth);
                    }
                }
                // The bytes of a picture in a line: they end with `EI`.
                b"ID" => lexer.at = picture_end(program, lexer.at),
                _ => {}
            }
            held.clear();
        }
    }

    /// Runs the program of a form.
    fn call(
        &mut self,
        name: &[u8],
        resources: &PdfRecord,
        state: &TextState,
        depth: usize,
    ) {
        let document = self.document;
        let Some(forms) = document.get(resources, "XObject").record() else { return };
        let name = String::from_utf8_lossy(name);
        let PdfValue::Stream(record, source) = document.get(forms, &name) else { return };
        if document.get(record, "Subtype").name() != Some(b"Form") {
            return;
        }
        let Some(program) = document.unpacked(record, source) else { return };
        let own = document.get(record, "Resources").record();
        let by = document.get(record, "Matrix").list();
        let by = if by.len() == 6 { matrix(by) } else { Matrix::ONE };
        let state = TextState { page: by.then(state.page), ..state.clone() };
        self.run(&program, own.unwrap_or(resources), state, depth + 1);
    }

    fn font(&mut self, name: &PdfValue, resources: &PdfRecord) -> Option<Rc<PdfFont>> {
        let document = self.document;
        let fonts = document.get(resources, "Font").record()?;
        let name = String::from_utf8_lossy(name.name()?).into_owned();
        let font = document.get(fonts, &name).record()?;
        // One font is one value of the document, wherever it is named.
        let known = std::ptr::from_ref(font).addr();
        let read = || Rc::new(PdfFont::read(document, font));
        Some(Rc::clone(self.budget.fonts.entry(known).or_insert_with(read)))
    }

    /// Shows a text, and gives where the next begins.
    fn show(
        &mut self,
        shown: Option<&PdfValue>,
        state: &TextState,
        at: Matrix,
    ) -> Matrix {
        let (Some(PdfValue::Text(codes)), Some(font)) = (shown, &state.font) else {
            return at;
        };
        let font = Rc::clone(font);
        let mut at = at;
        for glyph in font.glyphs(codes) {
            let place = Matrix::moved(0.0, state.rise).then(at).then(state.page);
            let height = self.part(place, state.size, &glyph.text);
            self.out.push_str(&glyph.text);
            self.budget.letters = self.budget.letters.saturating_sub(1);
            let mut by = glyph.width * state.size;
            at = Matrix::moved(by * state.stretch, 0.0).then(at);
            let end = at.then(state.page).0;
            self.last = Some([end[4], end[5], height]);
            by = state.between_letters
                + if glyph.is_space { state.between_words } else { 0.0 };
            at = Matrix::moved(by * state.stretch, 0.0).then(at);
        }
        at
    }

    /// Parts what is to be shown from what was shown last, where the two lie apart.
    /// Gives how high the letters are.
    fn part(&mut self, place: Matrix, size: f64, shown: &str) -> f64 {
        let [a, b, c, d, e, f] = place.0;
        let (length, height) = (a.hypot(b), c.hypot(d) * size.abs());
        let Some([x, y, last]) = self.last else { return height };
        let is_usable =
            length.is_finite() && length > 0.0 && height.is_finite() && height > 0.0;
        if !is_usable {
            return height;
        }
        let (along_x, along_y) = (a / length, b / length);
        let along = (e - x) * along_x + (f - y) * along_y;
        let across = (f - y) * along_x - (e - x) * along_y;
        let ends_in_space = self.out.ends_with([' ', '\n']);
        // The number of a note stands raised behind a word and is none of it.
        let is_raised = across > RAISED * last && height < SMALLER * last;
        let is_note = is_raised && shown.starts_with(|c: char| c.is_ascii_digit());
        if across.abs() > LINE_SHIFT * height || along < -BACK * height {
            if !self.out.ends_with('\n') {
                self.out.push('\n');
            }
        } else if (along > WORD_GAP * height || is_note) && !ends_in_space {
            self.out.push(' ');
        }
        height
    }
}

fn matrix(values: &[PdfValue]) -> Matrix {
    let number = |n: usize| values.get(n).and_then(PdfValue::number).unwrap_or_default();
    Matrix(std::array::from_fn(number))
}

/// Where a picture in a line ends, whose bytes begin at a place.
fn picture_end(program: &[u8], at: usize) -> usize {
    let rest = program.get(at..).unwrap_or_default();
    let is_apart = |n: usize| {
        let before = n.checked_sub(1).is_none_or(|n| rest[n].is_ascii_whitespace());
        before && rest.get(n + 2).is_none_or(u8::is_ascii_whitespace)
    };
    let end = memchr::memmem::find_iter(rest, b"EI").find(|n| is_apart(*n));
    end.map_or(program.len(), |n| at + n + 2)
}
