//! What is written in digits or number words and is no number: names and
//! labels (Boeing 747, G7, page 12), telephone numbers, list markers.

use super::citation::citation;
use super::clock::is_span;
use super::money::is_distance;
use super::quantity::Quantity;
use super::telephone::{glued_run, is_address, telephone};
use super::tokens::Tokens;
use super::{Figure, Form, Kind};
use crate::document::{Token, TokenKind};
use crate::lexicon::Class;
use crate::number::Unit;

/// How many tokens from here on are an identifier of some kind that holds
/// digits: glued to letters before, or a telephone number. 0 for none.
pub(crate) fn identifier(tokens: Tokens<'_>) -> usize {
    let Some(first) = tokens.first() else {
        return 0;
    };
    if !matches!(first.kind, TokenKind::Digits | TokenKind::Plus) {
        return 0;
    }
    if first.is_glued() && is_part_of_word(tokens) {
        return glued_run(tokens);
    }
    let citation = citation(tokens);
    if citation > 0 {
        return citation;
    }
    let telephone = telephone(tokens);
    if telephone > 0 && !is_span(tokens) {
        return telephone;
    }
    if first.kind == TokenKind::Plus {
        return 0;
    }
    // 19 40718835
    let long = |n: usize| tokens.kind(n) == Some(TokenKind::Digits) && tokens.text(n).len() > 6;
    if long(1) && !tokens.peek(1).is_some_and(Token::is_glued) && first.kind == TokenKind::Digits {
        return 2;
    }
    let marker = marker(tokens);
    if marker > 0 {
        return marker;
    }
    if is_note(tokens) {
        return 1;
    }
    if is_address(tokens) {
        return glued_run(tokens);
    }
    0
}

/// F-16, COVID-19, G7, x86, v2.0, C++23: glued to a word, but not to a prefix that
/// leaves the number a number (sub-300, mid-1980s).
fn is_part_of_word(tokens: Tokens<'_>) -> bool {
    let Some(before) = tokens.back(1) else {
        return false;
    };
    match before.kind {
        TokenKind::Word
        | TokenKind::Underscore
        | TokenKind::Hash
        | TokenKind::At
        | TokenKind::Opaque => true,
        TokenKind::Digits | TokenKind::Percent => true,
        TokenKind::Colon if before.is_glued() => tokens.back(2).is_some_and(|t| {
            t.kind == TokenKind::Colon || t.kind == TokenKind::Digits && t.is_glued()
        }),
        TokenKind::Hyphen if before.is_glued() => {
            let Some(word) = tokens.back(2) else {
                return false;
            };
            let prefix = tokens.senses_back(2).is(Class::NumberPrefix);
            word.kind == TokenKind::Word
                && !prefix
                && tokens.senses_back(2).month.is_none()
                && tokens.senses_back(2).cardinal.is_none()
        }
        // C++23
        TokenKind::Plus if before.is_glued() => tokens
            .back(2)
            .is_some_and(|t| matches!(t.kind, TokenKind::Word | TokenKind::Plus)),
        TokenKind::Period if before.is_glued() => {
            matches!(
                tokens.back(2).map(|t| t.kind),
                Some(TokenKind::Digits | TokenKind::Word)
            )
        }
        _ => false,
    }
}

/// `[12]`, `[3–5, 8]`, and `(1)` before an item: a citation or a list marker. The number
/// of tokens; 0 where it is none.
fn marker(tokens: Tokens<'_>) -> usize {
    if tokens.back(1).is_none_or(|t| t.kind != TokenKind::Open) {
        return 0;
    }
    let square = tokens.symbol_back(1) == Some('[');
    let closes = (1..8).find(|&n| tokens.kind(n) == Some(TokenKind::Close));
    let Some(close) = closes else { return 0 };
    let bare = (0..close).all(|n| {
        matches!(
            tokens.kind(n),
            Some(
                TokenKind::Digits
                    | TokenKind::Comma
                    | TokenKind::Hyphen
                    | TokenKind::EnDash
                    | TokenKind::Semicolon
            )
        )
    });
    let small = tokens.text(0).len() <= 2;
    let item = close == 1
        && small
        && (tokens.at < 2
            || matches!(
                tokens.back(2).map(|t| t.kind),
                Some(
                    TokenKind::Semicolon | TokenKind::Colon | TokenKind::Comma | TokenKind::Period
                )
            ));
    match (square && tokens.text(0).len() <= 3, item) {
        (true, _) if bare => close,
        (false, true) if bare => 1,
        _ => 0,
    }
}

