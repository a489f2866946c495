//! A suggestion is the known name nearest to one that is not known: “did you
//! mean `part`?”

/// The help of an unknown name: the nearest of the names that are known, when
/// one is near.
///
/// ```
/// use addup::rule::suggest::did_you_mean;
///
/// let names = ["part", "whole"];
/// assert_eq!(did_you_mean("prat", names).unwrap(), "did you mean `part`?");
/// assert_eq!(did_you_mean("elephant", names), None);
/// ```
pub fn did_you_mean<'a>(
    unknown: &str,
    known: impl IntoIterator<Item = &'a str>,
) -> Option<String> {
    nearest(unknown, known).map(|name| format!("did you mean `{name}`?"))
}

/// The nearest of the known names; `None` when none is near. Of equally near
/// ones, the first.
pub fn nearest<'a>(unknown: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let unknown: Vec<char> = unknown.chars().take(64).collect();
    let allowed = (unknown.len() / 3).max(1);
    known
        .into_iter()
        .map(|name| (distance(&unknown, name), name))
        .filter(|&(distance, _)| distance <= allowed)
        .min_by_key(|&(distance, _)| distance)
        .map(|(_, name)| name)
}

/// How many letters must be put in, left out, replaced or swapped with their
/// neighbour to make one word of the other.
fn distance(left: &[char], right: &str) -> usize {
    let right: Vec<char> = right.chars().take(64).collect();
    let mut before: Vec<usize> = Vec::new();
    let mut row: Vec<usize> = (0..=right.len()).collect();
    for (i, &a) in left.iter().enumerate() {
        let mut next = vec![i + 1];
        for (n, &b) in right.iter().enumerate() {
            let replaced = row[n] + usize::from(!a.eq_ignore_ascii_case(&b));
            let mut least = replaced.min(row[n + 1] + 1).min(next[n] + 1);
            if i > 0 && n > 0 && a == right[n - 1] && left[i - 1] == b {
                least = least.min(before[n - 1] + 1);
            }
            next.push(least);
        }
        before = row;
        row = next;
    }
    row[right.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_swap_of_two_letters_is_one_step() {
        assert_eq!(nearest("whoel", ["part", "whole"]), Some("whole"));
    }

    #[test]
    fn a_short_word_is_near_to_few() {
        assert_eq!(nearest("by", ["from", "to"]), None);
        assert_eq!(nearest("frm", ["from", "to"]), Some("from"));
    }
}
