//! Web archives in one file (WACZ 1.1): a ZIP with WARC files, and a list of the sums of all its parts.

use super::transcript::{Transcript, Unread};
use super::warc::WebPages;
use super::zip::Zip;
use serde_json::Value;

/// The pages of a web archive: where one of them has this address, only that.
pub(super) fn read(bytes: &[u8], address: Option<&str>) -> Result<Transcript, Unread> {
    let zip = Zip::open(bytes)?;
    let mut archive = WebPages::default();
    compare_sums(&zip, &mut archive)?;
    let names: Vec<&str> = zip.names().collect();
    let is_part =
        |name: &&&str| name.starts_with("archive/") || name.starts_with("pages/");
    if !names.iter().any(|name| is_part(&name)) {
        return Err(Unread::UnknownForm);
    }
    let is_warc = |name: &&str| name.ends_with(".warc") || name.ends_with(".warc.gz");
    for name in names.iter().copied().filter(is_warc) {
        archive.add(&zip.read(name)?)?;
    }
    for name in names
        .into_iter()
        .filter(|name| name.starts_with("pages/") && name.ends_with(".jsonl"))
    {
        add_pages(&zip.read(name)?, &mut archive);
    }
    Ok(archive.transcript(address))
}

/// Compares the sums that the list of the parts holds, and that of the list itself.
fn compare_sums(zip: &Zip<'_>, archive: &mut WebPages) -> Result<(), Unread> {
    const LIST: &str = "datapackage.json";
    let Ok(list) = zip.read(LIST) else { return Ok(()) };
    if let Ok(own) = zip.read("datapackage-digest.json") {
        let own: Value = json(&own)?;
        archive.compare(own["hash"].as_str(), LIST, &[&list])?;
    }
    let list: Value = json(&list)?;
    for part in list["resources"].as_array().into_iter().flatten() {
        let Some(path) = part["path"].as_str() else { continue };
        if let Some(told) = part["hash"].as_str() {
            let bytes = zip.read(path).map_err(|_| Unread::Tampered(path.to_owned()))?;
            archive.compare(Some(told), path, &[&bytes])?;
        }
    }
    Ok(())
}

fn json(bytes: &[u8]) -> Result<Value, Unread> {
    serde_json::from_slice(bytes)
        .map_err(|_| Unread::Damaged("the list of its parts is no JSON"))
}

/// Adds the text that the program took of each page while it was shown.
fn add_pages(bytes: &[u8], archive: &mut WebPages) {
    for line in bytes.split(|byte| *byte == b'\n') {
        let Ok(page) = serde_json::from_slice::<Value>(line) else { continue };
        if let (Some(url), Some(text)) = (page["url"].as_str(), page["text"].as_str()) {
            let saved = page["ts"].as_str().and_then(|time| time.get(..10));
            archive.add_text(url, saved.map(str::to_owned), text);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::warc::tests::record;
    use super::super::zip::tests::zipped;
    use super::*;

    fn wacz(list: &str) -> Vec<u8> {
        let warc = record("https://a.example/x", "", "<p>One</p>");
        let pages = "{\"format\": \"json-pages-1.0\"}\n{\"url\": \"https://a.example/x\", \"ts\": \"2022-10-27T10:00:00Z\", \"text\": \"Shown\"}\n";
        zipped(&[
            ("datapackage.json", list.as_bytes()),
            ("archive/data.warc", warc.as_bytes()),
            ("pages/pages.jsonl", pages.as_bytes()),
        ])
    }

    #[test]
    fn pages_and_what_was_shown_of_them_are_read() {
        let found = read(&wacz("{}"), Some("https://a.example/x")).unwrap();
        let texts: Vec<&str> = found.parts.iter().map(|part| part.text.trim()).collect();
        assert_eq!(texts, ["One", "Shown"]);
        assert_eq!(found.saved.as_deref(), Some("2022-10-27"));
    }

    #[test]
    fn a_sum_that_differs_and_a_part_that_lacks_are_told() {
        let list = |path: &str, hash: &str| {
            format!(
                "{{\"resources\": [{{\"path\": \"{path}\", \"hash\": \"sha256:{hash}\"}}]}}"
            )
        };
        let zeros = "0".repeat(64);
        let told = |path: &str| read(&wacz(&list(path, &zeros)), None);
        assert_eq!(
            told("pages/pages.jsonl"),
            Err(Unread::Tampered("pages/pages.jsonl".into()))
        );
        assert_eq!(
            told("archive/other.warc"),
            Err(Unread::Tampered("archive/other.warc".into()))
        );
    }
}
