//! Reads Markdown as CommonMark with tables and footnotes. Front matter,
//! code, addresses, HTML and template tags are no prose.

use pulldown_cmark::{Event, HeadingLevel, LinkType, Options, Parser, Tag, TagEnd};

use crate::span::Span;

use super::builder::{Builder, Hole};
use super::front_matter::front_matter;
use super::template::template_tags;
use super::{BlockKind, Piece, entity, html};

/// Elements whose content is dropped when they stand inside a sentence.
const DROPPED: [&str; 6] = ["code", "pre", "script", "style", "svg", "template"];

pub(super) fn read(builder: &mut Builder<'_, '_>) {
    let text = builder.text();
    let mut start = text.len() - text.trim_start_matches('\u{feff}').len();
    if let Some(matter) = front_matter(text) {
        builder.front_matter(&matter);
        start = matter.span.range().end;
    }
    // A tag may stand for words; an attribute list stands for none.
    let hole = |span: Span| Hole {
        span,
        opaque: !text[span.range()].starts_with("{:"),
    };
    let tags = template_tags(text, start);
    builder.holes(tags.into_iter().map(hole).collect());
    let options =
        Options::ENABLE_TABLES | Options::ENABLE_FOOTNOTES | Options::ENABLE_HEADING_ATTRIBUTES;
    let mut reader = Reader {
        wants_title: !builder.has_title(),
        builder,
        text,
        containers: Vec::new(),
        skipped: 0,
        dropping: None,
        defining: false,
        html: None,
        reached: start,
    };
    for (event, range) in Parser::new_ext(&text[start..], options).into_offset_iter() {
        reader.event(event, Span::new(range.start + start, range.end + start));
    }
}

/// What a block stands in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Container {
    Quotation,
    Item,
    Cell,
}

struct Reader<'b, 's, 'l> {
    builder: &'b mut Builder<'s, 'l>,
    text: &'s str,
    /// Whether a level-1 heading would be the headline.
    wants_title: bool,
    containers: Vec<Container>,
    /// How many open tags hold what is no prose: images, code blocks.
    skipped: usize,
    /// The inline HTML element whose content is dropped, to its end tag.
    dropping: Option<&'static str>,
    /// Whether the line is no prose: a link's definition where the parser sees
    /// none, such as one right after a template tag.
    defining: bool,
    /// The HTML block that is open, as far as it was seen.
    html: Option<Span>,
    /// Where the last event ends: a gap before the next may be a backslash.
    reached: usize,
}

