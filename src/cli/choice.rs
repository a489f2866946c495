//! A choice says which rules run: a profile, less or more.

use std::fs;
use std::path::{Path, PathBuf};

use clap::{Args, ValueEnum};
use ignore::WalkBuilder;

use super::config::{Layer, Name};
use super::error::CliError;
use crate::rule::suggest::did_you_mean;
use crate::rule::{Profile, RuleText, Shelf};

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
    /// Which rules run when none are selected [default: recommended]
    #[arg(long)]
    pub(super) profile: Option<ProfileName>,
}

/// A profile as typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum ProfileName {
    /// What is quiet on real text
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

impl ChoiceArguments {
    /// What they say, as the layer of settings that counts most.
    pub(super) fn layer(&self) -> Layer {
        let names = |typed: &[String]| typed.iter().map(|name| Name::typed(name)).collect();
        Layer {
            profile: self.profile.map(ProfileName::meant),
            select: (!self.select.is_empty()).then(|| names(&self.select)),
            ignore: names(&self.ignore),
            ..Layer::default()
        }
    }
}

/// The shipped rules and those of some folders, with or without their pages.
pub(super) fn shelf(folders: &[PathBuf], pages: bool) -> Result<Shelf, CliError> {
    let texts = rule_texts(folders)?;
    let shelf = if pages {
        Shelf::shipped_with(&texts)
    } else {
        Shelf::audit_ready(&texts)
    };
    shelf.map_err(CliError::Rules)
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
