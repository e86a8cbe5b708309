import type { z } from "zod";

export const restTags = [
  "postings",
  "matches",
  "introductions",
  "organizations",
  "chain",
  "goals",
  "returns",
  "registers",
] as const;
export type RestTag = (typeof restTags)[number];

/**
 * How a verb stands on the REST face. Its name is the verb's, its texts are in i18n: `api.operation.<name>`. A key needs
 * the scope `<tag>:read` or `<tag>:write`; the chain needs none.
 */
export type RestOperation = {
  readonly method: "GET" | "POST" | "PUT" | "DELETE";
  readonly path: `/${string}`;
  readonly tag: RestTag;
  /** A visitor without a key may call it. */
  readonly open?: true;
  /** What leaves: fields that it does not name stay inside. */
  readonly output: z.ZodType;
  /** The verb's own input with more said about it, where the document needs that. */
  readonly input?: z.ZodType;
};

/** A value without `readonly`, at every depth: zod's arrays do not know the word. */
type Writable<T> = T extends Date ? T : T extends object ? { -readonly [K in keyof T]: Writable<T[K]> } : T;

/**
 * Asks for an argument that nobody can give, and so is a type error, where an output schema does not take in the answer.
 * The answer is unknown while TypeScript has not yet looked at the function that gives it.
 */
export type Fits<O, R extends z.ZodType> = z.ZodType extends R
  ? []
  : unknown extends O
    ? []
    : Writable<O> extends z.input<R>
      ? []
      : [{ readonly expected: z.input<R>; readonly answered: Writable<O> }];
