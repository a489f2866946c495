//! The HTML report: what stands on the page, that an article cannot break out
//! of it, and that a browser shows it.

#![allow(clippy::unwrap_used, reason = "what a test cannot read fails it")]

#[path = "support/browser.rs"]
mod browser;
#[path = "support/desk.rs"]
mod desk;

use std::collections::{BTreeMap, BTreeSet};

use browser::Browser;
use desk::{Desk, RIGHT, WRONG};

const ARTICLE: &str = "# Schools\n\nTwelve of the 40 schools (25%) &amp; <b>two</b> inns failed.\n\n\
    - on 4 November 2015\n\n<!-- addup-disable-next-line schools -->\n\nAll is well.\n";

/// The page of some articles.
fn page(name: &str, articles: &[(&str, &str)]) -> (Desk, String) {
    let desk = Desk::new(name);
    for (path, text) in articles {
        desk.put(path, text);
    }
    let run = desk.check(&[
        "--format",
        "html",
        "--output-file",
        "page.html",
        "--exit-zero",
    ]);
    assert_eq!(run.code, 0, "{run:?}");
    let page = desk.read("page.html");
    (desk, page)
}

/// The values of an attribute, in order.
fn attributes<'a>(page: &'a str, name: &str) -> Vec<&'a str> {
    let open = format!(" {name}=\"");
    let parts = page.split(&open).skip(1);
    parts.map(|part| part.split('"').next().unwrap()).collect()
}

/// The names of all tags.
fn tags(page: &str) -> BTreeSet<&str> {
    let is_end = |c: char| !c.is_ascii_alphanumeric() && c != '/' && c != '!';
    page.split('<')
        .skip(1)
        .map(|rest| rest.split(is_end).next().unwrap())
        .collect()
}

/// Asserts that every link leads somewhere and every place has one name.
fn assert_whole(page: &str) {
    let ids = attributes(page, "id");
    let known: BTreeSet<&str> = ids.iter().copied().collect();
    assert_eq!(known.len(), ids.len(), "an id stands twice");
    for link in attributes(page, "href") {
        let place = link
            .strip_prefix('#')
            .expect("the page links to itself only");
        assert!(known.contains(place), "{link} leads nowhere");
    }
}

#[test]
fn an_article_is_set_with_notes_and_ledger() {
    let article = "Twelve of the 40 schools (25%) &amp; <b>two</b> inns failed.\n";
    let (_, page) = page("html-article", &[("a.md", article)]);
    assert_whole(&page);
    let start = page.find("<article").unwrap();
    let end = page.find("</article>").unwrap();
    let (copy, ledger) = page[start..end]
        .split_once("<section class=\"ledger\"")
        .unwrap();
    for (name, part) in [("html_copy", copy), ("html_ledger", ledger)] {
        insta::with_settings!({
            snapshot_path => "../snapshots",
            prepend_module_to_snapshot => false,
            omit_expression => true,
            description => article,
        }, {
            insta::assert_snapshot!(name, part);
        });
    }
}

#[test]
fn every_number_is_marked_once_and_listed_once() {
    let (_, page) = page("html-numbers", &[("a.txt", WRONG), ("b.txt", RIGHT)]);
    assert_whole(&page);
    assert_eq!(page.matches("<mark ").count(), 6);
    assert_eq!(page.matches("<tr id=").count(), 6);
    assert_eq!(page.matches("role=\"note\"").count(), 1);
}

#[test]
fn several_articles_have_a_list_of_them() {
    let (_, one) = page("html-one", &[("a.txt", WRONG)]);
    assert!(!one.contains("class=\"contents\""));
    let (_, two) = page("html-two", &[("a.txt", WRONG), ("b.txt", RIGHT)]);
    assert!(two.contains("<a href=\"#a1\">a.txt</a> <span class=\"error\">1 error</span>"));
    assert!(two.contains("<a href=\"#a2\">b.txt</a> <span class=\"none\">no findings</span>"));
    assert_whole(&two);
}

#[test]
fn lists_and_tables_are_set_as_such() {
    let text = "1. five men\n   - inner 5\n2. two\n\n| town | votes |\n|---|---:|\n| Ash | 12 |\n| Elm | |\n\n> Said 7.\n";
    let (_, page) = page("html-structure", &[("a.md", text)]);
    for part in [
        "<ol>\n<li>\n<p><mark",
        "<ul>\n<li>\n<p>inner <mark",
        "<th scope=\"col\">votes</th>",
        "<td>Elm</td><td></td>",
        "<td class=\"figure\"><mark",
        "<blockquote><p>Said <mark",
    ] {
        assert!(page.contains(part), "{part}\n{page}");
    }
    assert_whole(&page);
}

#[test]
fn lists_in_lists_without_end_are_set_too() {
    for depth in [40, 20_000] {
        let markdown = format!("{}five men\n", "- ".repeat(depth));
        let html = format!("{}five men", "<ul><li>".repeat(depth));
        let (_, page) = page("html-deep", &[("a.md", &markdown), ("b.html", &html)]);
        assert_whole(&page);
        assert!(depth > 40 || page.matches("five</a></mark> men").count() == 2);
    }
}

