import type { Side } from "@lilink/model/matching";
import { useTranslations } from "next-intl";
import { ScheduleBars } from "#features/posting/components/schedule-bars.tsx";
import { type OtherScheduled, type Scheduled, toCover } from "./to-cover.ts";

export type SchedulePairProps = {
  readonly own: Scheduled;
  readonly other: OtherScheduled;
  /** On which side the reader's own posting stands. */
  readonly side: Side;
};

/** What is needed and what is offered by month, where both say so. [MT85] */
export function SchedulePair({ own, other, side }: SchedulePairProps) {
  const t = useTranslations("posting.schedule");
  const covered = toCover(own, other, side);
  if (!covered) return null;
  return <ScheduleBars title={t("pairPicture")} unit={covered.unit} periods={covered.cover.periods} />;
}
