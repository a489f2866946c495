//! Template tags are the orders to a site's generator that stand among an
//! article's words: `{% include chart.html %}` (Liquid), `{{ page.title }}`,
//! `{{< figure src="map.png" >}}` (Hugo), `{: .lead}` (kramdown).

use crate::span::Span;

use super::ahead::Ahead;

/// Tags whose content, up to their end tag, is no prose either.
const ENCLOSING: [&str; 5] = ["code", "codeblock", "comment", "highlight", "prism"];

/// The tags of a text from `start` on, in order; none overlap.
pub(super) fn template_tags(text: &str, start: usize) -> Vec<Span> {
    let mut tags = Vec::new();
    let mut closers = Closers::new(text);
    let mut at = start;
    while let Some(found) = text[at..].find('{') {
        at += found;
        match closers.tag_end(at) {
            Some(end) => {
                tags.push(Span::new(at, end));
                at = end;
            }
            None => at += 1,
        }
    }
    tags
}

/// Where each kind of tag may next end. An answer is kept until it is passed,
/// so that a thousand open tags do not search a thousand times.
struct Closers<'s> {
    text: &'s str,
    liquid: Ahead<'s>,
    braces: Ahead<'s>,
    brace: Ahead<'s>,
    line: Ahead<'s>,
    enclosing: Vec<(String, Ahead<'s>)>,
}

impl<'s> Closers<'s> {
    fn new(text: &'s str) -> Closers<'s> {
        Closers {
            text,
            liquid: Ahead::new(text),
            braces: Ahead::new(text),
            brace: Ahead::new(text),
            line: Ahead::new(text),
            enclosing: Vec::new(),
        }
    }

    fn tag_end(&mut self, at: usize) -> Option<usize> {
        let tag = &self.text[at..];
        if tag.starts_with("{%") {
            let end = self.liquid.find("%}", at + 2)? + 2;
            Some(self.enclosed(at + 2, end).unwrap_or(end))
        } else if tag.starts_with("{{") {
            let end = self.braces.find("}}", at + 2)? + 2;
            Some(self.enclosed(at + 2, end).unwrap_or(end))
        } else if tag.starts_with("{:") {
            let end = self.brace.find("}", at + 2)? + 1;
            let line = self.line.find("\n", at).unwrap_or(self.text.len());
            (end <= line).then_some(end)
        } else {
            None
        }
    }

    /// The end of the end tag, for a tag such as `{% highlight ruby %}`.
    fn enclosed(&mut self, inside: usize, end: usize) -> Option<usize> {
        let inner = &self.text[inside..end];
        let hugo = inner.starts_with('<');
        let name = inner
            .trim_start_matches(['-', '<', '%', ' '])
            .split(|c: char| !c.is_ascii_alphanumeric())
            .next()?;
        ENCLOSING.binary_search(&name).ok()?;
        let closer = if hugo { "/" } else { "end" }.to_owned() + name;
        let place = match self.enclosing.iter().position(|(c, _)| *c == closer) {
            Some(place) => place,
            None => {
                self.enclosing.push((closer, Ahead::new(self.text)));
                self.enclosing.len() - 1
            }
        };
        let (closer, ahead) = &mut self.enclosing[place];
        let tag = ahead.find(closer, end)?;
        if hugo {
            Some(self.braces.find("}}", tag)? + 2)
        } else {
            Some(self.liquid.find("%}", tag)? + 2)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::template_tags;

    #[test]
    fn a_tag_ends_at_its_own_closer() {
        let text = "a {% b }} %} c {{< d >}} {: .e} {: f\n} {% comment %} 5 {% endcomment %} {{";
        let tags: Vec<_> = template_tags(text, 0)
            .into_iter()
            .map(|tag| &text[tag.range()])
            .collect();
        assert_eq!(
            tags,
            [
                "{% b }} %}",
                "{{< d >}}",
                "{: .e}",
                "{% comment %} 5 {% endcomment %}"
            ]
        );
    }
}
