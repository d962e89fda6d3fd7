"use strict";
// The page works without this: text, verdicts and links are all there. Script adds sound, keys, filters and decisions.
// It builds nothing from text: every word of the article is already in the document.
(() => {
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];
  const one = (id) => document.getElementById(id);
  const cards = all(".card");
  const clips = all("audio");
  const words = all(".word").map((element) => ({ element, ...range(element) }));
  const storageName = `align decisions ${document.body.dataset.sha256}`;
  const NOTHING_SHOWN = "No quote fits all that is chosen here; choose “all” to see the others.";
  const NOTHING_CHOSEN = "No quote is chosen yet; j goes to the first.";
  const ABOVE = 120; // pixels that the bar may take above a card
  const NO_SOUND = "This report holds no sound.";
  const OUTCOMES = { accept: "accepted", fault: "a fault", "": "" };
  const LEAD = 1; // seconds heard before and after a difference, so that it is heard in its sentence

  let current = null; // the card that keys act on
  let playing = null; // {clip, until, button, rest}: what is heard now, and what comes after it
  let decisions = {}; // fingerprint -> {choice, note}

  function range(element) {
    const { recording, start, end } = element.dataset;
    return { recording: Number(recording), start: Number(start), end: Number(end) };
  }

  const withKeys = (text) => (matchMedia("(hover: none)").matches ? "" : text); // a phone has none to press

  function say(text) {
    one("status").textContent = text;
  }

  // --- moving about ---------------------------------------------------------------------------------------------

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

  // --- sound ----------------------------------------------------------------------------------------------------

  function clipFor(part) {
    const holds = (clip) => clip.recording === part.recording && clip.start <= part.start + 0.001 && clip.end >= part.end - 0.001;
    return clips.map((audio) => ({ audio, ...range(audio) })).find(holds);
  }

  function play([part, ...rest]) {
    stop();
    const clip = clipFor(part);
    if (!clip) return say(NO_SOUND);
    const from = Math.max(part.start - part.lead, clip.start);
    const until = Math.min(part.end + LEAD, clip.end);
    playing = { clip, until, rest, button: part.button };
    clip.audio.playbackRate = isSlow() ? 0.5 : 1;
    clip.audio.currentTime = from - clip.start;
    clip.audio.play().then(follow, () => say("This browser cannot play the sound."));
    part.button?.setAttribute("aria-pressed", "true");
  }

  function stop() {
    if (!playing) return;
    playing.clip.audio.pause();
    playing.button?.removeAttribute("aria-pressed");
    playing = null;
    all(".word.lit").forEach((word) => word.classList.remove("lit"));
    all(".playhead").forEach((line) => line.setAttribute("visibility", "hidden"));
  }

  function follow() {
    if (!playing) return;
    const { clip, until, rest } = playing;
    const now = clip.start + clip.audio.currentTime;
    if (clip.audio.ended || now >= until) {
      stop();
      if (rest.length) play(rest);
      return;
    }
    for (const word of words) {
      word.element.classList.toggle("lit", word.recording === clip.recording && word.start <= now && now < word.end);
    }
    showPlayhead(clip.recording, now);
    requestAnimationFrame(follow);
  }

  function showPlayhead(recording, now) {
    const line = document.querySelector(`svg[data-recording="${recording}"]`);
    const playhead = line.querySelector(".playhead");
    const x = `${(100 * now) / Number(line.dataset.duration)}%`;
    playhead.setAttribute("x1", x);
    playhead.setAttribute("x2", x);
    playhead.setAttribute("visibility", "visible");
  }

  const isSlow = () => one("slow").getAttribute("aria-pressed") === "true";

  function toggleSlow() {
    if (!clips.length) return say(NO_SOUND);
    one("slow").setAttribute("aria-pressed", String(!isSlow()));
    if (playing) playing.clip.audio.playbackRate = isSlow() ? 0.5 : 1;
    say(isSlow() ? "Half speed." : "Full speed.");
  }

  function playButton(button) {
    if (button.matches("[aria-pressed=true]")) return stop();
    select(button.closest(".card"), { isTouched: true });
    play([{ ...range(button), button, lead: button.matches(".edit") ? LEAD : 0 }]);
  }

  const unplayable = (reason) => (!clips.length ? NO_SOUND : current ? reason : NOTHING_CHOSEN);

  function playCard() {
    if (playing) return stop();
    const parts = current ? all(".play.whole", current) : [];
    if (!parts.length) return say(unplayable("This quote has no place in the recordings."));
    play(parts.map((button) => ({ ...range(button), button, lead: 0 })));
  }

  function playNextEdit() {
    const edits = current ? all(".play.edit", current) : [];
    if (!edits.length) return say(unplayable("Nothing differs in this quote."));
    const last = edits.findIndex((button) => button === current.lastEdit);
    current.lastEdit = edits[(last + 1) % edits.length];
    stop();
    playButton(current.lastEdit);
    say(current.lastEdit.getAttribute("aria-label"));
  }

  // --- decisions ------------------------------------------------------------------------------------------------

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

  // --- filters --------------------------------------------------------------------------------------------------

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

  // --- what is pressed and clicked ------------------------------------------------------------------------------

  const keys = {
    j: () => step(1),
    k: () => step(-1),
    " ": playCard,
    e: playNextEdit,
    h: toggleSlow,
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
    else if (hit(".choose")) choose(hit(".card"), hit(".choose").dataset.choice);
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
})();
