//! Dates of the ledger in words: what a TIMEX3 value says, with the weekday
//! that an editor looks for.

use jiff::civil::Date;

/// A TIMEX3 value in words; `None` of one that has none shorter than itself.
pub(super) fn spoken(time: &str) -> Option<String> {
    if let Some((from, to)) = time.split_once('/') {
        return Some(format!("{} to {}", spoken(from)?, spoken(to)?));
    }
    let (date, clock) = time.split_once('T').unwrap_or((time, ""));
    let day = match date.split('-').collect::<Vec<&str>>()[..] {
        ["XXXX", "WXX", weekday] => format!("a {}, week unknown", weekday_name(weekday)?),
        ["XXXX", month, day] => format!("{} {}, year unknown", number(day)?, month_name(month)?),
        ["XXXX", month] => format!("{}, year unknown", month_name(month)?),
        [year, month] => format!("{} {}", month_name(month)?, number(year)?),
        [_, _, _] => date
            .parse::<Date>()
            .ok()?
            .strftime("%a %-d %b %Y")
            .to_string(),
        _ => return None,
    };
    match clock {
        "" => Some(day),
        clock if clock.contains(':') => Some(format!("{day}, {clock}")),
        _ => None,
    }
}

fn number(written: &str) -> Option<u16> {
    written.parse().ok()
}

fn month_name(written: &str) -> Option<String> {
    let month = written.parse().ok()?;
    Some(Date::new(2000, month, 1).ok()?.strftime("%B").to_string())
}

/// The name of a weekday from 1, Monday.
fn weekday_name(written: &str) -> Option<String> {
    let day = written.parse().ok().filter(|day| (1..=7).contains(day))?;
    // 1 May 2000 was a Monday.
    Some(Date::new(2000, 5, day).ok()?.strftime("%A").to_string())
}

#[cfg(test)]
mod tests {
    use super::spoken;

    #[test]
    fn a_date_is_told_as_far_as_it_is_known() {
        let told = |time| spoken(time).unwrap_or_default();
        assert_eq!(told("2015-11-04"), "Wed 4 Nov 2015");
        assert_eq!(told("2015-11-04T19:30"), "Wed 4 Nov 2015, 19:30");
        assert_eq!(told("2015-11"), "November 2015");
        assert_eq!(told("XXXX-11-04"), "4 November, year unknown");
        assert_eq!(told("XXXX-WXX-3"), "a Wednesday, week unknown");
        assert_eq!(
            told("2015-11-04/2015-11-06"),
            "Wed 4 Nov 2015 to Fri 6 Nov 2015"
        );
    }

    #[test]
    fn what_has_no_shorter_words_is_left_as_it_is() {
        for time in [
            "2015",
            "P2D",
            "2015-13-40",
            "XXXX-WXX-9",
            "2015-Q3",
            "2015-11-04TMO",
            "é-",
        ] {
            assert_eq!(spoken(time), None, "{time}");
        }
    }
}
