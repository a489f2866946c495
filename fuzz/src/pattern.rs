//! Any text is a pattern or is refused, with a place in the rule file; one that
//! loads can be matched, and is matched in bounded steps.

use super::rule;

/// The bytes are the pattern.
pub fn holds(bytes: &[u8]) {
    let pattern = String::from_utf8_lossy(bytes);
    let quoted = serde_json::Value::from(pattern).to_string();
    rule::load(&format!(
        "id: ours\nsummary: s\nseverity: error\nfind:\n  text:\n    - {quoted}\nassert: 1 == 2\n\
         message: m\n"
    ));
}
