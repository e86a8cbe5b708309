import { readFileSync, statSync } from "node:fs";
import type { Maker } from "@lilink/services";
import { z } from "zod";

const percent = z.number().min(1).max(100);
const schema = z.strictObject({
  minContributors: z.number().int().min(3).max(50),
  dominance: z.strictObject({ n: z.number().int().min(1).max(10), kPercent: percent }).optional(),
  pPercent: percent,
});

/** Why no release can be made, for the operator's log: names the variable and the file, never what stands in it. */
export class ParametersError extends Error {
  override readonly name = "ParametersError";
}

/**
 * Reads the sealed parameters of disclosure control. They stay in this process: nothing that is written, logged or
 * answered has them. [RL11]
 * @throws ParametersError in one line
 */
export function readParameters(file: string | undefined): Maker["parameters"] {
  if (file === undefined)
    throw new ParametersError(
      "DISCLOSURE_FILE is not set: no release can be made; docs/operations.md says what it holds",
    );
  const fault = (what: string) => new ParametersError(`DISCLOSURE_FILE ${file} ${what}`);
  let text: string;
  try {
    if ((statSync(file).mode & 0o077) !== 0) throw fault("may be read by others: chmod 600");
    text = readFileSync(file, "utf8");
  } catch (error) {
    if (error instanceof ParametersError) throw error;
    throw fault("cannot be read");
  }
  const parsed = schema.safeParse(toJson(text));
  if (!parsed.success) throw fault("does not hold parameters of the form that docs/operations.md gives");
  const { dominance, ...rest } = parsed.data;
  return dominance ? { ...rest, dominance } : rest;
}

function toJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
