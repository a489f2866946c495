//! The names that a rule's expressions may use, and expressions and messages
//! read with them.

use super::super::error::Fault;
use super::super::expression::{Expression, FUNCTIONS, Lets, Mistake, Scope};
use super::super::scalar::Scalar;
use super::super::template::Template;
use super::rule::RuleLoading;

/// The names that a rule's expressions may use: captures, and those under
/// `let`.
pub(super) struct Names {
    pub(super) scope: Scope,
    pub(super) lets: Lets,
}

impl RuleLoading<'_> {
    /// The names, given those under `let` and the captures in scope. `None`
    /// where one of these is wrong, since every expression that uses it
    /// would be.
    pub(super) fn names(
        &mut self,
        written: &[(Scalar, Scalar)],
        mut scope: Scope,
    ) -> Option<Names> {
        let before = self.errors.len();
        let mut read = Vec::new();
        for (name, text) in written {
            self.let_name(name, &scope);
            scope.add_let(&name.value);
            let expression = self.or_tell(text, Expression::parse(&text.value));
            read.extend(expression.map(|expression| (name.value.clone(), expression)));
        }
        if self.errors.len() > before {
            return None;
        }
        let lets = Lets::of(read).map_err(|(place, mistake)| {
            self.or_tell::<()>(&written[place].1, Err(mistake));
        });
        let lets = lets.ok()?;
        for (_, text) in written {
            let whole = Expression::parse(&text.value).and_then(|read| read.with(&lets));
            let checked = whole.and_then(|read| read.check(&scope));
            self.or_tell(text, checked);
        }
        (self.errors.len() == before).then_some(Names { scope, lets })
    }

    /// That a name under `let` can be one, and stands for nothing else.
    fn let_name(&mut self, name: &Scalar, scope: &Scope) {
        let word = name.value.as_str();
        let is_function = FUNCTIONS.iter().any(|function| function.name == word);
        let (fault, help) = if !Expression::parse(word).is_ok_and(|read| read.is_name()) {
            let fault = Fault::UnknownWord {
                what: "name of an expression",
                word: word.to_owned(),
            };
            (fault, "write small letters, digits and underscores")
        } else if scope.find(word).is_some() || is_function {
            let whose = if is_function { "function" } else { "capture" };
            let fault = Fault::Combination(format!("`{word}` is a {whose} already"));
            (fault, "give the expression another name")
        } else {
            return;
        };
        self.error_at(name, fault, Some(help.to_owned()));
    }

    pub(super) fn condition(&mut self, text: &Scalar, names: &Names) -> Option<Expression> {
        let read = Expression::parse(&text.value).and_then(|read| read.with(&names.lets));
        let checked = read.and_then(|read| read.check_condition(&names.scope).map(|_| read));
        self.or_tell(text, checked)
    }

    pub(super) fn template(&mut self, text: &Scalar, names: &Names) -> Option<Template> {
        let read = Template::parse(&text.value).and_then(|read| read.with(&names.lets));
        let checked = read.and_then(|read| read.check(&names.scope).map(|_| read));
        self.or_tell(text, checked)
    }

    pub(super) fn or_tell<T>(&mut self, text: &Scalar, read: Result<T, Mistake>) -> Option<T> {
        match read {
            Ok(read) => Some(read),
            Err(mistake) => {
                let fault = Fault::Expression(mistake.message);
                let error = self.sheet.error_in(text, mistake.span, fault);
                self.errors.push(error.with_help(mistake.help));
                None
            }
        }
    }

    pub(super) fn error_at(&mut self, scalar: &Scalar, fault: Fault, help: Option<String>) {
        self.errors
            .push(self.sheet.error_at(scalar, fault).with_help(help));
    }
}
