//! A template is a message with holes, which an expression fills from what the
//! rule found.
//!
//! A hole is `{expression}` or `{expression : format}`; `{{` and `}}` are the
//! braces themselves. What was captured is shown as the writer wrote it; what
//! was computed is rounded. The formats are in [`FORMATS`].
//!
//! [`FORMATS`]: super::expression::FORMATS

use std::ops::Range;

use super::expression::{Expression, Format, Lets, Mistake, Scene, Scope, render};

/// A message with holes.
#[derive(Clone, Debug, PartialEq)]
pub struct Template {
    pieces: Vec<Piece>,
}

#[derive(Clone, Debug, PartialEq)]
enum Piece {
    Text(String),
    Hole {
        expression: Expression,
        /// Where the expression begins in the template.
        start: usize,
        format: Format,
        /// Where the format stands.
        formatted: Range<usize>,
    },
}

impl Template {
    /// Reads a message.
    ///
    /// # Errors
    ///
    /// A brace without its partner, an expression that does not follow the
    /// grammar, and a format that there is not.
    pub fn parse(text: &str) -> Result<Template, Mistake> {
        let mut pieces = Vec::new();
        let mut said = String::new();
        let mut at = 0;
        while let Some(found) = text[at..].find(['{', '}']) {
            let brace = at + found;
            said.push_str(&text[at..brace]);
            if text[brace..].starts_with("{{") || text[brace..].starts_with("}}") {
                said.push_str(&text[brace..=brace]);
                at = brace + 2;
                continue;
            }
            if text[brace..].starts_with('}') {
                return Err(Mistake {
                    span: brace..brace + 1,
                    message: "this brace closes nothing".to_owned(),
                    help: Some("a brace itself is written `}}`".to_owned()),
                });
            }
            if !said.is_empty() {
                pieces.push(Piece::Text(std::mem::take(&mut said)));
            }
            let inside = hole(text, brace)?;
            at = inside.end + 1;
            pieces.push(filled(text, inside)?);
        }
        said.push_str(&text[at..]);
        if !said.is_empty() {
            pieces.push(Piece::Text(said));
        }
        Ok(Template { pieces })
    }

    /// The same message, names under `let` with what they stand for.
    ///
    /// # Errors
    ///
    /// Those of [`Expression::with`].
    pub fn with(mut self, lets: &Lets) -> Result<Template, Mistake> {
        self.pieces = self
            .pieces
            .into_iter()
            .map(|piece| piece.with(lets))
            .collect::<Result<_, _>>()?;
        Ok(self)
    }

    /// Checks the holes, where these names are bound.
    ///
    /// # Errors
    ///
    /// Those of [`Expression::check`], and a value that cannot be shown in the
    /// format asked for.
    pub fn check(&self, scope: &Scope) -> Result<(), Mistake> {
        for piece in &self.pieces {
            let Piece::Hole {
                expression,
                start,
                format,
                formatted,
            } = piece
            else {
                continue;
            };
            let given = expression
                .check(scope)
                .map_err(|mistake| mistake.moved(*start))?;
            format.check(given, scope).map_err(|message| Mistake {
                span: formatted.clone(),
                message,
                help: None,
            })?;
        }
        Ok(())
    }

    /// The message in a scene. What is not there is shown as `unknown`.
    pub fn render(&self, scene: &Scene<'_>) -> String {
        let mut message = String::new();
        for piece in &self.pieces {
            match piece {
                Piece::Text(text) => message.push_str(text),
                Piece::Hole {
                    expression, format, ..
                } => message.push_str(&render(expression, format, *scene)),
            }
        }
        message
    }
}

impl Piece {
    fn with(self, lets: &Lets) -> Result<Piece, Mistake> {
        Ok(match self {
            Piece::Text(text) => Piece::Text(text),
            Piece::Hole {
                expression,
                start,
                format,
                formatted,
            } => Piece::Hole {
                expression: expression
                    .with(lets)
                    .map_err(|mistake| mistake.moved(start))?,
                start,
                format: format
                    .with(lets)
                    .map_err(|mistake| mistake.moved(formatted.start))?,
                formatted,
            },
        })
    }
}

/// The inside of the hole whose brace opens there; strings may hold braces.
fn hole(text: &str, brace: usize) -> Result<Range<usize>, Mistake> {
    let mut quote = None;
    for (place, c) in text[brace + 1..].char_indices() {
        match (c, quote) {
            ('}', None) => return Ok(brace + 1..brace + 1 + place),
            ('"' | '\'', None) => quote = Some(c),
            (c, Some(mark)) if c == mark => quote = None,
            _ => {}
        }
    }
    Err(Mistake {
        span: brace..brace + 1,
        message: "this hole is not closed".to_owned(),
        help: Some("close it with `}`; a brace itself is written `{{`".to_owned()),
    })
}

fn filled(text: &str, inside: Range<usize>) -> Result<Piece, Mistake> {
    let hole = &text[inside.clone()];
    let (expression, formatted) = match colon(hole) {
        Some(colon) => (&hole[..colon], inside.start + colon + 1..inside.end),
        None => (hole, inside.end..inside.end),
    };
    let format = if formatted.start > inside.start + expression.len() {
        Format::parse(&text[formatted.clone()]).map_err(|mistake| mistake.moved(formatted.start))?
    } else {
        Format::Plain
    };
    Ok(Piece::Hole {
        expression: Expression::parse(expression).map_err(|mistake| mistake.moved(inside.start))?,
        start: inside.start,
        format,
        formatted,
    })
}

/// The colon before the format: the first that stands in no string.
fn colon(hole: &str) -> Option<usize> {
    let mut quote = None;
    for (place, c) in hole.char_indices() {
        match (c, quote) {
            (':', None) => return Some(place),
            ('"' | '\'', None) => quote = Some(c),
            (c, Some(mark)) if c == mark => quote = None,
            _ => {}
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::expression::Name;
    use super::super::sort::Sort;
    use super::*;

    fn wrong(text: &str) -> Mistake {
        let mut scope = Scope::default();
        scope.bind("part", Name::of(Sort::Count));
        scope.bind("when", Name::of(Sort::Date));
        match Template::parse(text) {
            Ok(template) => template.check(&scope).unwrap_err(),
            Err(mistake) => mistake,
        }
    }

    #[test]
    fn doubled_braces_are_text() {
        let template = Template::parse("a {{set}} of “x”").unwrap();
        assert_eq!(template.pieces, [Piece::Text("a {set} of “x”".to_owned())]);
    }

    #[test]
    fn mistakes_stand_where_they_are_in_the_message() {
        assert_eq!(wrong("it is {part").span, 6..7);
        assert_eq!(wrong("it is part}").span, 10..11);
        assert_eq!(wrong("“{prat}”").span, 4..8);
        assert_eq!(wrong("“{prat}”").help.unwrap(), "did you mean `part`?");
        assert_eq!(wrong("{part / }").span, 8..8);
        assert_eq!(wrong("{part : precent}").span, 8..15);
        assert_eq!(
            wrong("{part : precent}").help.unwrap(),
            "did you mean `percent`?"
        );
        assert_eq!(
            wrong("{when : percent}").message,
            "a date cannot be shown in this format"
        );
        assert_eq!(wrong("{part : like}").message, "`like` what");
        assert_eq!(
            wrong("{part : like prat}").message,
            "no pattern binds `prat`"
        );
    }

    proptest! {
        #[test]
        fn no_text_panics(text in "[a-z {}:'\"é]{0,40}") {
            let _ = Template::parse(&text);
        }
    }
}
