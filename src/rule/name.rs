//! What rules are called from outside: by their id, by their family, by both
//! (`calendar/undated-weekday`), or by a pattern with `*`.

use std::ffi::OsStr;
use std::path::Path;

use super::Rule;

impl Rule {
    /// Its family: the folder that its file stands in.
    pub fn family(&self) -> &str {
        let folder = Path::new(self.file()).parent();
        let name = folder.and_then(Path::file_name).and_then(OsStr::to_str);
        name.unwrap_or("rules")
    }

    /// Whether a name that somebody typed is meant for it: its id, its family,
    /// `FAMILY/ID`, or any of these with `*` for any characters.
    ///
    /// ```
    /// use addup::rule::Shelf;
    ///
    /// let shelf = Shelf::shipped();
    /// let rule = shelf.rule("percent-of-whole").unwrap();
    /// assert!(rule.is_named("percent-of-*") && rule.is_named("percent"));
    /// assert!(!rule.is_named("percent-of"));
    /// ```
    pub fn is_named(&self, name: &str) -> bool {
        let (id, family) = (self.id.as_str(), self.family());
        glob(name, id) || glob(name, family) || glob(name, &format!("{family}/{id}"))
    }
}

/// Whether a pattern, in which `*` stands for any characters, is the text.
fn glob(pattern: &str, text: &str) -> bool {
    let Some((before, rest)) = pattern.split_once('*') else {
        return pattern == text;
    };
    let Some(mut text) = text.strip_prefix(before) else {
        return false;
    };
    let mut parts = rest.split('*').peekable();
    while let Some(part) = parts.next() {
        if parts.peek().is_none() {
            return text.ends_with(part);
        }
        match text.find(part) {
            Some(at) => text = &text[at + part.len()..],
            None => return false,
        }
    }
    true
}

#[cfg(test)]
mod tests {
    use super::glob;

    #[test]
    fn a_star_stands_for_any_characters() {
        assert!(glob("*", "weekday-date-mismatch"));
        assert!(glob("percent-*", "percent-of-whole"));
        assert!(glob("*week*-mis*", "undated-weekday-mismatch"));
        assert!(!glob("*week*-mis", "undated-weekday-mismatch"));
        assert!(!glob("ab*ba", "aba"));
        assert!(!glob("percent", "percent-change"));
    }
}
