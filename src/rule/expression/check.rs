//! Checking finds, before a rule is run, what could never make sense: names
//! that nothing binds, fields that a thing does not have, money compared with
//! a date.

use super::symbol::Family;
use super::tree::{Operator, Part, Relation, Set, Tree, Word};
use super::types::{Class, Of, Type};
use super::{Mistake, Scope, field, function};
use crate::rule::sort::Sort;
use crate::rule::suggest::did_you_mean;

/// What the tree gives in a scope.
pub(super) fn check(tree: &Tree, scope: &Scope) -> Result<Type, Mistake> {
    Checker { scope }.tree(tree)
}

/// That the tree is a condition, or tells by being bound or not.
pub(super) fn check_condition(tree: &Tree, scope: &Scope) -> Result<(), Mistake> {
    Checker { scope }.condition(tree)
}

/// Words that `is` takes beside kinds and capture types.
pub(super) const STATES: [&str; 4] = ["bound", "malformed", "missing", "vague"];

struct Checker<'s> {
    scope: &'s Scope,
}

impl Checker<'_> {
    fn tree(&self, tree: &Tree) -> Result<Type, Mistake> {
        match &tree.part {
            Part::Number(_) => Ok(Type::NUMBER),
            Part::Text(_) => Ok(Type::one(Of::Text)),
            Part::Name(name) => self.name(tree, name),
            Part::Symbol(family, _) => Ok(Type::one(Of::Symbol(*family))),
            Part::Let(_, meant) => self.meant(tree, meant),
            Part::Field(owner, name) => self.field(owner, name),
            Part::Call(name, arguments) => self.call(tree, name, arguments),
            Part::Negate(inner) => Ok(Type::one(Of::Amount(self.class(inner)?))),
            Part::Power(base, exponent) => self.power(base, *exponent),
            Part::Arithmetic(operator, left, right) => {
                self.arithmetic(tree, *operator, left, right)
            }
            Part::Compare(relation, left, right) => {
                self.compare(tree, *relation, left, right)?;
                Ok(Type::one(Of::Truth))
            }
            Part::Is(of, kind) => {
                self.is(of, kind)?;
                Ok(Type::one(Of::Truth))
            }
            Part::In(of, set) => {
                self.within(of, set)?;
                Ok(Type::one(Of::Truth))
            }
            Part::Not(inner) => {
                self.condition(inner)?;
                Ok(Type::one(Of::Truth))
            }
            Part::And(left, right) | Part::Or(left, right) => {
                self.condition(left)?;
                self.condition(right)?;
                Ok(Type::one(Of::Truth))
            }
        }
    }

    fn condition(&self, tree: &Tree) -> Result<(), Mistake> {
        let given = self.tree(tree)?;
        let tells = matches!(tree.meant().part, Part::Name(_) | Part::Field(..));
        if tells || given == Type::one(Of::Truth) {
            return Ok(());
        }
        let help = "compare it with something: `==`, `<`, `is`, `in`";
        mistake(
            tree,
            format!("this is {given}, not a condition"),
            Some(help),
        )
    }

    fn name(&self, tree: &Tree, name: &str) -> Result<Type, Mistake> {
        if let Some(found) = self.scope.find(name) {
            return Ok(Type {
                of: Of::Thing(found.sort),
                many: found.repeated,
            });
        }
        let help = if function::exists(name) {
            Some(format!(
                "`{name}` is a function: write its arguments in brackets"
            ))
        } else {
            did_you_mean(name, self.scope.names().chain(self.scope.lets()))
        };
        Err(Mistake {
            span: tree.span.clone(),
            message: format!("no pattern binds `{name}`"),
            help,
        })
    }

    /// What a name under `let` gives. Its own text is another one: what is
    /// wrong there is told at the name.
    fn meant(&self, tree: &Tree, meant: &Tree) -> Result<Type, Mistake> {
        self.tree(meant).map_err(|mistake| Mistake {
            span: tree.span.clone(),
            ..mistake
        })
    }

    fn field(&self, owner: &Tree, name: &Word) -> Result<Type, Mistake> {
        let given = self.tree(owner)?;
        field::type_of(given, &name.text).ok_or_else(|| Mistake {
            span: name.span.clone(),
            message: format!("{} has no field `{}`", Type::one(given.of), name.text),
            help: did_you_mean(&name.text, field::fields(given.of).map(|field| field.name))
                .or_else(|| known_fields(given)),
        })
    }

    fn call(&self, tree: &Tree, name: &Word, arguments: &[Tree]) -> Result<Type, Mistake> {
        if !function::exists(&name.text) {
            let names = function::FUNCTIONS.iter().map(|function| function.name);
            return Err(Mistake {
                span: name.span.clone(),
                message: format!("no function is named `{}`", name.text),
                help: did_you_mean(&name.text, names),
            });
        }
        let given: Vec<Type> = arguments
            .iter()
            .map(|argument| match self.weekday(argument) {
                Some(weekday) => Ok(weekday),
                None => self.tree(argument),
            })
            .collect::<Result<_, _>>()?;
        function::type_of(&name.text, &given).map_err(|(place, wrong)| {
            let at = place.and_then(|place| arguments.get(place)).unwrap_or(tree);
            Mistake {
                span: at.span.clone(),
                ..wrong
            }
        })
    }

    /// A bare weekday as an argument: `nearest(date, monday)`.
    fn weekday(&self, argument: &Tree) -> Option<Type> {
        let Part::Name(name) = &argument.part else {
            return None;
        };
        let is_bound = self.scope.find(name).is_some();
        (!is_bound && Family::Weekday.find(name).is_some())
            .then_some(Type::one(Of::Symbol(Family::Weekday)))
    }

    /// What a single amount measures; nought may be of anything.
    fn class(&self, tree: &Tree) -> Result<Class, Mistake> {
        if is_nought(tree) {
            return Ok(Class::Any);
        }
        let given = self.tree(tree)?;
        match given.class() {
            Some(class) if !given.many => Ok(class),
            Some(_) => mistake(
                tree,
                "this is a list, not one quantity".to_owned(),
                Some("add it up with `sum(…)`, or count it with `count(…)`"),
            ),
            None => mistake(tree, format!("{given} is no quantity"), cure(given)),
        }
    }

    fn power(&self, base: &Tree, exponent: u32) -> Result<Type, Mistake> {
        let class = match (self.class(base)?, exponent) {
            (Class::Number, _) | (_, 0) => Class::Number,
            (class, 1) => class,
            _ => Class::Any,
        };
        Ok(Type::one(Of::Amount(class)))
    }

    fn arithmetic(
        &self,
        tree: &Tree,
        operator: Operator,
        left: &Tree,
        right: &Tree,
    ) -> Result<Type, Mistake> {
        let (one, other) = (self.class(left)?, self.class(right)?);
        let class = match operator {
            Operator::Times => one.times(other),
            Operator::Over => one.over(other),
            Operator::Plus | Operator::Minus => match one.meet(other) {
                Some(class) => class,
                None => return self.unlike(tree, left, right),
            },
        };
        Ok(Type::one(Of::Amount(class)))
    }

    fn unlike<T>(&self, tree: &Tree, left: &Tree, right: &Tree) -> Result<T, Mistake> {
        let (one, other) = (self.tree(left)?, self.tree(right)?);
        let what = match (one, other) {
            (one, other) if one.many != other.many => {
                "a list cannot stand beside one value".to_owned()
            }
            (one, other) => format!("{one} cannot be set beside {other}"),
        };
        let help = [one, other].into_iter().find_map(|given| match given {
            given if given.many => Some("add it up with `sum(…)`"),
            given => cure(given),
        });
        let classes = [one.class(), other.class()];
        let timed = classes.contains(&Some(Class::Time)) && classes.contains(&Some(Class::Number));
        let help = help.or_else(|| timed.then_some(TIMED));
        mistake(tree, what, help)
    }

    fn compare(
        &self,
        tree: &Tree,
        relation: Relation,
        left: &Tree,
        right: &Tree,
    ) -> Result<(), Mistake> {
        for (side, other) in [(left, right), (right, left)] {
            if let Some(family) = self.family(side)? {
                return self.symbols(tree, relation, family, other);
            }
        }
        let (one, other) = (self.tree(left)?.worth(), self.tree(right)?.worth());
        let is_equality = matches!(relation, Relation::Equal | Relation::Unequal);
        let agree = match (one.of, other.of) {
            _ if one.many || other.many => false,
            (Of::Amount(_), Of::Amount(_)) => self.class(left)?.meet(self.class(right)?).is_some(),
            (Of::Date, Of::Date) | (Of::Clock, Of::Clock) => true,
            (Of::Word | Of::Text, Of::Word | Of::Text) | (Of::Unit, Of::Unit) => is_equality,
            (Of::Truth, Of::Truth) => is_equality,
            _ => false,
        };
        if agree {
            return Ok(());
        }
        if one == other && !one.many {
            let message = format!("of two values such as {one} none is the greater");
            return mistake(tree, message, Some("compare them with `==` or `!=`"));
        }
        self.unlike(tree, left, right)
    }

    /// The family of a side that gives symbols.
    fn family(&self, tree: &Tree) -> Result<Option<Family>, Mistake> {
        if !matches!(tree.meant().part, Part::Field(..) | Part::Call(..)) {
            return Ok(None);
        }
        Ok(match self.tree(tree)? {
            Type {
                of: Of::Symbol(family),
                many: false,
            } => Some(family),
            _ => None,
        })
    }

    fn symbols(
        &self,
        tree: &Tree,
        relation: Relation,
        family: Family,
        other: &Tree,
    ) -> Result<(), Mistake> {
        if !matches!(relation, Relation::Equal | Relation::Unequal) {
            let message = format!(
                "of two values such as {} none is the greater",
                family.noun()
            );
            return mistake(tree, message, Some("compare them with `==` or `!=`"));
        }
        if self.family(other)? == Some(family) {
            return Ok(());
        }
        match other.symbol() {
            Some(symbol) if family.find(&symbol).is_some() => Ok(()),
            Some(symbol) => Err(no_symbol(family, &symbol, other.span.clone())),
            None => mistake(other, format!("expected {} here", family.noun()), None),
        }
    }

    fn is(&self, of: &Tree, kind: &Word) -> Result<(), Mistake> {
        let given = self.tree(of)?;
        let word = kind.text.replace('_', "-");
        if matches!(&*word, "missing" | "bound") {
            return Ok(());
        }
        if let Of::Symbol(family) = given.of {
            return match family.find(&word) {
                Some(_) => Ok(()),
                None => Err(no_symbol(family, &kind.text, kind.span.clone())),
            };
        }
        let known = || {
            let sorts = Sort::NAMED.iter().map(|(name, _)| *name);
            sorts
                .chain(Family::Kind.symbols().iter().copied())
                .chain(STATES)
        };
        if !known().any(|name| name == word) {
            return Err(Mistake {
                span: kind.span.clone(),
                message: format!("there is no kind `{}`", kind.text),
                help: did_you_mean(&word, known()),
            });
        }
        match given.of {
            Of::Thing(sort) if Sort::NAMED.iter().any(|&(_, named)| named == sort) => Ok(()),
            Of::Thing(Sort::Claim) => Ok(()),
            _ => mistake(
                of,
                format!("{given} is not a capture: it has no kind"),
                Some("only `is missing` and `is bound` can be asked of it"),
            ),
        }
    }

    fn within(&self, of: &Tree, set: &Set) -> Result<(), Mistake> {
        let given = self.tree(of)?.worth();
        match (given, set) {
            (
                Type {
                    of: Of::Word | Of::Text,
                    many: false,
                },
                Set::Class(class),
            ) => self.class_exists(class),
            (
                Type {
                    of: Of::Word | Of::Text,
                    many: false,
                },
                Set::Words(_),
            ) => Ok(()),
            (
                Type {
                    of: Of::Symbol(family),
                    many: false,
                },
                Set::Words(words),
            ) => match words
                .iter()
                .find(|word| family.find(&word.text.replace('_', "-")).is_none())
            {
                Some(word) => Err(no_symbol(family, &word.text, word.span.clone())),
                None => Ok(()),
            },
            (given, Set::Class(_)) => mistake(
                of,
                format!("{given} is in no word class"),
                Some("words are: `verb in @rise`, `share.head in @person`"),
            ),
            (given, Set::Words(_)) => mistake(
                of,
                format!("{given} is not in a list of words"),
                Some("words and symbols are: `date.form in [year, month]`"),
            ),
        }
    }

    fn class_exists(&self, class: &Word) -> Result<(), Mistake> {
        if self.scope.classes().any(|name| name == class.text) {
            return Ok(());
        }
        Err(Mistake {
            span: class.span.clone(),
            message: format!("no word class is named `{}`", class.text),
            help: did_you_mean(&class.text, self.scope.classes()),
        })
    }
}

