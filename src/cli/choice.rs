//! A choice says which rules run: a profile, less or more.

use std::fs;
use std::path::{Path, PathBuf};

use clap::{Args, ValueEnum};
use ignore::WalkBuilder;

use super::error::CliError;
use crate::rule::suggest::did_you_mean;
use crate::rule::{Profile, Rule, RuleText, Shelf};
use crate::suppression::UNUSED;

/// The arguments about which rules run.
#[derive(Debug, Args)]
pub(super) struct ChoiceArguments {
    /// A folder of rules to add to the shipped ones; may be repeated
    #[arg(long, value_name = "DIR")]
    pub(super) rules: Vec<PathBuf>,
    /// Run only these rules: ids or families, `*` stands for anything
    #[arg(long, value_name = "RULE", value_delimiter = ',')]
    pub(super) select: Vec<String>,
    /// Do not run these rules
    #[arg(long, value_name = "RULE", value_delimiter = ',')]
    pub(super) ignore: Vec<String>,
    /// Which rules run when none are selected
    #[arg(long, default_value = "recommended")]
    pub(super) profile: ProfileName,
}

/// A profile as typed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub(super) enum ProfileName {
    /// What is quiet on real text
    #[default]
    Recommended,
    /// Also relative and year-less dates, and house style
    Newsroom,
    /// Also reported statistics
    Science,
    /// Every rule
    Strict,
}

impl ProfileName {
    fn meant(self) -> Profile {
        match self {
            ProfileName::Recommended => Profile::Recommended,
            ProfileName::Newsroom => Profile::Newsroom,
            ProfileName::Science => Profile::Science,
            ProfileName::Strict => Profile::Strict,
        }
    }
}

/// A shelf and which of its rules run.
pub(super) struct Chosen {
    /// All rules.
    pub(super) shelf: Shelf,
    /// Those that run, as places in the shelf.
    places: Vec<usize>,
    /// Whether suppressions that silence nothing are reported.
    pub(super) tells_unused: bool,
}

impl Chosen {
    /// The rules that run.
    pub(super) fn rules(&self) -> Vec<&Rule> {
        let rules = self.shelf.rules();
        self.places.iter().map(|&place| &rules[place]).collect()
    }
}

impl ChoiceArguments {
    /// The shelf with the added rules, and what of it runs.
    pub(super) fn chosen(&self) -> Result<Chosen, CliError> {
        let shelf = shelf(&self.rules)?;
        for name in self.select.iter().chain(&self.ignore) {
            if name != UNUSED && !shelf.rules().iter().any(|rule| rule.is_named(name)) {
                return Err(unknown(name, &shelf));
            }
        }
        let places = shelf.rules().iter().enumerate();
        let places = places.filter(|(_, rule)| self.runs(rule));
        Ok(Chosen {
            places: places.map(|(place, _)| place).collect(),
            tells_unused: !self.ignore.iter().any(|name| name == UNUSED),
            shelf,
        })
    }

    fn runs(&self, rule: &Rule) -> bool {
        let among = |list: &[String]| list.iter().any(|name| rule.is_named(name));
        let selected = if self.select.is_empty() {
            self.profile.meant().runs(&rule.profiles)
        } else {
            among(&self.select)
        };
        selected && !among(&self.ignore)
    }
}

/// The shipped rules and those of some folders.
pub(super) fn shelf(folders: &[PathBuf]) -> Result<Shelf, CliError> {
    Shelf::shipped_with(&rule_texts(folders)?).map_err(CliError::Rules)
}

/// The rule files of some folders, in path order.
pub(super) fn rule_texts(folders: &[PathBuf]) -> Result<Vec<RuleText>, CliError> {
    let mut texts = Vec::new();
    for folder in folders {
        let before = texts.len();
        let shown = folder.to_string_lossy();
        fs::metadata(folder).map_err(|error| CliError::unreadable(&shown, &error))?;
        let walk = WalkBuilder::new(folder)
            .standard_filters(false)
            .hidden(true)
            .sort_by_file_path(Path::cmp)
            .build();
        for entry in walk {
            let entry = entry.map_err(|error| CliError::Unreadable {
                path: shown.to_string(),
                why: error.to_string(),
            })?;
            let extension = entry.path().extension().and_then(|e| e.to_str());
            if !matches!(extension, Some("yaml" | "yml")) || entry.path().is_dir() {
                continue;
            }
            let path = entry.path().to_string_lossy().into_owned();
            let text = fs::read_to_string(entry.path())
                .map_err(|error| CliError::unreadable(&path, &error))?;
            texts.push(RuleText { name: path, text });
        }
        if texts.len() == before {
            return Err(CliError::NoRules {
                path: shown.into_owned(),
            });
        }
    }
    Ok(texts)
}

/// The error of a name that names no rule of the shelf.
pub(super) fn unknown(name: &str, shelf: &Shelf) -> CliError {
    let rules = shelf.rules().iter();
    let known = rules.flat_map(|rule| [rule.id.as_str(), rule.family()]);
    let help = did_you_mean(name, known);
    CliError::UnknownRule {
        name: name.to_owned(),
        help: help.or_else(|| Some("`addup rules` lists them".to_owned())),
    }
}
