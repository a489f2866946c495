//! The mathematics beneath the text: exact rationals, intervals, units,
//! calendar days. Nothing here knows what a document is.

pub mod calendar;
pub mod dimension;
pub mod hedge;
pub mod holiday;
pub mod interval;
pub mod moon;
pub mod quantity;
pub mod rational;
pub mod statistics;
pub mod truth;
pub mod unit;

pub use calendar::Days;
pub use dimension::Dimension;
pub use hedge::Hedge;
pub use holiday::Holiday;
pub use interval::{Bound, Interval};
pub use quantity::{Quantity, Reading, Written};
pub use rational::Rational;
pub use truth::Truth;
pub use unit::{Unit, UnitId, UnitRow, Units};
