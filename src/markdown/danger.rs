//! Addresses that run something.

/// Whether an address runs something where it is followed: `javascript:`, `data:` and
/// `vbscript:`, however disguised with white space, control characters and capitals.
pub fn is_dangerous(dest: &str) -> bool {
    let scheme: String = dest
        .chars()
        .filter(|c| !c.is_whitespace() && !c.is_control())
        .take("javascript:".len())
        .map(|c| c.to_ascii_lowercase())
        .collect();
    ["javascript:", "data:", "vbscript:"].iter().any(|one| scheme.starts_with(one))
}
