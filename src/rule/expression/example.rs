//! Small articles for tests, made by hand: a sentence, and what is bound in it.

use jiff::civil::Date;

use super::{Expression, Format, Judgement, Name, Scene, Scope, render};
use crate::article::Article;
use crate::claim::{Claim, Term};
use crate::document::{
    Anchor, Block, BlockKind, Document, List, Sentence, Table, Token, TokenKind,
};
use crate::lexicon::{Lexicon, fold, singular};
use crate::mention::timex::DateForm;
use crate::mention::{Figure, Form, Hedge, Kind, Mention, Numeral, Timex, Value};
use crate::number::{Rational, Unit, UnitId, Units};
use crate::rule::binding::{Bindings, Bound};
use crate::rule::sort::Sort;
use crate::rule::template::Template;
use crate::source::Source;
use crate::span::Span;

/// An article of one block a line, with names bound in it.
pub(in crate::rule) struct Example {
    article: Article<'static>,
    lexicon: Lexicon,
    bindings: Bindings,
    scope: Scope,
}

impl Example {
    pub(in crate::rule) fn new(text: &str) -> Example {
        let mut lexicon = Lexicon::of_grammar();
        for (class, words) in [
            ("excludes-sex", "men women man woman"),
            ("rise", "rose rises"),
            ("person", "person people man"),
            ("total-word", "total"),
        ] {
            let class = lexicon.intern_class(class);
            words.split(' ').for_each(|word| lexicon.put(class, word));
        }
        // A test's article may live as long as the test.
        let source: &'static Source = Box::leak(Box::new(Source::new("example.txt", text)));
        let mut document = Document::read(source, &lexicon);
        document.blocks.clear();
        document.sentences.clear();
        document.tokens.clear();
        let mut at = 0;
        for line in text.split_inclusive('\n') {
            add_block(&mut document, &lexicon, at, line);
            at += line.len();
        }
        Example {
            article: Article {
                document,
                mentions: Vec::new(),
                claims: Vec::new(),
            },
            scope: Scope::of_lexicon(&lexicon),
            lexicon,
            bindings: Bindings::default(),
        }
    }

