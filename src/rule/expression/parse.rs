//! The grammar of expressions, over the text as the rule's author wrote it.
//!
//! A function's doc comment is its line of the grammar; see
//! [`expression`](super) for the whole.

use nom::branch::alt;
use nom::bytes::complete::{tag, take_till, take_while, take_while1};
use nom::character::complete::{char, multispace0, satisfy};
use nom::combinator::{cut, opt, recognize, value, verify};
use nom::multi::{separated_list0, separated_list1};
use nom::sequence::{delimited, preceded, terminated};
use nom::{Err, IResult, Parser};

use super::Mistake;
use super::tree::{DEEPEST, Operator, Part, Relation, Set, Tree, Word};
use crate::number::Rational;

mod wrong;

use wrong::{Cause, EXPECTED_MORE, EXPECTED_VALUE, Wrong, mistake};

/// How many brackets, `not`s and signs may lie inside each other. Each takes
/// ten lines of the grammar, and the stack is finite.
const MOST_NESTED: usize = 20;

/// Words that are no names.
const RESERVED: [&str; 5] = ["and", "in", "is", "not", "or"];

/// Reads a whole text as one expression.
pub(super) fn parse(text: &str) -> Result<Tree, Mistake> {
    let grammar = Grammar {
        length: text.len(),
        depth: 0,
    };
    match grammar.expression(text) {
        Ok((rest, tree)) if rest.trim_start().is_empty() => Ok(tree),
        Ok((rest, _)) => Err(mistake(text, Wrong::at(rest, EXPECTED_MORE))),
        Err(Err::Error(wrong) | Err::Failure(wrong)) => Err(mistake(text, wrong)),
        Err(Err::Incomplete(_)) => Err(mistake(text, Wrong::at("", EXPECTED_VALUE))),
    }
}

type Parsed<'t, T> = IResult<&'t str, T, Wrong>;

/// The grammar at one depth of brackets, over a text of some length.
#[derive(Clone, Copy)]
struct Grammar {
    length: usize,
    depth: usize,
}

