import type { CaptureFault } from "@lilink/db/schema";
import type { FieldFault } from "@lilink/model/error";
import type { Verdict } from "@lilink/model/trace";

/** A fault with the limits that its words name, and the row of a file as the program that made the file numbers it. */
export type NamedFault = CaptureFault & Pick<FieldFault, "params"> & { readonly row?: number };

/** What became of one event or row: its verdict, or why it has none. */
export const captureAnswers = {
  ok: "o",
  late: "l",
  needs_reason: "n",
  unlicensed: "u",
  gap: "g",
  conflict: "c",
  /** Told before in the same words. */
  duplicate: "d",
  /** It could not have happened: not kept. */
  impossible: "x",
  /** It could not be read: not kept. */
  fault: "f",
  /** It is good, and is not kept because another is at fault. */
  rolled_back: "r",
} as const satisfies Readonly<Record<Verdict | "fault" | "rolled_back", string>>;
export type CaptureAnswer = keyof typeof captureAnswers;

const byLetter = new Map(
  Object.entries(captureAnswers).map(([answer, letter]): [string, string] => [letter, answer]),
);

export const toLetters = (answers: readonly CaptureAnswer[]): string =>
  answers.map((answer) => captureAnswers[answer]).join("");

/** @example fromLetters("of") // ["ok", "fault"] */
export const fromLetters = (letters: string): readonly CaptureAnswer[] =>
  [...letters].map((letter) => (byLetter.get(letter) ?? "fault") as CaptureAnswer);

export const isAtFault = (answer: CaptureAnswer): boolean => answer === "impossible" || answer === "fault";
