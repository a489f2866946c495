//! The columns and rows of tables, as rules see them: a header or label first,
//! then cells, one of which may be the total of the others.

use super::read::{truth, whole};
use super::scene::Scene;
use crate::document::{Table, TokenKind};
use crate::lexicon::fold;
use crate::mention::Value as Says;
use crate::rule::value::Value;

/// The field of a row (`Ok`) or column (`Err`) of a table.
pub(super) fn field(
    scene: Scene<'_>,
    table: usize,
    line: Result<usize, usize>,
    name: &str,
) -> Value {
    let Some(table) = scene.article.document.tables.get(table) else {
        return Value::Missing;
    };
    let line = Line { scene, table, line };
    match name {
        "header" => Value::or_missing(line.header(), |block| line.text(block)),
        "length" => {
            let filled = line.places().filter(|&at| line.is_filled(line.cell(at)));
            whole(filled.count() as i128)
        }
        "cells" => line.values(line.places()),
        "total" => match line.totals()[..] {
            [at] => line.value(line.cell(at)),
            _ => Value::Missing,
        },
        "values" => {
            let totals = line.totals();
            line.values(line.places().filter(|at| !totals.contains(at)))
        }
        _ => Value::Missing,
    }
}

/// The field of a cell. A header, a label and a cell without a number of its
/// own have none.
pub(super) fn cell(scene: Scene<'_>, table: usize, row: usize, column: usize, name: &str) -> Value {
    let Some(table) = scene.article.document.tables.get(table) else {
        return Value::Missing;
    };
    let line = |line| Line { scene, table, line };
    let own = line(Err(column));
    let left = column.checked_sub(1).filter(|&left| left > 0);
    let inside = column > 0 && own.places().contains(&row) && !own.totals().contains(&row);
    if !inside {
        return Value::Missing;
    }
    let values = |line: Line<'_>| {
        let totals = line.totals();
        line.values(line.places().filter(|at| !totals.contains(at)))
    };
    match name {
        "number" => own.value(own.cell(row)),
        "left" => left.map_or(Value::Missing, |left| own.value(own.at(row, left))),
        "column" => values(own),
        "left_column" => left.map_or(Value::Missing, |left| values(line(Err(left)))),
        "header" => Value::or_missing(own.header(), |block| own.text(block)),
        "label" => Value::or_missing(own.at(row, 0), |block| own.text(block)),
        "shares" => {
            let blocks = [own.header(), own.cell(row)];
            truth(
                blocks
                    .into_iter()
                    .flatten()
                    .any(|block| own.is_percent(block)),
            )
        }
        _ => Value::Missing,
    }
}

/// The number of the only cell whose row is labelled by one of two values and
/// its column headed by the other.
pub(super) fn tabled(scene: Scene<'_>, one: &Value, other: &Value) -> Value {
    let document = &scene.article.document;
    if document.tables.is_empty() {
        return Value::Missing;
    }
    let (one, other) = (scene.key(one), scene.key(other));
    let tables = document.tables.iter().filter(|table| table.header);
    let numbers = tables.flat_map(|table| {
        let line = |line| Line { scene, table, line };
        let rows = 1..table.cells.len();
        let columns = 1..table.cells.iter().map(Vec::len).max().unwrap_or(1);
        let crossings = rows.flat_map(move |row| columns.clone().map(move |column| (row, column)));
        let (one, other) = (&one, &other);
        crossings.filter_map(move |(row, column)| {
            let (label, header) = (line(Ok(row)).name(), line(Err(column)).name());
            let is_named = !label.is_empty() && !header.is_empty();
            let crosses = label == *one && header == *other || label == *other && header == *one;
            let own = line(Err(column));
            (is_named && crosses).then(|| own.value(own.cell(row)))
        })
    });
    let mut numbers = numbers.filter(|number| *number != Value::Missing);
    match (numbers.next(), numbers.next()) {
        (Some(number), None) => number,
        _ => Value::Missing,
    }
}

struct Line<'a> {
    scene: Scene<'a>,
    table: &'a Table,
    line: Result<usize, usize>,
}