impl Grammar {
    /// `expression = conjunction { 'or' conjunction }`
    fn expression(self, input: &str) -> Parsed<'_, Tree> {
        self.chain(
            input,
            Grammar::conjunction,
            |input| keyword("or").parse(input),
            |(), left, right| Part::Or(left, right),
        )
    }

    /// `conjunction = negation { 'and' negation }`
    fn conjunction(self, input: &str) -> Parsed<'_, Tree> {
        self.chain(
            input,
            Grammar::negation,
            |input| keyword("and").parse(input),
            |(), left, right| Part::And(left, right),
        )
    }

    /// `negation = 'not' negation | comparison`
    fn negation(self, input: &str) -> Parsed<'_, Tree> {
        let denied = preceded(
            keyword("not"),
            cut(|input| self.deeper(input)?.negation(input)),
        );
        alt((
            self.placed(denied.map(|tree| Part::Not(Box::new(tree)))),
            |input| self.comparison(input),
        ))
        .parse(input)
    }

    /// `comparison = sum [ relation sum | 'is' [ 'not' ] kind | [ 'not' ] 'in' set ]`
    fn comparison<'t>(self, input: &'t str) -> Parsed<'t, Tree> {
        let (rest, left) = self.sum(input)?;
        let compared = |input: &'t str| {
            let (input, relation) = relation(input)?;
            let (input, right) = cut(|input| self.sum(input)).parse(input)?;
            Ok((input, Tail::Compare(relation, right)))
        };
        let is = |input: &'t str| {
            let (input, ()) = keyword("is").parse(input)?;
            let (input, denied) = opt(keyword("not")).parse(input)?;
            let (input, kind) = cut(expected("a kind", |input| self.symbol(input))).parse(input)?;
            Ok((input, Tail::Is(denied.is_some(), kind)))
        };
        let within = |input: &'t str| {
            let (input, denied) = terminated(opt(keyword("not")), keyword("in")).parse(input)?;
            let (input, set) = cut(|input| self.set(input)).parse(input)?;
            Ok((input, Tail::In(denied.is_some(), set)))
        };
        let (rest, tail) = opt(alt((compared, is, within))).parse(rest)?;
        let Some(tail) = tail else {
            return Ok((rest, left));
        };
        let span = left.span.start..self.length - rest.len();
        let left = Box::new(left);
        let (denied, part) = match tail {
            Tail::Compare(relation, right) => {
                (false, Part::Compare(relation, left, Box::new(right)))
            }
            Tail::Is(denied, kind) => (denied, Part::Is(left, kind)),
            Tail::In(denied, set) => (denied, Part::In(left, set)),
        };
        let tree = Tree::new(part, span.clone());
        let tree = if denied {
            Tree::new(Part::Not(Box::new(tree)), span)
        } else {
            tree
        };
        shallow(rest, tree)
    }

    /// `set = '@' name | '[' word { ',' word } ']'`
    fn set(self, input: &str) -> Parsed<'_, Set> {
        let class = preceded(
            spaced('@'),
            cut(expected("a word class", |input| self.symbol(input))),
        );
        let word =
            |input| alt((|input| self.symbol(input), |input| self.quoted(input))).parse(input);
        let words = delimited(
            spaced('['),
            cut(separated_list1(spaced(','), expected("a word", word))),
            cut(expected("`,` or `]`", spaced(']'))),
        );
        expected(
            "`@` and a word class, or words in `[` and `]`",
            alt((class.map(Set::Class), words.map(Set::Words))),
        )
        .parse(input)
    }

    /// `sum = product { ( '+' | '-' ) product }`
    fn sum(self, input: &str) -> Parsed<'_, Tree> {
        let operator = |input| {
            alt((
                value(Operator::Plus, spaced('+')),
                value(Operator::Minus, spaced('-')),
            ))
            .parse(input)
        };
        self.chain(input, Grammar::product, operator, Part::Arithmetic)
    }

    /// `product = power { ( '*' | '/' ) power }`
    fn product(self, input: &str) -> Parsed<'_, Tree> {
        let operator = |input| {
            alt((
                value(Operator::Times, spaced('*')),
                value(Operator::Over, spaced('/')),
            ))
            .parse(input)
        };
        self.chain(input, Grammar::power, operator, Part::Arithmetic)
    }

    /// `power = unary [ '^' digits ]`
    fn power(self, input: &str) -> Parsed<'_, Tree> {
        let (rest, base) = self.unary(input)?;
        let exponent = verify(take_while1(|c: char| c.is_ascii_digit()), |d: &str| {
            d.len() <= 2
        });
        let exponent = expected("a whole number below 100", preceded(multispace0, exponent));
        let (rest, exponent) = opt(preceded(spaced('^'), cut(exponent))).parse(rest)?;
        let Some(exponent) = exponent.and_then(|digits: &str| digits.parse().ok()) else {
            return Ok((rest, base));
        };
        let span = base.span.start..self.length - rest.len();
        shallow(rest, Tree::new(Part::Power(Box::new(base), exponent), span))
    }

    /// `unary = '-' unary | postfix`
    fn unary(self, input: &str) -> Parsed<'_, Tree> {
        let negative = preceded(spaced('-'), cut(|input| self.deeper(input)?.unary(input)));
        alt((
            self.placed(negative.map(|tree| Part::Negate(Box::new(tree)))),
            |input| self.postfix(input),
        ))
        .parse(input)
    }

    /// `postfix = primary { '.' name }`
    fn postfix(self, input: &str) -> Parsed<'_, Tree> {
        let (mut rest, mut tree) = self.primary(input)?;
        while let (after, Some(())) = opt(spaced('.')).parse(rest)? {
            let (after, field) = cut(expected("a field", |input| self.name(input))).parse(after)?;
            let span = tree.span.start..field.span.end;
            let part = Part::Field(Box::new(tree), field);
            (rest, tree) = shallow(after, Tree::new(part, span))?;
        }
        Ok((rest, tree))
    }

    /// `primary = number [ '%' ] | string | name [ '(' [ expression { ',' expression } ] ')' ] | '(' expression ')'`
    fn primary(self, input: &str) -> Parsed<'_, Tree> {
        let group = delimited(
            spaced('('),
            cut(|input| self.deeper(input)?.expression(input)),
            cut(expected("an operator or `)`", spaced(')'))),
        );
        expected(
            "a value",
            alt((
                self.placed(number),
                self.placed((|input| self.quoted(input)).map(|word| Part::Text(word.text))),
                self.placed(|input| self.named(input)),
                group,
            )),
        )
        .parse(input)
    }

    /// `name [ '(' [ expression { ',' expression } ] ')' ]`
    fn named(self, input: &str) -> Parsed<'_, Part> {
        let (rest, name) = self.name(input)?;
        let (rest, open) = opt(spaced('(')).parse(rest)?;
        if open.is_none() {
            return Ok((rest, Part::Name(name.text)));
        }
        let argument = |input| self.deeper(input)?.expression(input);
        let (rest, arguments) = match opt(spaced(')')).parse(rest)? {
            (rest, Some(())) => (rest, Vec::new()),
            (rest, None) => terminated(
                cut(separated_list0(spaced(','), cut(argument))),
                cut(expected("`,` or `)`", spaced(')'))),
            )
            .parse(rest)?,
        };
        Ok((rest, Part::Call(name, arguments)))
    }

    /// A letter, then letters, digits and underscores; no reserved word.
    fn name(self, input: &str) -> Parsed<'_, Word> {
        let (input, _) = multispace0(input)?;
        let (rest, text) = verify(word, |word: &str| !RESERVED.contains(&word)).parse(input)?;
        Ok((rest, self.word(input, rest, text)))
    }

    /// A name that may hold hyphens: `basis-points`.
    fn symbol(self, input: &str) -> Parsed<'_, Word> {
        let (input, _) = multispace0(input)?;
        let letters = take_while(|c: char| c.is_alphanumeric() || c == '_' || c == '-');
        let (rest, text) = recognize((satisfy(char::is_alphabetic), letters)).parse(input)?;
        Ok((rest, self.word(input, rest, text)))
    }

    /// A string in double or single quotation marks; it ends at the next one.
    fn quoted(self, input: &str) -> Parsed<'_, Word> {
        let (input, _) = multispace0(input)?;
        let (inner, mark) = alt((char('"'), char('\''))).parse(input)?;
        let (rest, text) = take_till(|c| c == mark)(inner)?;
        match char::<_, Wrong>(mark).parse(rest) {
            Ok((rest, _)) => Ok((rest, self.word(input, rest, text))),
            Err(_) => Err(Err::Failure(Wrong::at(input, Cause::Open))),
        }
    }

    fn word(self, input: &str, rest: &str, text: &str) -> Word {
        Word {
            text: text.to_owned(),
            span: self.length - input.len()..self.length - rest.len(),
        }
    }

    /// Operands with operators between them, the first two taken together
    /// first.
    fn chain<'t, O>(
        self,
        input: &'t str,
        operand: fn(Grammar, &'t str) -> Parsed<'t, Tree>,
        operator: impl Fn(&'t str) -> Parsed<'t, O>,
        part: impl Fn(O, Box<Tree>, Box<Tree>) -> Part,
    ) -> Parsed<'t, Tree> {
        let (mut rest, mut tree) = operand(self, input)?;
        while let (after, Some(found)) = opt(&operator).parse(rest)? {
            let (after, right) = cut(|input| operand(self, input)).parse(after)?;
            let span = tree.span.start..right.span.end;
            let part = part(found, Box::new(tree), Box::new(right));
            (rest, tree) = shallow(after, Tree::new(part, span))?;
        }
        Ok((rest, tree))
    }

    /// A part with its place, white space before it left out.
    fn placed<'t>(
        self,
        mut parser: impl Parser<&'t str, Output = Part, Error = Wrong>,
    ) -> impl Parser<&'t str, Output = Tree, Error = Wrong> {
        move |input: &'t str| {
            let (input, _) = multispace0(input)?;
            let (rest, part) = parser.parse(input)?;
            let span = self.length - input.len()..self.length - rest.len();
            shallow(rest, Tree::new(part, span))
        }
    }

    fn deeper(self, input: &str) -> Result<Grammar, Err<Wrong>> {
        if self.depth >= MOST_NESTED {
            return Err(Err::Failure(Wrong::at(input, Cause::Nested)));
        }
        Ok(Grammar {
            depth: self.depth + 1,
            ..self
        })
    }
}

