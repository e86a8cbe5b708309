import { judgeSchedule, type Side } from "@lilink/model/matching";
import { useTranslations } from "next-intl";
import { ScheduleBars } from "#features/posting/components/schedule-bars.tsx";
import type { Match, MatchList } from "../queries.ts";

export type SchedulePairProps = {
  readonly own: Pick<MatchList["own"], "concept" | "volume">;
  readonly other: Pick<Match["other"], "concept" | "fields">;
  /** On which side the reader's own posting stands. */
  readonly side: Side;
};

/** What is needed and what is offered by month, where both say so. [MT85] */
export function SchedulePair({ own, other, side }: SchedulePairProps) {
  const t = useTranslations("posting.schedule");
  const mine = { concepts: own.concept ? [own.concept] : [], volume: own.volume ?? undefined };
  const theirs = { concepts: [other.concept], volume: other.fields.volume };
  const [demand, offer] = side === "demand" ? [mine, theirs] : [theirs, mine];
  const { cover } = judgeSchedule(demand, offer);
  if (!cover) return null;
  return <ScheduleBars title={t("pairPicture")} unit={demand.volume?.unit ?? ""} periods={cover.periods} />;
}
