//! A date pattern says where a file's path has its date:
//! `archive/{year}/{month}/*-{day}`.

use std::collections::HashSet;

use jiff::civil::Date;

/// Where a file's path has its date.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::cli) struct DatePattern {
    parts: Vec<Part>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum Part {
    Text(String),
    /// Any characters but `/`.
    Any,
    /// Four digits.
    Year,
    /// Two digits, or one where no digit follows.
    Month,
    /// The same.
    Day,
}

#[derive(Clone, Copy, Default, PartialEq, Eq, Hash)]
struct Read {
    year: i16,
    month: i8,
    day: i8,
}

impl DatePattern {
    /// Reads a pattern; why it is none otherwise.
    pub(super) fn read(written: &str) -> Result<DatePattern, String> {
        let mut parts = Vec::new();
        let mut rest = written;
        while !rest.is_empty() {
            let end = rest.find(['{', '*']).unwrap_or(rest.len());
            if end > 0 {
                parts.push(Part::Text(rest[..end].to_owned()));
            } else if let Some(after) = rest.strip_prefix('*') {
                parts.push(Part::Any);
                rest = after;
                continue;
            } else {
                let close = rest.find('}').ok_or("a `{` is never closed")?;
                parts.push(match &rest[1..close] {
                    "year" => Part::Year,
                    "month" => Part::Month,
                    "day" => Part::Day,
                    other => return Err(format!("`{{{other}}}` is no part of a date")),
                });
                rest = &rest[close + 1..];
                continue;
            }
            rest = &rest[end..];
        }
        for part in [Part::Year, Part::Month, Part::Day] {
            if parts.iter().filter(|other| **other == part).count() != 1 {
                return Err("the year, the month and the day must each stand once".to_owned());
            }
        }
        Ok(DatePattern { parts })
    }

    /// The date of a path, at the last place where the pattern fits.
    pub(in crate::cli) fn date(&self, path: &str) -> Option<Date> {
        let path = path.replace('\\', "/");
        let bytes = path.as_bytes();
        let starts = (0..path.len())
            .rev()
            .filter(|&at| path.is_char_boundary(at));
        let whole_number = |&at: &usize| {
            let begins = !matches!(self.parts[0], Part::Text(_) | Part::Any);
            !begins || at == 0 || !bytes[at - 1].is_ascii_digit()
        };
        let mut failed = HashSet::new();
        starts
            .filter(whole_number)
            .find_map(|at| fit(&self.parts, &path[at..], Read::default(), &mut failed))
    }
}

/// Places at which a `*` and what follows it do not fit, as what is left of
/// the pattern and of the path, with what was read before. They are not tried
/// again, so that many `*` over a long path take no long time.
type Failed = HashSet<(usize, usize, Read)>;

fn fit(parts: &[Part], text: &str, read: Read, failed: &mut Failed) -> Option<Date> {
    let Some((part, rest)) = parts.split_first() else {
        return Date::new(read.year, read.month, read.day).ok();
    };
    match part {
        Part::Text(wanted) => fit(rest, text.strip_prefix(wanted.as_str())?, read, failed),
        Part::Any => {
            let end = text.find('/').unwrap_or(text.len());
            let ends = (0..=end).filter(|&at| text.is_char_boundary(at));
            for at in ends {
                // Where it failed once, all that is further on failed too.
                if !failed.insert((parts.len(), text.len() - at, read)) {
                    return None;
                }
                if let Some(date) = fit(rest, &text[at..], read, failed) {
                    return Some(date);
                }
            }
            None
        }
        Part::Year => {
            let (year, after) = digits(text, 4)?;
            fit(rest, after, Read { year, ..read }, failed)
        }
        Part::Month | Part::Day => {
            let of = |n: i16| match part {
                Part::Month => Read {
                    month: n as i8,
                    ..read
                },
                _ => Read {
                    day: n as i8,
                    ..read
                },
            };
            let two = digits(text, 2).and_then(|(n, after)| fit(rest, after, of(n), failed));
            two.or_else(|| {
                let (n, after) = digits(text, 1)?;
                let alone = !after.starts_with(|c: char| c.is_ascii_digit());
                alone.then(|| fit(rest, after, of(n), failed)).flatten()
            })
        }
    }
}

fn digits(text: &str, count: usize) -> Option<(i16, &str)> {
    let written = text.get(..count)?;
    let are_digits = written.bytes().all(|b| b.is_ascii_digit());
    are_digits.then_some(())?;
    Some((written.parse().ok()?, &text[count..]))
}

#[cfg(test)]
mod tests {
    use super::DatePattern;

    fn date(pattern: &str, path: &str) -> Option<String> {
        let pattern = DatePattern::read(pattern).unwrap();
        pattern.date(path).map(|date| date.to_string())
    }

    #[test]
    fn a_path_gives_its_date_in_any_order() {
        let day = Some("2015-11-05".to_owned());
        assert_eq!(date("{day}.{month}.{year}", "a/5.11.2015.txt"), day);
        assert_eq!(
            date("{year}/{month}/*-{day}", "x/2015/11/the-storm-05.md"),
            day
        );
        assert_eq!(date("news{day}{month}{year}", "news05112015"), day);
        assert_eq!(date("{year}-{month}-{day}", "2015-13-05"), None);
        assert_eq!(date("{year}{month}{day}", "120151105"), None);
    }

    #[test]
    fn a_pattern_without_a_day_is_none() {
        assert!(DatePattern::read("{year}-{month}").is_err());
        assert!(DatePattern::read("{year}-{month}-{dya}").is_err());
        assert!(DatePattern::read("{year").is_err());
    }
}