fn is_nought(tree: &Tree) -> bool {
    matches!(&tree.meant().part, Part::Number(number) if number.is_zero())
}

fn no_symbol(family: Family, word: &str, span: std::ops::Range<usize>) -> Mistake {
    let symbols = family.symbols();
    Mistake {
        span,
        message: format!("`{word}` is not {}", family.noun()),
        help: did_you_mean(word, symbols.iter().copied())
            .or_else(|| Some(format!("one of {}", symbols.join(", ")))),
    }
}

/// What to write instead where a value of this type is no amount.
/// The fields that a thing has, as far as they can be told in a line.
fn known_fields(given: Type) -> Option<String> {
    let names: Vec<&str> = field::fields(given.of).map(|field| field.name).collect();
    match names.len() {
        0 => None,
        1..=MANY => Some(format!("it has {}", names.join(", "))),
        _ => Some("`addup language` lists the fields it has".to_owned()),
    }
}

/// How a number becomes a span of time.
const TIMED: &str = "write a span of time with a function: `years(60)`, `hours(2)`";

/// More fields than this are not listed in a line.
const MANY: usize = 12;

fn cure(given: Type) -> Option<&'static str> {
    match given.worth().of {
        Of::Date => Some("take `year(…)` of a date, or the `days(from, to)` between two"),
        Of::Clock => Some("take the time `elapsed(from, to)` between two"),
        Of::Thing(Sort::Score) => Some("take its `first` or `second` number"),
        Of::Thing(Sort::Column | Sort::Row) => Some("take its `cells`, `values` or `total`"),
        Of::Thing(Sort::Cell) => Some("take its `number`"),
        Of::Thing(Sort::List) => Some("take its `length` or its `announced` number"),
        _ => None,
    }
}

