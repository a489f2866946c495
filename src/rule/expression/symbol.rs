//! A symbol is a word of the rule language for one of a few possibilities: the
//! kind of a number, the form of a date, the day of the week.
//!
//! In `date.form == weekday` the right side is a symbol, because `form` is a
//! field that gives one. Symbols of several words are written with hyphens:
//! `share.hedge == more-than`.

use crate::claim::{Modality, Outcome, Role, Setting};
use crate::mention::statistic::Symbol as Reported;
use crate::mention::timex::DateForm;
use crate::mention::{Hedge, Kind, Statistic};

/// Symbols that can be compared with each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Family {
    /// What kind of number or expression of time a mention is.
    Kind,
    /// How a date is written.
    Form,
    /// How a number is hedged.
    Hedge,
    /// What part a number plays beside others.
    Role,
    /// Whether it is said to be so.
    Modality,
    /// Where in the article a claim stands.
    Setting,
    /// The casualty family.
    Outcome,
    /// The day of the week.
    Weekday,
    /// What a reported statistic is of.
    Statistic,
}

impl Family {
    /// Every family.
    pub const ALL: [Family; 9] = [
        Family::Kind,
        Family::Form,
        Family::Hedge,
        Family::Role,
        Family::Modality,
        Family::Setting,
        Family::Outcome,
        Family::Weekday,
        Family::Statistic,
    ];

    /// The symbols of the family.
    pub fn symbols(self) -> &'static [&'static str] {
        match self {
            Family::Kind => &Kind::NAMES,
            Family::Form => &[
                "full",
                "day-month",
                "month-year",
                "month",
                "year",
                "weekday",
                "relative",
                "period",
                "range",
                "clock",
                "set",
            ],
            Family::Hedge => &[
                "none",
                "exactly",
                "about",
                "nearly",
                "just-under",
                "just-over",
                "more-than",
                "at-least",
                "less-than",
                "at-most",
            ],
            Family::Role => &["whole", "part", "increment", "end", "per-unit", "member"],
            Family::Modality => &["fact", "plan", "forecast", "condition", "negated"],
            Family::Setting => &[
                "title",
                "standfirst",
                "heading",
                "lead",
                "body",
                "caption",
                "table",
                "quotation",
                "list",
            ],
            Family::Outcome => &["dead", "injured", "missing", "held", "displaced", "rescued"],
            Family::Weekday => &WEEKDAYS,
            Family::Statistic => &[
                "t", "f", "chi2", "r", "z", "q", "p", "n", "mean", "sd", "ci",
            ],
        }
    }

    /// The family's symbol of that name.
    pub fn find(self, name: &str) -> Option<&'static str> {
        self.symbols().iter().copied().find(|&s| s == name)
    }

    /// What one of the family is called in messages, with its article.
    pub(crate) fn noun(self) -> &'static str {
        match self {
            Family::Kind => "a kind",
            Family::Form => "a form of date",
            Family::Hedge => "a hedge",
            Family::Role => "a role",
            Family::Modality => "a modality",
            Family::Setting => "a setting",
            Family::Outcome => "an outcome",
            Family::Weekday => "a weekday",
            Family::Statistic => "a statistic",
        }
    }
}

const WEEKDAYS: [&str; 7] = [
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
];

/// The symbol of a weekday, Monday being 1.
pub(super) fn weekday(number: u8) -> Option<&'static str> {
    WEEKDAYS.get(usize::from(number).checked_sub(1)?).copied()
}

/// The number of a weekday's symbol, Monday being 1.
pub(super) fn weekday_number(symbol: &str) -> Option<u8> {
    let place = WEEKDAYS.iter().position(|&name| name == symbol)?;
    Some(place as u8 + 1)
}

/// The symbol of a date's form.
pub(super) fn form(form: DateForm) -> &'static str {
    match form {
        DateForm::Full => "full",
        DateForm::DayMonth => "day-month",
        DateForm::MonthYear => "month-year",
        DateForm::Month => "month",
        DateForm::Year => "year",
        DateForm::Weekday => "weekday",
        DateForm::Relative => "relative",
        DateForm::Period => "period",
        DateForm::Range => "range",
        DateForm::Clock => "clock",
        DateForm::Set => "set",
        DateForm::Loose => "loose",
    }
}

/// The symbol of what a reported statistic is of.
pub(super) fn statistic(statistic: &Statistic) -> &'static str {
    let Statistic::Value { symbol, .. } = statistic else {
        return "ci";
    };
    match symbol {
        Reported::T => "t",
        Reported::F => "f",
        Reported::ChiSquare => "chi2",
        Reported::R => "r",
        Reported::Z => "z",
        Reported::Q => "q",
        Reported::P => "p",
        Reported::N => "n",
        Reported::Mean => "mean",
        Reported::Deviation => "sd",
    }
}

/// The symbol of a hedge.
pub(super) fn hedge(hedge: Hedge) -> &'static str {
    match hedge {
        Hedge::None => "none",
        Hedge::Exactly => "exactly",
        Hedge::About => "about",
        Hedge::Nearly => "nearly",
        Hedge::JustUnder => "just-under",
        Hedge::JustOver => "just-over",
        Hedge::MoreThan => "more-than",
        Hedge::AtLeast => "at-least",
        Hedge::LessThan => "less-than",
        Hedge::AtMost => "at-most",
    }
}

/// The symbol of a role.
pub(super) fn role(role: Role) -> &'static str {
    match role {
        Role::Whole => "whole",
        Role::Part => "part",
        Role::Increment => "increment",
        Role::End => "end",
        Role::PerUnit => "per-unit",
        Role::Member => "member",
    }
}

/// The symbol of a modality.
pub(super) fn modality(modality: Modality) -> &'static str {
    match modality {
        Modality::Fact => "fact",
        Modality::Plan => "plan",
        Modality::Forecast => "forecast",
        Modality::Condition => "condition",
        Modality::Negated => "negated",
    }
}

/// The symbol of a setting.
pub(super) fn setting(setting: Setting) -> &'static str {
    match setting {
        Setting::Title => "title",
        Setting::Standfirst => "standfirst",
        Setting::Heading => "heading",
        Setting::Lead => "lead",
        Setting::Body => "body",
        Setting::Caption => "caption",
        Setting::Table => "table",
        Setting::Quotation => "quotation",
        Setting::List => "list",
    }
}

/// The symbol of an outcome.
pub(super) fn outcome(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::Dead => "dead",
        Outcome::Injured => "injured",
        Outcome::Missing => "missing",
        Outcome::Held => "held",
        Outcome::Displaced => "displaced",
        Outcome::Rescued => "rescued",
    }
}
