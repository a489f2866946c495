//! A configuration as it is written, before its names are resolved.

use serde::Deserialize;

use crate::rule::RuleError;
use crate::rule::file::{Entries, parse};
use crate::rule::scalar::{Scalar, Sheet};

/// The keys of an `addup.yaml`.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct ConfigFile {
    pub(super) extends: Option<Scalar>,
    pub(super) profile: Option<Scalar>,
    #[serde(default)]
    pub(super) rules: Vec<Scalar>,
    pub(super) select: Option<Vec<Scalar>>,
    #[serde(default)]
    pub(super) ignore: Vec<Scalar>,
    #[serde(default)]
    pub(super) severities: Entries<Scalar>,
    #[serde(default)]
    pub(super) overrides: Vec<OverrideFile>,
    pub(super) date: Option<Scalar>,
    pub(super) day_month_order: Option<Scalar>,
    pub(super) fail_on: Option<Scalar>,
    pub(super) baseline: Option<Scalar>,
}

/// The keys of an entry under `overrides`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct OverrideFile {
    pub(super) paths: Vec<Scalar>,
    pub(super) profile: Option<Scalar>,
    pub(super) select: Option<Vec<Scalar>>,
    #[serde(default)]
    pub(super) ignore: Vec<Scalar>,
    #[serde(default)]
    pub(super) severities: Entries<Scalar>,
}

/// The keys that both have.
pub(super) struct LayerFile {
    pub(super) profile: Option<Scalar>,
    pub(super) select: Option<Vec<Scalar>>,
    pub(super) ignore: Vec<Scalar>,
    pub(super) severities: Entries<Scalar>,
}

impl ConfigFile {
    /// Reads a file; one that holds only comments says nothing.
    pub(super) fn read(sheet: &Sheet) -> Result<ConfigFile, RuleError> {
        let lines = sheet.text().lines().map(str::trim);
        let is_said = |line: &str| !line.is_empty() && !line.starts_with('#') && line != "---";
        if lines.into_iter().any(is_said) {
            parse(sheet)
        } else {
            Ok(ConfigFile::default())
        }
    }
}
