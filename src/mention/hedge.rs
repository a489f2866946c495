//! The hedge of a mention: the word that widens its number.

pub use crate::number::Hedge;
