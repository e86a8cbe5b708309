import { concepts } from "@lilink/model/chain";
import type { Pair } from "./define-words.ts";

/** The nodes of the chain by their names. */
export const conceptWords: Readonly<Record<string, Pair>> = Object.fromEntries(
  concepts.map(({ id, zh, en }) => [id, [zh, en] as const]),
);