impl Reader<'_, '_, '_> {
    fn event(&mut self, event: Event<'_>, span: Span) {
        let is_start = matches!(event, Event::Start(_));
        match event {
            Event::Start(tag) => self.start(&tag, span),
            Event::End(tag) => self.end(tag, span),
            Event::Html(_) => {
                let seen = self.html.unwrap_or(span);
                self.html = Some(seen.join(span));
            }
            Event::InlineHtml(_) => self.inline_html(span),
            Event::Rule => self.builder.part(),
            _ if self.skipped > 0 || self.dropping.is_some() => {}
            Event::SoftBreak | Event::HardBreak => {
                self.builder.push(Piece::Break(span));
                self.defining = is_definition(&self.text[span.range().end..]);
            }
            _ if self.defining => {}
            Event::Text(written) => self.words(&written, span),
            Event::Code(_) | Event::InlineMath(_) | Event::DisplayMath(_) => {
                self.builder.push(Piece::Opaque(span));
            }
            Event::FootnoteReference(_) | Event::TaskListMarker(_) => {}
        }
        if !is_start {
            self.reached = self.reached.max(span.range().end);
        }
    }

    fn start(&mut self, tag: &Tag<'_>, span: Span) {
        match tag {
            Tag::CodeBlock(_) => {
                self.close();
                self.builder.part();
                self.skipped += 1;
            }
            Tag::HtmlBlock => self.close(),
            Tag::MetadataBlock(_) => self.skipped += 1,
            Tag::Image { .. } => {
                if self.skipped == 0 {
                    self.builder.push(Piece::Opaque(span));
                }
                self.skipped += 1;
            }
            Tag::Link {
                link_type: LinkType::Autolink | LinkType::Email,
                ..
            } => {
                self.builder.push(Piece::Opaque(span));
                self.skipped += 1;
            }
            Tag::Link { .. } => self.skipped += usize::from(self.skipped > 0),
            Tag::BlockQuote(_) => {
                self.close();
                self.builder.part();
                self.containers.push(Container::Quotation);
            }
            Tag::List(start) => {
                self.close();
                self.builder.open_list(*start, span.range().start);
            }
            Tag::Item => {
                self.containers.push(Container::Item);
                self.builder.open_item(span.range().start);
            }
            Tag::Table(_) => {
                self.close();
                self.builder.open_table(span.range().start);
            }
            Tag::TableHead => {
                self.builder.open_row();
                self.builder.headed();
            }
            Tag::TableRow => self.builder.open_row(),
            Tag::TableCell => {
                self.containers.push(Container::Cell);
                self.builder.open_cell(1, 1);
            }
            Tag::Paragraph | Tag::Heading { .. } | Tag::FootnoteDefinition(_) => self.close(),
            _ => {}
        }
    }

    fn end(&mut self, tag: TagEnd, span: Span) {
        match tag {
            TagEnd::CodeBlock | TagEnd::MetadataBlock(_) => {
                self.skipped = self.skipped.saturating_sub(1);
                self.builder.part();
            }
            TagEnd::Image | TagEnd::Link => self.skipped = self.skipped.saturating_sub(1),
            TagEnd::HtmlBlock => self.html_block(),
            TagEnd::BlockQuote(_) => {
                self.close();
                self.containers.pop();
                self.builder.part();
            }
            TagEnd::Item => {
                self.close();
                self.containers.pop();
                self.builder.close_item(span.range().end);
            }
            TagEnd::List(_) => self.builder.close_list(),
            TagEnd::TableCell => {
                self.close();
                self.containers.pop();
            }
            TagEnd::Table => self.builder.close_table(span.range().end),
            TagEnd::Heading(level) => self.heading(level),
            TagEnd::Paragraph | TagEnd::FootnoteDefinition => self.close(),
            _ => {}
        }
    }

    fn heading(&mut self, level: HeadingLevel) {
        let kind = match level {
            HeadingLevel::H1 if self.wants_title => BlockKind::Title,
            level => BlockKind::Heading(level as u8),
        };
        self.dropping = None;
        self.defining = false;
        if self.builder.close(kind).is_some() && kind == BlockKind::Title {
            self.wants_title = false;
        }
    }

    /// Ends a block of running prose.
    fn close(&mut self) {
        let kind = match self.containers.last() {
            None => BlockKind::Paragraph,
            Some(Container::Quotation) => BlockKind::Quotation,
            Some(Container::Item) => self.builder.item_kind(),
            Some(Container::Cell) => self.builder.cell_kind(),
        };
        self.dropping = None;
        self.defining = false;
        if self.builder.close(kind).is_some() {
            self.wants_title &= kind != BlockKind::Paragraph;
        }
    }

    /// Words, which the parser has decoded where they are not as written.
    fn words(&mut self, words: &str, span: Span) {
        let written = &self.text[span.range()];
        if written != words {
            let known = entity::leading(written).filter(|&(length, _)| length == written.len());
            let mut decoded = words.chars();
            let first = decoded.next().filter(|_| decoded.next().is_none());
            match known.map(|(_, character)| character).or(first) {
                Some(character) => self.builder.entity(span, character),
                None => self.builder.push(Piece::Opaque(span)),
            }
            return;
        }
        let start = span.range().start;
        let escaped = words.chars().next().filter(char::is_ascii_punctuation);
        let backslash = start > self.reached && self.text.as_bytes()[start - 1] == b'\\';
        match escaped {
            Some(character) if backslash => {
                self.builder
                    .entity(Span::new(start - 1, start + 1), character);
                self.builder.prose(Span::new(start + 1, span.range().end));
            }
            _ => self.builder.prose(span),
        }
    }

    fn html_block(&mut self) {
        if let Some(span) = self.html.take() {
            html::read_fragment(self.builder, span);
        }
    }

    /// A tag inside a sentence: a line break, a comment, or nothing.
    fn inline_html(&mut self, span: Span) {
        let tag = &self.text[span.range()];
        if tag.starts_with("<!--") {
            self.builder.comment(span);
            return;
        }
        let closes = tag.starts_with("</");
        let name = tag
            .trim_start_matches(['<', '/'])
            .split(|c: char| !c.is_ascii_alphanumeric())
            .next()
            .unwrap_or_default();
        match self.dropping {
            Some(dropping) if closes && name.eq_ignore_ascii_case(dropping) => {
                self.dropping = None;
            }
            Some(_) => {}
            None if name.eq_ignore_ascii_case("br") => self.builder.push(Piece::Break(span)),
            None if !closes && !tag.ends_with("/>") => {
                let dropped = DROPPED.into_iter().find(|d| name.eq_ignore_ascii_case(d));
                self.dropping = dropped;
                if dropped.is_some() {
                    self.builder.push(Piece::Opaque(span));
                }
            }
            None => {}
        }
    }
}

/// Whether a line is a link's definition: `[label]: /where`.
fn is_definition(rest: &str) -> bool {
    let line = rest.lines().next().unwrap_or_default();
    let label = line
        .trim_start()
        .strip_prefix('[')
        .and_then(|line| line.split_once("]: "));
    label.is_some_and(|(label, to)| {
        !label.contains(['[', ']'])
            && ["http", "/", "{{", "#", ".", "<"]
                .iter()
                .any(|start| to.starts_with(start))
    })
}
