//! A start tag, as far as a reader of articles wants it.

use crate::span::Span;

/// A start tag. Attributes that say nothing to a reader are not kept.
#[derive(Debug, Default)]
pub(super) struct Tag {
    /// The element's name in lower case.
    pub(super) name: Vec<u8>,
    /// Where it begins, in the source.
    pub(super) start: usize,
    /// Whether what the element holds is not shown.
    pub(super) hidden: bool,
    /// `name`, `property` or `itemprop`: what a `<meta>` is about.
    pub(super) about: Option<Span>,
    /// `content`
    pub(super) content: Option<Span>,
    /// `datetime`
    pub(super) datetime: Option<Span>,
    /// `colspan`
    pub(super) columns: u32,
    /// `rowspan`
    pub(super) rows: u32,
    /// `start`
    pub(super) first: Option<u64>,
    attribute: Vec<u8>,
}

/// What a `<meta>` with the day of publication calls it, sorted.
const PUBLISHED: [&str; 20] = [
    "article.published",
    "article:published_time",
    "date",
    "datepublished",
    "dc.date",
    "dc.date.created",
    "dc.date.issued",
    "dcterms.created",
    "dcterms.date",
    "dcterms.issued",
    "displaydate",
    "og:article:published_time",
    "og:published_time",
    "originalpublicationdate",
    "parsely-pub-date",
    "pubdate",
    "publication_date",
    "publish-date",
    "publishdate",
    "sailthru.date",
];

impl Tag {
    /// Begins anew with another element.
    pub(super) fn open(&mut self, name: &[u8], start: usize) {
        let mut kept = std::mem::take(&mut self.name);
        kept.clear();
        kept.extend_from_slice(name);
        *self = Tag {
            name: kept,
            start,
            columns: 1,
            rows: 1,
            attribute: std::mem::take(&mut self.attribute),
            ..Tag::default()
        };
    }

    pub(super) fn attribute(&mut self, name: &[u8]) {
        self.attribute.clear();
        self.attribute.extend_from_slice(name);
        self.hidden |= name == b"hidden";
    }

    /// The value of the attribute named last; `span` is where it stands.
    pub(super) fn value(&mut self, value: &[u8], span: Span) {
        match self.attribute.as_slice() {
            b"aria-hidden" => self.hidden |= value == b"true",
            b"style" => self.hidden |= hides(value),
            b"name" | b"property" | b"itemprop" => {
                self.about.get_or_insert(span);
            }
            b"content" => self.content = Some(span),
            b"datetime" => self.datetime = Some(span),
            b"colspan" => self.columns = number(value).unwrap_or(1),
            b"rowspan" => self.rows = number(value).unwrap_or(1),
            b"start" => self.first = number(value),
            _ => {}
        }
    }
}

/// Whether a `<meta>` about this gives the day of publication.
pub(super) fn is_publication(about: &str) -> bool {
    let about = about.trim().to_ascii_lowercase();
    PUBLISHED.binary_search(&about.as_str()).is_ok()
}

fn number<N: std::str::FromStr>(value: &[u8]) -> Option<N> {
    std::str::from_utf8(value).ok()?.trim().parse().ok()
}

/// `display: none`
fn hides(style: &[u8]) -> bool {
    style.split(|&b| b == b';').any(|rule| {
        let mut parts = rule.splitn(2, |&b| b == b':').map(<[u8]>::trim_ascii);
        parts.next() == Some(b"display") && parts.next().is_some_and(|v| v.starts_with(b"none"))
    })
}

#[cfg(test)]
mod tests {
    use super::PUBLISHED;

    #[test]
    fn names_are_sorted() {
        assert!(PUBLISHED.is_sorted());
    }
}
