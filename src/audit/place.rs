//! Where what a name is bound to stands in the article.

use crate::article::Article;
use crate::rule::binding::Bound;
use crate::span::Span;

/// The mentions bound.
pub(super) fn mentions(bound: &Bound) -> impl Iterator<Item = usize> + '_ {
    let (one, many): (Option<usize>, &[usize]) = match bound {
        Bound::Mention(id) | Bound::Like(id, _) => (Some(*id), &[]),
        Bound::Mentions(ids) => (None, ids),
        _ => (None, &[]),
    };
    one.into_iter().chain(many.iter().copied())
}

/// The places of what is bound: one for each mention, the header cell of a
/// column, the first cell of a row, the title of a document.
pub(super) fn spans(article: &Article<'_>, bound: &Bound) -> Vec<Span> {
    let document = &article.document;
    let block = |place: Option<usize>| place.map(|place| document.blocks[place].span);
    let one = match bound {
        Bound::Mention(_) | Bound::Like(..) | Bound::Mentions(_) => {
            return mentions(bound)
                .map(|id| article.mentions[id].span)
                .collect();
        }
        Bound::Words(tokens) => Some(document.span_of(tokens.clone())),
        Bound::List(list) => {
            let list = &document.lists[*list];
            block(list.lead).or(Some(list.span))
        }
        Bound::Column { table, column } => {
            let table = &document.tables[*table];
            let mut cells = table.cells.iter().filter_map(|row| *row.get(*column)?);
            block(cells.next()).or(Some(table.span))
        }
        Bound::Cell { table, row, column } => {
            let table = &document.tables[*table];
            block(table.cells[*row].get(*column).copied().flatten()).or(Some(table.span))
        }
        Bound::Row { table, row } => {
            let table = &document.tables[*table];
            let mut cells = table.cells[*row].iter().flatten();
            block(cells.next().copied()).or(Some(table.span))
        }
        Bound::Sentence(sentence) => Some(document.sentences[*sentence].span),
        Bound::Document => document
            .title
            .or_else(|| document.sentences.first().map(|sentence| sentence.span)),
    };
    vec![one.unwrap_or_default()]
}
