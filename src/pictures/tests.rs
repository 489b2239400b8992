//! Pictures with everything in them that people have found in pictures, and what is left.

use super::exif::Orientation;
use super::*;

/// What must not be in any picture that is published.
const SECRET: &[u8] = b"CANARY";

fn has_secret(bytes: &[u8]) -> bool {
    memchr::memmem::find(bytes, SECRET).is_some()
}

/// An Exif block that says how the picture is turned, and more.
fn exif(turned: u8) -> Vec<u8> {
    let mut tiff =
        b"II*\0\x08\0\0\0\x02\0\x0f\x01\x02\0\x06\0\0\0\x26\0\0\0\x12\x01\x03\0\x01\0\0\0".to_vec();
    tiff.extend([turned, 0, 0, 0, 0, 0, 0, 0]);
    tiff.extend(SECRET);
    tiff
}

fn segment(marker: u8, payload: &[u8]) -> Vec<u8> {
    let length = (payload.len() as u16 + 2).to_be_bytes();
    [&[0xff, marker][..], &length, payload].concat()
}

const FRAME: &[u8] = &[0xff, 0xc0, 0, 11, 8, 0, 30, 0, 40, 1, 1, 0x11, 0];
const SCAN: &[u8] = b"\xff\xda\0\x08\x01\x01\0\0\x3f\0\x12\xff\0\x34\xff\xd0\x56";
const JFIF: &[u8] = b"JFIF\0\x01\x01\0\0\x01\0\x01\0\0";

/// A JPEG of 40 × 30 with these segments after its first.
fn jpeg(segments: &[Vec<u8>]) -> Vec<u8> {
    let start = [&[0xff, 0xd8][..], &segment(0xe0, JFIF)].concat();
    [&start, &segments.concat()[..], FRAME, SCAN, b"\xff\xd9"].concat()
}

fn exif_segment(turned: u8) -> Vec<u8> {
    segment(0xe1, &[b"Exif\0\0", &exif(turned)[..]].concat())
}

fn chunk(name: &[u8; 4], payload: &[u8]) -> Vec<u8> {
    [&(payload.len() as u32).to_be_bytes()[..], name, payload, &[0; 4]].concat()
}

const HEADER: &[u8] = &[0, 0, 0, 40, 0, 0, 0, 30, 8, 2, 0, 0, 0];

fn png(chunks: &[Vec<u8>]) -> Vec<u8> {
    let start = [&b"\x89PNG\r\n\x1a\n"[..], &chunk(b"IHDR", HEADER)].concat();
    let end = [chunk(b"IDAT", b"pixels"), chunk(b"IEND", b"")].concat();
    [start, chunks.concat(), end].concat()
}

fn piece(name: &[u8; 4], payload: &[u8]) -> Vec<u8> {
    let pad = &[0][..payload.len() % 2];
    [&name[..], &(payload.len() as u32).to_le_bytes(), payload, pad].concat()
}

fn webp(flags: u8, chunks: &[Vec<u8>]) -> Vec<u8> {
    let head = piece(b"VP8X", &[flags, 0, 0, 0, 39, 0, 0, 29, 0, 0]);
    let body = [head, chunks.concat()].concat();
    [&b"RIFF"[..], &(body.len() as u32 + 4).to_le_bytes(), b"WEBP", &body].concat()
}

fn gif(blocks: &[&[u8]]) -> Vec<u8> {
    let image = b"\x2c\0\0\0\0\x02\0\x03\0\0\x02\x02\x4c\x01\0";
    [b"GIF89a\x02\0\x03\0\x80\0\0\0\0\0\xff\xff\xff", &blocks.concat()[..], image, b";"]
        .concat()
}

fn clean(bytes: &[u8]) -> Vec<u8> {
    cleaned(bytes.to_vec()).unwrap_or_else(|(flaw, _)| panic!("{flaw:?}"))
}

fn pixels(bytes: &[u8]) -> Option<(u32, u32)> {
    recognise(bytes).and_then(|picture| picture.pixels)
}