fn mistake<T>(tree: &Tree, message: String, help: Option<&str>) -> Result<T, Mistake> {
    Err(Mistake {
        span: tree.span.clone(),
        message,
        help: help.map(str::to_owned),
    })
}

#[cfg(test)]
mod tests {
    use super::super::{Expression, Name};
    use super::*;

    fn scope() -> Scope {
        let mut scope = Scope::default();
        for (name, sort) in [
            ("part", Sort::Count),
            ("whole", Sort::Count),
            ("share", Sort::Percent),
            ("cost", Sort::Money),
            ("length", Sort::Measure),
            ("age", Sort::Age),
            ("value", Sort::Quantity),
            ("date", Sort::Date),
            ("verb", Sort::Word),
            ("list", Sort::List),
            ("column", Sort::Column),
            ("score", Sort::Score),
        ] {
            scope.bind(name, Name::of(sort));
        }
        scope.bind("parts", Name::of(Sort::Count).repeated());
        scope.add_class("rise");
        scope
    }

    fn accepts(text: &str) {
        let checked = Expression::parse(text).and_then(|e| e.check_condition(&scope()));
        assert_eq!(checked, Ok(()), "{text}");
    }

    fn wrong(text: &str) -> (String, &str, String) {
        let mistake = Expression::parse(text)
            .and_then(|e| e.check_condition(&scope()))
            .unwrap_err();
        let help = mistake.help.unwrap_or_default();
        (mistake.message, &text[mistake.span], help)
    }

