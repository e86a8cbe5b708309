import { type OpenTime, readDates } from "@lilink/engine/quantity";
import type { Span } from "@lilink/engine/text";
import type { Reading } from "../analyze/analyze-text.ts";
import { isBidDeadline } from "./tell-tender.ts";

/** A text without the times of a second product, whose window is not the one of the first [MT103], and without the end of bidding [MT106]. */
export function withoutTimesOf(
  reading: Reading,
  secondOf: (place: Span) => string | undefined,
  today: string | undefined,
  isProposal: boolean,
): { readonly reading: Reading; readonly open: readonly OpenTime[] } {
  const { text } = reading.normal;
  const others = reading.times.filter(
    (time) => secondOf(time) !== undefined || (isProposal && isBidDeadline(text, time)),
  );
  const blank = others.reduce(
    (rest, { start, end }) => rest.slice(0, start) + " ".repeat(end - start) + rest.slice(end),
    text,
  );
  const { open, window } = readDates(blank, today);
  return { reading: others.length === 0 ? reading : { ...reading, window }, open };
}