#[test]
fn a_jpeg_keeps_its_pixels_and_colours_alone() {
    let colours = segment(0xe2, b"ICC_PROFILE\0\x01\x01colours");
    let adobe = segment(0xee, b"Adobe\0\x64\0\0\0\0\x01");
    let wanted = jpeg(&[colours.clone(), adobe.clone()]);
    let with = |prefix: &[u8]| [prefix, SECRET].concat();
    let mut all = jpeg(&[
        exif_segment(1),
        segment(0xe1, &with(b"http://ns.adobe.com/xap/1.0/\0")),
        segment(0xe0, &with(b"JFXX\0\x10")),
        segment(0xe0, &with(JFIF)),
        segment(0xe2, &with(b"MPF\0")),
        segment(0xe2, &with(b"FPXR\0")),
        colours,
        segment(0xe3, SECRET),
        segment(0xeb, &with(b"JP\0\0")),
        segment(0xec, &with(b"Ducky\0")),
        segment(0xed, &with(b"Photoshop 3.0\0")),
        segment(0xee, &with(b"Adobe\0\x64\0\0\0\0\x01")),
        segment(0xef, SECRET),
        segment(0xfe, SECRET),
        segment(0xf0, SECRET),
        SECRET.to_vec(),
    ]);
    // A second picture, a film or an archive behind the end.
    all.extend(jpeg(&[segment(0xfe, SECRET)]));
    all.extend(b"PK\x03\x04");
    assert!(has_secret(&all));
    assert_eq!(clean(&all), wanted);
    assert_eq!(clean(&wanted), wanted);
}

#[test]
fn a_thumbnail_in_the_first_segment_goes() {
    let thumbnail = [&JFIF[..12], &[1, 2], SECRET].concat();
    let bytes =
        [&[0xff, 0xd8][..], &segment(0xe0, &thumbnail), FRAME, SCAN, &[0xff, 0xd9]]
            .concat();
    assert_eq!(clean(&bytes), jpeg(&[]));
}

#[test]
fn how_a_picture_is_turned_stays_and_width_and_height_agree() {
    for turned in 1..=8 {
        let size = if turned >= 5 { (30, 40) } else { (40, 30) };
        let upright = Orientation::read(&exif(turned));
        let exif_chunk = [piece(b"VP8 ", b"pixels"), piece(b"EXIF", &exif(turned))];
        for bytes in [
            jpeg(&[exif_segment(turned)]),
            png(&[chunk(b"eXIf", &exif(turned))]),
            webp(8, &exif_chunk),
        ] {
            let cleaned = clean(&bytes);
            assert_eq!(pixels(&bytes), Some(size), "{turned}");
            assert_eq!(pixels(&cleaned), Some(size), "{turned}");
            assert!(!has_secret(&cleaned));
            let format = Format::of(&cleaned).unwrap();
            assert_eq!(orientation(format, &cleaned), upright);
            assert_eq!(clean(&cleaned), cleaned);
        }
    }
}

#[test]
fn a_png_keeps_what_browsers_show() {
    let kept =
        [chunk(b"iCCP", b"x\0\0colours"), chunk(b"acTL", b"moves"), chunk(b"tRNS", b"t")];
    let taken = [b"tEXt", b"zTXt", b"iTXt", b"tIME", b"prVt", b"iDOT", b"caBX", b"sPLT"];
    let taken: Vec<Vec<u8>> = taken.iter().map(|name| chunk(name, SECRET)).collect();
    let mut all = png(&[taken.concat(), kept.concat()]);
    all.extend(SECRET);
    assert_eq!(clean(&all), png(&kept));
}

#[test]
fn a_webp_keeps_what_browsers_show() {
    let frame = |more: &[u8]| {
        piece(b"ANMF", &[&[0; 16], &piece(b"VP8L", b"odd")[..], more].concat())
    };
    let kept = |more: &[u8]| {
        [piece(b"ICCP", b"colours"), piece(b"ANIM", b"moves!"), frame(more)].concat()
    };
    let hidden = kept(&piece(b"XXXX", SECRET));
    let exif = piece(b"EXIF", SECRET);
    let mut all =
        webp(0x3e, &[hidden, exif, piece(b"XMP ", SECRET), piece(b"abcd", SECRET)]);
    all.extend(SECRET);
    assert_eq!(clean(&all), webp(0x32, &[kept(b"")]));
}

