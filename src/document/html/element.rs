//! What an HTML element is to the reader of an article.

/// What an HTML element is to the reader of an article.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Role {
    /// It stands inside a sentence: `<b>`, `<a>`, and any unknown one.
    Inline,
    /// It stands inside a sentence and is no prose: `<code>`.
    Code,
    /// A footnote's mark, or the power of a number.
    Superscript,
    /// It parts blocks, and its end tag may be left out: `<p>`.
    Paragraph,
    /// It parts blocks.
    Division,
    /// `<h1>` to `<h6>`.
    Heading(u8),
    /// It holds the article: `<article>`, `<main>`.
    Article,
    /// It is no prose unless it stands in the article: `<header>`, `<aside>`.
    Aside,
    /// It is no prose.
    Dropped {
        /// Whether it parts blocks, as `<nav>` does and `<svg>` does not.
        parts: bool,
    },
    /// `<title>`
    Title,
    /// `<script>`
    Script,
    /// `<blockquote>`
    Quotation,
    /// `<ol>` or `<ul>`
    List,
    /// `<li>`
    Item,
    /// `<table>`
    Table,
    /// `<tr>`
    Row,
    /// `<td>`, or `<th>`, which heads.
    Cell {
        /// Whether it is a `<th>`.
        heads: bool,
    },
    /// `<caption>`, `<figcaption>`
    Caption,
    /// `<br>`
    Break,
    /// `<hr>`
    Rule,
    /// `<meta>`
    Meta,
    /// `<time>`
    Time,
    /// It has no content and says nothing: `<img>`, `<link>`, `<input>`.
    Void,
}

impl Role {
    /// The role of an element, by its name in lower case.
    pub(super) fn of(name: &[u8]) -> Role {
        match name {
            b"code" | b"kbd" | b"samp" | b"tt" | b"math" => Role::Code,
            b"sup" => Role::Superscript,
            b"p" | b"dt" | b"dd" => Role::Paragraph,
            b"h1" => Role::Heading(1),
            b"h2" => Role::Heading(2),
            b"h3" => Role::Heading(3),
            b"h4" => Role::Heading(4),
            b"h5" => Role::Heading(5),
            b"h6" => Role::Heading(6),
            b"article" | b"main" => Role::Article,
            b"header" | b"footer" | b"aside" => Role::Aside,
            b"title" => Role::Title,
            b"script" => Role::Script,
            b"blockquote" => Role::Quotation,
            b"ol" | b"ul" | b"menu" => Role::List,
            b"li" => Role::Item,
            b"table" => Role::Table,
            b"tr" => Role::Row,
            b"td" => Role::Cell { heads: false },
            b"th" => Role::Cell { heads: true },
            b"caption" | b"figcaption" => Role::Caption,
            b"br" => Role::Break,
            b"hr" => Role::Rule,
            b"meta" => Role::Meta,
            b"time" => Role::Time,
            b"area" | b"base" | b"col" | b"embed" | b"img" | b"input" | b"link" | b"param"
            | b"source" | b"track" | b"wbr" => Role::Void,
            b"dialog" | b"nav" | b"pre" => Role::Dropped { parts: true },
            b"audio" | b"button" | b"canvas" | b"iframe" | b"label" | b"noembed" | b"noframes"
            | b"noscript" | b"object" | b"select" | b"style" | b"svg" | b"template"
            | b"textarea" | b"video" => Role::Dropped { parts: false },
            // A form itself is kept: whole pages stand in one. Its controls
            // are dropped above.
            b"address" | b"center" | b"details" | b"div" | b"dl" | b"fieldset" | b"figure"
            | b"form" | b"hgroup" | b"legend" | b"section" | b"summary" | b"tbody" | b"tfoot"
            | b"thead" => Role::Division,
            _ => Role::Inline,
        }
    }

    /// Whether its start and end part blocks.
    pub(super) fn parts_blocks(self) -> bool {
        !matches!(
            self,
            Role::Inline
                | Role::Code
                | Role::Superscript
                | Role::Dropped { parts: false }
                | Role::Break
                | Role::Meta
                | Role::Time
                | Role::Title
                | Role::Script
                | Role::Void
        )
    }

    /// Whether its end tag is looked for among the open elements even when
    /// nothing in it is dropped.
    pub(super) fn is_structure(self) -> bool {
        matches!(
            self,
            Role::Division
                | Role::Heading(_)
                | Role::Article
                | Role::Aside
                | Role::Quotation
                | Role::List
                | Role::Item
                | Role::Table
                | Role::Row
                | Role::Cell { .. }
                | Role::Caption
        )
    }

    /// Whether it has no content, so that no end tag is looked for.
    pub(super) fn is_void(self) -> bool {
        matches!(self, Role::Break | Role::Rule | Role::Meta | Role::Void)
    }

    /// Whether an end tag inside it ends nothing outside it.
    pub(super) fn is_scope(self) -> bool {
        matches!(self, Role::Table | Role::Cell { .. } | Role::Caption)
    }
}
