//! What is read as a quantity, and what is not.

mod name;
mod numeral;
mod statistic;
mod unit;

#[path = "../support/reading.rs"]
mod reading;
