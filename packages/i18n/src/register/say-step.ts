/** The stems of English words, in the order of the alphabet: "Open registration" and "Registration open" have the same. */
const stemsOf = (words: string) =>
  words
    .split(" ")
    .map((word) => word.slice(0, 4))
    .sort()
    .join(" ");

/** Whether a step names what a state is about: Chinese without its "already" or "under way", English by the stem of one word. */
const isAbout = (said: string, state: string) => {
  const core = state.replace(/^已|中$/g, "");
  if (core !== state) return core.length > 1 && said.endsWith(core);
  return /^[a-z]{5,}$/.test(state) && stemsOf(said).split(" ").includes(stemsOf(state));
};

/** A step and the state it led to; the state alone where the step says no more. */
export function sayStep(step: string, state: string): string {
  const [said, stands] = [step.toLowerCase(), state.toLowerCase()];
  const isSame =
    stands.startsWith(said) ||
    stands.endsWith(said) ||
    said.endsWith(stands) ||
    stemsOf(said) === stemsOf(stands) ||
    isAbout(said, stands);
  return isSame ? state : `${step} · ${state}`;
}
