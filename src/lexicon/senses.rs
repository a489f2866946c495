//! What a word may mean to the grammars.

use serde::{Deserialize, Serialize};

/// What a word may mean to the grammars; all that is `None` or 0 it does not.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Senses {
    /// `seven`: 7, `forty`: 40. Below 100.
    pub cardinal: Option<u8>,
    /// `hundred`, `million`, `bn`, `dozen`.
    pub scale: Option<Scale>,
    /// `third`: 3, `twentieth`: 20; also `hundredth`: 100.
    pub ordinal: Option<u16>,
    /// `half`: 2, `third`: 3, `quarters`: 4, `billionths`: 10⁹: the parts of one.
    pub fraction: Option<u64>,
    /// `double`, `twice`, `tripled`, `halved`: times 2, 2, 3, ½ (as -2).
    pub multiple: Option<i8>,
    /// 1 to 12.
    pub month: Option<u8>,
    /// 1 is Monday.
    pub weekday: Option<u8>,
    /// What else it says of time.
    pub time: Option<TimeWord>,
    /// Whether a clause with it speaks of what was or of what is to come.
    pub tense: Option<Reference>,
    /// Whether the name of a holiday begins with it.
    pub begins_holiday: bool,
    /// Whether an expression that hedges ends with it.
    pub ends_hedge: bool,
    /// The kinds of time it leads, a bit each.
    pub leads: u16,
    /// The grammar's word classes it is in, a bit each.
    pub classes: u128,
}

/// A word that scales the number before it: by 10 to the power of `zeros`,
/// times `of` (12 for `dozen`).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Scale {
    /// What is counted in: 1, 12 for a dozen, 20 for a score.
    pub of: u8,
    /// How many noughts it adds.
    pub zeros: u8,
}

/// What a word says of time, apart from the names of months and weekdays.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum TimeWord {
    /// `day`, `weeks`, `hrs`
    Unit(TimeUnit),
    /// `morning`, `nights`
    DayPart(DayPart),
    /// `spring` to `winter`: 1 to 4
    Season(u8),
    /// `GMT`: the minutes it is east of Greenwich, where it has one meaning.
    Zone(Option<i16>),
    /// `fortnightly`: every so many of a unit
    Recurrence(u8, TimeUnit),
    /// `nineties`: 9
    Decade(u8),
    /// `now`, `recently`
    Reference(Reference),
}

/// A unit in which time is counted, the shorter before the longer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum TimeUnit {
    /// 60 to the minute
    Second,
    /// 60 to the hour
    Minute,
    /// 24 to the day
    Hour,
    /// from midnight to midnight
    Day,
    /// Saturday and Sunday
    Weekend,
    /// Monday to Sunday
    Week,
    /// two weeks
    Fortnight,
    /// a month of the calendar
    Month,
    /// three months
    Quarter,
    /// a year of the calendar
    Year,
    /// ten years
    Decade,
    /// a hundred years
    Century,
}

/// A part of the day, named as TIMEX3 names it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum DayPart {
    /// `MO`
    Morning,
    /// `MI`
    Midday,
    /// `AF`
    Afternoon,
    /// `EV`
    Evening,
    /// `NI`
    Night,
    /// `DT`
    Daytime,
}

/// What kind of time a number or word is likely to be behind some words: a day
/// behind “on”, an hour behind “at”.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[repr(u8)]
pub enum Lead {
    /// on 22/04, by the 3rd
    Day,
    /// at 9.30, until ten
    Hour,
    /// in May, since March
    Month,
    /// during spring
    Season,
    /// over the weekend
    Weekend,
    /// from 1912
    Year,
    /// in 2014, even where it seems to count something: in 2014 prices
    SureYear,
    /// for years
    Units,
    /// within a week
    OneUnit,
    /// over the past year
    PastUnit,
    /// the last two quarters, which are no parts of a whole
    Quarters,
    /// two more years, between the number and its unit
    Amid,
}