/// `note = DIGITS ;` of up to three digits, glued to the mark behind a word, where they
/// count nothing: a raised number that lost its height, “as Hale found,13 the”.
fn is_note(tokens: Tokens<'_>) -> bool {
    let glued = tokens.first().is_some_and(Token::is_glued) && tokens.text(0).len() <= 3;
    let mark = tokens
        .back(1)
        .is_some_and(|t| t.is_glued() && matches!(t.kind, TokenKind::Comma | TokenKind::Semicolon));
    let word = tokens
        .back(2)
        .is_some_and(|t| t.kind == TokenKind::Word && !t.is_glued());
    let apart = tokens.peek(1).is_none_or(|t| !t.is_glued());
    glued && mark && word && apart && !is_counted(tokens.skip(1))
}

/// Whether a quantity that was read is a name or a label after all: it counts
/// nothing, has no unit, and stands behind a word that numbers name.
pub(crate) fn is_name(
    tokens: Tokens<'_>,
    rest: Tokens<'_>,
    quantity: &Quantity,
    sentence_start: usize,
) -> bool {
    if is_race(tokens, rest, quantity)
        || is_designation(rest, quantity)
        || is_titled_length(tokens, rest, quantity, sentence_start)
    {
        return true;
    }
    if quantity.kind == Kind::Fraction {
        return is_title(tokens, rest) && tokens.at > sentence_start;
    }
    if quantity.kind == Kind::Percent && is_code(tokens) {
        return true;
    }
    if quantity.kind != Kind::Cardinal || quantity.unit != Unit::NONE {
        return false;
    }
    if is_odds(tokens, rest) && !is_of_percent(tokens, rest) {
        return true;
    }
    if tokens.kind(0) == Some(TokenKind::Digits) && rest.at == tokens.at + 1 {
        let text = tokens.text(0);
        // An account or a file; but 3000000, or 21430057 downloads.
        let round = text.trim_end_matches('0').len() <= 3;
        let count = text.len() <= 12 && (round || is_counted(rest));
        if text.len() > 1 && text.starts_with('0') || text.len() >= 7 && !count {
            return true;
        }
    }
    let (digits, plain) = match &quantity.figure {
        Figure::One(numeral) => (
            numeral.form == Form::Digits,
            numeral.value.is_integer() && rest.at == tokens.at + 1,
        ),
        Figure::Range(ends) => (ends.0.form == Form::Digits, true),
        _ => return false,
    };
    if is_of_percent(tokens, rest) {
        return false;
    }
    if is_page(tokens) || is_report(tokens, rest) || is_model(tokens, rest) {
        return true;
    }
    if is_house(tokens, rest) || is_resolution(tokens, rest) {
        return true;
    }
    let counted = is_counted(rest);
    let before = tokens.back(1).filter(|_| tokens.at > sentence_start);
    let Some(before) = before else {
        return false;
    };
    if matches!(before.kind, TokenKind::Hash) || tokens.symbol_back(1) == Some('§') {
        return true;
    }
    // “No. 10”, “Fig. 3”
    let dotted = before.kind == TokenKind::Period && before.is_glued();
    let word = if dotted { 2 } else { 1 };
    let label = tokens.senses_back(word).is(Class::Label);
    if label
        && (dotted
            || !counted
            || tokens.was_any(1, &["number", "no"])
            || tokens.was_any(1, &["top"]) && !is_determined(tokens))
        && tokens.at.saturating_sub(word) >= sentence_start
    {
        // “week 24 patients” is a count only where the label ends a phrase.
        return true;
    }
    if !counted && is_labelled_row(tokens) && tokens.at >= sentence_start + 3 {
        return true;
    }
    let capital = before.kind == TokenKind::Word
        && tokens.text_back(1).chars().any(char::is_uppercase)
        && !tokens.senses_back(1).is(Class::Adverb)
        && !tokens.senses_back(1).is(Class::Auxiliary)
        && !tokens.senses_back(1).is(Class::SayVerb)
        && tokens.senses_back(1).month.is_none()
        && tokens.senses_back(1).weekday.is_none();
    let version = is_decimal(tokens, rest) && !tokens.back(1).is_some_and(Token::is_upper);
    if version && capital && !counted && tokens.at > sentence_start + 1 {
        return true;
    }
    if digits && plain && capital {
        let placed =
            tokens.senses_back(2).is(Class::Preposition) && tokens.at >= sentence_start + 2;
        let points = rest.is_any(0, &["points"]);
        return !(counted && (placed || points || tokens.at == sentence_start + 1));
    }
    // BBC One, Radio Five: a number word with a capital after a name; a network
    // called Three, where other words have none
    if !digits && tokens.first().is_some_and(Token::is_capitalised) {
        let next_capital = rest.first().is_some_and(|t| t.is_capitalised());
        let inside = before.kind == TokenKind::Word && rest.at == tokens.at + 1;
        return capital || next_capital || inside;
    }
    false
}

