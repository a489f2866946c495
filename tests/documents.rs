//! How a source is taken apart: blocks, sentences, tokens, dates.

use addup::document::{BlockKind, Document, List, Origin, Table, TokenKind};
use addup::lexicon::{Lexicon, WordId};
use addup::source::{Format, Source};
use jiff::civil::date;
use proptest::prelude::*;

fn read<T>(name: &str, text: &str, see: impl FnOnce(&Document<'_>) -> T) -> T {
    let source = Source::new(name, text);
    see(&Document::read(&source, &Lexicon::of_grammar()))
}

/// Each block: its kind's name and its words.
fn blocks(name: &str, text: &str) -> Vec<String> {
    read(name, text, |document| {
        document
            .blocks
            .iter()
            .map(|block| {
                let kind = match block.kind {
                    BlockKind::Title => "title".to_owned(),
                    BlockKind::Heading(level) => format!("h{level}"),
                    BlockKind::Paragraph => "p".to_owned(),
                    BlockKind::Quotation => "quote".to_owned(),
                    BlockKind::Item { list } => format!("item{list}"),
                    BlockKind::Cell { row, column, .. } => format!("cell{row}{column}"),
                    BlockKind::Standfirst => "standfirst".to_owned(),
                    BlockKind::Caption => "caption".to_owned(),
                };
                format!("{kind}: {}", document.slice(block.span))
            })
            .collect()
    })
}

fn sentences(name: &str, text: &str) -> Vec<String> {
    read(name, text, |document| {
        let slice = |s: &addup::document::Sentence| document.slice(s.span).to_owned();
        document.sentences.iter().map(slice).collect()
    })
}

/// Each token's bytes.
fn tokens(name: &str, text: &str) -> Vec<String> {
    read(name, text, |document| {
        (0..document.tokens.len())
            .map(|token| document.text(token).to_owned())
            .collect()
    })
}

fn kinds(text: &str) -> Vec<TokenKind> {
    read("a.txt", text, |document| {
        document.tokens.iter().map(|token| token.kind).collect()
    })
}

fn lists(name: &str, text: &str) -> Vec<List> {
    read(name, text, |document| document.lists.clone())
}

fn tables(name: &str, text: &str) -> Vec<Table> {
    read(name, text, |document| document.tables.clone())
}

// Text.

#[test]
fn a_blank_line_parts_paragraphs() {
    let text = "\u{feff}Storm hits coast\r\n\r\nIt hit 237\r\nhomes.\r\n\t\r\nTwo fell.\r\n";
    assert_eq!(
        blocks("a.txt", text),
        [
            "title: Storm hits coast",
            "p: It hit 237\r\nhomes.",
            "p: Two fell."
        ]
    );
}

#[test]
fn a_headline_may_stand_twice() {
    assert_eq!(
        blocks("a.txt", "Storm hits\n\nStorm hits\n\nIt hit."),
        ["title: Storm hits", "title: Storm hits", "p: It hit."]
    );
}

#[test]
fn a_sentence_is_no_headline() {
    assert_eq!(
        blocks("a.txt", "It hit.\n\nTwo fell."),
        ["p: It hit.", "p: Two fell."]
    );
    assert_eq!(blocks("a.txt", "Storm hits coast"), ["p: Storm hits coast"]);
}

#[test]
fn lines_that_all_end_sentences_are_paragraphs() {
    assert_eq!(
        blocks("a.txt", "It hit.\nTwo fell.\nNone “rose.”"),
        ["p: It hit.", "p: Two fell.", "p: None “rose.”"]
    );
    assert_eq!(
        blocks("a.txt", "It hit Mr.\nSmith."),
        ["p: It hit Mr.\nSmith."]
    );
}

#[test]
fn a_long_line_is_a_paragraph() {
    let long = format!("It hit {}homes", "very ".repeat(40));
    let text = format!("Storm\n{long}\n{long}\n");
    let expected = [
        "title: Storm".to_owned(),
        format!("p: {long}"),
        format!("p: {long}"),
    ];
    assert_eq!(blocks("a.txt", &text), expected);
}

#[test]
fn a_bullet_begins_an_item() {
    let text =
        "It lost:\n- two homes\nof wood\n\n• x\n* three\n  boats\n  - inner\n* four\n\nThe end.";
    assert_eq!(
        blocks("a.txt", text),
        [
            "p: It lost:",
            "item0: two homes\nof wood",
            "item1: x",
            "item2: three\n  boats",
            "item3: inner",
            "item2: four",
            "p: The end."
        ]
    );
    let lists = lists("a.txt", text);
    assert_eq!(lists[0].lead, Some(0));
    assert_eq!(lists[1].lead, None);
    assert_eq!(lists[2].items.len(), 2);
    assert_eq!(lists[3].depth, 1);
    assert_eq!(lists[3].lead, Some(3));
}

#[test]
fn numbered_lines_are_an_ordered_list() {
    let lists = lists("a.txt", "2. b\n3) c\n\n1. d\n1. e\n");
    let starts: Vec<_> = lists.iter().map(|list| list.start).collect();
    assert_eq!(starts, [Some(2), Some(3), Some(1)]);
    assert_eq!(lists[2].items.len(), 2);
}

#[test]
fn a_line_broken_on_purpose_ends_a_list() {
    let text = "Three boats sail:
- Ada
- Bea, which was built in the old yard by the harbour and is the smallest of
the three
- Cid
All three carry cars and lorries to the islands every day of the week.
- This is another list, of one.
";
    let lists = lists("a.txt", text);
    let lengths: Vec<_> = lists.iter().map(|list| list.items.len()).collect();
    assert_eq!(lengths, [3, 1]);
    assert_eq!(lists[0].lead, Some(0));
}

#[test]
fn an_item_farther_left_is_of_no_list_farther_right() {
    let lists = lists("a.txt", "\t1. a\n\n\t2. b\n\n\n3. c\n");
    let lengths: Vec<_> = lists.iter().map(|list| list.items.len()).collect();
    assert_eq!(lengths, [2, 1]);
}

#[test]
fn bars_and_dashes_are_a_table_in_text_too() {
    let text = "| a | b |\n|---|---|\n| 1 | 2 \\| 3 |\n|   | 4 |\nend";
    let tables = tables("a.txt", text);
    assert_eq!(tables.len(), 1);
    assert!(tables[0].header);
    assert_eq!(
        tables[0].cells,
        [
            vec![Some(0), Some(1)],
            vec![Some(2), Some(3)],
            vec![None, Some(4)]
        ]
    );
    assert_eq!(blocks("a.txt", text)[3], "cell11: 2 \\| 3");
}

#[test]
fn a_comment_is_recorded_and_no_prose() {
    let text = "It hit <!-- 5 --> ten.\n<!-- addup-disable\n7 -->\nTwo fell <!-- open\n";
    read("a.txt", text, |document| {
        let comments: Vec<_> = document
            .comments
            .iter()
            .map(|&c| document.slice(c))
            .collect();
        assert_eq!(comments, ["<!-- 5 -->", "<!-- addup-disable\n7 -->"]);
    });
    let tokens = tokens("a.txt", text);
    assert!(!tokens.contains(&"5".to_owned()) && !tokens.contains(&"7".to_owned()));
}

// Markdown.

#[test]
fn code_is_no_prose() {
    let text = "Set `x = 5` now.\n\n```\n7\n```\n\n    8\n\n<pre>9</pre>\n\nA <code>6</code> b.\n";
    let tokens = tokens("a.md", text);
    for digit in ["5", "6", "7", "8", "9"] {
        assert!(!tokens.contains(&digit.to_owned()), "{digit}");
    }
    assert_eq!(sentences("a.md", text)[0], "Set `x = 5` now.");
}

#[test]
fn emphasis_splits_no_sentence() {
    assert_eq!(
        tokens("a.md", "It hit **237** *homes*."),
        ["It", "hit", "237", "homes", "."]
    );
    assert_eq!(
        sentences("a.md", "It hit **237** *homes*."),
        ["It hit **237** *homes*."]
    );
}

#[test]
fn an_entity_keeps_its_bytes() {
    for (name, text) in [
        ("a.md", "It cost &pound;5 or 5\\% &mdash; more."),
        ("a.html", "<p>It cost &pound;5 or 5% &#151; more.</p>"),
    ] {
        read(name, text, |document| {
            let symbols: Vec<_> = (0..document.tokens.len())
                .filter(|&token| document.tokens[token].kind != TokenKind::Word)
                .map(|token| document.symbol(token))
                .collect();
            assert_eq!(symbols, ['£', '5', '5', '%', '—', '.'].map(Some), "{name}");
            assert_eq!(document.text(2), "&pound;");
            assert!(document.tokens[2].is_entity());
            assert_eq!(document.tokens[2].kind, TokenKind::Currency);
            assert!(document.tokens[3].is_glued());
        });
    }
}

#[test]
fn a_list_knows_the_paragraph_before_it() {
    let text = "Three fell:\n\n- one\n- two:\n    1. x\n    2. y\n- three\n\n```\n```\n\n4. z\n";
    let lists = lists("a.md", text);
    assert_eq!(lists.len(), 3);
    assert_eq!((lists[0].lead, lists[0].items.len()), (Some(0), 3));
    assert_eq!((lists[1].lead, lists[1].depth), (Some(2), 1));
    assert_eq!((lists[1].ordered, lists[1].start), (true, Some(1)));
    assert_eq!((lists[2].lead, lists[2].start), (None, Some(4)));
    let item = lists[0].items[1];
    assert_eq!(&text[item.range()], "- two:\n    1. x\n    2. y");
}

#[test]
fn the_first_heading_is_the_title_unless_front_matter_has_one() {
    assert_eq!(
        blocks("a.md", "# A\n\nb\n\n# C\n"),
        ["title: A", "p: b", "h1: C"]
    );
    assert_eq!(blocks("a.md", "a\n\n# B\n"), ["p: a", "h1: B"]);
    let matter = "---\ntitle: Z\n---\n# A\n";
    assert_eq!(blocks("a.md", matter), ["title: Z", "h1: A"]);
    read("a.md", matter, |document| {
        assert_eq!(document.title.map(|t| document.slice(t)), Some("Z"));
    });
}

#[test]
fn title_and_standfirst_of_front_matter_are_prose() {
    let matter = "---\nexcerpt: >\n  Two fell.\ntitle: \"A storm\"\n---\nIt hit.\n";
    assert_eq!(
        blocks("a.md", matter),
        ["standfirst: Two fell.", "title: A storm", "p: It hit."]
    );
}

#[test]
fn blocks_of_markdown_keep_their_kind() {
    let text = "## H {#id}\n\n> Said.\n\n| a | b |\n|---|---|\n| 1 |  |\n\nNote.[^1] End.\n\n[^1]: Five.\n";
    assert_eq!(
        blocks("a.md", text),
        [
            "h2: H",
            "quote: Said.",
            "cell00: a",
            "cell01: b",
            "cell10: 1",
            "p: Note.[^1] End.",
            "p: Five."
        ]
    );
    assert_eq!(sentences("a.md", text)[5..], ["Note.", "End.", "Five."]);
    assert_eq!(tables("a.md", text)[0].cells[1], [Some(4), None]);
}

#[test]
fn html_in_markdown_is_read_without_its_tags() {
    let text = "<div class=\"n5\">\n<p>It hit &nbsp; 7.</p>\n</div>\n\nA <b id=\"3\">b</b><br>c.\n";
    assert_eq!(
        blocks("a.md", text),
        ["p: It hit &nbsp; 7.", "p: A <b id=\"3\">b</b><br>c."]
    );
    assert_eq!(
        tokens("a.md", text),
        ["It", "hit", "7", ".", "A", "b", "c", "."]
    );
}

#[test]
fn template_tags_are_no_prose() {
    let text = "{% include n=5 %}\n\nSee {{< f 6 >}} now. {: .n7}\n\n{% highlight c %}\n\nint 8;\n\n{% endhighlight %}\n";
    assert_eq!(tokens("a.md", text), ["See", "{{< f 6 >}}", "now", "."]);
    assert_eq!(blocks("a.md", text).len(), 1);
}

#[test]
fn addresses_are_one_opaque_token() {
    for address in [
        "https://example.com/2015/11/05?a=b_c",
        "http://x.org/a_(b)",
        "www.site24.com/7",
        "site.co.uk/2015/11",
        "first.last@mail.example.org",
        "@handle24",
        "/usr/lib/x86",
        "~/notes/5.txt",
        "../src/7.rs",
        "src/v2/main.rs",
        "C:\\files\\5",
    ] {
        for name in ["a.txt", "a.md", "a.html"] {
            if name == "a.md" && address.contains('\\') {
                continue;
            }
            let text = format!("See ({address}), {address}. Then 5");
            let tokens = tokens(name, &text);
            let expected = ["See", "(", address, ")", ",", address, ".", "Then", "5"];
            assert_eq!(tokens, expected, "{name}");
        }
    }
    assert_eq!(
        tokens("a.md", "See <https://a.b/5>."),
        ["See", "<https://a.b/5>", "."]
    );
    for plain in [
        "and/or",
        "5/11/2015",
        "5 km/h",
        "a.m./p.m.",
        "9/11.It",
        "@ 5",
    ] {
        assert!(!kinds(plain).contains(&TokenKind::Opaque), "{plain}");
    }
}

// HTML.

#[test]
fn a_page_is_read_without_what_surrounds_the_article() {
    let text = r#"<!DOCTYPE html><html><head><title> Storm </title>
        <meta name="date" content="2015-11-05"><style>p { top: 5 }</style>
        <script>var a = "<p>5</p>";</script></head><body>
        <nav><ul><li>Home 5</ul></nav><header>Site 5</header><aside>5</aside>
        <article><header><h1>Storm hits</h1></header><p>It hit.<p hidden>5<p>Two fell.
        <svg><text>5</text></svg><p aria-hidden="true">5</p><select><option>5</select>
        <!-- 5 --></article><footer>5</footer><p>End</body></html>"#;
    assert_eq!(
        blocks("a.html", text),
        ["title: Storm hits", "p: It hit.", "p: Two fell.", "p: End"]
    );
    read("a.html", text, |document| {
        assert_eq!(document.title.map(|t| document.slice(t)), Some("Storm"));
        let anchor = document.anchor.expect("the page has a date");
        assert_eq!(
            (anchor.date, anchor.origin),
            (date(2015, 11, 5), Origin::FrontMatter)
        );
        assert_eq!(
            anchor.span.map(|span| document.slice(span)),
            Some("2015-11-05")
        );
        assert_eq!(document.comments.len(), 1);
    });
}

#[test]
fn elements_of_a_page_are_blocks() {
    let text = "<h1>T</h1><p>Two:</p><ul><li>one<ol start=3><li>x</ol>more<li>two</ul>\
        <h2>H</h2><blockquote><p>Said</p></blockquote>a<br>b<br><br>c<div>d</div>\
        <figure><img alt=5><figcaption>Cap</figcaption></figure><pre>5</pre>";
    assert_eq!(
        blocks("a.html", text),
        [
            "title: T",
            "p: Two:",
            "item0: one",
            "item1: x",
            "item0: more",
            "item0: two",
            "h2: H",
            "quote: Said",
            "p: a<br>b",
            "p: c",
            "p: d",
            "caption: Cap"
        ]
    );
    let lists = lists("a.html", text);
    assert_eq!((lists[0].lead, lists[0].items.len()), (Some(1), 2));
    assert_eq!((lists[1].start, lists[1].depth), (Some(3), 1));
}

#[test]
fn a_cell_over_two_rows_pushes_the_next_row_aside() {
    let text = "<table><caption>C</caption><tr><th>a<th colspan=2>b<tr><td rowspan=2>1<td>2<td>3\
        <tr><td>4<tr><td>5</table>";
    let tables = tables("a.html", text);
    assert!(tables[0].header);
    assert_eq!(tables[0].caption, Some(0));
    assert_eq!(
        tables[0].cells,
        [
            vec![Some(1), Some(2)],
            vec![Some(3), Some(4), Some(5)],
            vec![None, Some(6)],
            vec![Some(7)]
        ]
    );
}

#[test]
fn a_table_that_lays_out_a_page_is_none() {
    let text = "<table><tr><td><p>It hit.</p><table><tr><td>1<td>2</table></table>";
    assert_eq!(
        blocks("a.html", text),
        ["p: It hit.", "cell00: 1", "cell01: 2"]
    );
    assert_eq!(tables("a.html", text).len(), 1);
}

#[test]
fn a_footnote_mark_is_no_number() {
    let text = "<p>It hit.<sup><a href=#1>1</a></sup> Two m<sup>2</sup>.<sup>[5]</sup> End";
    assert_eq!(
        tokens("a.html", text),
        ["It", "hit", ".", "Two", "m", "2", ".", "End"]
    );
}

// Tokens.

#[test]
fn words_are_runs_of_letters() {
    assert_eq!(
        tokens("a.txt", "23-year-old café don’t 1.2bn x\u{ad}y z\u{200b}"),
        [
            "23", "-", "year", "-", "old", "café", "don", "’", "t", "1", ".", "2", "bn",
            "x\u{ad}y", "z"
        ]
    );
    assert_eq!(
        tokens("a.html", "caf&eacute;s or <b>c</b>af"),
        ["caf&eacute;s", "or", "c", "af"]
    );
}

#[test]
fn a_token_tells_how_it_stands() {
    let source = Source::new("a.txt", "On\u{a0}Monday 5%\nUSA ÉCOLE a");
    let mut lexicon = Lexicon::of_grammar();
    let monday = lexicon.intern("monday");
    let document = Document::read(&source, &lexicon);
    let flags: Vec<_> = document
        .tokens
        .iter()
        .map(|t| {
            (
                t.is_glued(),
                t.is_capitalised(),
                t.is_upper(),
                t.begins_line(),
            )
        })
        .collect();
    assert_eq!(
        flags,
        [
            (false, true, false, true),
            (false, true, false, false),
            (false, false, false, false),
            (true, false, false, false),
            (false, true, true, true),
            (false, true, true, false),
            (false, false, false, false),
        ]
    );
    assert_eq!(document.tokens[1].word, monday);
    assert_eq!(document.tokens[2].word, WordId::UNKNOWN);
}

#[test]
fn a_straight_quotation_mark_has_a_side() {
    use TokenKind::{Close, CloseQuote, Comma, Digits, OpenQuote, Word};
    let open = TokenKind::Open;
    assert_eq!(
        kinds("\"a,\" b (\"c\") 5\""),
        [
            OpenQuote, Word, Comma, CloseQuote, Word, open, OpenQuote, Word, CloseQuote, Close,
            Digits, CloseQuote
        ]
    );
}

#[test]
fn marks_have_kinds() {
    let pairs = [
        ("½", TokenKind::VulgarFraction),
        ("…", TokenKind::Ellipsis),
        ("--", TokenKind::EmDash),
        ("–", TokenKind::EnDash),
        ("−", TokenKind::Minus),
        ("₹", TokenKind::Currency),
        ("º", TokenKind::Degree),
        ("‰", TokenKind::Permille),
        ("²", TokenKind::Squared),
        ("≤", TokenKind::AtMost),
        ("№", TokenKind::Hash),
        ("‑", TokenKind::Hyphen),
        ("\\", TokenKind::Other),
    ];
    for (mark, kind) in pairs {
        assert_eq!(kinds(&format!("5 {mark}"))[1], kind, "{mark}");
    }
}

// Sentences.

#[test]
fn a_final_mark_ends_a_sentence() {
    assert_eq!(
        sentences(
            "a.txt",
            "It hit. “Two fell.” (Ten rose.) 5 did! Why? $5m… £6 went. so."
        ),
        [
            "It hit.",
            "“Two fell.”",
            "(Ten rose.)",
            "5 did!",
            "Why?",
            "$5m…",
            "£6 went. so."
        ]
    );
}

#[test]
fn an_abbreviation_ends_no_sentence() {
    for one in [
        "Mr. Smith and Gen. A. B. Jones met St. John.",
        "It fell on Sept. 11 at No. 10 and Fig. 3 shows it.",
        "The U.S. Army met at 5 p.m. ET, e.g. Monday.",
        "Acme Inc. Chairman Jo Bloggs Jr. Esquire left.",
        "It rose 3.5 per cent, vs. 4 before (approx. 5).",
    ] {
        assert_eq!(sentences("a.txt", one), [one]);
    }
    for two in [
        "It hit the U.S. The army came.",
        "He said no to it in Sept. Police came.",
        "It began at 5 p.m. Police came.",
        "She owns AT&T. Shares rose.",
        "In 2014. 5 people came.",
    ] {
        assert_eq!(sentences("a.txt", two).len(), 2, "{two}");
    }
}

#[test]
fn the_number_of_a_heading_ends_no_sentence() {
    assert_eq!(sentences("a.md", "## 1. Introduction"), ["1. Introduction"]);
}

#[test]
fn a_very_long_sentence_is_cut() {
    let text = "one two, three ; ".repeat(300);
    read("a.txt", &text, |document| {
        assert!(document.sentences.iter().all(|s| s.tokens.len() <= 400));
        let first = &document.sentences[0];
        assert_eq!(document.text(first.tokens.end - 1), ";");
    });
}

// Dates.

#[test]
fn the_anchor_is_the_first_date_in_order() {
    let text = "---\npublished: true\nposted: 5 Nov 2015\ndate: bad\n---\n";
    let mut source = Source::new("2014-01-02-storm.md", text);
    let lexicon = Lexicon::of_grammar();
    let anchor = Document::read(&source, &lexicon)
        .anchor
        .expect("front matter");
    assert_eq!(
        (anchor.date, anchor.origin),
        (date(2015, 11, 5), Origin::FrontMatter)
    );
    source.date = Some(date(2020, 1, 1));
    let anchor = Document::read(&source, &lexicon).anchor.expect("given");
    assert_eq!(
        (anchor.date, anchor.origin),
        (date(2020, 1, 1), Origin::Given)
    );
    let source = Source::new("2014-01-02-storm.md", "It hit.");
    let anchor = Document::read(&source, &lexicon).anchor.expect("file name");
    assert_eq!(
        (anchor.date, anchor.origin),
        (date(2014, 1, 2), Origin::FileName)
    );
}

#[test]
fn front_matter_need_not_be_valid() {
    let text =
        "+++\ntitle = 'A: \"b\"' \n bad\n[x]\ndate = 2015-11-05T10:00:00Z # day\n+++\nIt hit.";
    read("a.md", text, |document| {
        assert_eq!(document.title.map(|t| document.slice(t)), Some("A: \"b\""));
        assert_eq!(document.anchor.map(|a| a.date), Some(date(2015, 11, 5)));
        assert_eq!(document.blocks.len(), 2);
    });
    let folded = "---\ntitle: >-\n  A\n  b\ntags: [\n---\n";
    read("a.md", folded, |document| {
        assert_eq!(document.title.map(|t| document.slice(t)), Some("A\n  b"));
    });
    assert_eq!(blocks("a.md", "---\nIt hit.\n"), ["p: It hit."]);
}

// Any text.

/// What must hold of every document.
fn check(format: Format, text: &str) {
    let mut source = Source::new("a", text);
    source.format = format;
    let document = Document::read(&source, &Lexicon::of_grammar());
    let whole = |span: addup::span::Span| {
        assert!(span.start <= span.end);
        assert!(source.text.get(span.range()).is_some(), "{span:?}");
    };
    let mut end = 0;
    for (place, token) in document.tokens.iter().enumerate() {
        whole(token.span());
        assert!(token.span().start >= end && token.span().end > token.span().start);
        end = token.span().end;
        document.symbol(place);
    }
    let mut next = (0, 0);
    for block in &document.blocks {
        whole(block.span);
        assert_eq!((block.tokens.start, block.sentences.start), next);
        assert!(!block.tokens.is_empty() && !block.sentences.is_empty());
        next = (block.tokens.end, block.sentences.end);
        match block.kind {
            BlockKind::Item { list } => assert!((list as usize) < document.lists.len()),
            BlockKind::Cell { table, row, column } => {
                let cells = &document.tables[table as usize].cells;
                assert!(cells[row as usize][column as usize].is_some());
            }
            _ => {}
        }
    }
    assert_eq!(next, (document.tokens.len(), document.sentences.len()));
    let mut next = 0;
    for sentence in &document.sentences {
        whole(sentence.span);
        assert_eq!(sentence.tokens.start, next);
        assert!(!sentence.tokens.is_empty());
        next = sentence.tokens.end;
        let block = &document.blocks[sentence.block];
        assert!(block.tokens.start <= sentence.tokens.start);
        assert!(block.tokens.end >= sentence.tokens.end);
    }
    for list in &document.lists {
        whole(list.span);
        list.items.iter().for_each(|&item| whole(item));
        assert!(list.lead.is_none_or(|lead| lead < document.blocks.len()));
    }
    for table in &document.tables {
        whole(table.span);
        let blocks = table.cells.iter().flatten().flatten().chain(&table.caption);
        assert!(
            blocks
                .into_iter()
                .all(|&block| block < document.blocks.len())
        );
    }
    document.comments.iter().for_each(|&comment| whole(comment));
    document.title.into_iter().for_each(whole);
    document
        .anchor
        .and_then(|a| a.span)
        .into_iter()
        .for_each(whole);
}

const FORMATS: [Format; 3] = [Format::Text, Format::Markdown, Format::Html];

/// Bits of all formats, to be thrown together.
const SCRAPS: [&str; 96] = [
    "a",
    "B",
    "5",
    "10",
    " ",
    "  ",
    "\n",
    "\n\n",
    "\r\n",
    "\t",
    "\0",
    "\u{c}",
    "\u{feff}",
    "\u{ad}",
    "\u{200b}",
    "\u{301}",
    "é",
    "½",
    "“",
    "”",
    "\"",
    "'",
    ".",
    ". ",
    ", ",
    "; ",
    "? ",
    "...",
    "--",
    "-",
    "- ",
    "* ",
    "• ",
    "1. ",
    "1) ",
    "# ",
    "> ",
    "|",
    "|---|",
    "| a | b |\n",
    "|--|--|\n",
    "```\n",
    "`",
    "**",
    "_",
    "\\",
    "\\$",
    "&amp;",
    "&pound;",
    "&#8211;",
    "&",
    "&#53;",
    "&eacute;",
    "<!--",
    "-->",
    "<!",
    "<?",
    "</",
    "<b",
    ">",
    "<p>",
    "</p>",
    "<p hidden>",
    "<ul>",
    "</ul>",
    "<li>",
    "<ol start=3>",
    "<table>",
    "</table>",
    "<tr>",
    "<td>",
    "<th>",
    "<td rowspan=2 colspan=2>",
    "<caption>",
    "<code>",
    "</code>",
    "<div>",
    "</div>",
    "<nav>",
    "<script>",
    "</script>",
    "<title>",
    "<br>",
    "<sup>",
    "<blockquote>",
    "---\n",
    "+++\n",
    "title: x\n",
    "date: 2015-11-05\n",
    "{% x %}",
    "{{",
    "}}",
    "[^1]",
    "http://a.b/",
    "@",
    "/x.md",
];

proptest! {
    #[test]
    fn any_text_is_a_document(text in any::<String>()) {
        for format in FORMATS {
            check(format, &text);
        }
    }

    #[test]
    fn any_scraps_are_a_document(
        scraps in prop::collection::vec(prop::sample::select(&SCRAPS[..]), 0..60),
    ) {
        for format in FORMATS {
            check(format, &scraps.concat());
        }
    }
}

/// Each scrap many times over: what costs more than linear time is seen here.
#[test]
fn a_hostile_text_takes_no_longer_than_another() {
    for scrap in SCRAPS {
        let text = scrap.repeat(60_000 / scrap.len());
        for format in FORMATS {
            check(format, &text);
        }
    }
}
