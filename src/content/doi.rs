//! Digital Object Identifiers (ISO 26324): `10.1000/182`, as such or in an address.

use super::values::WebUrl;
use crate::diag::{Diagnostic, Diagnostics, codes};
use crate::fields::{Decode, Node, Shape, wrong_shape};
use serde::{Deserialize, Serialize};

/// A Digital Object Identifier, by the address that it has.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Doi(WebUrl);

impl Doi {
    /// The identifier in a text: alone, behind `doi:`, or in an address. `None` where there is none: it begins with
    /// `10.`, the number of who registered it, and a slash (DOI Handbook, 2.2).
    pub fn find(text: &str) -> Option<Self> {
        let text = text.trim();
        let bare = &text[text.find("10.")?..];
        let (registrant, name) = bare[3..].split_once('/')?;
        let is_number = |part: &str| {
            !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit())
        };
        let is_doi = registrant.split('.').all(is_number) && !name.is_empty();
        let url =
            is_doi.then(|| WebUrl::new(&format!("https://doi.org/{}", encoded(bare))));
        url?.ok().map(Doi)
    }

    /// Where it leads to what it identifies.
    pub fn address(&self) -> &WebUrl {
        &self.0
    }
}

impl Decode for Doi {
    fn shape() -> Shape {
        Shape::Named("DOI")
    }

    fn decode(node: &Node, diags: &mut Diagnostics) -> Option<Self> {
        let Some(text) = node.text() else {
            wrong_shape::<Self>(node, diags);
            return None;
        };
        let found = Doi::find(text);
        if found.is_none() {
            let message = format!("`{text}` is no DOI");
            diags.push(
                Diagnostic::new(codes::INVALID_VALUE, node.span, message)
                    .help("write it as it is registered: `doi: 10.1000/182`"),
            );
        }
        found
    }
}

/// A DOI as part of an address: it may have any character (DOI Handbook, 2.5.2).
fn encoded(doi: &str) -> String {
    let mut out = String::with_capacity(doi.len());
    for c in doi.chars() {
        match c {
            '"' | '#' | '%' | '<' | '>' | '?' | '[' | '\\' | ']' | '^' | '`' | '{'
            | '|' | '}' | ' ' => out.push_str(&format!("%{:02X}", u32::from(c))),
            c => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::Doi;

    #[test]
    fn an_identifier_is_found_in_each_of_its_forms() {
        for text in [
            "10.1000/182",
            "doi:10.1000/182",
            "DOI 10.1000/182 ",
            "https://dx.doi.org/10.1000/182",
        ] {
            let doi = Doi::find(text).unwrap();
            assert_eq!(doi.address().as_str(), "https://doi.org/10.1000/182", "{text}");
        }
        let old = Doi::find("10.1002/(SICI)1096<1::AID>3.0.CO;2-#").unwrap();
        let encoded = "https://doi.org/10.1002/(SICI)1096%3C1::AID%3E3.0.CO;2-%23";
        assert_eq!(old.address().as_str(), encoded);
    }

    #[test]
    fn what_is_none_is_none() {
        for text in
            ["", "10.", "10.1000", "10.1000/", "10.x/182", "11.1000/182", "ISBN 3-10.1"]
        {
            assert_eq!(Doi::find(text), None, "{text}");
        }
    }
}