/// What may follow the first sum of a comparison; `true` where denied.
enum Tail {
    Compare(Relation, Tree),
    Is(bool, Word),
    In(bool, Set),
}

/// `relation = '==' | '!=' | '<=' | '>=' | '<' | '>'`
fn relation(input: &str) -> Parsed<'_, Relation> {
    preceded(
        multispace0,
        alt((
            value(Relation::Equal, tag("==")),
            value(Relation::Unequal, tag("!=")),
            value(Relation::AtMost, tag("<=")),
            value(Relation::AtLeast, tag(">=")),
            value(Relation::Less, tag("<")),
            value(Relation::Greater, tag(">")),
        )),
    )
    .parse(input)
}

/// `number = ( digits [ '.' digits ] | '.' digits ) [ 'e' digits ]`, and a
/// percent sign that makes hundredths of it.
fn number(input: &str) -> Parsed<'_, Part> {
    let digits = || take_while1(|c: char| c.is_ascii_digit());
    let exponent = (char('e'), opt(char('-')), digits());
    let (rest, text) = recognize((
        alt((
            recognize((digits(), opt((char('.'), digits())))),
            recognize((char('.'), digits())),
        )),
        opt(exponent),
    ))
    .parse(input)?;
    let (rest, percent) = opt(spaced('%')).parse(rest)?;
    let hundredths = Rational::new(1, 100);
    let number = Rational::parse(text).and_then(|number| match percent {
        Some(()) => number.times(hundredths),
        None => Some(number),
    });
    match number {
        Some(number) => Ok((rest, Part::Number(number))),
        None => Err(Err::Failure(Wrong::at(input, Cause::Long))),
    }
}

