/** The stems of English words, in the order of the alphabet: "Open registration" and "Registration open" have the same. */
const stemsOf = (words: string) =>
  words
    .split(" ")
    .map((word) => word.slice(0, 4))
    .sort()
    .join(" ");

/** A step and the state it led to; the state alone where the step says no more. */
export function sayStep(step: string, state: string): string {
  const [said, stands] = [step.toLowerCase(), state.toLowerCase()];
  const isSame =
    stands.startsWith(said) ||
    stands.endsWith(said) ||
    said.endsWith(stands) ||
    stemsOf(said) === stemsOf(stands);
  return isSame ? state : `${step} · ${state}`;
}
