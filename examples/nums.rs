use addup::{document::Document, lexicon::Lexicon, mention::*, number::*, source::*};
use std::io::*;
fn b(b: Bound) -> serde_json::Value {
    match b.value() {
        Some(v) => serde_json::json!(v.to_f64()),
        None => serde_json::Value::Null,
    }
}
fn main() {
    let lex = Lexicon::of_grammar();
    let mut out = BufWriter::new(stdout());
    for line in stdin().lines() {
        let line = line.unwrap();
        let r: serde_json::Value = serde_json::from_str(&line).unwrap();
        let mut s = Source::new("x.txt", r["text"].as_str().unwrap());
        s.date = r["date"].as_str().and_then(|d| d.parse().ok());
        let mut d = Document::read(&s, &lex);
        let ms = mentions(&mut d, &lex);
        let v:Vec<_>=ms.iter().map(|m|{ let q=m.quantity();
      let written=match &m.value{ Value::Quantity{figure:Figure::One(n),..}=>serde_json::json!(n.value.to_f64()), Value::Quantity{figure:Figure::Range(r),..}=>serde_json::json!([r.0.value.to_f64(),r.1.value.to_f64()]),_=>serde_json::Value::Null};
      let h=match m.hedge{Hedge::None|Hedge::Exactly=>serde_json::Value::Null,Hedge::About|Hedge::Nearly|Hedge::JustOver|Hedge::JustUnder=>"~".into(),Hedge::MoreThan=>">".into(),Hedge::AtLeast=>">=".into(),Hedge::LessThan=>"<".into(),Hedge::AtMost=>"<=".into()};
      let unit=match &m.value{Value::Quantity{unit,..} if !unit.is_none()=>unit.symbol().into(),_=>serde_json::Value::Null};
      serde_json::json!({"start":m.span.start,"end":m.span.end,"text":&s[m.span],"kind":m.kind.name(),"low":q.map(|q|b(q.strict.low())),"high":q.map(|q|b(q.strict.high())),"written":written,"unit":unit,"hedge":h,"time":m.time().and_then(|t|t.value())})}).collect();
        writeln!(out, "{}", serde_json::json!({"id":r["id"],"mentions":v})).unwrap();
    }
}