/// Whether so many digits stand in one row, and no noughts at their end, that nobody
/// writes a share so: 1234456%
fn is_code(tokens: Tokens<'_>) -> bool {
    let text = tokens.text(0);
    let digits = tokens.kind(0) == Some(TokenKind::Digits);
    digits && text.len() >= 7 && text.trim_end_matches('0').len() > 3
}

/// Whether a fraction in words is the first of several capitals: Half Life, Half-Blood.
fn is_title(tokens: Tokens<'_>, rest: Tokens<'_>) -> bool {
    let hyphen = usize::from(rest.glued_kind(0) == Some(TokenKind::Hyphen));
    let capital = |token: Option<Token>| token.is_some_and(|t| t.is_capitalised());
    rest.at == tokens.at + 1 && capital(tokens.first()) && capital(rest.peek(hyphen))
}

/// How many words the name of a street has at most.
const STREET: usize = 4;

/// `house = DIGITS NAME { NAME } ( STREET | "St" | "Rd" | "Ave" ) ;` 14 Mill Lane, 1225 N. Rampart St
fn is_house(tokens: Tokens<'_>, rest: Tokens<'_>) -> bool {
    let number = rest.at == tokens.at + 1
        && tokens.kind(0) == Some(TokenKind::Digits)
        && tokens.text(0).len() <= 5;
    let capital = |n: usize| rest.peek(n).is_some_and(|t| t.is_capitalised());
    let points = |n: usize| rest.glued_kind(n) == Some(TokenKind::Period);
    let names = (0..STREET).take_while(|&n| capital(n) || n > 0 && points(n));
    number
        && names.skip(1).any(|n| {
            capital(n) && (rest.is_class(n, Class::Street) || rest.is_any(n, &["ave", "rd", "st"]))
        })
}

/// `resolution = ( "2" | "4" | "8" ) "K" ;` of a screen, and not so many thousands of
/// anything: in 4K, an 8K set.
fn is_resolution(tokens: Tokens<'_>, rest: Tokens<'_>) -> bool {
    let screen = matches!(tokens.text(0), "2" | "4" | "8") && tokens.text(1) == "K";
    screen && rest.at == tokens.at + 2 && !is_counted(rest)
}

