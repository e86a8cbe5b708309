import { sayGoal } from "@lilink/i18n";
import { cn } from "@lilink/ui";
import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { TextLink } from "#components/button-link.tsx";
import { LinkMark } from "#components/link-badge.tsx";
import type { StandingItem } from "#features/standing/queries.ts";
import { type BarKey, toAnswers, toSureness, toWidest } from "../view.ts";

const shades: Readonly<Record<BarKey, string>> = {
  reached: "bg-success",
  onWay: "bg-success/60",
  first: "bg-info",
  slow: "bg-warning",
  bad: "bg-danger",
  open: "hatched",
};

/** The three questions of a meeting, each answered by one number and the next thing to look at. */
export function BoardAnswers({ standings }: { readonly standings: readonly StandingItem[] }) {
  const t = useTranslations("board.answers");
  const name = useTranslations("common.link");
  const status = useTranslations("standing.status");
  const locale = useLocale();
  const { goals, good, assessed, heldBack, kinds, both, stuck, bar } = toAnswers(standings);
  const sure = toSureness(standings);
  const widest = toWidest(standings);
  return (
    <dl className="mb-6 grid gap-x-8 gap-y-5 border-y border-line py-4 md:grid-cols-3">
      <Answer question={t("where")} count={good} of={goals} says={t("whereSays")}>
        <div aria-hidden className="mt-2 flex h-2 gap-px">
          {bar
            .filter(({ count }) => count > 0)
            .map(({ key, count }) => (
              <span key={key} className={cn("h-full", shades[key])} style={{ flexGrow: count }} />
            ))}
        </div>
      </Answer>
      <Answer question={t("sure")} count={assessed} of={goals} says={t("sureSays")}>
        {sure ? t("sureBody", { days: sure.days, percent: sure.percent }) : t("sureNone")}
      </Answer>
      <Answer question={t("stuck")} count={heldBack} says={t("stuckSays")}>
        <span className="flex flex-wrap items-center gap-x-2 gap-y-1">
          {kinds.map(({ key, count }) => (
            <span key={key}>{`${status(key)} ${count}`}</span>
          ))}
          {stuck ? (
            <TextLink
              href={{ pathname: "/goals", query: { link: stuck.link } }}
              className="inline-flex items-center gap-1.5"
            >
              <LinkMark link={stuck.link} />
              {t("most", { link: name(stuck.link), count: stuck.count })}
            </TextLink>
          ) : null}
          {widest ? (
            <TextLink href={`/goals/${widest.goal}`}>
              {`${widest.goal} ${sayGoal(widest, locale)[0] ?? ""}`}
            </TextLink>
          ) : null}
          {both > 0 ? <span className="basis-full">{t("both", { count: both })}</span> : null}
        </span>
      </Answer>
    </dl>
  );
}

type AnswerProps = {
  readonly question: string;
  readonly count: number;
  readonly of?: number;
  readonly says: string;
  readonly children: ReactNode;
};

function Answer({ question, count, of, says, children }: AnswerProps) {
  return (
    <div className="md:border-l md:border-line md:pl-8 md:first:border-l-0 md:first:pl-0">
      <dt className="text-xs text-muted">{question}</dt>
      <dd>
        <p className="mt-0.5 text-sm">
          <span className="mr-1 text-2xl font-semibold tabular-nums">{count}</span>
          {of === undefined ? null : <span className="mr-2 text-muted tabular-nums">{`/ ${of}`}</span>}
          {says}
        </p>
        <div className="mt-1 text-xs text-muted">{children}</div>
      </dd>
    </div>
  );
}
