//! Small files that are made here, whole and damaged.

use super::super::transcript::{PartPlace, Transcript, Unread};
use super::read;
use proptest::prelude::*;

/// A file of these objects, the first of which is its root.
fn pdf(objects: &[&str]) -> Vec<u8> {
    let mut out = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n".to_vec();
    for (n, object) in objects.iter().enumerate() {
        out.extend(format!("{} 0 obj\n{object}\nendobj\n", n + 1).into_bytes());
    }
    out.extend(b"trailer\n<< /Root 1 0 R >>\n%%EOF\n");
    out
}

fn stream(dictionary: &str, bytes: &str) -> String {
    format!("<< {dictionary} /Length {} >>\nstream\n{bytes}\nendstream", bytes.len())
}

/// A file of pages with these programs, which have a font `F`.
fn pages(programs: &[&str], font: &str) -> Vec<u8> {
    let kids: Vec<String> =
        (0..programs.len()).map(|n| format!("{} 0 R", 4 + 2 * n)).collect();
    let mut objects = vec![
        "<< /Type /Catalog /Pages 2 0 R >>".to_owned(),
        format!(
            "<< /Type /Pages /Kids [{}] /Resources << /Font << /F 3 0 R >> >> >>",
            kids.join(" ")
        ),
        font.to_owned(),
    ];
    for (n, program) in programs.iter().enumerate() {
        objects
            .push(format!("<< /Type /Page /Parent 2 0 R /Contents {} 0 R >>", 5 + 2 * n));
        objects.push(stream("", program));
    }
    pdf(&objects.iter().map(String::as_str).collect::<Vec<_>>())
}

const HELVETICA: &str = "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>";

fn shown(found: Result<Transcript, Unread>) -> Vec<String> {
    let parts = found.unwrap().parts;
    parts.into_iter().map(|part| part.text).collect()
}

#[test]
fn words_and_lines_are_told_by_where_letters_lie() {
    let program = "BT /F 10 Tf 72 700 Td (The of) Tj (\\256ce) Tj 0 -12 Td [(sho) 20 (uld) -300 (close)] TJ \
                   T* 1 0 0 1 300 676 Tm (now) Tj ET BT /F 10 Tf 1 0 0 1 72 650 Tm (and cea) Tj 33 0 Td (se) Tj ET";
    assert_eq!(
        shown(read(&pages(&[program], HELVETICA))),
        ["The ofﬁce\nshould close\nnow\nand cease"]
    );
}

#[test]
fn pages_have_numbers_and_names() {
    let bytes = pages(&["BT /F 9 Tf (One) Tj ET", "BT /F 9 Tf (Two) Tj ET"], HELVETICA);
    let text = String::from_utf8_lossy(&bytes).into_owned();
    let named = text.replace(
        "/Type /Catalog",
        "/Type /Catalog /PageLabels << /Nums [0 << /S /r /St 4 >> 1 << /S /D /P (A-) >>] >>",
    );
    let found = read(named.as_bytes()).unwrap();
    let places: Vec<PartPlace> = found.parts.into_iter().map(|part| part.place).collect();
    let page =
        |number, label: &str| PartPlace::Page { number, label: Some(label.into()) };
    assert_eq!(places, [page(1, "iv"), page(2, "A-1")]);
}

#[test]
fn codes_are_read_by_the_tables_of_their_font() {
    let cmap = "1 begincodespacerange <0000> <ffff> endcodespacerange 2 beginbfchar <0001> <8b66> <0002> <65b9> endbfchar";
    let bytes = pdf(&[
        "<< /Type /Catalog /Pages 2 0 R >>",
        "<< /Type /Pages /Kids [3 0 R] >>",
        "<< /Type /Page /Contents 4 0 R /Resources << /Font << /A 5 0 R /B 7 0 R /C 8 0 R >> >> >>",
        &stream(
            "",
            "BT /A 9 Tf <00010002> Tj ET BT /B 9 Tf 0 -20 Td (a\\001) Tj ET BT /C 9 Tf 0 -40 Td <beafb7bd> Tj ET",
        ),
        "<< /Type /Font /Subtype /Type0 /Encoding /Identity-H /ToUnicode 6 0 R >>",
        &stream("", cmap),
        "<< /Type /Font /Subtype /Type1 /Encoding << /Differences [1 /eacute /quoteright] >> >>",
        "<< /Type /Font /Subtype /Type0 /Encoding /GBK-EUC-H >>",
    ]);
    assert_eq!(shown(read(&bytes)), ["警方\naé\n警方"]);
}