/// Whether a length of time in words has its capitals where the word before it
/// has none: she sang One Night, they filmed Seven Days.
fn is_titled_length(
    tokens: Tokens<'_>,
    rest: Tokens<'_>,
    quantity: &Quantity,
    sentence_start: usize,
) -> bool {
    let capital = |token: Option<Token>| {
        token.is_some_and(|t| t.kind == TokenKind::Word && t.is_capitalised())
    };
    let small = || {
        tokens
            .back(1)
            .is_some_and(|t| t.kind == TokenKind::Word && !t.is_capitalised())
    };
    // It Happened One Night, the film
    let night = || tokens.is(0, "one") && rest.was_any(1, &["night"]);
    quantity.kind == Kind::Duration
        && tokens.at > sentence_start
        && capital(tokens.first())
        && capital(rest.back(1))
        && (small() || night())
}

/// `( "p" | "pp" ) "." DIGITS ;` a page: p. 28
fn is_page(tokens: Tokens<'_>) -> bool {
    let dot = tokens
        .back(1)
        .is_some_and(|t| t.kind == TokenKind::Period && t.is_glued());
    let apart = tokens.back(2).is_some_and(|t| !t.is_glued());
    dot && apart && tokens.was_any(2, &["p", "pp"])
}

/// `DIGITS "U.S." ( DIGITS | "C." ) ;` a volume of law reports or a title of the code,
/// and what stands behind it.
fn is_report(tokens: Tokens<'_>, rest: Tokens<'_>) -> bool {
    let us = |tokens: Tokens<'_>, n: usize| {
        tokens.is(n, "u") && tokens.kind(n + 1) == Some(TokenKind::Period) && tokens.is(n + 2, "s")
    };
    let volume = us(rest, 0) && (rest.kind(4) == Some(TokenKind::Digits) || rest.is(4, "c"));
    let page = tokens.at > 4
        && tokens.was_any(2, &["s"])
        && tokens.was_any(4, &["u"])
        && tokens.back(5).is_some_and(|t| t.kind == TokenKind::Digits);
    volume || page
}

/// `( "a" | "the" | "own" | … ) DIGITS NAME ;` three to five digits before what is no
/// plural: the 787 Dreamliner, a 90210 ZIP code.
fn is_model(tokens: Tokens<'_>, rest: Tokens<'_>) -> bool {
    let digits = rest.at == tokens.at + 1
        && tokens.kind(0) == Some(TokenKind::Digits)
        && (3..=5).contains(&tokens.text(0).len());
    let before = tokens.senses_back(1);
    let led =
        before.is(Class::Article) || before.is(Class::Determiner) || tokens.was_any(1, &["own"]);
    let name = rest
        .first()
        .is_some_and(|t| !t.is_glued() && t.is_capitalised());
    let plural = |n: usize| {
        let senses = rest.senses(n);
        rest.text(n).ends_with('s') || senses.is(Class::PluralNoun) || senses.is(Class::Person)
    };
    digits && led && name && !(0..4).any(plural)
}

/// `DIGITS "." DIGITS ;` of one or two digits each, as versions have them: Ruby 3.2
fn is_decimal(tokens: Tokens<'_>, rest: Tokens<'_>) -> bool {
    let short = |n| tokens.kind(n) == Some(TokenKind::Digits) && tokens.text(n).len() <= 2;
    rest.at == tokens.at + 3 && short(0) && short(2)
}

/// `LABEL DIGITS ( "and" | "or" | "to" | "," )` before a number, which is a label as well:
/// rooms 209 and 211.
fn is_labelled_row(tokens: Tokens<'_>) -> bool {
    let joint = tokens.was_any(1, &["and", "or", "to"])
        || tokens.back(1).is_some_and(|t| t.kind == TokenKind::Comma);
    let digits = |n| tokens.back(n).is_some_and(|t| t.kind == TokenKind::Digits);
    joint && digits(2) && digits(0) && tokens.senses_back(3).is(Class::Label)
}

