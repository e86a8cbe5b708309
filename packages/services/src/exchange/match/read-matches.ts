import type { MatchResult } from "@lilink/model/matching";
import type { Context } from "../../kernel/context.ts";
import { placesPerPosting } from "../market/read-book.ts";
import { logDisclosure } from "../posting/log-disclosure.ts";
import { type OpenReading, readParts, toOpenReading } from "../posting/read-parts.ts";
import type { PickedMatch } from "./pick-matches.ts";

export type MatchView = {
  readonly other: OpenReading;
  readonly result: MatchResult;
  readonly mark: "pinned" | "dismissed" | null;
  readonly markReason: string | null;
  /** The allocation of the market shows the two to each other. */
  readonly suggested: boolean;
  /** Where one's posting stands among all who would have this one, as every verified member could work it out; null before it is known. */
  readonly standing: { readonly place: number; readonly places: number } | null;
  /** The introduction that the two have begun. */
  readonly introduction: string | null;
  /** When the own answer to it is due; null where none is. */
  readonly answerBy: Date | null;
  readonly computedAt: Date;
};

/** The content of what is shown, each confidential reading logged before it is given. */
export async function readMatches(
  ctx: Context,
  rows: readonly PickedMatch[],
): Promise<{ row: PickedMatch; view: MatchView }[]> {
  const found = await readParts(
    ctx,
    rows.map((row) => row.posting_id),
    ["live"],
  );
  const readings = new Map(found.map((reading) => [reading.id, reading]));
  for (const reading of found)
    if (reading.levels.includes("partner")) await logDisclosure(ctx, reading, "partner");
  return rows.flatMap((row) => {
    const other = readings.get(row.posting_id);
    if (!other) return [];
    const { result, mark, reason, suggested, place, introduction, answer_by } = row;
    const standing = place === null ? null : { place, places: placesPerPosting };
    const computedAt = new Date(row.computed_at);
    const view = {
      other: toOpenReading(other),
      result,
      mark,
      markReason: reason,
      suggested,
      standing,
      introduction,
      answerBy: answer_by === null ? null : new Date(answer_by),
      computedAt,
    };
    return [{ row, view }];
  });
}
