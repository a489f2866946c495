//! A choice says which rules run: a profile, less or more.

use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};

use clap::{Args, ValueEnum};
use ignore::WalkBuilder;

use super::error::CliError;
use crate::rule::suggest::did_you_mean;
use crate::rule::{Profile, Rule, RuleText, Shelf};

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
        let shelf = Shelf::audit_ready(&rule_texts(&self.rules)?).map_err(CliError::Rules)?;
        for name in self.select.iter().chain(&self.ignore) {
            if !shelf.rules().iter().any(|rule| names(name, rule)) {
                return Err(unknown(name, &shelf));
            }
        }
        let places = shelf.rules().iter().enumerate();
        let places = places.filter(|(_, rule)| self.runs(rule));
        Ok(Chosen {
            places: places.map(|(place, _)| place).collect(),
            shelf,
        })
    }

    fn runs(&self, rule: &Rule) -> bool {
        let among = |list: &[String]| list.iter().any(|name| names(name, rule));
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

/// Whether a name as typed names a rule: by its id, its family, or both
/// (`calendar/undated-weekday`).
pub(super) fn names(name: &str, rule: &Rule) -> bool {
    let (id, family) = (rule.id.as_str(), family(rule));
    glob(name, id) || glob(name, family) || glob(name, &format!("{family}/{id}"))
}

/// A rule's family: the folder that its file stands in.
pub(super) fn family(rule: &Rule) -> &str {
    let folder = Path::new(rule.file()).parent();
    let name = folder.and_then(Path::file_name).and_then(OsStr::to_str);
    name.unwrap_or("rules")
}

/// The error of a name that names no rule of the shelf.
pub(super) fn unknown(name: &str, shelf: &Shelf) -> CliError {
    let rules = shelf.rules().iter();
    let known = rules.flat_map(|rule| [rule.id.as_str(), family(rule)]);
    let help = did_you_mean(name, known);
    CliError::UnknownRule {
        name: name.to_owned(),
        help: help.or_else(|| Some("`addup rules` lists them".to_owned())),
    }
}

/// Whether a pattern, in which `*` stands for any characters, is the text.
fn glob(pattern: &str, text: &str) -> bool {
    let Some((before, rest)) = pattern.split_once('*') else {
        return pattern == text;
    };
    let Some(mut text) = text.strip_prefix(before) else {
        return false;
    };
    let mut parts = rest.split('*').peekable();
    while let Some(part) = parts.next() {
        if parts.peek().is_none() {
            return text.ends_with(part);
        }
        match text.find(part) {
            Some(at) => text = &text[at + part.len()..],
            None => return false,
        }
    }
    true
}

#[cfg(test)]
mod tests {
    use super::glob;

    #[test]
    fn a_star_stands_for_any_characters() {
        assert!(glob("*", "weekday-date-mismatch"));
        assert!(glob("percent-*", "percent-of-whole"));
        assert!(glob("*week*-mis*", "undated-weekday-mismatch"));
        assert!(!glob("*week*-mis", "undated-weekday-mismatch"));
        assert!(!glob("ab*ba", "aba"));
        assert!(!glob("percent", "percent-change"));
    }
}
