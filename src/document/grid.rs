//! The tables that are open while a document is put together, and where in
//! them its cells lie.

use crate::span::Span;

use super::{Block, BlockKind, Table};

/// A cell covers at most so many columns, and so many rows: enough for tables
/// that are read, and a bound for those that are not.
const WIDEST: u32 = 16;
const HIGHEST: u32 = 32;

/// A cell of more blocks is part of a page's layout.
const MOST_BLOCKS: u32 = 4;

/// The tables that are open, outer ones first.
#[derive(Debug, Default)]
pub(super) struct Grids {
    open: Vec<Grid>,
    /// Whether any table lays out a page.
    layout: bool,
}

#[derive(Debug)]
struct Grid {
    table: usize,
    /// The place of the next cell.
    row: usize,
    column: usize,
    /// The place of the open cell, and how many blocks it has.
    cell: Option<(usize, usize)>,
    blocks: u32,
    /// For each column, how many rows from this one on a cell above covers.
    covered: Vec<u32>,
    layout: bool,
}

impl Grids {
    pub(super) fn open(&mut self, tables: &mut Vec<Table>, at: usize) {
        if let Some(outer) = self.open.last_mut() {
            outer.layout = true;
        }
        self.open.push(Grid {
            table: tables.len(),
            row: 0,
            column: 0,
            cell: None,
            blocks: 0,
            covered: Vec::new(),
            layout: false,
        });
        tables.push(Table {
            span: Span::new(at, at),
            header: false,
            cells: Vec::new(),
            caption: None,
        });
    }

    pub(super) fn open_row(&mut self, tables: &mut [Table]) {
        let Some(grid) = self.open.last_mut() else {
            return;
        };
        let cells = &mut tables[grid.table].cells;
        if !cells.is_empty() {
            for rows in grid.covered.iter_mut().skip(grid.column) {
                *rows = rows.saturating_sub(1);
            }
            while grid.covered.last() == Some(&0) {
                grid.covered.pop();
            }
        }
        grid.row = cells.len();
        grid.column = 0;
        grid.cell = None;
        cells.push(Vec::new());
    }

    pub(super) fn open_cell(&mut self, tables: &mut [Table], columns: u32, rows: u32) {
        if self
            .open
            .last()
            .is_some_and(|grid| tables[grid.table].cells.is_empty())
        {
            self.open_row(tables);
        }
        let Some(grid) = self.open.last_mut() else {
            return;
        };
        while let Some(rows) = grid.covered.get_mut(grid.column).filter(|rows| **rows > 0) {
            *rows -= 1;
            grid.column += 1;
        }
        let row = &mut tables[grid.table].cells[grid.row];
        row.resize(grid.column + 1, None);
        grid.cell = Some((grid.row, grid.column));
        grid.blocks = 0;
        let columns = columns.clamp(1, WIDEST) as usize;
        let covered = rows.clamp(1, HIGHEST) - 1;
        let after = grid.column + columns;
        if covered > 0 && grid.covered.len() < after {
            grid.covered.resize(after, 0);
        }
        for rows in grid.covered.iter_mut().skip(grid.column).take(columns) {
            *rows = covered;
        }
        grid.column = after;
    }

    pub(super) fn headed(&self, tables: &mut [Table]) {
        if let Some(grid) = self.open.last() {
            tables[grid.table].header = true;
        }
    }

    /// The kind of a block in the open cell of the innermost table.
    pub(super) fn cell(&self) -> Option<BlockKind> {
        let grid = self.open.last()?;
        let (row, column) = grid.cell?;
        Some(BlockKind::Cell {
            table: u32::try_from(grid.table).ok()?,
            row: u32::try_from(row).ok()?,
            column: u32::try_from(column).ok()?,
        })
    }

    /// Puts a block in the open cell; the first one is the cell's.
    pub(super) fn fill(&mut self, table: &mut Table, block: usize) {
        let Some(grid) = self.open.last_mut() else {
            return;
        };
        if let Some((row, column)) = grid.cell {
            table.cells[row][column].get_or_insert(block);
            grid.blocks += 1;
            grid.layout |= grid.blocks > MOST_BLOCKS;
        }
    }

    pub(super) fn caption(&self, tables: &mut [Table], block: usize) {
        if let Some(grid) = self.open.last() {
            tables[grid.table].caption.get_or_insert(block);
        }
    }

    pub(super) fn close(&mut self, tables: &mut [Table], end: usize) {
        let Some(grid) = self.open.pop() else {
            return;
        };
        let table = &mut tables[grid.table];
        table.span = Span::new(table.span.range().start, end.max(table.span.range().start));
        let filled = table.cells.iter().flatten().flatten().take(2).count();
        if grid.layout || filled < 2 {
            table.cells.clear();
            self.layout = true;
        }
    }

    /// Leaves out the tables that only lay out a page; their cells are
    /// paragraphs.
    pub(super) fn finish(&mut self, tables: &mut Vec<Table>, blocks: &mut [Block]) {
        while !self.open.is_empty() {
            self.close(tables, 0);
        }
        if !self.layout {
            return;
        }
        let mut kept = 0;
        let places: Vec<Option<u32>> = tables
            .iter()
            .map(|table| {
                let place = (!table.cells.is_empty()).then_some(kept);
                kept += u32::from(place.is_some());
                place
            })
            .collect();
        tables.retain(|table| !table.cells.is_empty());
        for block in blocks {
            if let BlockKind::Cell { table, .. } = &mut block.kind {
                match places[*table as usize] {
                    Some(place) => *table = place,
                    None => block.kind = BlockKind::Paragraph,
                }
            }
        }
    }
}
