"use strict";
// The page works without this: every row and link is there. Script adds filters and keys.

const pairs = [...document.querySelectorAll(".pair")];
const outcome = document.getElementById("filter-outcome");
const text = document.getElementById("filter-text");
let current = null; // the row that keys act on

function say(words) {
  document.getElementById("status").textContent = words;
}

function filter() {
  const wanted = text.value.toLowerCase();
  for (const pair of pairs) {
    const fits = !outcome.value || pair.dataset.outcome === outcome.value;
    pair.hidden = !fits || !pair.querySelector("th").textContent.toLowerCase().includes(wanted);
  }
  say(`${pairs.filter((pair) => !pair.hidden).length} of ${pairs.length} articles shown.`);
}

function step(by) {
  const shown = pairs.filter((pair) => !pair.hidden);
  const at = shown.indexOf(current);
  const next = at < 0 ? shown[0] : shown[at + by];
  if (next) select(next);
  else say(shown.length ? (by > 0 ? "This is the last article." : "This is the first article.") : "No article fits what is chosen.");
}

function select(pair) {
  current?.classList.remove("current");
  current = pair;
  current.classList.add("current");
  current.querySelector(".open").focus({ preventScroll: true });
  current.scrollIntoView({ block: "nearest" });
}

document.addEventListener("keydown", (event) => {
  if (event.target === text && ["Enter", "Escape"].includes(event.key)) {
    event.preventDefault();
    text.blur();
    return step(1);
  }
  if (event.target.matches("select, input") || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === "j") step(1);
  else if (event.key === "k") step(-1);
  else if (event.key === "/") {
    event.preventDefault();
    text.focus();
  }
});
document.querySelector(".filters").addEventListener("input", filter);
document.querySelector(".filters").addEventListener("submit", (event) => event.preventDefault());
