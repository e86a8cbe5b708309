/** Progress goes to stderr, so that stdout holds results alone. */
export function say(line) {
  process.stderr.write(`· ${line}\n`);
}

/** One clear line for the operator; no stack, no harm. */
class Refusal extends Error {}

export function refuse(line) {
  throw new Refusal(line);
}

/** A refusal in its own line, or nothing where a child has said it; anything else with its stack. */
export function complain(error) {
  const text = error instanceof Refusal ? error.message : error.stack;
  if (text !== "") process.stderr.write(`${text}\n`);
}