impl Line<'_> {
    /// The block of the header of a column, or of the label of a row.
    fn header(&self) -> Option<usize> {
        match self.line {
            Ok(row) => self.at(row, 0),
            Err(column) => self.table.header.then(|| self.at(0, column)).flatten(),
        }
    }

    /// The words of its header or label. What stands in a bracket, as a unit
    /// does, is no part of them.
    fn name(&self) -> Vec<String> {
        let blocks = &self.scene.article.document.blocks;
        let Some(block) = self.header().and_then(|block| blocks.get(block)) else {
            return Vec::new();
        };
        let written = self.scene.written(block.span);
        let name = written.split(['(', '[']).next().unwrap_or_default();
        self.scene.key(&Value::Text(name.to_owned()))
    }

    /// Where the cells stand that are no header and no label.
    fn places(&self) -> std::ops::Range<usize> {
        match self.line {
            Ok(row) => {
                1..self
                    .table
                    .cells
                    .get(row)
                    .map_or(1, |cells| cells.len().max(1))
            }
            Err(_) => usize::from(self.table.header)..self.table.cells.len(),
        }
    }

    fn cell(&self, at: usize) -> Option<usize> {
        match self.line {
            Ok(row) => self.at(row, at),
            Err(column) => self.at(at, column),
        }
    }

    fn at(&self, row: usize, column: usize) -> Option<usize> {
        *self.table.cells.get(row)?.get(column)?
    }

    /// The places of the cells that are labelled as a total.
    fn totals(&self) -> Vec<usize> {
        let label = |at| match self.line {
            Ok(_) => self.table.header.then(|| self.at(0, at)).flatten(),
            Err(_) => self.at(at, 0),
        };
        self.places()
            .filter(|&at| label(at).is_some_and(|block| self.is_total(block)))
            .collect()
    }

    /// Whether a label has no words but such as `total`.
    fn is_total(&self, block: usize) -> bool {
        let document = &self.scene.article.document;
        let (Some(block), Some(class)) = (
            document.blocks.get(block),
            self.scene.lexicon.class("total-word"),
        ) else {
            return false;
        };
        let mut words = document.tokens[block.tokens.clone()]
            .iter()
            .filter(|token| token.kind == TokenKind::Word)
            .peekable();
        words.peek().is_some() && words.all(|token| self.scene.lexicon.is_in(token.word, class))
    }

    /// Whether a percent sign or word stands in a block.
    fn is_percent(&self, block: usize) -> bool {
        let document = &self.scene.article.document;
        let Some(block) = document.blocks.get(block) else {
            return false;
        };
        let (start, end) = (block.tokens.start, block.tokens.end);
        (start..end).any(|token| {
            document.tokens[token].kind == TokenKind::Percent
                || ["percent", "percentage", "cent"].contains(&&*fold(document.text(token)))
        })
    }

    /// The values of cells; those that hold nothing but marks are left out.
    fn values(&self, places: impl Iterator<Item = usize>) -> Value {
        let filled = places
            .map(|at| self.cell(at))
            .filter(|&cell| self.is_filled(cell));
        Value::List(filled.map(|cell| self.value(cell)).collect())
    }

    fn is_filled(&self, cell: Option<usize>) -> bool {
        let document = &self.scene.article.document;
        let Some(block) = cell.and_then(|cell| document.blocks.get(cell)) else {
            return false;
        };
        document.tokens[block.tokens.clone()].iter().any(|token| {
            matches!(
                token.kind,
                TokenKind::Word | TokenKind::Digits | TokenKind::VulgarFraction
            )
        })
    }

    /// The only number of a cell.
    fn value(&self, cell: Option<usize>) -> Value {
        let Some(block) = cell.and_then(|cell| self.scene.article.document.blocks.get(cell)) else {
            return Value::Missing;
        };
        let mut numbers = self
            .scene
            .mentions_in(block.tokens.clone())
            .filter(|&id| matches!(self.scene.article.mentions[id].value, Says::Quantity { .. }));
        match (numbers.next(), numbers.next()) {
            (Some(id), None) => Value::Mention { id, like: None },
            _ => Value::Missing,
        }
    }

    fn text(&self, block: usize) -> Value {
        let block = self.scene.article.document.blocks.get(block);
        Value::or_missing(block, |block| Value::Text(self.scene.written(block.span)))
    }
}