#[test]
fn a_gif_keeps_its_images_and_how_often_they_are_shown() {
    let control: &[u8] = b"\x21\xf9\x04\x05\x0a\0\x01\0";
    let repeats: &[u8] = b"\x21\xff\x0bNETSCAPE2.0\x03\x01\0\0\0";
    let mut all = gif(&[
        b"\x21\xfe\x06CANARY\0",
        b"\x21\xff\x0bXMP DataXMP\x06CANARY\0",
        b"\x21\xff\x0bNETSCAPE2.0\x03\x01\0\0\x06CANARY\0",
        b"\x21\x01\x06CANARY\0",
        b"\x21\xff\x06CANARY\0",
        control,
    ]);
    all.extend(SECRET);
    assert_eq!(clean(&all), gif(&[repeats, control]));
}

#[test]
fn what_is_cut_off_anywhere_shows_what_is_there_or_nothing() {
    let exif_chunk = [piece(b"VP8 ", b"pixels"), piece(b"EXIF", &exif(6))];
    let whole = [
        jpeg(&[exif_segment(6)]),
        png(&[chunk(b"tEXt", SECRET)]),
        webp(8, &exif_chunk),
        gif(&[b"\x21\xfe\x06CANARY\0"]),
    ];
    for bytes in whole {
        for end in 0..bytes.len() {
            let cut = bytes[..end].to_vec();
            if Format::of(&cut).is_some() {
                match cleaned(cut) {
                    Ok(shown) => assert!(!has_secret(&shown), "{end}"),
                    Err((flaw, _)) => assert!(matches!(flaw, Flaw::Damaged(..)), "{end}"),
                }
            }
            let _ = recognise(&bytes[..end]);
        }
    }
}

#[test]
fn a_picture_whose_end_is_missing_gets_one() {
    let without_end = |mut bytes: Vec<u8>, length: usize| {
        bytes.truncate(bytes.len() - length);
        clean(&bytes)
    };
    assert_eq!(without_end(jpeg(&[]), 2), clean(&jpeg(&[])));
    assert!(without_end(png(&[]), 12).ends_with(b"IEND\xae\x42\x60\x82"));
    assert_eq!(without_end(gif(&[]), 1), clean(&gif(&[])));
}

#[test]
fn no_length_that_lies_leads_anywhere() {
    let whole = [
        jpeg(&[exif_segment(6)]),
        png(&[chunk(b"eXIf", &exif(6))]),
        webp(8, &[piece(b"VP8 ", b"pixels"), piece(b"EXIF", &exif(6))]),
        gif(&[b"\x21\xfe\x06CANARY\0"]),
        placed(true, tiff(true, &[page(true, b"pixels", &[])])),
        b"\0\0\0\x10ftypavif\0\0\0\0\0\0\0\x0cmeta\0\0\0\0".to_vec(),
    ];
    for bytes in whole {
        for at in 0..bytes.len() {
            for value in [0, 1, 0x7f, 0xff] {
                let mut lying = bytes.clone();
                lying[at] = value;
                let _ = recognise(&lying);
                let _ = cleaned(lying);
            }
        }
    }
}

fn isobox(name: &[u8; 4], payload: &[u8]) -> Vec<u8> {
    [&(payload.len() as u32 + 8).to_be_bytes()[..], name, payload].concat()
}

#[test]
fn an_avif_passes_where_there_is_nothing_to_take_out() {
    let item =
        |sort: &[u8]| isobox(b"infe", &[b"\x02\0\0\0\0\x01\0\0", sort, b"\0"].concat());
    let avif = |items: &[Vec<u8>], more: &[u8]| {
        let entries = [&[0, 0, 0, 0, 0, items.len() as u8][..], &items.concat()].concat();
        let meta =
            [&[0; 4][..], &isobox(b"hdlr", b"pict"), &isobox(b"iinf", &entries)].concat();
        let start = isobox(b"ftyp", b"avif\0\0\0\0");
        [start, isobox(b"meta", &meta), isobox(b"mdat", b"pixels"), more.to_vec()]
            .concat()
    };
    let plain = avif(&[item(b"av01")], b"");
    assert_eq!(clean(&plain), plain);
    for told in [
        avif(&[item(b"av01"), item(b"Exif")], b""),
        avif(&[item(b"av01"), item(b"mime")], b""),
        avif(&[item(b"av01")], &isobox(b"uuid", SECRET)),
        avif(&[item(b"av01")], &isobox(b"free", SECRET)),
        avif(&[item(b"av01")], SECRET),
    ] {
        assert_eq!(cleaned(told.clone()), Err((Flaw::Opaque("AVIF"), told)));
    }
}

