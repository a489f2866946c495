//! Front matter is the data that a site's generator wants at the head of an
//! article: YAML between lines of `---`, TOML between lines of `+++`.
//!
//! Only its title, standfirst and date, and what it says to addup, are read, line
//! by line: what real sites have there is often no valid YAML.

use crate::span::Span;

use super::anchor;

/// What front matter says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FrontMatter {
    /// The whole of it, with the lines that fence it.
    pub span: Span,
    /// The value of `title`, without quotation marks.
    pub title: Option<Span>,
    /// The value of `excerpt`, `description`, `summary`, `subtitle` or
    /// `standfirst`, the first there is, without quotation marks.
    pub standfirst: Option<Span>,
    /// The value of `date`, or else of `published`, `pubDate`, `publishDate`,
    /// `publish_date` or `posted`: the first that is a date.
    pub date: Option<Span>,
    /// What stands under `addup`: `{ignore: [...]}` in one line or several.
    pub settings: Option<Span>,
}

/// The keys of a publication date, best first.
const DATES: [&str; 6] = [
    "date",
    "published",
    "pubDate",
    "publishDate",
    "publish_date",
    "posted",
];

/// The keys of a sentence or two about the article.
const STANDFIRSTS: [&str; 5] = [
    "description",
    "excerpt",
    "standfirst",
    "subtitle",
    "summary",
];

/// Reads the front matter that a text begins with, if it does.
///
/// ```
/// use addup::document::front_matter::front_matter;
///
/// let text = "---\ntitle: \"A storm\"\ndate: 2015-11-05\n---\nIt blew.";
/// let matter = front_matter(text).unwrap();
/// assert_eq!(&text[matter.title.unwrap().range()], "A storm");
/// assert_eq!(&text[matter.date.unwrap().range()], "2015-11-05");
/// assert_eq!(front_matter("No front matter."), None);
/// ```
pub fn front_matter(text: &str) -> Option<FrontMatter> {
    let start = text.len() - text.trim_start_matches('\u{feff}').len();
    let fence = match text.as_bytes().get(start..start + 3)? {
        b"---" => "---",
        b"+++" => "+++",
        _ => return None,
    };
    let mut lines = lines(text, start);
    if text[lines.next()?.range()].trim_end() != fence {
        return None;
    }
    let mut matter = FrontMatter {
        span: Span::new(start, start),
        title: None,
        standfirst: None,
        date: None,
        settings: None,
    };
    let mut rank = DATES.len();
    let mut lines = lines.peekable();
    while let Some(line) = lines.next() {
        let written = text[line.range()].trim_end();
        if written == fence || (fence == "---" && written == "...") {
            matter.span = Span::new(start, line.range().end);
            return Some(matter);
        }
        let of_table = |next: &Span| !text[next.range()].starts_with(['[', '+']);
        if fence == "+++" && written == "[addup]" {
            let mut value = Span::new(line.range().end, line.range().end);
            while let Some(next) = lines.next_if(of_table) {
                value.end = next.end;
            }
            matter.settings.get_or_insert(value);
            continue;
        }
        let Some((key, mut value)) = key_and_value(text, line, fence) else {
            continue;
        };
        if key == "addup" {
            while let Some(next) = lines.next_if(|next| is_indented(&text[next.range()])) {
                value.end = next.end;
            }
            matter.settings.get_or_insert(value);
            continue;
        }
        if text[value.range()].trim_start().starts_with(['>', '|']) {
            value = Span::new(line.range().end, line.range().end);
            while let Some(next) = lines.next_if(|next| is_indented(&text[next.range()])) {
                value.end = next.end;
            }
        }
        let value = unquoted(text, value);
        if key == "title" && value.start < value.end {
            matter.title.get_or_insert(value);
        }
        if STANDFIRSTS.contains(&key) && value.start < value.end {
            matter.standfirst.get_or_insert(value);
        }
        let place = DATES[..rank].iter().position(|&date| date == key);
        if let Some(place) = place
            && anchor::date_value(&text[value.range()]).is_some()
        {
            rank = place;
            matter.date = Some(value);
        }
    }
    None
}

/// The lines from `start` on, each with its line break.
fn lines(text: &str, start: usize) -> impl Iterator<Item = Span> {
    let mut at = start;
    text[start..].split_inclusive('\n').map(move |line| {
        let begin = at;
        at += line.len();
        Span::new(begin, at)
    })
}

fn is_indented(line: &str) -> bool {
    line.starts_with([' ', '\t']) || line.trim().is_empty()
}

/// A key at the margin (inner keys are indented) and the rest of its line.
fn key_and_value<'s>(text: &'s str, line: Span, fence: &str) -> Option<(&'s str, Span)> {
    let written = &text[line.range()];
    if written.starts_with([' ', '\t', '#', '-', '[']) {
        return None;
    }
    let sign = written.find(if fence == "+++" { '=' } else { ':' })?;
    let key = written[..sign].trim().trim_matches(['"', '\'']);
    Some((
        key,
        Span::new(line.range().start + sign + 1, line.range().end),
    ))
}

/// A value without blanks, quotation marks or a comment around it.
fn unquoted(text: &str, value: Span) -> Span {
    let written = &text[value.range()];
    let trimmed = written.trim();
    let start = value.range().start + (written.len() - written.trim_start().len());
    if let Some(mark) = trimmed.chars().next().filter(|c| matches!(c, '"' | '\''))
        && let Some(length) = trimmed[1..].rfind(mark)
    {
        return Span::new(start + 1, start + 1 + length);
    }
    let length = trimmed.find(" #").unwrap_or(trimmed.len());
    Span::new(start, start + trimmed[..length].trim_end().len())
}
