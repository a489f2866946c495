//! Claims that are alike have some keys in common. Rules that ask for the
//! same keys share one sorting of an article's claims.

use std::collections::{BTreeMap, HashMap};

use crate::article::Article;
use crate::mention::Value;
use crate::rule::find::Key;

/// The claims of an article, sorted as rules ask for it.
#[derive(Default)]
pub(super) struct Alike {
    /// By claim: a bit for each of its keys that is known.
    known: Option<Vec<u16>>,
    heads: Heads,
    groups: Vec<(Vec<Key>, Vec<Vec<u32>>)>,
}

/// By head: the first two claims that have it.
#[derive(Default)]
pub(super) struct Heads(HashMap<u64, (usize, Option<usize>)>);

impl Heads {
    /// The first claim with that head other than `id`.
    pub(super) fn first_but(&self, head: u64, id: usize) -> Option<usize> {
        let &(first, second) = self.0.get(&head)?;
        if first == id { second } else { Some(first) }
    }
}

impl Alike {
    /// Two or more claims that have these keys in common: groups in the order
    /// of their first claims, claims in text order.
    pub(super) fn of(&mut self, article: &Article<'_>, same: &[Key]) -> (&[Vec<u32>], &Heads) {
        let known = self.known.get_or_insert_with(|| {
            self.heads = heads(article);
            known(article)
        });
        let made = self.groups.iter().position(|(keys, _)| keys == same);
        let place = made.unwrap_or_else(|| {
            let groups = groups(article, known, same);
            self.groups.push((same.to_vec(), groups));
            self.groups.len() - 1
        });
        (&self.groups[place].1, &self.heads)
    }
}

fn heads(article: &Article<'_>) -> Heads {
    let mut heads: HashMap<u64, (usize, Option<usize>)> = HashMap::new();
    for id in 0..article.claims.len() {
        if let Some(head) = Key::Head.of(article, id) {
            let found = heads.entry(head).or_insert((id, None));
            if found.0 != id && found.1.is_none() {
                found.1 = Some(id);
            }
        }
    }
    Heads(heads)
}

/// The bits of quantities' known keys; none for other mentions.
fn known(article: &Article<'_>) -> Vec<u16> {
    let mentions = article.mentions.iter().zip(&article.claims).enumerate();
    let bits = mentions.map(|(id, (mention, _))| {
        if !matches!(mention.value, Value::Quantity { .. }) {
            return 0;
        }
        let keys = Key::NAMED.iter().map(|&(_, key)| key);
        let known = keys.filter(|key| key.is_known(article, id));
        known.fold(QUANTITY, |bits, key| bits | bit(key))
    });
    bits.collect()
}

/// Set for every quantity.
const QUANTITY: u16 = 1 << 15;

fn bit(key: Key) -> u16 {
    1 << key as u16
}

fn groups(article: &Article<'_>, known: &[u16], same: &[Key]) -> Vec<Vec<u32>> {
    let asked = same.iter().fold(QUANTITY, |bits, &key| bits | bit(key));
    let mut hashed: Vec<(u64, u32)> = (0..)
        .zip(known)
        .filter(|&(_, bits)| bits & asked == asked)
        .map(|(id, _)| (hash(keys(article, same, id)), id))
        .collect();
    hashed.sort_unstable();
    let mut groups = Vec::new();
    for run in hashed.chunk_by(|left, right| left.0 == right.0) {
        if run.len() > 1 {
            let ids = run.iter().map(|&(_, id)| id).collect();
            split(article, same, ids, &mut groups);
        }
    }
    groups.sort_unstable();
    groups
}

/// Keys that are the same have the same hash, but not the other way round.
fn split(article: &Article<'_>, same: &[Key], ids: Vec<u32>, groups: &mut Vec<Vec<u32>>) {
    let first = ids[0];
    if ids
        .iter()
        .all(|&id| keys(article, same, id).eq(keys(article, same, first)))
    {
        groups.push(ids);
        return;
    }
    let mut parted: BTreeMap<Vec<Option<u64>>, Vec<u32>> = BTreeMap::new();
    for id in ids {
        let keys = keys(article, same, id).collect();
        parted.entry(keys).or_default().push(id);
    }
    groups.extend(parted.into_values().filter(|group| group.len() > 1));
}

fn keys(article: &Article<'_>, same: &[Key], id: u32) -> impl Iterator<Item = Option<u64>> {
    same.iter().map(move |key| key.of(article, id as usize))
}

/// After Fowler, Noll and Vo, by words of eight bytes.
fn hash(keys: impl Iterator<Item = Option<u64>>) -> u64 {
    keys.flatten().fold(0xcbf2_9ce4_8422_2325, |hash, key| {
        (hash ^ key).wrapping_mul(0x100_0000_01b3).rotate_left(29)
    })
}