    #[test]
    fn what_makes_sense_is_accepted() {
        for text in [
            "part / whole == share",
            "cost > 0 and cost / part < 2 * cost",
            "age == years(date, date) or age == years(65)",
            "value.unit == cost.unit and value is percent",
            "date.weekday and date.day",
            "date.weekday == weekday(date) or date.weekday == monday",
            "date.form in [day-month, full]",
            "value.hedge != more-than",
            "value.hedge == \"more-than\"",
            "verb in @rise and not (part.head in [people, person])",
            "sum(parts) <= whole and disjoint(parts.head)",
            "sum(column.values) == column.total",
            "list.announced == list.length",
            "score.first + score.second == part",
            "nearest(date, monday) < date",
            "cost is missing or part is not range",
            "date.resolved",
            "share_of(part, parts, whole) == share",
            "max(cost, value) == cost",
        ] {
            accepts(text);
        }
    }

    #[test]
    fn unlike_things_are_not_compared() {
        let (message, at, _) = wrong("cost == length");
        assert_eq!(message, "an amount of money cannot be set beside a measure");
        assert_eq!(at, "cost == length");
        assert!(wrong("date == part").2.starts_with("take `year(…)`"));
        assert_eq!(
            wrong("share + cost == cost").0,
            "a percentage cannot be set beside an amount of money"
        );
        assert_eq!(wrong("parts == whole").2, "add it up with `sum(…)`");
        assert_eq!(
            wrong("column == whole").2,
            "take its `cells`, `values` or `total`"
        );
        assert!(wrong("verb < verb").0.contains("none is the greater"));
    }

