// What is chosen, pressed and clicked.

function filter() {
  const wanted = { verdict: one("filter-verdict").value, speaker: one("filter-speaker").value, certainty: one("filter-certainty").value };
  const onlyUndecided = one("filter-undecided").checked;
  for (const card of cards) {
    const fits = Object.entries(wanted).every(([name, value]) => !value || card.dataset[name] === value);
    card.hidden = !fits || (onlyUndecided && (!card.querySelector(".choose") || card.dataset.choice !== ""));
  }
  for (const section of all(".section")) section.hidden = !all(".card", section).some((card) => !card.hidden);
  const shown = cards.filter((card) => !card.hidden).length;
  if (current?.hidden) leave();
  say(shown ? `${shown} of ${cards.length} quotes shown.` : NOTHING_SHOWN);
}

const keys = {
  j: () => step(1),
  k: () => step(-1),
  " ": playCard,
  e: playNextEdit,
  h: toggleSlow,
  v: playComparison,
  a: () => choose(current, "accept"),
  f: () => choose(current, "fault"),
  n: writeNote,
  c: () => copy(current),
  x: exportDecisions,
  "?": () => one("keys").showModal(),
};

document.addEventListener("keydown", (event) => {
  if (event.target.matches(".note") && ["Enter", "Escape"].includes(event.key)) return event.target.closest(".card").focus();
  if (event.target.matches("select, .note") || event.ctrlKey || event.metaKey || event.altKey) return;
  const act = keys[event.key.toLowerCase()];
  if (!act || !one("keys-on").checked || one("keys").open) return;
  if (event.key === " " && event.target.matches("button, a, input, summary")) return;
  event.preventDefault();
  act();
});

document.addEventListener("click", (event) => {
  const target = event.target;
  const hit = (selector) => target.closest(selector);
  if (hit(".play")) playButton(hit(".play"));
  else if (hit(".compare")) {
    select(hit(".card"), { isTouched: true });
    playComparison();
  } else if (hit(".choose")) choose(hit(".card"), hit(".choose").dataset.choice);
  else if (hit(".copy")) copy(hit(".card"));
  else if (hit(".word")) playFrom(hit(".word"));
  else if (hit(".quote")) {
    event.preventDefault();
    reveal(hit(".quote").dataset.quote);
  } else if (hit(".stripe")) reveal(quoteUnder(event));
  else if (hit(".card") && !hit("input, label, button")) select(hit(".card"), { isTouched: true });
});

function reveal(quote) {
  const card = cardOf(quote);
  card.hidden = card.closest("details").hidden = false;
  select(card);
}

// Quotes may lie over each other on a time line: clicking again goes to the one below.
function quoteUnder(event) {
  const stripes = document.elementsFromPoint(event.clientX, event.clientY).filter((one) => one.matches(".stripe"));
  const quotes = stripes.map((stripe) => stripe.dataset.quote);
  return quotes[(quotes.indexOf(current?.dataset.quote) + 1) % quotes.length];
}

function playFrom(word) {
  select(word.closest(".card"), { isTouched: true });
  const { recording, start } = range(word);
  const end = clipFor(range(word))?.end - LEAD;
  play([{ recording, start, end, lead: 0 }]);
}

document.addEventListener("input", (event) => {
  if (event.target.matches(".note")) keep(event.target.closest(".card"), { note: event.target.value });
  else if (event.target.closest(".filters")) filter();
});
document.addEventListener("focusin", (event) => {
  const card = event.target.closest(".card");
  if (card && card !== current) select(card, { isTouched: true });
});
one("slow").addEventListener("click", toggleSlow);
one("export").addEventListener("click", exportDecisions);
one("help").addEventListener("click", () => one("keys").showModal());

// On a phone only the findings are open; on paper everything is.
const folded = all(".section").slice(1);
if (matchMedia("screen and (max-width: 56rem)").matches) folded.forEach((section) => (section.open = false));
addEventListener("beforeprint", () => folded.forEach((section) => (section.open = true)));

load();