    fn scene(&self) -> Scene<'_> {
        Scene {
            article: &self.article,
            lexicon: &self.lexicon,
            bindings: &self.bindings,
        }
    }

    /// Binds a count that stands in the text.
    pub(in crate::rule) fn count(self, name: &str, text: &str) -> Example {
        self.number(name, text, Kind::Cardinal, Sort::Count, "")
    }

    /// Binds a percentage that stands in the text.
    pub(in crate::rule) fn percent(self, name: &str, text: &str) -> Example {
        self.number(name, text, Kind::Percent, Sort::Percent, "%")
    }

    pub(in crate::rule) fn number(
        mut self,
        name: &str,
        text: &str,
        kind: Kind,
        sort: Sort,
        unit: &str,
    ) -> Example {
        let id = self.add_number(text, kind, unit);
        self.bind(name, sort, Bound::Mention(id))
    }

    /// Binds several counts, each followed by its head.
    pub(in crate::rule) fn counts(mut self, name: &str, texts: &[&str]) -> Example {
        let add = |text: &&str| {
            let (number, head) = text.split_once(' ').unwrap();
            let id = self.add_number(number, Kind::Cardinal, "");
            self.article.claims[id].head = Some(self.term(head));
            id
        };
        let ids = texts.iter().map(add).collect();
        self.bindings.bind(name, Bound::Mentions(ids));
        self.scope.bind(name, Name::of(Sort::Count).repeated());
        self
    }

    /// Binds a bare number like another that is bound.
    pub(in crate::rule) fn like(mut self, name: &str, text: &str, other: &str) -> Example {
        let id = self.add_number(text, Kind::Cardinal, "");
        let Some(Bound::Mention(model)) = self.bindings.find(other).cloned() else {
            panic!("`{other}` is no mention")
        };
        let sort = self.scope.find(other).unwrap().sort;
        self.bind(name, sort, Bound::Like(id, model))
    }

    /// Makes a name known that is not bound.
    pub(in crate::rule) fn unbound(mut self, name: &str, sort: Sort) -> Example {
        self.scope.bind(name, Name::of(sort).optional());
        self
    }

    pub(in crate::rule) fn word(self, name: &str, text: &str) -> Example {
        let tokens = self.tokens(text);
        self.bind(name, Sort::Word, Bound::Words(tokens))
    }

    /// Binds a date that stands in the text.
    pub(in crate::rule) fn date(mut self, name: &str, text: &str, timex: Timex) -> Example {
        let sort = match timex.form {
            DateForm::Clock => Sort::Clock,
            _ => Sort::Date,
        };
        let id = self.add(text, Kind::Date, Value::Time(Box::new(timex)));
        self.bind(name, sort, Bound::Mention(id))
    }

    pub(in crate::rule) fn anchor(mut self, date: &str) -> Example {
        self.article.document.anchor = Some(Anchor {
            date: date.parse::<Date>().unwrap(),
            origin: crate::document::Origin::Given,
            span: None,
        });
        self
    }

    /// Binds a list whose items are the blocks after the first.
    pub(in crate::rule) fn list(mut self, name: &str) -> Example {
        let blocks = &self.article.document.blocks;
        let list = List {
            span: blocks[1].span,
            depth: 0,
            ordered: false,
            start: None,
            items: blocks[1..].iter().map(|block| block.span).collect(),
            lead: Some(0),
        };
        self.article.document.lists = vec![list];
        self.bind(name, Sort::List, Bound::List(0))
    }

    /// Binds a column of a table whose cells are the blocks, two a row.
    pub(in crate::rule) fn column(mut self, name: &str, column: usize) -> Example {
        let places: Vec<Option<usize>> =
            (0..self.article.document.blocks.len()).map(Some).collect();
        self.article.document.tables = vec![Table {
            span: Span::default(),
            header: true,
            cells: places.chunks(2).map(<[_]>::to_vec).collect(),
            caption: None,
        }];
        self.bind(name, Sort::Column, Bound::Column { table: 0, column })
    }

    /// Adds a mention that no name is bound to.
    pub(in crate::rule) fn with(mut self, text: &str) -> Example {
        self.add_number(text, Kind::Cardinal, "");
        self
    }

    pub(in crate::rule) fn with_hedge(mut self, hedge: Hedge) -> Example {
        self.article.mentions.last_mut().unwrap().hedge = hedge;
        self
    }

    fn bind(mut self, name: &str, sort: Sort, bound: Bound) -> Example {
        self.bindings.bind(name, bound);
        self.scope.bind(name, Name::of(sort));
        self
    }

    fn add_number(&mut self, text: &str, kind: Kind, unit: &str) -> usize {
        let number = text.trim_start_matches(|c: char| !c.is_ascii_digit());
        let end = number.find(|c: char| !c.is_ascii_digit() && c != '.');
        let digits = &number[..end.unwrap_or(number.len())];
        let decimals = digits.split_once('.').map_or(0, |(_, d)| d.len() as i32);
        let (zeros, form) = if text.contains("million") {
            (6, Form::Scaled)
        } else {
            (0, Form::Digits)
        };
        let power = |exponent| Rational::power_of_ten(exponent).unwrap();
        let numeral = Numeral {
            value: Rational::parse(digits)
                .unwrap()
                .times(power(zeros))
                .unwrap(),
            place: power(zeros - decimals),
            form,
        };
        let unit = Units::table().symbol(unit).unwrap_or(UnitId::NONE);
        let value = Value::Quantity {
            figure: Figure::One(numeral),
            unit: Unit::of(unit),
        };
        self.add(text, kind, value)
    }

    fn add(&mut self, text: &str, kind: Kind, value: Value) -> usize {
        let tokens = self.tokens(text);
        self.article.mentions.push(Mention {
            span: self.span(text),
            lead: tokens.start,
            tokens,
            sentence: 0,
            kind,
            hedge: Hedge::None,
            value,
        });
        self.article.claims.push(Claim::default());
        self.article.mentions.len() - 1
    }

    fn term(&self, text: &str) -> Term {
        let key = singular(&fold(text)).bytes().fold(7, |key: u64, byte| {
            key.wrapping_mul(31).wrapping_add(byte.into())
        });
        let span = self.span(text);
        Term { key, span }
    }

    fn span(&self, text: &str) -> Span {
        let start = self.article.document.source.text.find(text).unwrap();
        Span::new(start, start + text.len())
    }

    fn tokens(&self, text: &str) -> std::ops::Range<usize> {
        let span = self.span(text);
        let tokens = &self.article.document.tokens;
        let start = tokens.partition_point(|token| token.span().start < span.start);
        start..tokens.partition_point(|token| token.span().start < span.end)
    }

    /// How far an expression holds, once it has been checked.
    pub(in crate::rule) fn judge(&self, text: &str) -> Judgement {
        let expression = Expression::parse(text).unwrap();
        expression.check_condition(&self.scope).unwrap();
        expression.settled().truth(&self.scene())
    }

    /// Checks an expression, and evaluates and shows it whether or not it makes
    /// sense.
    pub(in crate::rule) fn try_all(&self, expression: &Expression) {
        let _ = expression.check(&self.scope);
        let _ = expression.check_condition(&self.scope);
        let _ = expression.clone().settled().truth(&self.scene());
        for format in ["", "percent", "range", "change", "date", "count", "like p"] {
            let format = match format {
                "" => Format::Plain,
                name => Format::parse(name).unwrap(),
            };
            assert!(!render(expression, &format, self.scene()).is_empty());
        }
    }

    /// A message, once it has been checked.
    pub(in crate::rule) fn say(&self, text: &str) -> String {
        let template = Template::parse(text).unwrap();
        template.check(&self.scope).unwrap();
        template.render(&self.scene())
    }
}

fn add_block(document: &mut Document<'_>, lexicon: &Lexicon, at: usize, line: &str) {
    let first = document.tokens.len();
    let mut rest = line;
    while let Some(c) = rest.chars().next() {
        let start = at + line.len() - rest.len();
        let alike = |c: char| {
            if c.is_alphabetic() {
                1
            } else {
                i32::from(c.is_ascii_digit()) * 2
            }
        };
        let length = match alike(c) {
            0 => c.len_utf8(),
            kind => rest.find(|c| alike(c) != kind).unwrap_or(rest.len()),
        };
        let kind = match (alike(c), c) {
            (1, _) => TokenKind::Word,
            (2, _) => TokenKind::Digits,
            (_, ':') => TokenKind::Colon,
            _ => TokenKind::Other,
        };
        if !c.is_whitespace() {
            let word = lexicon.lookup(&rest[..length]);
            let span = Span::new(start, start + length);
            document.tokens.push(Token::new(span, kind, word));
        }
        rest = &rest[length..];
    }
    let tokens = first..document.tokens.len();
    let span = document.span_of(tokens.clone());
    let (sentence, block) = (document.sentences.len(), document.blocks.len());
    document.sentences.push(Sentence {
        tokens: tokens.clone(),
        span,
        block,
        is_cut: false,
    });
    document.blocks.push(Block {
        kind: BlockKind::Paragraph,
        span,
        tokens,
        sentences: sentence..sentence + 1,
    });
}
