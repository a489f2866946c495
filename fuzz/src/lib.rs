//! What no input may break.
//!
//! Each module has a function `holds` that takes any bytes, makes an input of
//! them for one part of the program, and panics where that part does not keep
//! its word. cargo-fuzz calls them millions of times with bytes that it breeds;
//! `tests/robustness.rs` of the crate calls the same functions a few hundred
//! times with the seeds and with arbitrary bytes, on any toolchain.

pub mod article;
pub mod baseline;
pub mod configuration;
mod draw;
pub mod expression;
pub mod interval;
pub mod mention;
pub mod numeral;
pub mod pattern;
pub mod record;
pub mod rule;
mod sound;
pub mod suppression;
