//! Any text is a baseline or is refused; one that is read is written and read
//! again as the same.

use addup::report::baseline::Baseline;

/// The bytes are the file.
pub fn holds(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    match Baseline::read(&text) {
        Err(why) => assert!(!why.is_empty()),
        Ok(baseline) => {
            let again = Baseline::read(&baseline.write());
            assert_eq!(again.as_ref(), Ok(&baseline));
            assert!(baseline.entries().all(|known| baseline.knows(known)));
        }
    }
}
