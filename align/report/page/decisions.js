// What is decided about the findings, and what leaves the page: decisions as a file, the suggested wording.
const storageName = `align decisions ${document.body.dataset.sha256}`;
const OUTCOMES = { accept: "accepted", fault: "a fault", "": "" };
let decisions = {}; // fingerprint -> {choice, note}

function load() {
  for (const card of cards) {
    const note = card.querySelector(".note")?.value ?? "";
    if (card.dataset.choice || note) decisions[card.dataset.fingerprint] = { choice: card.dataset.choice, note };
  }
  let warning = "";
  try {
    Object.assign(decisions, JSON.parse(localStorage.getItem(storageName) ?? "{}"));
  } catch {
    warning = "Decisions are kept only while this page is open: the browser offers no storage here.";
  }
  cards.forEach(show);
  say(`${progress()}${withKeys(" Press ? for all keys.")} ${warning}`);
}

function keep(card, change) {
  const before = decisions[card.dataset.fingerprint] ?? { choice: "", note: "" };
  decisions[card.dataset.fingerprint] = { ...before, ...change };
  try {
    localStorage.setItem(storageName, JSON.stringify(decisions));
  } catch {
    say("Export the decisions before closing: the browser offers no storage here.");
  }
  show(card);
}

function show(card) {
  const { choice = "", note = "" } = decisions[card.dataset.fingerprint] ?? {};
  card.dataset.choice = choice;
  card.querySelector(".choice").textContent = OUTCOMES[choice];
  all(".choose", card).forEach((button) => button.setAttribute("aria-pressed", String(button.dataset.choice === choice)));
  const field = card.querySelector(".note");
  if (field && field !== document.activeElement) field.value = note;
}

function choose(card, choice) {
  if (!card?.querySelector(".choose")) return say(card ? "There is nothing to decide about this quote." : NOTHING_CHOSEN);
  keep(card, { choice: card.dataset.choice === choice ? "" : choice });
  say(`Quote ${card.dataset.quote}: ${OUTCOMES[card.dataset.choice] || "undecided"}. ${progress()}`);
}

function writeNote() {
  const note = current?.querySelector(".note");
  if (note) note.focus();
  else say(current ? "There is nothing to decide about this quote." : NOTHING_CHOSEN);
}

function progress() {
  const findings = cards.filter((card) => card.querySelector(".choose"));
  const open = findings.filter((card) => !card.dataset.choice).length;
  if (!findings.length) return "There is nothing to decide.";
  if (!open) return `All is decided${withKeys(": x exports the decisions")}.`;
  return `${open} of ${findings.length} left to decide${withKeys(": j goes to the next")}.`;
}

function exported() {
  const decided = cards.filter((card) => {
    const { choice, note } = decisions[card.dataset.fingerprint] ?? {};
    return choice || note;
  });
  return {
    schema_version: 1,
    article: { path: document.body.dataset.article, sha256: document.body.dataset.sha256 },
    decisions: decided.map((card) => ({
      quote: Number(card.dataset.quote),
      finding: card.dataset.fingerprint,
      choice: decisions[card.dataset.fingerprint].choice || null,
      note: decisions[card.dataset.fingerprint].note ?? "",
    })),
  };
}

function exportDecisions() {
  const file = new Blob([JSON.stringify(exported(), null, 2) + "\n"], { type: "application/json" });
  const link = document.createElement("a");
  link.href = URL.createObjectURL(file);
  link.download = "decisions.json";
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
  say(`Exported ${exported().decisions.length} decisions to decisions.json.`);
}

async function copy(card) {
  const suggestion = card?.querySelector(".copied");
  if (!suggestion) return say(card ? "There is nothing to suggest for this quote." : NOTHING_CHOSEN);
  try {
    await navigator.clipboard.writeText(suggestion.textContent);
    say("Copied.");
  } catch {
    getSelection().selectAllChildren(suggestion);
    say("Selected; copy it with the browser's own command.");
  }
}
