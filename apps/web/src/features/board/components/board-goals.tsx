import { isStuck, loadGoal } from "@lilink/model/goals";
import { Section } from "@lilink/ui";
import { useTranslations } from "next-intl";
import { TextLink } from "#components/button-link.tsx";
import { GoalBullets } from "#features/standing/components/goal-bullets.tsx";
import { StandingTable } from "#features/standing/components/standing-table.tsx";
import type { StandingItem } from "#features/standing/queries.ts";
import { GoalMatrix } from "./goal-matrix.tsx";

export type BoardGoalsProps = { readonly standings: readonly StandingItem[] };

/** Where each goal stands, as marks, beside those to which the paper gives a figure. */
export function BoardGoals({ standings }: BoardGoalsProps) {
  const t = useTranslations("board.goals");
  const printed = standings.filter((one) => loadGoal(one.goal).target !== null);
  return (
    <div className="grid items-start gap-x-10 xl:grid-cols-[minmax(0,7fr)_minmax(0,5fr)]">
      <Section
        id="goals"
        title={t("count", { count: standings.length })}
        action={<TextLink href="/goals">{t("open")}</TextLink>}
      >
        <GoalMatrix standings={standings} />
      </Section>
      <Section id="printed" title={t("printed", { count: printed.length })} fold="">
        <GoalBullets standings={printed} />
      </Section>
    </div>
  );
}

/** The goals that are missed, move away or are slow, each in words. */
export function HeldBack({ standings }: BoardGoalsProps) {
  const t = useTranslations("standing.summary");
  const slow = standings.filter(isStuck);
  return (
    <Section id="held-back" title={t("holdsBack")} fold={slow.length}>
      {slow.length === 0 ? (
        <p className="text-sm text-muted">{t("holdsBackNone")}</p>
      ) : (
        <StandingTable caption={t("holdsBack")} standings={slow} />
      )}
    </Section>
  );
}