#[test]
fn what_is_no_picture_stays_as_it_is() {
    for bytes in [&b""[..], b"%PDF-1.7", b"words", b"PK\x03\x04"] {
        assert_eq!(clean(bytes), bytes);
        assert_eq!(recognise(bytes), None);
    }
    assert_eq!(cleaned(b"8BPS".to_vec()).unwrap_err().0, Flaw::Opaque("Photoshop"));
}

/// A TIFF of these pages: the tags of each with a number or with bytes, `is_little` or not.
fn tiff(is_little: bool, pages: &[Vec<(u16, u16, Vec<u8>)>]) -> Vec<u8> {
    let short = |n: u16| if is_little { n.to_le_bytes() } else { n.to_be_bytes() };
    let long = |n: usize| match is_little {
        true => (n as u32).to_le_bytes(),
        false => (n as u32).to_be_bytes(),
    };
    let start: &[u8] = if is_little { b"II*\0" } else { b"MM\0*" };
    let mut out = [start, &long(8)].concat();
    for (nth, page) in pages.iter().enumerate() {
        let mut behind = out.len() + 2 + 12 * page.len() + 4;
        let (mut table, mut values) = (short(page.len() as u16).to_vec(), Vec::new());
        for (tag, kind, value) in page {
            let size = [0, 1, 1, 2, 4, 8, 1, 1][usize::from(*kind)];
            table.extend(short(*tag));
            table.extend(short(*kind));
            table.extend(long(value.len() / size));
            if value.len() <= 4 && *tag != 273 {
                table.extend(value);
                table.extend(&[0; 4][value.len()..]);
            } else {
                table.extend(long(behind));
                behind += value.len();
                values.extend(value);
            }
        }
        table.extend(long(if nth + 1 < pages.len() { behind } else { 0 }));
        out.extend([table, values].concat());
    }
    out
}

/// A page of 2 × 3 grey pixels with these tags; its pixels stand where its tag 273 says.
fn page(
    is_little: bool,
    pixels: &[u8],
    more: &[(u16, u16, Vec<u8>)],
) -> Vec<(u16, u16, Vec<u8>)> {
    let short = |n: u16| if is_little { n.to_le_bytes() } else { n.to_be_bytes() };
    let mut all: Vec<(u16, u16, Vec<u8>)> =
        [(256, 2), (257, 3), (258, 8), (262, 1), (277, 1), (274, 6)]
            .map(|(tag, n)| (tag, 3, short(n).to_vec()))
            .into();
    // One strip for each byte of its place in the table, which is where the pixels stand.
    all.push((273, 4, pixels.to_vec()));
    all.push((279, 3, short(pixels.len() as u16).to_vec()));
    all.extend(more.to_vec());
    all.sort_by_key(|entry| entry.0);
    all
}

/// The same with tag 273 as one place.
fn placed(is_little: bool, mut bytes: Vec<u8>) -> Vec<u8> {
    let tag = if is_little { [0x11, 1, 4, 0] } else { [1, 0x11, 0, 4] };
    let one = if is_little { [1, 0, 0, 0] } else { [0, 0, 0, 1] };
    let found: Vec<usize> = memchr::memmem::find_iter(&bytes, &tag).collect();
    for at in found {
        bytes[at + 4..at + 8].copy_from_slice(&one);
    }
    bytes
}