/// Whether a number stands in `n/N` beside its percentage: 92/178 (46.7%), 78%
/// (1957/2607). Such a number is a count, whatever stands before it.
pub(crate) fn is_of_percent(tokens: Tokens<'_>, rest: Tokens<'_>) -> bool {
    let slashed = |n| {
        tokens.back(n).is_some_and(|t| t.kind == TokenKind::Slash)
            && tokens
                .back(n + 1)
                .is_some_and(|t| t.kind == TokenKind::Digits)
    };
    let over = rest.glued_kind(0) == Some(TokenKind::Slash)
        && rest.glued_kind(1) == Some(TokenKind::Digits);
    let (lead, after) = match (slashed(1), over) {
        (true, false) => (2, rest),
        (false, true) => (0, rest.skip(2)),
        _ => return false,
    };
    let is_before = tokens
        .back(lead + 1)
        .is_some_and(|t| t.kind == TokenKind::Open)
        && tokens
            .back(lead + 2)
            .is_some_and(|t| t.kind == TokenKind::Percent);
    // A comma may stand behind two years: “in 2003/2004, 12% were”.
    let is_behind = matches!(after.kind(0), Some(TokenKind::Open | TokenKind::Equals))
        && (1..6)
            .take_while(|&n| {
                matches!(
                    after.kind(n),
                    Some(TokenKind::Digits | TokenKind::Period | TokenKind::Percent)
                )
            })
            .any(|n| after.kind(n) == Some(TokenKind::Percent));
    is_before || is_behind
}

/// SP 800-38C: a capital glued behind what would be a range from high to low.
fn is_designation(rest: Tokens<'_>, quantity: &Quantity) -> bool {
    let Figure::Range(ends) = &quantity.figure else {
        return false;
    };
    let capital = rest
        .back(1)
        .is_some_and(|t| t.kind == TokenKind::Word && t.is_glued() && t.is_capitalised());
    let digits = rest.back(2).is_some_and(|t| t.kind == TokenKind::Digits);
    capital && digits && rest.text_back(1).len() == 1 && ends.0.value > ends.1.value
}

/// 400m hurdles, the 800m: the length is a race's name.
fn is_race(tokens: Tokens<'_>, rest: Tokens<'_>, quantity: &Quantity) -> bool {
    let metres = quantity.kind == Kind::Measure
        && tokens.kind(0) == Some(TokenKind::Digits)
        && rest.was_any(1, &["m", "metre", "metres"]);
    let Figure::One(numeral) = &quantity.figure else {
        return false;
    };
    let ends = rest.kind(0) != Some(TokenKind::Word)
        || rest.is_class(0, Class::Preposition)
        || rest.is_class(0, Class::Conjunction);
    let named = tokens.was_any(1, &["the"]) && ends;
    metres && is_distance(numeral) && (rest.is_class(0, Class::Race) || named)
}

/// `odds = DIGITS "/" DIGITS ;` the first the greater, so that it is no part of
/// the second: 25/1, 9/4; and 120/80.
fn is_odds(tokens: Tokens<'_>, rest: Tokens<'_>) -> bool {
    let whole = |tokens: Tokens<'_>, n: usize| tokens.text(n).parse::<u32>().ok();
    let slash = rest.glued_kind(0) == Some(TokenKind::Slash)
        && rest.glued_kind(1) == Some(TokenKind::Digits)
        && rest.at == tokens.at + 1;
    slash && whole(tokens, 0) > whole(rest, 1)
}

/// Whether it is “the top ten films”, which are ten, and no “top ten film”.
fn is_determined(tokens: Tokens<'_>) -> bool {
    let possessive = tokens.was_any(2, &["s"])
        && tokens
            .back(3)
            .is_some_and(|t| t.kind == TokenKind::Apostrophe);
    possessive || tokens.was_any(2, &["the"]) || tokens.senses_back(2).is(Class::Determiner)
}

