import type { Span } from "@lilink/engine/text";

/** A concept named in a text. `negated`: named to be excluded. `alternatives`: what the same word may also mean. */
export type Mention = Span & {
  readonly concept: string;
  readonly negated: boolean;
  readonly alternatives: readonly string[];
};
