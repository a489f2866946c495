//! Finds the numbers and dates in an article that cannot all be true.
//!
//! ```
//! use addup::article::Article;
//! use addup::audit::audit;
//! use addup::rule::Shelf;
//! use addup::source::Source;
//!
//! let text = "Ferry strike goes on\n\n\
//!     BERGEN, 5 November 2015 - The strike began on Monday, 4 November.\n\n\
//!     Nine of the 30 ferries (40%) were still in harbour.\n";
//! let source = Source::new("strike.txt", text);
//! let shelf = Shelf::shipped();
//! let article = Article::read(&source, shelf.lexicon());
//! let rules: Vec<_> = shelf.rules().iter().collect();
//! let findings = audit(&article, &shelf, &rules);
//!
//! let said = |rule: &str| findings.iter().find(|finding| finding.rule == rule);
//! let ferries = said("percent-of-whole").unwrap();
//! assert_eq!(ferries.message, "Nine of 30 is 30%, but the text says 40%");
//! assert!(said("weekday-date-mismatch").is_some());
//! ```
//!
//! Every number as written stands for the interval of values that its writer
//! may have meant; a rule says how values must relate; a finding is a relation
//! that no reading can satisfy.
//!
//! A reader follows one article through the modules in this order, each stage
//! taking the type of the one before it and returning its own:
//!
//! [`source`] → [`document`] → [`mention`] → [`claim`] → [`rule`] →
//! [`audit`] → [`finding`] → [`suppression`] → [`report`]
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
mod prepared;
pub mod report;
pub mod rule;
pub mod source;
pub mod span;
pub mod suppression;

#[cfg(feature = "cli")]
pub mod cli;
