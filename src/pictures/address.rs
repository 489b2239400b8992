//! Addresses in a picture: whether they lead out of it.

/// Whether an address leads to a part of the same picture, or holds a picture or a font itself.
pub(super) fn is_inside(address: &str) -> bool {
    let address = squeezed(address);
    let embedded = [
        "data:image/png",
        "data:image/jpeg",
        "data:image/jpg",
        "data:image/gif",
        "data:image/webp",
        "data:font/",
        "data:application/font",
        "data:application/x-font",
        "data:application/vnd.ms-fontobject",
    ];
    address.is_empty()
        || address.starts_with('#')
        || embedded.iter().any(|start| address.starts_with(start))
}

/// An address as browsers read it: without white space and control characters, the letters small.
pub(super) fn squeezed(address: &str) -> String {
    let is_read = |c: &char| !c.is_whitespace() && !c.is_control();
    address.chars().filter(is_read).map(|c| c.to_ascii_lowercase()).collect()
}