#[test]
fn forms_are_read_and_never_without_end() {
    let bytes = pdf(&[
        "<< /Type /Catalog /Pages 2 0 R >>",
        "<< /Type /Pages /Kids [3 0 R 2 0 R] >>",
        "<< /Type /Page /Contents 4 0 R /Resources 5 0 R >>",
        &stream(
            "",
            "q 1 0 0 1 0 50 cm /X Do Q BI /W 1 ID \u{1} (no) Tj EI BT /F 9 Tf (Below) Tj ET",
        ),
        "<< /Font << /F 6 0 R >> /XObject << /X 7 0 R >> >>",
        HELVETICA,
        &stream(
            "/Type /XObject /Subtype /Form /Resources 5 0 R",
            "BT /F 9 Tf (Form) Tj ET /X Do",
        ),
    ]);
    let text = shown(read(&bytes)).concat();
    assert!(text.starts_with("Form") && text.ends_with("Below"), "{text}");
    assert!(text.matches("Form").count() < 20, "{text}");
}

#[test]
fn packed_objects_are_found() {
    use flate2::{Compression, write::ZlibEncoder};
    use std::io::Write;
    let packed = |text: &str| {
        let mut packer = ZlibEncoder::new(Vec::new(), Compression::fast());
        packer.write_all(text.as_bytes()).unwrap();
        packer.finish().unwrap()
    };
    let objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        "<< /Type /Pages /Kids [3 0 R] >>",
        "<< /Type /Page /Contents 9 0 R /Resources << /Font << /F 4 0 R >> >> >>",
        HELVETICA,
    ];
    let (mut head, mut body) = (String::new(), String::new());
    for (n, object) in objects.iter().enumerate() {
        head.push_str(&format!("{} {} ", n + 1, body.len()));
        body.push_str(object);
        body.push(' ');
    }
    let mut file = b"%PDF-1.5\n".to_vec();
    let mut add = |number: u8, dictionary: String, bytes: Vec<u8>| {
        file.extend(format!("{number} 0 obj << {dictionary} /Filter /FlateDecode /Length {} >> stream\n", bytes.len()).into_bytes());
        file.extend(bytes);
        file.extend(b"\nendstream endobj\n");
    };
    let first = head.len();
    add(8, format!("/Type /ObjStm /N 4 /First {first}"), packed(&(head + &body)));
    add(9, String::new(), packed("BT /F 9 Tf (Closed.) Tj ET"));
    add(10, "/Type /XRef /Root 1 0 R".to_owned(), packed(""));
    assert_eq!(shown(read(&file)), ["Closed."]);
}

#[test]
fn what_can_not_be_read_is_told() {
    let locked = pages(&["BT /F 9 Tf (x) Tj ET"], HELVETICA);
    let locked =
        String::from_utf8_lossy(&locked).replace("/Root", "/Encrypt 9 0 R /Root");
    assert_eq!(read(locked.as_bytes()), Err(Unread::Encrypted));
    assert!(matches!(read(b"%PDF-1.4\nnothing"), Err(Unread::Damaged(_))));
    let unknown = "<< /Type /Font /Subtype /Type0 /Encoding /Identity-H >>";
    let unknown = read(&pages(&["BT /F 9 Tf <00010002> Tj ET"], unknown));
    assert!(matches!(unknown, Err(Unread::Damaged(_))), "{unknown:?}");
    let scan = read(&pages(&["q 100 0 0 100 0 0 cm /Im Do Q"], HELVETICA)).unwrap();
    assert!(scan.parts[0].text.is_empty());
}

proptest! {
    #[test]
    fn a_damaged_file_stops_nothing(
        at in 0usize..700,
        bytes in prop::collection::vec(any::<u8>(), 1..12),
        cut in 0usize..700,
    ) {
        let mut file = pages(&["BT /F 10 Tf 72 700 Td [(sho) 20 (uld) -300 (close)] TJ ET"], HELVETICA);
        let at = at.min(file.len());
        file.splice(at..(at + bytes.len()).min(file.len()), bytes);
        let _ = read(&file);
        let _ = read(&file[..cut.min(file.len())]);
    }

    #[test]
    fn any_program_of_a_page_ends(
        words in prop::collection::vec(
            prop::sample::select(&[
                "BT", "ET", "q", "Q", "/F", "/X", "9", "-1e9", "0", "Tf", "Td", "Tm", "Tj", "TJ", "cm", "(a)", "<ff>", "[", "]",
                "<<", ">>", "Do", "ID", "EI", "'", "\"", "T*", "1 0 0 1 5 5", "\\", "(", ")",
            ][..]),
            0..60,
        ),
    ) {
        let _ = read(&pages(&[&words.join(" ")], HELVETICA));
    }
}
