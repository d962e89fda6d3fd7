// What is heard: clips, half speed, the words and the place on the time line that light up with them.
const clips = all("audio");
const words = all(".word").map((element) => ({ element, ...range(element) }));
const NO_SOUND = "This report holds no sound.";
const LEAD = Number(document.body.dataset.padding); // seconds before and after a difference, so that it is heard in its sentence
let playing = null; // {clip, until, button, rest}: what is heard now, and what comes after it

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
  clip.audio.play().then(follow, (error) => error.name !== "AbortError" && say("This browser cannot play the sound."));
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
  const parts = current ? wholeParts(current) : [];
  if (!parts.length) return say(unplayable("This quote has no place in the recordings."));
  play(parts);
}

const wholeParts = (card) => all(".play.whole", card).map((button) => ({ ...range(button), button, lead: 0 }));

function playNextEdit() {
  const edits = current ? all(".play.edit", current) : [];
  if (!edits.length) return say(unplayable("Nothing differs in this quote."));
  const last = edits.findIndex((button) => button === current.lastEdit);
  current.lastEdit = edits[(last + 1) % edits.length];
  stop();
  playButton(current.lastEdit);
  say(current.lastEdit.getAttribute("aria-label"));
}

// What a voice is compared with: the quotes that it says rightly, then the others; then, if it is the wrong one, those
// under the same name in another voice.
function comparisons() {
  const { voice, speaker, wrong } = current.dataset;
  const others = cards.filter((card) => card !== current && all(".play.whole", card).length);
  const alike = others.filter((card) => voice && card.dataset.voice === voice);
  const named = others.filter((card) => wrong && card.dataset.speaker === speaker && card.dataset.voice !== voice);
  return [...alike.filter((card) => !card.dataset.wrong), ...alike.filter((card) => card.dataset.wrong), ...named];
}

function playComparison() {
  const others = current ? comparisons() : [];
  if (!others.length) return say(unplayable("There is no other quote to compare this voice with."));
  const next = (others.indexOf(current.lastCompared) + 1) % others.length;
  const { quote, speaker, voice } = (current.lastCompared = others[next]).dataset;
  play(wholeParts(current.lastCompared));
  const which = voice === current.dataset.voice ? "the same voice" : "another voice";
  say(`Quote ${quote}, ${speaker || "nobody named"}, ${which}: ${next + 1} of ${others.length}.`);
}