fn word(input: &str) -> Parsed<'_, &str> {
    let letters = take_while(|c: char| c.is_alphanumeric() || c == '_');
    recognize((satisfy(char::is_alphabetic), letters)).parse(input)
}

fn keyword<'t>(text: &'static str) -> impl Parser<&'t str, Output = (), Error = Wrong> {
    value(
        (),
        preceded(multispace0, verify(word, move |w: &str| w == text)),
    )
}

fn spaced<'t>(mark: char) -> impl Parser<&'t str, Output = (), Error = Wrong> {
    value((), preceded(multispace0, char(mark)))
}

/// Says what was expected where the parser cannot even begin.
fn expected<'t, T>(
    what: &'static str,
    mut parser: impl Parser<&'t str, Output = T, Error = Wrong>,
) -> impl Parser<&'t str, Output = T, Error = Wrong> {
    move |input: &'t str| {
        parser.parse(input).map_err(|error| match error {
            Err::Error(_) => Err::Error(Wrong::at(input, Cause::Expected(what))),
            other => other,
        })
    }
}

fn shallow(rest: &str, tree: Tree) -> Parsed<'_, Tree> {
    if tree.height > DEEPEST {
        return Err(Err::Failure(Wrong::at(rest, Cause::Nested)));
    }
    Ok((rest, tree))
}

#[cfg(test)]
mod tests {
    use std::ops::Range;

    use proptest::prelude::*;

    use super::*;

    fn wrong(text: &str) -> (Range<usize>, String, Option<String>) {
        let mistake = parse(text).unwrap_err();
        (mistake.span, mistake.message, mistake.help)
    }

    #[test]
    fn products_bind_closer_than_sums_and_sums_than_relations() {
        let tree = parse("to / from - 1 == by").unwrap();
        let Part::Compare(Relation::Equal, left, _) = tree.part else {
            panic!("no comparison")
        };
        assert!(matches!(left.part, Part::Arithmetic(Operator::Minus, ..)));
        assert_eq!(left.span, 0..13);
    }

    #[test]
    fn not_in_denies_the_whole_comparison() {
        let tree = parse("verb not in [rise, fall-back]").unwrap();
        let Part::Not(inner) = tree.part else {
            panic!("no negation")
        };
        let Part::In(_, Set::Words(words)) = inner.part else {
            panic!("no set")
        };
        assert_eq!(words[1].text, "fall-back");
        assert_eq!(words[1].span, 19..28);
    }

    #[test]
    fn a_percent_sign_makes_hundredths() {
        let tree = parse("12.5%").unwrap();
        assert_eq!(tree.part, Part::Number(Rational::new(1, 8)));
        assert_eq!(
            parse(".05").unwrap().part,
            Part::Number(Rational::new(1, 20))
        );
    }

    #[test]
    fn a_mistake_says_what_was_expected_and_where() {
        assert_eq!(wrong("part +").0, 6..6);
        assert_eq!(wrong("part +").1, "expected a value");
        assert_eq!(wrong("sum(part, )").1, "expected a value, found `)`");
        assert_eq!(
            wrong("(part / whole"),
            (13..13, "expected an operator or `)`".to_owned(), None)
        );
        assert_eq!(
            wrong("part whole").1,
            "expected an operator or the end, found `whole`"
        );
        assert_eq!(
            wrong("a = b").2.unwrap(),
            "two values are compared with `==`"
        );
        assert_eq!(wrong("a && b").2.unwrap(), "write `and`");
        assert_eq!(wrong("x in rise").0, 5..9);
        assert_eq!(wrong("\"open").1, "a string has no closing quotation mark");
        assert_eq!(wrong("").1, "expected a value");
    }

    #[test]
    fn hostile_depth_is_refused() {
        let texts = [
            "(".repeat(100_000),
            "-".repeat(100_000),
            "not ".repeat(100_000),
            "abs(".repeat(100_000),
            vec!["1"; 100_000].join("+"),
            format!("x{}", ".unit".repeat(100_000)),
        ];
        // Half of what a thread has by default.
        let small = std::thread::Builder::new().stack_size(1 << 20);
        let refuses = move || texts.iter().all(|text| parse(text).is_err());
        assert!(small.spawn(refuses).unwrap().join().unwrap());
    }

    proptest! {
        #[test]
        fn no_text_panics(text in any::<String>()) {
            let _ = parse(&text);
        }

        #[test]
        fn no_text_of_the_alphabet_panics(text in "([a-z.@,'\"()\\[\\]0-9 =<>!*/+^%é-]|and |in |is |not ){0,60}") {
            if let Err(mistake) = parse(&text) {
                prop_assert!(text.get(mistake.span).is_some());
            }
        }
    }
}
