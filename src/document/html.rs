//! Reads web pages: the prose of the article, without the page around it.
//!
//! Tags are found by html5gum; no tree is built. The words are what stands
//! between the tags, so that every span is of the page as it was sent.

mod element;
mod stack;
mod tag;

use std::convert::Infallible;

use html5gum::emitters::callback::{CallbackEmitter, CallbackEvent};
use html5gum::{Span as Found, Tokenizer};

use crate::span::Span;

use super::builder::Builder;
use super::front_matter::front_matter;
use super::{BlockKind, Piece, entity};

use element::Role;
use stack::{Element, Stack};
use tag::Tag;

/// A `<time>` gives the article's day if it comes before so many paragraphs.
const BYLINE: usize = 3;

/// The longest date in data about the page, in bytes.
const LONGEST_DATE: usize = 40;

pub(super) fn read(builder: &mut Builder<'_, '_>) {
    let text = builder.text();
    let matter = front_matter(text);
    if let Some(matter) = &matter {
        builder.front_matter(matter);
    }
    let start = matter.map_or(0, |matter| matter.span.range().end);
    read_fragment(builder, Span::new(start, text.len()));
}

/// Reads a stretch of HTML that stands in another format.
pub(super) fn read_fragment(builder: &mut Builder<'_, '_>, span: Span) {
    let text = &builder.text()[..span.range().end];
    let base = span.range().start;
    let mut page = Page {
        wants_title: builder.blocks().is_empty(),
        builder,
        text,
        cursor: base,
        tag: Tag::default(),
        in_tag: false,
        stack: Stack::default(),
        containers: Vec::new(),
        lists: Vec::new(),
        tables: Vec::new(),
        paragraphs: 0,
        broken: false,
        published: None,
        byline: None,
    };
    let mut emitter = CallbackEmitter::new(|event: CallbackEvent<'_>, found: Found<usize>| {
        page.event(event, base + found.start, base + found.end);
        None::<Infallible>
    });
    emitter.naively_switch_states(true);
    match Tokenizer::new_with_emitter(&text[base..], emitter).finish() {
        Ok(()) => page.finish(),
    }
}

struct Page<'b, 's, 'l> {
    builder: &'b mut Builder<'s, 'l>,
    text: &'s str,
    /// Where the words after the last tag begin.
    cursor: usize,
    tag: Tag,
    /// Whether the start tag's end is still to come.
    in_tag: bool,
    stack: Stack,
    /// The open elements that say what a block is, inner ones last.
    containers: Vec<Role>,
    /// For each open list, whether it has an open item.
    lists: Vec<bool>,
    /// For each open table, whether it has an open row and cell.
    tables: Vec<OpenTable>,
    /// Whether the next level-1 heading is the headline.
    wants_title: bool,
    /// How many paragraphs the article has so far.
    paragraphs: usize,
    /// Whether nothing came since a `<br>`.
    broken: bool,
    /// `datePublished` of the page's linked data.
    published: Option<Span>,
    /// The first `<time>` at the article's head.
    byline: Option<Span>,
}

#[derive(Clone, Copy, Debug, Default)]
struct OpenTable {
    row: bool,
    cell: bool,
    /// How many rows have begun, and whether the first has only `<th>`s.
    rows: usize,
    plain: bool,
}

