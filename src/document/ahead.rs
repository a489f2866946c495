//! Looking ahead for what closes something, without ever looking twice: so a
//! thousand openings that nothing closes cost one search.

/// The next place of a needle, searched anew only once it is passed.
pub(super) struct Ahead<'s> {
    text: &'s str,
    searched: bool,
    next: Option<usize>,
}

impl<'s> Ahead<'s> {
    pub(super) fn new(text: &'s str) -> Ahead<'s> {
        Ahead {
            text,
            searched: false,
            next: None,
        }
    }

    /// The first place of the needle at or after `from`, which lies on a
    /// character boundary. Calls must not go back, and ask for one needle.
    pub(super) fn find(&mut self, needle: &str, from: usize) -> Option<usize> {
        let known = self.searched && self.next.is_none_or(|next| next >= from);
        if !known {
            self.searched = true;
            self.next = self.text[from..].find(needle).map(|place| from + place);
        }
        self.next
    }
}
