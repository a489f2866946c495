//! Finds the numbers and dates in an article that cannot all be true.
//!
//! Every number as written stands for the interval of values that its writer
//! may have meant; a rule says how values must relate; a finding is a relation
//! that no reading can satisfy.
//!
//! A reader follows one article through the modules in this order, each stage
//! taking the type of the one before it and returning its own:
//!
//! [`source`] → [`document`] → [`mention`] → [`claim`] → [`rule`] →
//! [`audit`] → [`finding`] → [`report`]
//!
//! [`number`] is the mathematics beneath them and knows no text.

pub mod article;
pub mod audit;
pub mod claim;
pub mod document;
pub mod finding;
pub mod lexicon;
pub mod mention;
pub mod number;
pub mod report;
pub mod rule;
pub mod source;
pub mod span;

#[cfg(feature = "cli")]
pub mod cli;
