//! A field is what is known of a captured thing: the unit of a number, the
//! weekday of a date, the length of a list.

use super::symbol::Family;
use super::types::{Class, Of, Type};
use crate::rule::sort::Sort;

/// A field and the things that have it.
#[derive(Clone, Copy, Debug)]
pub struct Field {
    /// Its name in rules.
    pub name: &'static str,
    /// What has it.
    pub of: Owner,
    /// What it gives; `None` for an amount like the thing itself.
    pub gives: Option<Type>,
    /// What it is, in one line.
    pub summary: &'static str,
}

/// A group of things that share fields.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Owner {
    /// Amounts, captured or computed.
    Amount,
    /// Captured numbers.
    Number,
    /// Captured ratios, fractions and scores.
    Pair,
    /// Captured statistics.
    Statistic,
    /// Every captured number or expression of time.
    Claim,
    /// Dates, captured or computed.
    Day,
    /// Captured expressions of time.
    Time,
    /// Words, captured or found.
    Word,
    /// Lists of the document.
    List,
    /// Columns and rows of tables.
    Table,
    /// Cells of tables.
    Cell,
    /// Sentences.
    Sentence,
    /// The document.
    Document,
}

impl Owner {
    /// What things of the group are called in documentation.
    pub fn name(self) -> &'static str {
        match self {
            Owner::Amount => "amount",
            Owner::Number => "number",
            Owner::Pair => "ratio, fraction or score",
            Owner::Statistic => "statistic",
            Owner::Claim => "number or date",
            Owner::Day => "date",
            Owner::Time => "written date",
            Owner::Word => "word",
            Owner::List => "list",
            Owner::Table => "column or row",
            Owner::Cell => "cell",
            Owner::Sentence => "sentence",
            Owner::Document => "document",
        }
    }

    /// Which captures and values belong to the group.
    pub fn summary(self) -> &'static str {
        match self {
            Owner::Amount => "Every captured number, and what is computed from numbers",
            Owner::Number => "Every captured number",
            Owner::Pair => "What is captured as `ratio`, `fraction` or `score`",
            Owner::Statistic => "What is captured as `statistic`",
            Owner::Claim => "Everything captured that is a number or a date",
            Owner::Day => "Every captured expression of time, and what is computed as a date",
            Owner::Time => "Every captured expression of time",
            Owner::Word => "Captured words, and fields that give a word",
            Owner::List => "`list` of `each: list`",
            Owner::Cell => "`cell` of `each: table-cell`",
            Owner::Table => "`column` of `each: table-column`, `row` of `each: table-row`",
            Owner::Sentence => "`sentence` of `each: sentence`",
            Owner::Document => "`document` of `each: document` or `all:`",
        }
    }
}

const NUMBER: Type = Type::NUMBER;
const TRUTH: Type = Type::one(Of::Truth);
const WORD: Type = Type::one(Of::Word);
const TEXT: Type = Type::one(Of::Text);
const DATE: Type = Type::one(Of::Date);
const MENTION: Type = Type::one(Of::Thing(Sort::Number));

const fn symbol(family: Family) -> Type {
    Type::one(Of::Symbol(family))
}