const HOSTILE: &str = "<script>document.title = 'owned'</script> Twelve of the 40 \
    schools (25%) said \"><img src=x onerror=\"document.title='owned'\"> & </article>\n\n\
    <!-- script --> `<script>` <!-- articles -->\n";

#[test]
fn what_an_article_holds_is_text() {
    let named = "a \"><script>.txt";
    let articles = [(named, HOSTILE), ("b.md", HOSTILE), ("c.html", HOSTILE)];
    let (_, page) = page("html-hostile", &articles);
    assert_eq!(page.matches("<script>").count(), 1);
    assert_eq!(page.matches("</article>").count(), 3);
    assert!(!page.contains("<img"), "{page}");
    assert_whole(&page);
}

#[test]
fn the_page_asks_for_nothing_from_outside() {
    let (_, page) = page("html-alone", &[("a.txt", WRONG)]);
    assert!(page.contains("default-src 'none'"));
    for foreign in ["http:", "https:", "src=", "url(", "@import"] {
        let allowed = page.matches("default-src '").count();
        let found = page.matches(foreign).count();
        assert!(
            found <= if foreign == "src=" { 0 } else { allowed - 1 },
            "{foreign}"
        );
    }
}

mod any {
    use std::collections::BTreeSet;

    use addup::article::Article;
    use addup::finding::{Finding, Label, Severity};
    use addup::lexicon::Lexicon;
    use addup::report::proof::Proof;
    use addup::report::{Audited, Run, Tally, html};
    use addup::source::{Format, Source};
    use addup::span::Span;
    use proptest::prelude::*;

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..Default::default() })]

        #[test]
        fn any_article_stays_inside_its_page(
            text in "([-<>&\"'|#*`\n a-c1-9é%]|<b>|<script>|- |\n\n|&lt;|<td>|<li>|\\| 5 \\|){0,80}",
            format in prop::sample::select(vec![Format::Text, Format::Markdown, Format::Html]),
            spans in prop::collection::vec((0usize..300, 0usize..40), 0..5),
        ) {
            let mut source = Source::new("a", text.as_str());
            source.format = format;
            let article = Article::read(&source, &Lexicon::of_grammar());
            let proof = Proof::of(&article);
            let boundary = |at: usize| {
                let mut at = at.min(text.len());
                while !text.is_char_boundary(at) {
                    at -= 1;
                }
                at
            };
            let finding = |(start, length): (usize, usize)| Finding {
                rule: "a".to_owned(),
                severity: Severity::Error,
                message: text.clone(),
                help: Some(text.clone()),
                labels: vec![Label {
                    span: Span::new(boundary(start), boundary(start + length)),
                    note: Some(text.clone()),
                    primary: true,
                }],
            };
            let findings: Vec<Finding> = spans.into_iter().map(finding).collect();
            let mut audited = Audited::new(&article, findings);
            audited.proof = Some(&proof);
            let count = audited.findings.len();
            let run = Run { documents: vec![audited], rules: vec![], tally: Tally::default() };
            let page = html::render(&run);
            super::assert_whole(&page);
            let body = page.split_once("<body>").unwrap().1;
            let known: BTreeSet<&str> = KNOWN.into_iter().collect();
            for tag in super::tags(body) {
                prop_assert!(known.contains(tag.trim_start_matches('/')), "<{}\n{}", tag, page);
            }
            prop_assert_eq!(page.matches("role=\"note\"").count(), count);
            prop_assert_eq!(page.matches("<script>").count(), 1);
            for name in ["mark", "div", "section", "ul", "ol", "li", "td", "p", "a"] {
                let opened = body.matches(&format!("<{name}>")).count()
                    + body.matches(&format!("<{name} ")).count();
                prop_assert_eq!(opened, body.matches(&format!("</{name}>")).count(), "{}", name);
            }
        }
    }

    /// The tags that the report writes.
    const KNOWN: [&str; 37] = [
        "a",
        "article",
        "blockquote",
        "body",
        "br",
        "code",
        "details",
        "div",
        "footer",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "html",
        "input",
        "li",
        "main",
        "mark",
        "nav",
        "ol",
        "p",
        "q",
        "script",
        "section",
        "span",
        "summary",
        "sup",
        "table",
        "tbody",
        "td",
        "th",
        "thead",
        "tr",
        "ul",
    ];
}