impl Page<'_, '_, '_> {
    fn event(&mut self, event: CallbackEvent<'_>, start: usize, end: usize) {
        match event {
            CallbackEvent::OpenStartTag { name } => {
                self.tag.open(name, start);
                self.in_tag = true;
            }
            CallbackEvent::AttributeName { name } if self.in_tag => self.tag.attribute(name),
            CallbackEvent::AttributeValue { value } if self.in_tag && start <= end => {
                self.tag.value(value, Span::new(start, end));
            }
            CallbackEvent::CloseStartTag { .. } => {
                self.in_tag = false;
                self.words(self.tag.start, end);
                self.start_tag(end);
            }
            CallbackEvent::EndTag { name } => {
                self.words(start, end);
                self.end_tag(name, start, end);
            }
            CallbackEvent::Comment { .. } => {
                self.words(start, end);
                let comment = self.text.get(start..end);
                if comment.is_some_and(|comment| comment.starts_with("<!--")) {
                    self.builder.comment(Span::new(start, end));
                }
            }
            CallbackEvent::Doctype { .. } => self.words(start, end),
            _ => {}
        }
    }

    /// The last words, up to a tag that never ends.
    fn finish(&mut self) {
        let rest = &self.text[self.cursor..];
        let stop = rest
            .match_indices('<')
            .map(|(place, _)| place)
            .find(|&place| {
                let next = rest.as_bytes().get(place + 1);
                next.is_some_and(|&b| b.is_ascii_alphabetic() || b"/!?".contains(&b))
            });
        let end = self.cursor + stop.unwrap_or(rest.len());
        self.words(end, end);
        self.close();
        while let Some(element) = self.stack.pop() {
            self.popped(element, end);
        }
        for date in [self.published, self.byline].into_iter().flatten() {
            self.builder.dated(date);
        }
    }

    /// What stands between the last tag and one from `start` to `end`.
    fn words(&mut self, start: usize, end: usize) {
        let begin = self.cursor;
        self.cursor = end.clamp(begin, self.text.len());
        let Some(written) = self.text.get(begin..start).filter(|w| !w.is_empty()) else {
            return;
        };
        match self.stack.top().map(|element| element.role) {
            Some(Role::Title) => {
                let title = written.trim();
                let start = begin + (written.len() - written.trim_start().len());
                if !title.is_empty() {
                    self.builder.title(Span::new(start, start + title.len()));
                }
            }
            Some(Role::Script) => {
                let date = date_published(written);
                self.published = self
                    .published
                    .or(date.map(|(from, to)| Span::new(begin + from, begin + to)));
            }
            _ if self.stack.is_dropping() => {}
            _ => {
                self.broken &= written.trim().is_empty();
                self.prose(begin, start);
            }
        }
    }

    fn prose(&mut self, begin: usize, end: usize) {
        let mut start = begin;
        let mut at = begin;
        while let Some(place) = self.text[at..end].find('&') {
            at += place;
            match entity::leading(&self.text[at..end]) {
                Some((length, character)) => {
                    self.builder.prose(Span::new(start, at));
                    let entity = Span::new(at, at + length);
                    self.builder.entity(entity, character);
                    at += length;
                    start = at;
                }
                None => at += 1,
            }
        }
        self.builder.prose(Span::new(start, end));
    }

    fn start_tag(&mut self, end: usize) {
        let role = Role::of(&self.tag.name);
        let start = self.tag.start;
        if role.parts_blocks() {
            self.close();
            self.end_what_a_block_ends(start);
        }
        match role {
            Role::Break => self.line_break(start, end),
            Role::Rule => self.builder.part(),
            Role::Meta => self.meta(),
            Role::Time => self.time(),
            _ => {}
        }
        if role.is_void() {
            return;
        }
        let drops = self.tag.hidden
            || match role {
                Role::Dropped { .. } | Role::Script | Role::Title | Role::Code => true,
                Role::Aside => !self.stack.is_in_article(),
                Role::Superscript => is_note(&self.text[end.min(self.text.len())..]),
                _ => false,
            };
        if drops && role.parts_blocks() {
            self.builder.part();
        }
        if !drops && !role.is_structure() {
            return;
        }
        let role = match role {
            Role::Title if self.stack.is_dropping() => Role::Dropped { parts: false },
            role if role.is_structure() && (drops || self.stack.is_dropping()) => Role::Division,
            role => self.structure(role, start),
        };
        self.stack.push(&self.tag.name, role, drops, start);
    }

    /// Tells the builder of a structure; gives the role it really has.
    fn structure(&mut self, role: Role, start: usize) -> Role {
        match role {
            Role::List => {
                let ordered = self.tag.name == b"ol";
                let first = self.tag.first.unwrap_or(1);
                self.builder.open_list(ordered.then_some(first), start);
                self.lists.push(false);
            }
            Role::Item => {
                if self.lists.last() == Some(&true) {
                    self.pop_to(start, |role| role == Role::Item);
                }
                let Some(item) = self.lists.last_mut() else {
                    return Role::Division;
                };
                *item = true;
                self.builder.open_item(start);
            }
            Role::Table => {
                self.builder.open_table(start);
                self.tables.push(OpenTable::default());
            }
            Role::Row => return self.row(start),
            Role::Cell { heads } => return self.cell(heads, start),
            Role::Quotation => self.builder.part(),
            _ => {}
        }
        let says_what_a_block_is = matches!(
            role,
            Role::Heading(_)
                | Role::Quotation
                | Role::List
                | Role::Item
                | Role::Table
                | Role::Caption
        );
        if says_what_a_block_is {
            self.containers.push(role);
        }
        role
    }

    fn row(&mut self, start: usize) -> Role {
        if self.tables.last().is_some_and(|table| table.row) {
            self.pop_to(start, |role| role == Role::Row);
        }
        let Some(table) = self.tables.last_mut() else {
            return Role::Division;
        };
        table.row = true;
        table.rows += 1;
        self.builder.open_row();
        Role::Row
    }

    fn cell(&mut self, heads: bool, start: usize) -> Role {
        if self.tables.last().is_some_and(|table| table.cell) {
            self.pop_to(start, |role| matches!(role, Role::Cell { .. }));
        }
        let Some(table) = self.tables.last_mut() else {
            return Role::Division;
        };
        table.cell = true;
        table.plain |= table.rows <= 1 && !heads;
        self.builder.open_cell(self.tag.columns, self.tag.rows);
        let role = Role::Cell { heads };
        self.containers.push(role);
        role
    }

    /// A block ends what may be left open inside a sentence.
    fn end_what_a_block_ends(&mut self, at: usize) {
        while let Some(element) = self.stack.top() {
            let ends = matches!(
                element.role,
                Role::Code | Role::Superscript | Role::Paragraph
            );
            if !ends {
                break;
            }
            self.pop_to(at, |_| true);
        }
    }

    fn end_tag(&mut self, name: &[u8], start: usize, end: usize) {
        let role = Role::of(name);
        if role.parts_blocks() {
            self.close();
        }
        if role == Role::Break {
            self.line_break(start, end);
        }
        if role.is_void() || !self.stack.closes(name, role) {
            return;
        }
        while let Some(element) = self.stack.pop() {
            self.popped(
                element,
                if element.role == Role::Code {
                    end
                } else {
                    start
                },
            );
            if self.stack.is_named(element, name) {
                break;
            }
        }
    }

    /// Ends open elements up to the first with such a role.
    fn pop_to(&mut self, at: usize, last: fn(Role) -> bool) {
        while let Some(element) = self.stack.pop() {
            self.popped(element, at);
            if last(element.role) {
                break;
            }
        }
    }

    fn popped(&mut self, element: Element, at: usize) {
        if element.role.parts_blocks() {
            self.close();
        }
        match element.role {
            Role::Code if !self.stack.is_dropping() => {
                let code = Span::new(element.start, at.max(element.start));
                self.builder.push(Piece::Opaque(code));
                return;
            }
            Role::Item => {
                self.builder.close_item(at);
                if let Some(item) = self.lists.last_mut() {
                    *item = false;
                }
            }
            Role::List => {
                self.builder.close_list();
                self.lists.pop();
            }
            Role::Table => {
                if self.tables.pop().is_some_and(|t| t.rows > 0 && !t.plain) {
                    self.builder.headed();
                }
                self.builder.close_table(at);
            }
            Role::Row => {
                if let Some(table) = self.tables.last_mut() {
                    table.row = false;
                }
                return;
            }
            Role::Cell { .. } => {
                if let Some(table) = self.tables.last_mut() {
                    table.cell = false;
                }
            }
            Role::Heading(_) | Role::Caption => {}
            Role::Quotation => self.builder.part(),
            _ => return,
        }
        self.containers.pop();
    }

    /// Ends a block.
    fn close(&mut self) {
        self.broken = false;
        let kind = match self.containers.last() {
            Some(Role::Heading(1)) if self.wants_title => BlockKind::Title,
            Some(Role::Heading(level)) => BlockKind::Heading(*level),
            Some(Role::Quotation) => BlockKind::Quotation,
            Some(Role::Item) => self.builder.item_kind(),
            Some(Role::Cell { .. }) => self.builder.cell_kind(),
            Some(Role::Caption) => BlockKind::Caption,
            _ => BlockKind::Paragraph,
        };
        let Some(block) = self.builder.close(kind) else {
            return;
        };
        match kind {
            BlockKind::Title => self.wants_title = false,
            BlockKind::Paragraph if self.stack.is_in_article() => self.paragraphs += 1,
            BlockKind::Caption if self.is_in_table() => self.builder.caption(block),
            _ => {}
        }
    }

    /// Whether the open caption is a table's.
    fn is_in_table(&self) -> bool {
        let outer = self.containers.iter().rev().nth(1);
        outer == Some(&Role::Table)
    }

    /// One `<br>` is white space, two end a block.
    fn line_break(&mut self, start: usize, end: usize) {
        if self.stack.is_dropping() {
            return;
        }
        if self.broken {
            self.close();
        }
        self.builder.push(Piece::Break(Span::new(start, end)));
        self.broken = true;
    }

    fn meta(&mut self) {
        if let (Some(about), Some(content)) = (self.tag.about, self.tag.content)
            && self
                .text
                .get(about.range())
                .is_some_and(tag::is_publication)
            && self.text.get(content.range()).is_some()
        {
            self.builder.dated(content);
        }
    }

    fn time(&mut self) {
        let at_head = self.stack.is_in_article() && self.paragraphs < BYLINE;
        if let Some(datetime) = self.tag.datetime
            && at_head
            && !self.stack.is_dropping()
            && self.text.get(datetime.range()).is_some()
        {
            self.byline.get_or_insert(datetime);
        }
    }
}

/// Whether the content of a `<sup>` is a footnote's mark: a link, `[1]`.
fn is_note(content: &str) -> bool {
    let content = content.trim_start();
    content.starts_with('[') || content.starts_with("<a ")
}

/// Where the value of `"datePublished": "…"` stands in linked data.
fn date_published(script: &str) -> Option<(usize, usize)> {
    let key = "\"datePublished\"";
    let after = script.find(key)? + key.len();
    let value = script[after..].trim_start().strip_prefix(':')?.trim_start();
    let value = value.strip_prefix('"')?;
    let start = script.len() - value.len();
    let length = value.find('"').filter(|&length| length <= LONGEST_DATE)?;
    Some((start, start + length))
}
