/** Progress goes to stderr, so that stdout holds results alone. */
export function say(line) {
  process.stderr.write(`· ${line}\n`);
}

/** One clear line for the operator; no stack, no harm. */
export class Refusal extends Error {}

export function refuse(line) {
  throw new Refusal(line);
}
