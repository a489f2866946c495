#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| addup_fuzz::suppression::holds(bytes));
