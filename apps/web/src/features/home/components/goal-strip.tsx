import { Badge, EmptyState, Section } from "@lilink/ui";
import { useTranslations } from "next-intl";
import { ButtonLink, TextLink } from "#components/button-link.tsx";
import { Figure } from "#components/figure.tsx";
import { StandingNow } from "#features/standing/components/marks.tsx";
import type { StandingItem } from "#features/standing/queries.ts";
import type { GoalTeaser } from "../view.ts";

export type GoalStripProps = {
  readonly goals: readonly GoalTeaser[];
  readonly standings: readonly StandingItem[];
};

/** The goals that the paper gives a figure for: from where to where, and the last figure released. */
export function GoalStrip({ goals, standings }: GoalStripProps) {
  const t = useTranslations("home.goals");
  const goal = useTranslations("goal");
  const standingOf = (id: string) => standings.find((one) => one.goal === id);
  return (
    <Section id="goals-today" title={t("title")} action={<TextLink href="/goals">{t("open")}</TextLink>}>
      {goals.length === 0 ? (
        <EmptyState
          title={t("empty")}
          body={t("lead")}
          action={<ButtonLink href="/goals">{t("emptyStep")}</ButtonLink>}
        />
      ) : (
        <ul className="grid gap-x-8 sm:grid-cols-2">
          {goals.map((one) => (
            <li key={one.id} className="flex flex-col gap-2 border-t border-line py-3">
              <span className="flex items-start justify-between gap-3">
                <TextLink href={`/goals/${one.id}`} className="font-medium no-underline hover:underline">
                  {one.title}
                </TextLink>
                <Badge tone={one.closed ? "neutral" : "info"}>
                  {`${one.horizon} ${goal(one.closed ? "state.closed" : "state.running")}`}
                </Badge>
              </span>
              <dl className="grid grid-cols-3 gap-3 text-sm">
                <GoalPart term={goal("column.baseline")}>{one.baseline ?? <Figure value={null} />}</GoalPart>
                <GoalPart term={goal("column.target")}>{one.target}</GoalPart>
                <GoalPart term={goal("column.current")}>
                  <StandingNow standing={standingOf(one.id) ?? unreleased} />
                </GoalPart>
              </dl>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}

const unreleased = { now: null, unit: "1" } as const;

function GoalPart({ term, children }: { readonly term: string; readonly children: React.ReactNode }) {
  return (
    <div>
      <dt className="text-xs text-muted">{term}</dt>
      <dd className="tabular-nums">{children}</dd>
    </div>
  );
}