#[test]
fn a_tiff_keeps_the_pixels_of_its_pages_alone() {
    for is_little in [true, false] {
        let secret = |tag: u16, kind: u16| (tag, kind, SECRET.to_vec());
        let told: Vec<(u16, u16, Vec<u8>)> = [270, 271, 272, 305, 306, 315, 316, 33_432]
            .map(|tag| secret(tag, 2))
            .into_iter()
            .chain(
                [700, 33_723, 34_377, 34_853, 34_665, 37_724, 50_000]
                    .map(|tag| secret(tag, 7)),
            )
            .chain([secret(318, 2), (34_675, 7, b"colours".to_vec())])
            .collect();
        let preview =
            vec![(254, 4, if is_little { vec![1, 0, 0, 0] } else { vec![0, 0, 0, 1] })];
        let preview = [preview, vec![secret(270, 2)]].concat();
        let kept = [(34_675, 7, b"colours".to_vec())];
        let pages = |first: &[(u16, u16, Vec<u8>)], rest: &[Vec<(u16, u16, Vec<u8>)>]| {
            let all = [&[page(is_little, b"pixels", first)], rest].concat();
            placed(is_little, tiff(is_little, &all))
        };
        let second = page(is_little, b"PIXELS", &[]);
        let all = pages(&told, &[page(is_little, SECRET, &preview), second.clone()]);
        assert!(has_secret(&all));
        let cleaned = clean(&all);
        assert!(!has_secret(&cleaned));
        assert_eq!(cleaned, clean(&pages(&kept, &[second])));
        assert_eq!(clean(&cleaned), cleaned);
        for kept in [&b"pixels"[..], b"PIXELS", b"colours"] {
            assert!(memchr::memmem::find(&cleaned, kept).is_some());
        }
        // How it is turned stays.
        let turned: &[u8] = if is_little {
            b"\x12\x01\x03\0\x01\0\0\0\x06\0"
        } else {
            b"\x01\x12\0\x03\0\0\0\x01\0\x06"
        };
        assert!(memchr::memmem::find(&cleaned, turned).is_some());
    }
}

#[test]
fn a_tiff_that_may_hold_more_than_pixels_is_told() {
    let short = |n: u16| n.to_le_bytes().to_vec();
    for (tag, value) in [(254, 1), (259, 6), (259, 34_712), (262, 32_803)] {
        let mut page = page(true, b"pixels", &[]);
        page.retain(|entry| entry.0 != tag);
        page.push((tag, 3, short(value)));
        let bytes = placed(true, tiff(true, &[page]));
        assert_eq!(cleaned(bytes).unwrap_err().0, Flaw::Opaque("TIFF"), "{tag} {value}");
    }
    // The pixels may be a JPEG.
    let inside = jpeg(&[exif_segment(1), segment(0xfe, SECRET)]);
    let page = page(true, &inside, &[(259, 3, short(7))]);
    let bytes = placed(true, tiff(true, &[page]));
    assert!(has_secret(&bytes) && !has_secret(&clean(&bytes)));
}

#[test]
fn a_tiff_of_which_the_parts_go_astray_is_damaged() {
    let mut circle = placed(true, tiff(true, &[page(true, b"pixels", &[])]));
    let link = 8 + 2 + 12 * 8;
    circle[link] = 8;
    let empty = b"MM\0*\0\0\0\0".to_vec();
    for bytes in [circle, empty] {
        assert!(matches!(cleaned(bytes).unwrap_err().0, Flaw::Damaged("TIFF", _)));
    }
}

proptest::proptest! {
    #[test]
    fn no_bytes_behind_the_start_of_a_picture_lead_anywhere(
        start in 0..4_usize,
        bytes in proptest::collection::vec(proptest::num::u8::ANY, 0..300),
        at in proptest::collection::vec((0..400_usize, proptest::num::u8::ANY), 0..6),
    ) {
        let whole = placed(true, tiff(true, &[page(true, b"pixels", &[]), page(true, b"more", &[])]));
        let mut one = match start {
            0 => [&b"II*\0\x08\0\0\0"[..], &bytes].concat(),
            1 => [&b"MM\0*\0\0\0\x08"[..], &bytes].concat(),
            _ => whole,
        };
        for (at, byte) in at {
            if let Some(there) = one.get_mut(at + 4) {
                *there = byte;
            }
        }
        let length = one.len();
        if let Ok(cleaned) = cleaned(one) {
            proptest::prop_assert!(cleaned.len() <= 4 * length);
        }
    }
}

