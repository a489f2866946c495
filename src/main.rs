//! The `addup` program.
fn main() {}
