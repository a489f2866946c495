"use strict";

// Sorts a ledger by a column: a second click turns the order round.
function sortable(table) {
  const heads = [...table.tHead.rows[0].cells];
  const body = table.tBodies[0];
  for (const [place, head] of heads.entries()) {
    const by = head.dataset.sort;
    if (!by) continue;
    const button = document.createElement("button");
    button.type = "button";
    button.append(...head.childNodes);
    head.append(button);
    button.addEventListener("click", () => {
      const down = head.getAttribute("aria-sort") === "ascending";
      for (const other of heads) other.removeAttribute("aria-sort");
      head.setAttribute("aria-sort", down ? "descending" : "ascending");
      const key = (row) => row.cells[place].dataset.value ?? row.cells[place].textContent;
      const rows = [...body.rows].map((row) => [key(row), row]);
      rows.sort(([left], [right]) => (down ? -1 : 1) * compare(left, right, by));
      body.append(...rows.map(([, row]) => row));
    });
  }
}

// Numbers by size and before words, words by their letters.
function compare(left, right, by) {
  const isNumber = (key) => by === "number" && key !== "" && Number.isFinite(Number(key));
  const [one, other] = [isNumber(left), isNumber(right)];
  if (one && other) return Number(left) - Number(right);
  if (one !== other) return one ? -1 : 1;
  return left.localeCompare(right, "en", { numeric: true });
}

// Counts the ticks, shows them in the text, and keeps them for the next visit.
function tickable(article) {
  const rows = [...article.querySelectorAll(".ledger tbody tr")];
  if (rows.length === 0) return;
  const key = "addup " + article.dataset.key;
  const kept = new Set(recall(key));
  const show = () => {
    const ticked = rows.filter((row) => row.querySelector("input").checked);
    const words = `${ticked.length} of ${rows.length} checked`;
    article.querySelector(".progress").textContent = words;
    const numbers = new Set(ticked.map((row) => row.id.split("-")[1]));
    for (const mark of article.querySelectorAll("mark[data-entry]")) {
      mark.classList.toggle("ticked", numbers.has(mark.dataset.entry));
    }
    return ticked.map((row) => row.id.split("-")[1]);
  };
  for (const row of rows) row.querySelector("input").checked = kept.has(row.id.split("-")[1]);
  show();
  article.addEventListener("change", () => keep(key, show()));
}

function recall(key) {
  try {
    return JSON.parse(localStorage.getItem(key)) ?? [];
  } catch {
    return [];
  }
}

function keep(key, ticks) {
  try {
    localStorage.setItem(key, JSON.stringify(ticks));
  } catch {
    // Where nothing may be kept, the ticks last as long as the page.
  }
}

// Lights up a finding and its places while the pointer or the focus is on one.
function joined(article) {
  const of = (element) => (element.dataset.findings ?? "").split(" ").filter(Boolean);
  const parts = [...article.querySelectorAll("[data-findings]")];
  const light = (target) => {
    const at = target?.closest?.("[data-findings]");
    const lit = at ? of(at) : [];
    for (const part of parts) {
      part.classList.toggle("lit", of(part).some((finding) => lit.includes(finding)));
    }
  };
  article.addEventListener("pointerover", (event) => light(event.target));
  article.addEventListener("pointerleave", () => light(null));
  article.addEventListener("focusin", (event) => light(event.target));
  article.addEventListener("focusout", () => light(null));
}

document.querySelectorAll(".ledger table").forEach(sortable);
for (const article of document.querySelectorAll(".proof")) {
  tickable(article);
  joined(article);
}
