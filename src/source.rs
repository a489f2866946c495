//! A source is a named text as read: a file, standard input, one record of a
//! batch. It owns the bytes that every [`Span`] counts.

use std::ops::Index;

use jiff::civil::Date;
use miette::Diagnostic;
use thiserror::Error;

use crate::span::Span;

/// How a text is marked up.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Format {
    /// Paragraphs between blank lines.
    #[default]
    Text,
    /// CommonMark with tables and front matter.
    Markdown,
    /// A web page.
    Html,
}

impl Format {
    /// The format that a file's name tells: `.md`, `.markdown`, `.html`,
    /// `.htm`; anything else is text.
    pub fn of_name(name: &str) -> Format {
        let extension = name.rsplit_once('.').map(|(_, e)| e.to_ascii_lowercase());
        match extension.as_deref() {
            Some("md" | "markdown" | "mdx" | "mkd") => Format::Markdown,
            Some("html" | "htm" | "xhtml") => Format::Html,
            _ => Format::Text,
        }
    }
}

/// What comes first in a date of numbers alone: 11/9/2015 is in September or
/// in November.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DayOrder {
    /// 11 September.
    DayFirst,
    /// 9 November.
    MonthFirst,
}

/// A named text, its format, and what was said of it from outside.
#[derive(Clone, Debug)]
pub struct Source {
    /// Path or other name, as shown in reports. Also searched for a date.
    pub name: String,
    /// The whole text; a byte order mark is kept, so that spans count it.
    pub text: String,
    /// How it is marked up.
    pub format: Format,
    /// The anchor date given from outside (`--date`, a record's `date`).
    pub date: Option<Date>,
    /// The date that the name gives, where whoever names the file knows how;
    /// `None` where the name is to be searched for one.
    pub name_date: Option<Date>,
    /// How the house writes dates, where the text itself does not tell.
    pub day_order: Option<DayOrder>,
}

/// Why a file's bytes are no text.
#[derive(Debug, Error, Diagnostic)]
pub enum SourceError {
    /// A byte sequence that is not UTF-8.
    #[error("`{name}` is not UTF-8: byte {offset} (line {line})")]
    #[diagnostic(help("save the file as UTF-8"))]
    NotUtf8 {
        /// The file.
        name: String,
        /// Offset of the first wrong byte, from 0.
        offset: usize,
        /// Line of the first wrong byte, from 1.
        line: usize,
    },
    /// A NUL byte: no article holds one.
    #[error("`{name}` is a binary file: NUL at byte {offset}")]
    #[diagnostic(help("name text, Markdown or HTML files, or list it in .addupignore"))]
    Binary {
        /// The file.
        name: String,
        /// Offset of the first NUL, from 0.
        offset: usize,
    },
    /// More bytes than a span can count.
    #[error("`{name}` is larger than 1 GiB")]
    #[diagnostic(help("split the file"))]
    TooLarge {
        /// The file.
        name: String,
    },
}

impl Source {
    /// A text as it is, with the format its name tells.
    pub fn new(name: impl Into<String>, text: impl Into<String>) -> Source {
        let name = name.into();
        let format = Format::of_name(&name);
        Source {
            name,
            text: text.into(),
            format,
            date: None,
            name_date: None,
            day_order: None,
        }
    }

    /// A file's bytes as a source.
    ///
    /// # Errors
    ///
    /// Bytes that are not UTF-8, hold a NUL, or are more than 1 GiB.
    pub fn from_bytes(name: &str, bytes: Vec<u8>) -> Result<Source, SourceError> {
        if bytes.len() > 1 << 30 {
            return Err(SourceError::TooLarge {
                name: name.to_owned(),
            });
        }
        if let Some(offset) = memchr::memchr(0, &bytes) {
            return Err(SourceError::Binary {
                name: name.to_owned(),
                offset,
            });
        }
        match String::from_utf8(bytes) {
            Ok(text) => Ok(Source::new(name, text)),
            Err(wrong) => {
                let offset = wrong.utf8_error().valid_up_to();
                let before = &wrong.as_bytes()[..offset];
                let line = 1 + before.iter().filter(|&&b| b == b'\n').count();
                Err(SourceError::NotUtf8 {
                    name: name.to_owned(),
                    offset,
                    line,
                })
            }
        }
    }
}

impl Index<Span> for Source {
    type Output = str;

    fn index(&self, span: Span) -> &str {
        &self.text[span.range()]
    }
}