/// Every field, by name; where one name has several owners, each has a row.
#[rustfmt::skip]
pub const FIELDS: &[Field] = &[
    field("anchor", Owner::Document, DATE, "the date that other dates are read against"),
    field("anchored", Owner::Document, TRUTH, "whether there is an anchor date"),
    field("anchored", Owner::Time, TRUTH, "whether its days depend on the anchor date"),
    field("announced", Owner::Word, TRUTH, "whether its sentence announces something: it is new, or released"),
    field("announced", Owner::List, MENTION, "the last count of the sentence that ends in a colon before the list, or of the one before where that one only points at it (“These are:”)"),
    field("aside", Owner::List, TRUTH, "whether an item is a remark on the others: “NOTE: ...”, “The remaining ...”"),
    field("begins", Owner::Time, DATE, "the days of its first end, when it is a range; else all its days"),
    field("cells", Owner::Table, Type::list(Of::Thing(Sort::Number)), "the number of each cell, header and label left out"),
    field("clock", Owner::Time, Type::one(Of::Clock), "the hour of the day"),
    field("column", Owner::Cell, Type::list(Of::Thing(Sort::Number)), "the numbers of its column without the total"),
    field("compared", Owner::Claim, TRUTH, "whether a word of comparison stands in its clause"),
    field("compound", Owner::List, TRUTH, "whether an item may name several things: `and`, `or` or a comma stands among its first words"),
    field("dated", Owner::Time, TRUTH, "whether its year is written"),
    field("day", Owner::Day, NUMBER, "the day of the month as written"),
    field("days", Owner::Time, DATE, "the days it stands for"),
    field("definite", Owner::Claim, TRUTH, "whether `the`, `these`, `all` or `both` stands before it"),
    field("detached", Owner::List, TRUTH, "whether the sentence goes on to something else between the announced number and its colon: “the first two letters of the name, as follows:”"),
    field("df", Owner::Statistic, NUMBER, "the degrees of freedom, or the first of two"),
    field("df2", Owner::Statistic, NUMBER, "the second degrees of freedom"),
    field("digits", Owner::Number, NUMBER, "how many significant digits are written"),
    field("ending_fits", Owner::Number, TRUTH, "whether the letters behind the digits of an ordinal are its own: not those of `42th`"),
    field("ends", Owner::Time, DATE, "the days of its last end, when it is a range; else all its days"),
    field("first", Owner::Pair, NUMBER, "the number before: 3 of `3-1`, 1 of `one in five`"),
    field("first", Owner::Day, DATE, "its first day"),
    field("form", Owner::Time, symbol(Family::Form), "how it is written"),
    alike("full_end", Owner::Number, "the number behind the dash of a range, with the leading digits that it leaves out: 492 of `488–92`"),
    field("has_date", Owner::Document, TRUTH, "whether a full date stands anywhere in it"),
    field("has_year", Owner::Document, TRUTH, "whether a year stands anywhere in it, alone or in a date"),
    field("head", Owner::Claim, WORD, "the noun that is counted"),
    field("header", Owner::Cell, TEXT, "the header of its column"),
    field("header", Owner::Table, TEXT, "its header: the first cell"),
    field("hedge", Owner::Claim, symbol(Family::Hedge), "the word that widens it"),
    field("hedged", Owner::Claim, TRUTH, "whether a word widens it"),
    field("hedged", Owner::List, TRUTH, "whether the announced number is hedged"),
    field("high", Owner::Amount, NUMBER, "the highest value in its own unit"),
    alike("high_end", Owner::Number, "the number behind the dash of a range, as written"),
    field("impossible", Owner::Time, TRUTH, "whether no calendar has this day or no clock this hour"),
    field("kind", Owner::Claim, symbol(Family::Kind), "what kind of number or date it is"),
    field("label", Owner::Cell, TEXT, "the first cell of its row"),
    field("last", Owner::Day, DATE, "its last day"),
    field("left", Owner::Cell, MENTION, "the number of the cell to its left"),
    field("left_column", Owner::Cell, Type::list(Of::Thing(Sort::Number)), "the numbers of the column to its left, without the total"),
    field("length", Owner::List, NUMBER, "how many items it has"),
    field("length", Owner::Table, NUMBER, "how many cells hold anything, header and label left out"),
    field("level", Owner::Statistic, NUMBER, "the level of a confidence interval: 95"),
    field("low", Owner::Amount, NUMBER, "the lowest value in its own unit"),
    alike("low_end", Owner::Number, "the number before the dash of a range, as written"),
    field("modality", Owner::Claim, symbol(Family::Modality), "whether it is a fact, a plan, a forecast …"),
    field("modifiers", Owner::Claim, WORD, "the words between number and head"),
    field("month", Owner::Day, NUMBER, "the month, 1 to 12"),
    field("noun", Owner::List, WORD, "what the announced number counts"),
    field("number", Owner::Cell, MENTION, "its number"),
    field("number", Owner::Word, TEXT, "of a name with a number, the number: `13.2-rc1` of `Kiln 13.2-rc1`"),
    field("ordered", Owner::List, TRUTH, "whether its items are numbered"),
    field("outcome", Owner::Claim, symbol(Family::Outcome), "dead, injured, missing …"),
    field("phrase", Owner::Claim, TEXT, "the whole noun phrase, number included"),
    alike("place", Owner::Number, "the unit of the last written place: 100,000 for `1.2 million`"),
    field("place_name", Owner::Claim, WORD, "the place it speaks of"),
    field("predicate", Owner::Claim, WORD, "the verb of its clause"),
    field("quoted", Owner::Claim, TRUTH, "whether it stands in a quotation"),
    field("rate", Owner::Number, TRUTH, "whether its unit is so much per something"),
    field("resolved", Owner::Time, TRUTH, "whether the days it stands for are known"),
    field("resumed", Owner::List, TRUTH, "whether a later list goes on with its numbers, so that it is only the first piece of one"),
    field("role", Owner::Claim, symbol(Family::Role), "what part it plays beside other numbers"),
    field("second", Owner::Pair, NUMBER, "the number after: 1 of `3-1`, 5 of `one in five`"),
    field("setting", Owner::Claim, symbol(Family::Setting), "where in the article it stands"),
    field("setting", Owner::Word, symbol(Family::Setting), "where in the article it stands"),
    field("shares", Owner::Cell, TRUTH, "whether its column is of percentages: `%` or `per cent` stands in its header, or in the cell"),
    field("source", Owner::Claim, WORD, "who says so"),
    field("start", Owner::List, NUMBER, "the number its first item carries"),
    field("statistic", Owner::Statistic, symbol(Family::Statistic), "what it is of: t, f, chi2, r, z, q, p, n, mean, sd, or ci for an interval"),
    field("subject", Owner::Claim, WORD, "whose number it is"),
    field("symbol", Owner::Amount, TEXT, "the symbol of its unit: two units of one dimension differ in it"),
    field("text", Owner::Claim, TEXT, "as written"),
    field("text", Owner::Word, TEXT, "as written"),
    field("text", Owner::Sentence, TEXT, "as written"),
    field("title", Owner::Document, TEXT, "its title"),
    field("total", Owner::Table, MENTION, "the cell that is labelled as the total"),
    field("trusted", Owner::Claim, TRUTH, "whether its head was found in a way that deserves trust"),
    field("unit", Owner::Amount, Type::one(Of::Unit), "what it counts in"),
    field("value", Owner::Amount, NUMBER, "the number alone, in its own unit: 25 for `25%`"),
    field("values", Owner::Table, Type::list(Of::Thing(Sort::Number)), "its cells without the total"),
    field("weekday", Owner::Day, symbol(Family::Weekday), "the weekday as written; of a computed date, its true one"),
    field("window", Owner::Claim, WORD, "the time it speaks of"),
    field("written", Owner::Number, NUMBER, "the number exactly as written, in its own unit"),
    field("year", Owner::Day, NUMBER, "the year as written, or as it was found from the text"),
    field("zone", Owner::Time, Type::one(Of::Amount(Class::Time)), "how far its time zone lies east of Greenwich"),
    field("zoned", Owner::Time, TRUTH, "whether a time zone stands beside the hour, whatever it is"),
];