/// A time that no calendar names: what is, was or will be.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Reference {
    /// `PAST_REF`
    Past,
    /// `PRESENT_REF`
    Present,
    /// `FUTURE_REF`
    Future,
}

impl Senses {
    /// The unit of time it names.
    pub fn time_unit(&self) -> Option<TimeUnit> {
        match self.time {
            Some(TimeWord::Unit(unit)) => Some(unit),
            _ => None,
        }
    }

    /// The part of the day it names.
    pub fn day_part(&self) -> Option<DayPart> {
        match self.time {
            Some(TimeWord::DayPart(part)) => Some(part),
            _ => None,
        }
    }

    /// Whether a time of that kind is likely behind it.
    pub fn leads(&self, kind: Lead) -> bool {
        self.leads >> kind as u8 & 1 == 1
    }

    /// Whether it is in a grammar's class.
    pub fn is(&self, class: Class) -> bool {
        self.classes >> class as u8 & 1 == 1
    }

    /// Whether it has any sense that a grammar begins with, but for the names of
    /// holidays.
    pub fn begins_mention(&self) -> bool {
        self.cardinal.is_some()
            || self.scale.is_some()
            || self.ordinal.is_some()
            || self.fraction.is_some()
            || self.multiple.is_some()
            || self.month.is_some()
            || self.weekday.is_some()
            || matches!(
                self.time,
                Some(
                    TimeWord::DayPart(_)
                        | TimeWord::Decade(_)
                        | TimeWord::Recurrence(..)
                        | TimeWord::Reference(_)
                        | TimeWord::Season(_)
                )
            )
            || self.is(Class::Opener)
    }
}