const ROOT: &str = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"9\" height=\"7\"";

#[test]
fn an_svg_is_one_whatever_stands_before_it() {
    for before in [
        "",
        "\u{feff}",
        "\n  ",
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n",
        "<!-- made by hand: <a> -->\n",
        "<!DOCTYPE svg>",
        "<?xml version=\"1.0\"?><!-- a --><!DOCTYPE svg PUBLIC \"-//W3C//DTD SVG 1.1//EN\" \"svg11.dtd\"> <!-- b -->",
        "<?pi a?>",
    ] {
        let text = format!("{before}{ROOT}/>");
        assert_eq!(pixels(text.as_bytes()), Some((9, 7)), "{before}");
        assert_eq!(active("svg", text.as_bytes()), None, "{before}");
        let wide: Vec<u8> = format!("\u{feff}{}", text.trim_start_matches('\u{feff}'))
            .encode_utf16()
            .flat_map(u16::to_le_bytes)
            .collect();
        assert_eq!(pixels(&wide), Some((9, 7)), "{before}");
    }
    let prefixed =
        "<svg:svg xmlns:svg=\"http://www.w3.org/2000/svg\" viewBox='0 0 4 3'/>";
    assert_eq!(pixels(prefixed.as_bytes()), Some((4, 3)));
    for other in
        ["<html><svg/></html>", "words <svg/>", "<!-- <svg/> -->", "<svgs/>", "<SVG/>"]
    {
        assert_eq!(recognise(other.as_bytes()), None, "{other}");
    }
}

#[test]
fn the_size_of_an_svg_is_what_browsers_show() {
    for (attributes, size) in [
        ("width='9' height='7'", Some((9, 7))),
        ("width='9px' height=' 7.4px '", Some((9, 7))),
        ("width='1in' height='72pt'", Some((96, 96))),
        ("width='25.4mm' height='2.54cm'", Some((96, 96))),
        ("viewBox='0 0 30,20'", Some((30, 20))),
        ("viewBox='0 0 30 20' width='15'", Some((15, 10))),
        ("viewBox='0 0 30 20' width='100%' height='100%'", Some((30, 20))),
        ("width='100%'", None),
        ("width='9'", None),
        ("width='0' height='-1'", None),
        ("width='1e300' height='inf'", None),
        ("viewBox='a b'", None),
        ("", None),
    ] {
        let text = format!("<svg xmlns='http://www.w3.org/2000/svg' {attributes}/>");
        assert_eq!(pixels(text.as_bytes()), size, "{attributes}");
    }
}

#[test]
fn a_plain_drawing_is_only_shown() {
    for inside in [
        "<path d='M0 0h8v8z' fill='url(#g)' style='stroke: url( \"#g\" )'/>",
        "<defs><linearGradient id='g'/><g id='a'/></defs><use href='#a' xlink:href='#a'/>",
        "<a href='https://example.org/'><text>x &amp; y &#169;</text></a>",
        "<image href='data:image/png;base64,iVBORw0KGgo='/>",
        "<style><![CDATA[.a > b{fill:#fff}]]> .c{fill:url(#g)}</style>",
        "<metadata><rdf:RDF xmlns:rdf='r'><rdf:li rdf:resource='https://x.example/'/></rdf:RDF></metadata>",
        "<animate attributeName='x' to='4'/><title>on</title><desc>javascript: no</desc>",
    ] {
        let text =
            format!("{ROOT} xmlns:xlink='http://www.w3.org/1999/xlink'>{inside}</svg>");
        assert_eq!(active("svg", text.as_bytes()), None, "{inside}");
    }
}