#[test]
fn every_text_can_be_read_in_its_colours() {
    let style = include_str!("../src/report/html/page.css");
    let (light, dark) = style.split_once("prefers-color-scheme: dark").unwrap();
    for (theme, colours) in [("light", colours(light)), ("dark", colours(dark))] {
        let of = |name: &str| luminance(colours[name]);
        let pairs = [
            ("ink", "lit"),
            ("quiet", "lit"),
            ("link", "lit"),
            ("ink", "paper"),
            ("quiet", "paper"),
            ("link", "paper"),
            ("tick", "paper"),
            ("error", "paper"),
            ("warning", "paper"),
            ("advice", "paper"),
            ("ink", "error-wash"),
            ("ink", "warning-wash"),
            ("ink", "advice-wash"),
            ("error", "error-wash"),
            ("warning", "warning-wash"),
            ("advice", "advice-wash"),
            ("quiet", "error-wash"),
            ("quiet", "warning-wash"),
            ("quiet", "advice-wash"),
            ("link", "error-wash"),
            ("link", "warning-wash"),
            ("link", "advice-wash"),
        ];
        for (text, ground) in pairs {
            let (one, other) = (of(text), of(ground));
            // WCAG 2.2, 1.4.3: at least 4.5 to 1.
            let contrast = (one.max(other) + 0.05) / (one.min(other) + 0.05);
            assert!(
                contrast >= 4.5,
                "{theme}: {text} on {ground} has {contrast:.2}"
            );
        }
    }
}

/// The colours that a style sheet names first.
fn colours(style: &str) -> BTreeMap<&str, &str> {
    let mut found = BTreeMap::new();
    for part in style.split("--").skip(1) {
        if let Some((name, value)) = part.split_once(": #") {
            found.entry(name).or_insert(&value[..6]);
        }
    }
    found
}

/// WCAG's relative luminance of `rrggbb`.
fn luminance(colour: &str) -> f64 {
    let part = |at: usize| {
        let part = f64::from(u8::from_str_radix(&colour[at..at + 2], 16).unwrap()) / 255.0;
        if part <= 0.040_45 {
            part / 12.92
        } else {
            ((part + 0.055) / 1.055).powf(2.4)
        }
    };
    0.2126 * part(0) + 0.7152 * part(2) + 0.0722 * part(4)
}

/// A page with a script of ours behind its own, and without what forbids it.
fn with_script(page: &str, script: &str) -> String {
    let (before, rest) = page.split_once("<meta http-equiv").unwrap();
    let (_, after) = rest.split_once('>').unwrap();
    format!("{before}{after}").replace("</body>", &format!("<script>{script}</script></body>"))
}

#[test]
fn a_browser_shows_the_page() {
    let articles = [("a.md", ARTICLE), ("b.html", HOSTILE), ("c.md", HOSTILE)];
    let (desk, page) = page("html-browser", &articles);
    let Some(browser) = Browser::find(&desk.0) else {
        return;
    };
    desk.put("page.html", &page);
    let shown = browser.page(&desk.0.join("page.html"), &[]);
    assert_whole(&shown);
    assert_eq!(
        shown.matches("<mark ").count(),
        page.matches("<mark ").count()
    );
    assert!(
        shown.contains("<title>3 errors, 1 advice in 3 files – addup</title>"),
        "{shown}"
    );
    // The page's own script ran, so that its hash is right.
    assert!(
        shown.contains("<button type=\"button\">Line</button>"),
        "{shown}"
    );
    assert!(shown.contains(">0 of 5 checked</p>"), "{shown}");
}

#[test]
fn a_reader_sorts_ticks_and_follows_in_a_browser() {
    let (desk, page) = page("html-reader", &[("a.md", ARTICLE)]);
    let Some(browser) = Browser::find(&desk.0) else {
        return;
    };
    let script = "document.querySelectorAll('.ledger button')[3].click();\
        document.querySelectorAll('.ledger button')[3].click();\
        document.querySelector('.ledger input').click();\
        document.querySelector('mark.error a').focus();";
    desk.put("page.html", with_script(&page, script));
    let shown = browser.page(&desk.0.join("page.html"), &[]);
    let rows: Vec<&str> = attributes(&shown, "id");
    let rows: Vec<&str> = rows
        .into_iter()
        .filter(|id| id.starts_with("r1-"))
        .collect();
    // From the last: the date, 40, 25%, 12, 2.
    assert_eq!(rows, ["r1-5", "r1-2", "r1-3", "r1-1", "r1-4"]);
    assert!(shown.contains("aria-sort=\"descending\""));
    assert!(shown.contains(">1 of 5 checked</p>"));
    let count = |class: &str| {
        let classes = attributes(&shown, "class").into_iter();
        classes
            .filter(|names| names.split(' ').any(|name| name == class))
            .count()
    };
    assert_eq!(count("ticked"), 1);
    // The note, its two places and their two rows.
    assert_eq!(count("lit"), 5);
}

#[test]
fn no_window_is_too_narrow_for_the_page() {
    let (desk, page) = page("html-narrow", &[("a.md", ARTICLE)]);
    let Some(browser) = Browser::find(&desk.0) else {
        return;
    };
    let script = "document.title = document.documentElement.scrollWidth <= innerWidth;";
    desk.put("page.html", with_script(&page, script));
    for width in [
        "--window-size=1400,900",
        "--window-size=700,900",
        "--window-size=500,900",
    ] {
        let shown = browser.page(&desk.0.join("page.html"), &[width]);
        assert!(shown.contains("<title>true</title>"), "{width}");
    }
}
