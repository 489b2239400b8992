//! Headers of messages: `Name: value`, in lines that may be folded (RFC 5322, section 2.2).

/// The headers of a message.
#[derive(Debug, Default)]
pub(super) struct Headers(Vec<(String, String)>);

/// So many headers of a message are read.
const MOST: usize = 1000;

impl Headers {
    /// The headers that some bytes begin with, and what is behind the empty line that ends them.
    pub(super) fn split(bytes: &[u8]) -> (Self, &[u8]) {
        let mut headers = Headers::default();
        let mut rest = bytes;
        loop {
            let end = memchr::memchr(b'\n', rest);
            let line = &rest[..end.unwrap_or(rest.len())];
            rest = end.map_or(&[], |end| &rest[end + 1..]);
            let line = line.strip_suffix(b"\r").unwrap_or(line);
            if line.is_empty() {
                return (headers, rest);
            }
            headers.add(&String::from_utf8_lossy(line));
        }
    }

    fn add(&mut self, line: &str) {
        if line.starts_with([' ', '\t']) {
            if let Some((_, value)) = self.0.last_mut() {
                value.push(' ');
                value.push_str(line.trim());
            }
        } else if let Some((name, value)) = line.split_once(':')
            && self.0.len() < MOST
        {
            self.0.push((name.trim().to_ascii_lowercase(), value.trim().to_owned()));
        }
    }

    /// The value of the first header of a name, which is given in lower case.
    pub(super) fn get(&self, name: &str) -> Option<&str> {
        self.0.iter().find(|(own, _)| own == name).map(|(_, value)| value.as_str())
    }

    /// What the message holds (`text/html`), in lower case.
    pub(super) fn content_type(&self) -> String {
        let value = self.get("content-type").unwrap_or_default();
        value.split(';').next().unwrap_or_default().trim().to_ascii_lowercase()
    }

    /// A parameter of the content type: `charset`, `boundary`.
    pub(super) fn parameter(&self, name: &str) -> Option<String> {
        let value = self.get("content-type")?;
        value.split(';').skip(1).find_map(|part| {
            let (own, value) = part.split_once('=')?;
            let is_it = own.trim().eq_ignore_ascii_case(name);
            is_it.then(|| value.trim().trim_matches('"').to_owned())
        })
    }
}