    #[test]
    fn unknown_names_are_pointed_at() {
        assert_eq!(wrong("prat > 0").1, "prat");
        assert_eq!(wrong("prat > 0").2, "did you mean `part`?");
        assert_eq!(wrong("date.weekdya").1, "weekdya");
        assert_eq!(wrong("date.weekdya").2, "did you mean `weekday`?");
        assert_eq!(
            wrong("absolute(part) > 0").0,
            "no function is named `absolute`"
        );
        assert_eq!(wrong("verb in @ris").2, "did you mean `rise`?");
        assert_eq!(wrong("date.form == weekdy").2, "did you mean `weekday`?");
        assert_eq!(wrong("share is percnt").2, "did you mean `percent`?");
        assert!(wrong("sum > 0").2.contains("is a function"));
        assert_eq!(wrong("part.days > 0").0, "a count has no field `days`");
    }

    #[test]
    fn arguments_are_counted_and_typed() {
        assert_eq!(wrong("abs() > 0").0, "`abs` does not take no arguments");
        assert_eq!(
            wrong("change(part) > 0").0,
            "`change` does not take one argument"
        );
        let (message, at, help) = wrong("weekday(part) == monday");
        assert_eq!(message, "`weekday` takes a date here, not a number");
        assert_eq!((at, &*help), ("part", "it is called as `weekday(a date)`"));
        assert_eq!(
            wrong("sum(cost, length) > 0").0,
            "the arguments of `sum` measure different things"
        );
    }

    #[test]
    fn what_is_neither_true_nor_false_is_no_condition() {
        assert_eq!(wrong("part / whole").0, "this is a number, not a condition");
        assert_eq!(wrong("part > 0 and 3").1, "3");
    }
}