#[test]
fn a_drawing_that_runs_or_fetches_is_found() {
    for inside in [
        "<script>alert(1)</script>",
        "<svg:script xmlns:svg='http://www.w3.org/2000/svg'/>",
        "<s:script xmlns:s='http://www.w3.org/1999/xhtml'/>",
        "<SCRIPT/>",
        "<g onclick='a()'/>",
        "<g ONLOAD='a()'/>",
        "<foreignObject><p/></foreignObject>",
        "<p xmlns='http://www.w3.org/1999/xhtml'>x</p>",
        "<h:iframe xmlns:h='http://www.w3.org/1999/xhtml'/>",
        "<a href='javascript:alert(1)'/>",
        "<a xlink:href=' java&#10;script:alert(1)'/>",
        "<a href='&#106;avascript:alert(1)'/>",
        "<a href='data:text/html,x'/>",
        "<use href='http://x.example/a.svg#b'/>",
        "<use xlink:href='//x.example/a.svg#b'/>",
        "<use href='data:image/svg+xml;base64,AAAA#b'/>",
        "<image href='photo.jpg'/>",
        "<image z:href='https://x.example/a.png' xmlns:z='http://www.w3.org/1999/xlink'/>",
        "<feImage href='https://x.example/a.png'/>",
        "<rect fill='url(https://x.example/#a)'/>",
        "<rect style='fill:url(//x.example/#a)'/>",
        "<style>@import 'https://x.example/a.css';</style>",
        "<style><![CDATA[@im]]>port 'a.css';</style>",
        "<style>a{fill:u&#114;l(https://x.example/)}</style>",
        "<set attributeName='href' to='javascript:a()'/>",
        "<animate attributeName='xlink:href' values='a;b'/>",
        "<set attributeName='onclick' to='a()'/>",
        "<g xml:base='https://x.example/'/>",
        "<?xml-stylesheet href='a.xsl'?>",
        "&unknown;",
        "<g",
        "<g a=b/>",
        "<g a='1' a='2'/>",
        "</g>",
    ] {
        let text =
            format!("{ROOT} xmlns:xlink='http://www.w3.org/1999/xlink'>{inside}</svg>");
        assert!(active("svg", text.as_bytes()).is_some(), "{inside}");
        assert!(active("jpg", text.as_bytes()).is_some(), "{inside}");
    }
    for text in [
        format!("<!DOCTYPE svg [<!ENTITY a 'b'>]>{ROOT}/>"),
        format!("<!DOCTYPE svg [<!ATTLIST svg onload CDATA 'a()'>]>{ROOT}/>"),
        format!("<?xml-stylesheet type='text/xsl' href='#a'?>{ROOT}/>"),
        format!("<?xml version='1.0' encoding='utf-7'?>{ROOT}/>"),
        ROOT.to_owned(),
        "<svg xmlns='http://www.w3.org/2000/svg' onload='a()'/>".to_owned(),
    ] {
        assert!(active("svg", text.as_bytes()).is_some(), "{text}");
    }
    let wide = format!("\u{feff}{ROOT}><script/></svg>");
    let wide: Vec<u8> = wide.encode_utf16().flat_map(u16::to_be_bytes).collect();
    assert!(active("svg", &wide).is_some());
    let latin = [
        b"<?xml version='1.0' encoding='ISO-8859-1'?>",
        ROOT.as_bytes(),
        b" id='\xe9'/>",
    ];
    assert_eq!(active("svg", &latin.concat()), None);
}

#[test]
fn a_page_is_one_whatever_its_name_says() {
    for (ending, text, is_active) in [
        ("html", "", true),
        ("js", "words", true),
        ("svgz", "\x1f", true),
        ("php", "", true),
        ("jpg", "<!doctype HTML><p>", true),
        ("jpg", "\u{feff} <!-- x --> <Script>", true),
        ("", "<html lang=en>", true),
        ("pdf", "<body onload=a()>", true),
        ("txt", "<html>", false),
        ("csv", "<b>,2", false),
        ("jpg", "<3", false),
        ("pdf", "%PDF-1.7 <script>", false),
        ("xml", "<?xml version='1.0'?><data><row a='1'/></data>", false),
        ("xml", "<?xml version='1.0'?><?xml-stylesheet href='a.xsl'?><data/>", true),
        (
            "kml",
            "<?xml version='1.0'?><k><script xmlns='http://www.w3.org/1999/xhtml'/></k>",
            true,
        ),
        ("gpx", "<gpx><name>Walk</name></gpx>", false),
    ] {
        assert_eq!(
            active(ending, text.as_bytes()).is_some(),
            is_active,
            "{ending} {text}"
        );
    }
}
