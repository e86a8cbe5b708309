import { notAsked, type TermVerdict } from "../constrain/judge-terms.ts";
import { substanceOf } from "../constrain/substance-of.ts";
import type { MatchDocument } from "../document.ts";
import { coverSchedule, type ScheduleCover, type ScheduleSide } from "./cover-schedule.ts";

export type ScheduleVerdict = TermVerdict & { readonly cover: ScheduleCover | null };

/**
 * The months of a demand against those of an offer: met where each is covered, a part where some volume is, missed where none is. An offer
 * without a schedule, or in a unit that does not meet, is unknown. [MT85]
 */
export function judgeSchedule(demand: Scheduled, offer: Scheduled): ScheduleVerdict {
  const wanted = sideOf(demand);
  // A schedule of nothing asks for nothing.
  if (!wanted?.rows.some(({ amount }) => Number(amount) > 0)) return { ...notAsked, cover: null };
  const given = sideOf(offer);
  const cover = given ? coverSchedule(wanted, given) : null;
  if (!cover) return { asked: true, verdict: "unknown", partial: false, cover };
  const isShort = cover.periods.some((period) => period.isShort);
  return { asked: true, verdict: isShort ? "fail" : "pass", partial: isShort && cover.share > 0, cover };
}

type Scheduled = Pick<MatchDocument, "volume" | "concepts">;

function sideOf({ volume, concepts }: Scheduled): ScheduleSide | null {
  if (!volume?.schedule?.length) return null;
  return { unit: volume.unit, rows: volume.schedule, lce: substanceOf(concepts[0])?.lceFactor };
}