/// The word classes that the grammars and claims themselves use. Rules name
/// them by the same name in kebab case (`@time-noun`), but for
/// [those of the grammars alone](Class::INNER).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[repr(u8)]
pub enum Class {
    /// Abbreviations that a full stop follows without ending the sentence.
    Abbreviation,
    /// a, an, the
    Article,
    /// this, those, its, their, some, any
    Determiner,
    /// he, she, it, they
    Pronoun,
    /// of, in, at
    Preposition,
    /// and, or, but
    Conjunction,
    /// is, was, has, will
    Auxiliary,
    /// day, week, season: what time is counted in
    TimeNoun,
    /// grade, trial, version, top: what a number after it names
    Label,
    /// Words with which a mention may begin though they are no number: today,
    /// last, between, early
    Opener,
    /// another, further, extra
    Increment,
    /// including, among, each
    PartWord,
    /// plan, target, would
    PlanWord,
    /// forecast, expect, predict
    ForecastWord,
    /// maximum, limit, capacity
    LimitWord,
    /// if, unless, suppose
    ConditionWord,
    /// not, never, without
    Negation,
    /// compared, versus, earlier, all verbs of change
    Comparison,
    /// now, latest, revised
    Update,
    /// said, told, announced
    SayVerb,
    /// statement, report, figures, spokesman
    SourceNoun,
    /// killed, dead, toll
    DeadWord,
    /// injured, wounded
    InjuredWord,
    /// missing
    MissingWord,
    /// arrested, detained
    HeldWord,
    /// displaced, evacuated
    DisplacedWord,
    /// rescued, saved
    RescuedWord,
    /// man, officer, child
    Person,
    /// while, whereas, which: where a clause ends
    ClauseWord,
    /// Verbs known beside those in -ed
    KnownVerb,
    /// barrel, tonne, share: the label is the noun before it
    Container,
    /// Nouns in -s that are singular, and what looks like a plural: news
    NoPlural,
    /// people, police, staff, aircraft: plural without -s
    PluralNoun,
    /// pointing, rise, fall: verbs of change
    ChangeVerb,
    /// dollar, pound, euro: the words of money
    MoneyWord,
    /// morning, afternoon, evening, night
    DayPart,
    /// spring, summer, autumn, fall, winter
    Season,
    /// early, mid, late
    PeriodPart,
    /// am, pm, noon, midnight, GMT: what makes a number an hour
    ClockWord,
    /// GMT, BST, EST
    Zone,
    /// Black, Times: beside these a weekday is part of a name
    WeekdayTitle,
    /// square, cubic, light: a unit's name goes on
    UnitOpener,
    /// long, wide, high: what a length is
    Dimension,
    /// cost, raised, lost: an amount follows
    AmountVerb,
    /// won, beat, defeat: a score stands near
    ScoreWord,
    /// voted, passed, votes: a vote stands near
    VoteWord,
    /// phone, call, fax: a telephone number follows
    Telephone,
    /// Capitalised words that name no thing before a number: January, Some
    Adverb,
    /// officials, witnesses: speakers who cannot be told apart
    Anonymous,
    /// army, ministry, council: what speaks with one voice
    Body,
    /// Mr, Dr, Sir
    Courtesy,
    /// Words in -ed that are no verbs: hundred, speed
    NoVerb,
    /// hurdles, relay, final: a length before it names a race
    Race,
    /// viewers, ratings, sales: what is counted in millions
    Audience,
    /// centre, revolve, hang: `around` after these is no hedge
    TurnVerb,
    /// rose, gained, up: a number after it says by how much
    RiseWord,
    /// fell, lost, down: a number after it says by how much
    FallWord,
    /// go, sign, climb: `up to` after these is no bound
    UpVerb,
    /// peso, francs: what currencies of several countries are called
    CurrencyNoun,
    /// pick, rack, end: `up` or `down` after these is part of the verb
    PhrasalVerb,
    /// add, gain, lose: these may take what is counted
    TakingVerb,
    /// mid, sub, over: before a hyphen these leave a number a number
    NumberPrefix,
    /// any, every, chapter: “one” after these counts nothing
    OneLead,
    /// that, who, way: “one” before these is a pronoun
    OneFollower,
    /// temperature, highs, rounds: “the 80s” behind these are no decade
    Degrees,
    /// flight, page, room: four digits behind these are no year
    Numbered,
    /// added, by, closed: a number after it says by how much, and one after `to` where
    /// it went
    StepWord,
    /// ranged, anywhere: what follows `from` is a range
    SpanWord,
    /// first, second, last: “half” after these is one of two parts
    OneOfTwo,
    /// century, season: half of these is one of two parts, or fifty runs
    HalvedNoun,
    /// won, real, try: currencies and their codes that are more often another word
    CurrencyHomonym,
    /// am, as, us: units that are more often another word
    UnitHomonym,
    /// as, larger, its: “times” before these compares; alone it counts events
    Comparing,
    /// book, film, question: `about` after these is no hedge
    Telling,
    /// raised, lifted: a number after `by` says by how much something rose
    RaisedBy,
    /// reduced, trimmed: a number after `by` says by how much something fell
    CutBy,
    /// population, electorate: a word in -s after these is a verb
    Collective,
    /// rate, yield: what rises by points
    RateWord,
    /// also, now: these stand between a subject and its verb
    MidAdverb,
    /// age, expectancy: these are so many years
    AgeNoun,
    /// weighs, heavier: pounds near these are no money
    WeightWord,
    /// pressure, cyclone: “mb” near these are millibars
    PressureWord,
    /// growth, explosion: what follows `from` and `to` are two levels
    LevelNoun,
    /// street, avenue: a number before its name is a house
    Street,
    /// km, euros: every word by which the table of units knows one
    UnitWord,
}

impl Class {
    /// Classes of the grammars alone, which rules cannot name: most of their words
    /// stand in every sentence, and would make every sentence look as if a rule
    /// might match there.
    pub const INNER: [Class; 19] = [
        Class::StepWord,
        Class::SpanWord,
        Class::OneOfTwo,
        Class::HalvedNoun,
        Class::CurrencyHomonym,
        Class::UnitHomonym,
        Class::Comparing,
        Class::Telling,
        Class::RaisedBy,
        Class::CutBy,
        Class::Collective,
        Class::RateWord,
        Class::MidAdverb,
        Class::AgeNoun,
        Class::WeightWord,
        Class::PressureWord,
        Class::LevelNoun,
        Class::Street,
        Class::UnitWord,
    ];