const fn field(name: &'static str, of: Owner, gives: Type, summary: &'static str) -> Field {
    Field {
        name,
        of,
        gives: Some(gives),
        summary,
    }
}

const fn alike(name: &'static str, of: Owner, summary: &'static str) -> Field {
    Field {
        name,
        of,
        gives: None,
        summary,
    }
}

/// The groups that a value of this kind belongs to.
fn owners(of: Of) -> &'static [Owner] {
    match of {
        Of::Amount(_) => &[Owner::Amount],
        Of::Date => &[Owner::Day],
        Of::Word => &[Owner::Word],
        Of::Clock | Of::Truth | Of::Text | Of::Unit | Of::Symbol(_) => &[],
        Of::Thing(sort) => match sort {
            Sort::Number | Sort::Claim => &[
                Owner::Amount,
                Owner::Number,
                Owner::Pair,
                Owner::Statistic,
                Owner::Claim,
            ],
            Sort::Quantity | Sort::Ratio | Sort::Fraction | Sort::Score => {
                &[Owner::Amount, Owner::Number, Owner::Pair, Owner::Claim]
            }
            Sort::Statistic => &[Owner::Amount, Owner::Number, Owner::Statistic, Owner::Claim],
            Sort::Count
            | Sort::Percent
            | Sort::Points
            | Sort::Multiple
            | Sort::Money
            | Sort::Measure
            | Sort::Duration
            | Sort::Age
            | Sort::Ordinal
            | Sort::Range => &[Owner::Amount, Owner::Number, Owner::Claim],
            Sort::Date | Sort::Day | Sort::Year | Sort::Month | Sort::Weekday | Sort::Clock => {
                &[Owner::Day, Owner::Time, Owner::Claim]
            }
            Sort::Word | Sort::Name => &[Owner::Word],
            Sort::List => &[Owner::List],
            Sort::Column | Sort::Row => &[Owner::Table],
            Sort::Cell => &[Owner::Cell],
            Sort::Sentence => &[Owner::Sentence],
            Sort::Document => &[Owner::Document],
        },
    }
}

/// All fields of values of this kind.
pub(super) fn fields(of: Of) -> impl Iterator<Item = &'static Field> {
    let owners = owners(of);
    FIELDS.iter().filter(|field| owners.contains(&field.of))
}

/// The fields that a capture of this sort has, for documentation.
pub fn fields_of(sort: Sort) -> impl Iterator<Item = &'static Field> {
    fields(Of::Thing(sort))
}

/// The type of a field of something of type `owner`; `None` when it has none
/// of that name. A field of a list is the list of its members' fields.
pub(super) fn type_of(owner: Type, name: &str) -> Option<Type> {
    let field = fields(owner.of).find(|field| field.name == name)?;
    let gives = field
        .gives
        .unwrap_or(Type::one(Of::Amount(owner.class().unwrap_or(Class::Any))));
    Some(Type {
        many: gives.many || owner.many,
        ..gives
    })
}

/// What a field gives, where it is not an amount like its owner; of fields of
/// one name the first.
pub(super) fn given_by(name: &str) -> Option<Type> {
    let place = FIELDS.partition_point(|field| field.name < name);
    let field = FIELDS.get(place).filter(|field| field.name == name)?;
    field.gives
}

/// The family of a field that gives symbols.
pub(super) fn family(name: &str) -> Option<Family> {
    match given_by(name)?.of {
        Of::Symbol(family) => Some(family),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fields_stand_in_alphabetical_order() {
        assert!(FIELDS.is_sorted_by_key(|field| field.name));
    }

    #[test]
    fn no_sort_has_two_fields_of_one_name() {
        for (_, sort) in Sort::NAMED {
            let mut names: Vec<_> = fields_of(sort).map(|field| field.name).collect();
            let all = names.len();
            names.dedup();
            assert_eq!(names.len(), all, "{sort:?}");
        }
    }
}
