//! An address is text for machines amid prose: a URL, an e-mail address, a
//! `@handle`, a file path. Its digits are nobody's numbers, so that each is
//! one opaque token.
//!
//! Every function here is asked at the one byte that gives an address away
//! (`:`, `@`, `/`, `\`), with the tokens cut so far, and answers with the whole
//! address, which may begin before that byte.

use crate::span::Span;

use super::{Token, TokenKind};

/// Endings of file names that make `a/b.md` a path, sorted.
const EXTENSIONS: [&str; 40] = [
    "asp", "aspx", "c", "cpp", "css", "csv", "doc", "docx", "exe", "gif", "go", "gz", "h", "htm",
    "html", "java", "jpeg", "jpg", "js", "json", "jsx", "md", "mp3", "mp4", "pdf", "php", "png",
    "py", "rb", "rs", "sh", "svg", "toml", "ts", "tsx", "txt", "xml", "yaml", "yml", "zip",
];

/// `scheme://…` or `www.…`, at a word from `at` to `next`.
pub(super) fn word(text: &str, at: usize, next: usize, end: usize) -> Option<Span> {
    let rest = &text.as_bytes()[next..end];
    let begins = match rest.first()? {
        b':' => rest.starts_with(b"://"),
        b'.' => {
            next - at == 3
                && text[at..next].eq_ignore_ascii_case("www")
                && rest.get(1).is_some_and(u8::is_ascii_alphanumeric)
        }
        _ => false,
    };
    begins
        .then(|| Span::new(at, url_end(text, at, end)))
        .filter(|address| address.range().end > next)
}

/// `name@host.tld`, or `@handle`, at an `@`.
pub(super) fn at_sign(text: &str, at: usize, end: usize, before: &[Token]) -> Option<Span> {
    let start = run_back(at, before, |kind| {
        matches!(
            kind,
            TokenKind::Word
                | TokenKind::Digits
                | TokenKind::Period
                | TokenKind::Hyphen
                | TokenKind::Underscore
                | TokenKind::Plus
                | TokenKind::Opaque
        )
    });
    let name = run(text, at + 1, end, |b| {
        b.is_ascii_alphanumeric() || matches!(b, b'.' | b'-' | b'_')
    });
    let name_end = at + 1 + text[at + 1..name].trim_end_matches(['.', '-']).len();
    let name = &text[at + 1..name_end];
    let is_host = name.rsplit_once('.').is_some_and(|(_, domain)| {
        domain.len() >= 2 && domain.bytes().all(|b| b.is_ascii_alphabetic())
    });
    let is_handle = start == at && name.bytes().any(|b| b.is_ascii_alphabetic());
    (is_host || is_handle).then(|| Span::new(start, name_end))
}

/// `example.com/page`, `/usr/lib`, `~/notes`, `../src/main.rs`,
/// `src/main.rs`, at the first `/`.
pub(super) fn slash(text: &str, at: usize, end: usize, before: &[Token]) -> Option<Span> {
    let start = run_back(at, before, |kind| {
        matches!(
            kind,
            TokenKind::Word
                | TokenKind::Digits
                | TokenKind::Period
                | TokenKind::Hyphen
                | TokenKind::Underscore
                | TokenKind::Tilde
        )
    });
    let head = &text[start..at];
    let path = path_end(text, at, end);
    let tail = &text[at..path];
    let is_path = match head {
        "" => {
            let standing = before.last().is_none_or(|last| {
                last.span().range().end < at
                    || matches!(last.kind, TokenKind::Open | TokenKind::OpenQuote)
            });
            standing && is_absolute(tail)
        }
        "~" | "." | ".." => tail.len() > 1,
        _ => is_domain(head) || is_file(tail) && head.bytes().any(|b| b.is_ascii_alphabetic()),
    };
    is_path.then(|| {
        let stop = url_end(text, at, end).max(at + 1);
        Span::new(start, stop)
    })
}

/// `C:\Users\name`, at the first `\`.
pub(super) fn backslash(text: &str, at: usize, end: usize, before: &[Token]) -> Option<Span> {
    let start = run_back(at, before, |kind| {
        matches!(kind, TokenKind::Word | TokenKind::Colon)
    });
    let drive = &text.as_bytes()[start..at];
    let is_drive = drive.len() == 2 && drive[0].is_ascii_alphabetic() && drive[1] == b':';
    is_drive.then(|| Span::new(start, url_end(text, at, end).max(at + 1)))
}

/// Where the run of path characters at `at` ends.
pub(super) fn path_end(text: &str, at: usize, end: usize) -> usize {
    run(text, at, end, |b| {
        b.is_ascii_alphanumeric() || b"/._-~%+=&?#".contains(&b)
    })
}

/// Where a URL ends: before white space or a mark that no URL holds, and
/// before the marks of the sentence that it ends.
fn url_end(text: &str, at: usize, end: usize) -> usize {
    let url = &text[at..end];
    let stop = url
        .find(|c: char| {
            c.is_whitespace()
                || c.is_control()
                || matches!(c, '<' | '>' | '"' | '|' | '`' | '{' | '}')
                || matches!(c, '“' | '”' | '„' | '«' | '»' | '‘' | '’' | '…' | '—')
        })
        .unwrap_or(url.len());
    let url = &url[..stop];
    let count = |bracket: u8| url.bytes().filter(|&b| b == bracket).count();
    let mut round = count(b')').saturating_sub(count(b'('));
    let mut square = count(b']').saturating_sub(count(b'['));
    let mut length = url.len();
    while length > 0 {
        match url.as_bytes()[length - 1] {
            b'.' | b',' | b';' | b':' | b'!' | b'?' | b'\'' | b'*' | b'_' | b'~' => {}
            b')' if round > 0 => round -= 1,
            b']' if square > 0 => square -= 1,
            _ => break,
        }
        length -= 1;
    }
    at + length
}

/// Where the tokens of these kinds begin that lead up to `at` without a gap.
fn run_back(at: usize, before: &[Token], joins: fn(TokenKind) -> bool) -> usize {
    let mut start = at;
    for token in before.iter().rev() {
        if token.span().range().end != start || !joins(token.kind) {
            break;
        }
        start = token.span().range().start;
    }
    start
}

fn run(text: &str, at: usize, end: usize, joins: impl Fn(u8) -> bool) -> usize {
    let length = text.as_bytes()[at..end]
        .iter()
        .take_while(|&&b| joins(b))
        .count();
    at + length
}

/// `/usr/lib`, `/index.html`; not `/day`.
fn is_absolute(path: &str) -> bool {
    let rest = &path[1..];
    rest.starts_with(|c: char| c.is_ascii_alphabetic() || c == '.' || c == '_')
        && (rest.trim_end_matches('/').contains('/') || is_file(path))
}

/// `example.com`; not `p.m`, not `U.K`.
fn is_domain(host: &str) -> bool {
    host.rsplit_once('.').is_some_and(|(name, domain)| {
        name.ends_with(|c: char| c.is_ascii_alphanumeric())
            && name.bytes().any(|b| b.is_ascii_alphabetic())
            && domain.len() >= 2
            && domain.bytes().all(|b| b.is_ascii_lowercase())
    })
}

fn is_file(path: &str) -> bool {
    path.trim_end_matches('.')
        .rsplit_once('.')
        .is_some_and(|(name, extension)| {
            !name.is_empty() && EXTENSIONS.binary_search(&extension).is_ok()
        })
}

#[cfg(test)]
mod tests {
    use super::EXTENSIONS;

    #[test]
    fn extensions_are_sorted() {
        assert!(EXTENSIONS.is_sorted());
    }
}
