import { provinces } from "@lilink/model/codes";
import type { Pair } from "./define-words.ts";

/** The provinces by their codes of GB/T 2260. */
export const provinceWords: Readonly<Record<string, Pair>> = Object.fromEntries(
  provinces.map(({ code, zh, en }) => [code, [zh, en] as const]),
);