/// Whether the next words can be counted: a plural within three words.
pub(crate) fn is_counted(rest: Tokens<'_>) -> bool {
    for n in 0..3 {
        let Some(token) = rest.peek(n) else {
            return false;
        };
        if token.kind != TokenKind::Word || (token.is_glued() && n == 0) {
            return false;
        }
        let senses = rest.senses(n);
        if senses.is(Class::Preposition)
            || senses.is(Class::Conjunction)
            || senses.is(Class::Auxiliary)
            || senses.is(Class::Article)
        {
            return false;
        }
        let text = rest.text(n);
        let plural = text.len() > 3
            && text.ends_with('s')
            && !text.ends_with("ss")
            && !senses.is(Class::NoPlural);
        if (plural || senses.is(Class::PluralNoun) || senses.is(Class::Person))
            && !token.is_capitalised()
        {
            return true;
        }
    }
    false
}

/// Whether “one” is a pronoun or part of an idiom: no one, this one, one must.
pub(crate) fn is_pronoun(tokens: Tokens<'_>, rest: Tokens<'_>) -> bool {
    if !tokens.is(0, "one") || rest.at != tokens.at + 1 {
        return false;
    }
    let dash = usize::from(tokens.back(1).is_some_and(|t| t.kind == TokenKind::Hyphen));
    // “The only one”, but “only one boat sank”
    let only = tokens.was_any(1, &["only"])
        && !tokens.senses_back(2).is(Class::Article)
        && !tokens.senses_back(2).is(Class::Determiner);
    let led = tokens.senses_back(1 + dash).is(Class::OneLead) && !only;
    let noun = match rest.kind(0) {
        Some(TokenKind::Word) => {
            let senses = rest.senses(0);
            let several = rest.senses(1);
            let of_several = rest.is(0, "of")
                && (several.is(Class::Determiner)
                    || several.is(Class::Article)
                    || several.cardinal.is_some_and(|count| count > 1)
                    || is_owner(rest.skip(1))
                    || rest.is_any(1, &["many", "several", "them"]));
            let other = senses.is(Class::Auxiliary)
                || senses.is(Class::Preposition)
                || senses.is(Class::Conjunction)
                || senses.is(Class::Pronoun)
                || senses.is(Class::SayVerb)
                || senses.is(Class::OneFollower);
            of_several || !(other || rest.is(0, "of"))
        }
        Some(TokenKind::Hyphen) => true,
        Some(TokenKind::EnDash | TokenKind::EmDash) | None => false,
        _ => false,
    };
    led && !rest.is(0, "of") || !noun
}

/// `owner = NAME [ NAME ] [ NAME ] "'s" ;` one of New Zealand's oldest
fn is_owner(tokens: Tokens<'_>) -> bool {
    let names = (0..3)
        .take_while(|&n| tokens.kind(n) == Some(TokenKind::Word))
        .count();
    names > 0
        && tokens.glued_kind(names) == Some(TokenKind::Apostrophe)
        && tokens.first().is_some_and(Token::is_capitalised)
}

/// 50-50, 24/7, one-to-one, ground zero, 401(k): said of no quantity.
pub(crate) fn is_idiom(tokens: Tokens<'_>, rest: Tokens<'_>) -> bool {
    let fifty =
        tokens.is(0, "50") && tokens.kind(1) == Some(TokenKind::Hyphen) && tokens.is(2, "50");
    let always =
        tokens.is(0, "24") && tokens.glued_kind(1) == Some(TokenKind::Slash) && tokens.is(2, "7");
    let one = tokens.is(0, "one")
        && rest.kind(0) == Some(TokenKind::Hyphen)
        && rest.is_any(
            1,
            &["to", "on", "off", "way", "time", "sided", "size", "stop"],
        );
    let ground = tokens.is(0, "zero") && tokens.was_any(1, &["ground"]);
    let pension =
        tokens.is(0, "401") && rest.glued_kind(0) == Some(TokenKind::Open) && rest.is(1, "k");
    fifty || always || one || ground || pension
}
