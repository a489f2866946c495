//! A template is a message with holes. (A stand-in until the language is
//! merged: holes are checked and left as they are.)

use super::expression::{Expression, Mistake, Scene, Scope};

/// A message with holes.
#[derive(Clone, Debug)]
pub struct Template(String);

impl Template {
    /// Reads a message.
    pub fn parse(text: &str) -> Result<Template, Mistake> {
        Ok(Template(text.to_owned()))
    }

    /// Checks its holes.
    pub fn check(&self, scope: &Scope) -> Result<(), Mistake> {
        for (start, _) in self.0.match_indices('{') {
            let hole = self.0[start + 1..].split('}').next().unwrap_or_default();
            Expression::parse(hole)?
                .check_condition(scope)
                .map_err(|mistake| Mistake {
                    span: mistake.span.start + start + 1..mistake.span.end + start + 1,
                    ..mistake
                })?;
        }
        Ok(())
    }

    /// Fills it in.
    pub fn render(&self, _: &Scene<'_>) -> String {
        self.0.clone()
    }
}