    /// Every class with its name in the data files.
    pub const ALL: [(&'static str, Class); 85] = [
        ("abbreviation", Class::Abbreviation),
        ("article", Class::Article),
        ("determiner", Class::Determiner),
        ("pronoun", Class::Pronoun),
        ("preposition", Class::Preposition),
        ("conjunction", Class::Conjunction),
        ("auxiliary", Class::Auxiliary),
        ("time-noun", Class::TimeNoun),
        ("label", Class::Label),
        ("opener", Class::Opener),
        ("increment", Class::Increment),
        ("part-word", Class::PartWord),
        ("plan-word", Class::PlanWord),
        ("forecast-word", Class::ForecastWord),
        ("limit-word", Class::LimitWord),
        ("condition-word", Class::ConditionWord),
        ("negation", Class::Negation),
        ("comparison", Class::Comparison),
        ("update", Class::Update),
        ("say-verb", Class::SayVerb),
        ("source-noun", Class::SourceNoun),
        ("dead-word", Class::DeadWord),
        ("injured-word", Class::InjuredWord),
        ("missing-word", Class::MissingWord),
        ("held-word", Class::HeldWord),
        ("displaced-word", Class::DisplacedWord),
        ("rescued-word", Class::RescuedWord),
        ("person", Class::Person),
        ("clause-word", Class::ClauseWord),
        ("known-verb", Class::KnownVerb),
        ("container", Class::Container),
        ("no-plural", Class::NoPlural),
        ("plural-noun", Class::PluralNoun),
        ("change-verb", Class::ChangeVerb),
        ("money-word", Class::MoneyWord),
        ("day-part", Class::DayPart),
        ("season", Class::Season),
        ("period-part", Class::PeriodPart),
        ("clock-word", Class::ClockWord),
        ("zone", Class::Zone),
        ("weekday-title", Class::WeekdayTitle),
        ("unit-opener", Class::UnitOpener),
        ("dimension", Class::Dimension),
        ("amount-verb", Class::AmountVerb),
        ("score-word", Class::ScoreWord),
        ("vote-word", Class::VoteWord),
        ("telephone", Class::Telephone),
        ("adverb", Class::Adverb),
        ("anonymous", Class::Anonymous),
        ("body", Class::Body),
        ("courtesy", Class::Courtesy),
        ("no-verb", Class::NoVerb),
        ("race", Class::Race),
        ("audience", Class::Audience),
        ("turn-verb", Class::TurnVerb),
        ("rise-word", Class::RiseWord),
        ("fall-word", Class::FallWord),
        ("up-verb", Class::UpVerb),
        ("currency-noun", Class::CurrencyNoun),
        ("phrasal-verb", Class::PhrasalVerb),
        ("taking-verb", Class::TakingVerb),
        ("number-prefix", Class::NumberPrefix),
        ("one-lead", Class::OneLead),
        ("one-follower", Class::OneFollower),
        ("degrees", Class::Degrees),
        ("numbered", Class::Numbered),
        ("step-word", Class::StepWord),
        ("span-word", Class::SpanWord),
        ("one-of-two", Class::OneOfTwo),
        ("halved-noun", Class::HalvedNoun),
        ("currency-homonym", Class::CurrencyHomonym),
        ("unit-homonym", Class::UnitHomonym),
        ("comparing", Class::Comparing),
        ("telling", Class::Telling),
        ("raised-by", Class::RaisedBy),
        ("cut-by", Class::CutBy),
        ("collective", Class::Collective),
        ("rate-word", Class::RateWord),
        ("mid-adverb", Class::MidAdverb),
        ("age-noun", Class::AgeNoun),
        ("weight-word", Class::WeightWord),
        ("pressure-word", Class::PressureWord),
        ("level-noun", Class::LevelNoun),
        ("street", Class::Street),
        ("unit-word", Class::UnitWord),
    ];
}
