"use strict";
// The page works without this: text, verdicts and links are all there. Script adds sound, keys, filters and decisions.
// It builds nothing from text: every word of the article is already in the document.

const all = (selector, root = document) => [...root.querySelectorAll(selector)];
const one = (id) => document.getElementById(id);
const cards = all(".card");
const NOTHING_SHOWN = "No quote fits all that is chosen here; choose “all” to see the others.";
const NOTHING_CHOSEN = "No quote is chosen yet; j goes to the first.";
const ABOVE = 120; // pixels that the bar may take above a card

let current = null; // the card that keys act on

function range(element) {
  const { recording, start, end } = element.dataset;
  return { recording: Number(recording), start: Number(start), end: Number(end) };
}

const withKeys = (text) => (matchMedia("(hover: none)").matches ? "" : text); // a phone has none to press

function say(text) {
  one("status").textContent = text;
}

// A card that is merely touched stays where it is: scrolling between press and release would lose the click.
function select(card, { isTouched = false } = {}) {
  if (!card) return;
  leave();
  current = card;
  card.closest("details").open = true;
  all(`[data-quote="${card.dataset.quote}"]`).forEach((element) => element.classList.add("current"));
  if (!isTouched) {
    card.focus({ preventScroll: true });
    const fits = card.offsetHeight + ABOVE < innerHeight;
    card.scrollIntoView({ block: fits ? "nearest" : "start" });
  }
  const text = document.querySelector(".text");
  const inText = text.querySelector(".quote.current");
  if (inText && text.scrollHeight > text.clientHeight) {
    text.scrollTop += inText.getBoundingClientRect().top - text.getBoundingClientRect().top - text.clientHeight / 3;
  }
}

function leave() {
  all(".current").forEach((element) => element.classList.remove("current"));
  current = null;
}

function step(by) {
  const shown = cards.filter((card) => !card.hidden);
  const at = shown.indexOf(current);
  const next = at < 0 ? shown[0] : shown[at + by];
  stop();
  if (next) select(next);
  else say(!shown.length ? NOTHING_SHOWN : by > 0 ? "This is the last quote." : "This is the first quote.");
}

const cardOf = (quote) => cards.find((card) => card.dataset.quote === quote);
