//! A draw makes choices of bytes, one after another; where there are no more,
//! each is the first that there is.

/// Bytes from which choices are drawn.
pub struct Draw<'b> {
    bytes: &'b [u8],
}

impl<'b> Draw<'b> {
    pub fn new(bytes: &'b [u8]) -> Draw<'b> {
        Draw { bytes }
    }

    pub fn is_empty(&self) -> bool {
        self.bytes.is_empty()
    }

    pub fn byte(&mut self) -> u8 {
        let Some((&first, rest)) = self.bytes.split_first() else {
            return 0;
        };
        self.bytes = rest;
        first
    }

    /// A number of eight bytes.
    pub fn number(&mut self) -> i64 {
        (0..8).fold(0, |number, _| number << 8 | i64::from(self.byte()))
    }

    /// One of at most 65,536 choices.
    pub fn one_of<T: Copy>(&mut self, choices: &[T]) -> T {
        let mut place = usize::from(self.byte());
        if choices.len() > 256 {
            place = place << 8 | usize::from(self.byte());
        }
        choices[place % choices.len()]
    }

    /// All that is left, as text; what is no UTF-8 becomes the replacement
    /// character.
    pub fn text(self) -> String {
        String::from_utf8_lossy(self.bytes).into_owned()
    }
}
