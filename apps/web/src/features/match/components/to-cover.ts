import { judgeSchedule, type ScheduleCover, type Side } from "@lilink/model/matching";
import type { Match, MatchList } from "../queries.ts";

export type Scheduled = Pick<MatchList["own"], "concept" | "volume">;
export type OtherScheduled = Pick<Match["other"], "concept" | "fields">;
export type Cover = { readonly unit: string; readonly cover: ScheduleCover };

/** What of the demand's periods the offer covers, and in which unit; null where not both say so. [MT85] */
export function toCover(own: Scheduled, other: OtherScheduled, side: Side): Cover | null {
  const mine = { concepts: own.concept ? [own.concept] : [], volume: own.volume ?? undefined };
  const theirs = { concepts: [other.concept], volume: other.fields.volume };
  const [demand, offer] = side === "demand" ? [mine, theirs] : [theirs, mine];
  const { cover } = judgeSchedule(demand, offer);
  return cover && { unit: demand.volume?.unit ?? "", cover };
}
