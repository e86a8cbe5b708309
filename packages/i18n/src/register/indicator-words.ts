import { indicators } from "@lilink/model/indicator";
import type { Pair } from "./define-words.ts";

/** The indicators by their id and name. */
export const indicatorWords: Readonly<Record<string, Pair>> = Object.fromEntries(
  indicators.map(({ id, name }) => [id, [`${id} ${name.zh}`, `${id} ${name.en}`] as const]),
);
