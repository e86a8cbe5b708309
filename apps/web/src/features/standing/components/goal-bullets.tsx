import { formatQuantity, formatTarget, toReading } from "@lilink/i18n";
import { countedStatus, loadGoal } from "@lilink/model/goals";
import { toneColor } from "@lilink/ui";
import { useLocale, useTranslations } from "next-intl";
import { TextLink } from "#components/button-link.tsx";
import { LinkMark } from "#components/link-badge.tsx";
import { inLocale } from "#lib/in-locale.ts";
import type { StandingItem } from "../queries.ts";
import { toBullet } from "../view.ts";
import { GoalMark } from "./goal-mark.tsx";
import { StandingNow } from "./marks.tsx";

/** The goals to which the paper gives a figure: now as a bar, the target as a line, the base as a dotted one. */
export function GoalBullets({ standings }: { readonly standings: readonly StandingItem[] }) {
  const t = useTranslations("board.goals");
  const words = useTranslations("standing.status");
  const locale = useLocale();
  return (
    <>
      <BulletKey />
      <ul className="divide-y divide-line">
        {standings.map((standing) => {
          const goal = loadGoal(standing.goal);
          const bullet = toBullet(standing, goal.target);
          return (
            <li key={goal.id} className="py-2.5">
              <div className="flex items-baseline gap-2 text-sm">
                <LinkMark link={goal.link} />
                <TextLink href={`/goals/${goal.id}`} className="min-w-0 flex-1">
                  {inLocale(goal.statement, locale)}
                </TextLink>
                <span className="font-semibold whitespace-nowrap">
                  <StandingNow standing={standing} />
                </span>
                <span title={words(standing.status)}>
                  <span className="sr-only">{words(standing.status)}</span>
                  <GoalMark status={countedStatus(standing)} />
                </span>
              </div>
              {bullet ? (
                <>
                  <div aria-hidden className="relative mt-2 h-2 bg-sunken">
                    <div
                      className="absolute inset-y-0 left-0"
                      style={{ width: `${bullet.now}%`, background: toneColor(goal.link) }}
                    />
                    {bullet.base === null ? null : (
                      <div
                        className="absolute -inset-y-1 border-l-2 border-dotted border-ink"
                        style={{ left: `${bullet.base}%` }}
                      />
                    )}
                    <div className="absolute -inset-y-1 w-0.5 bg-ink" style={{ left: `${bullet.target}%` }} />
                  </div>
                  <p className="mt-1.5 flex flex-wrap justify-between gap-x-3 text-xs text-muted">
                    <span>
                      {standing.baseline
                        ? t("base", {
                            origin: standing.baseline.origin,
                            year: standing.baseline.year,
                            value: formatQuantity(toReading(standing.baseline.value), standing.unit, locale),
                          })
                        : null}
                    </span>
                    <span>
                      {goal.target
                        ? t("target", { year: goal.horizon, target: formatTarget(goal.target, locale) })
                        : null}
                    </span>
                  </p>
                </>
              ) : null}
            </li>
          );
        })}
      </ul>
    </>
  );
}

/** What the marks of a bar stand for, and how far its ground runs. */
function BulletKey() {
  const t = useTranslations("board.goals.key");
  const marks = [
    ["now", "h-2 w-5 bg-muted"],
    ["target", "h-4 w-0.5 bg-ink"],
    ["base", "h-4 border-l-2 border-dotted border-ink"],
  ] as const;
  return (
    <ul className="mb-1 flex flex-wrap gap-x-4 gap-y-0.5 text-xs text-muted">
      {marks.map(([key, shape]) => (
        <li key={key} className="flex items-center gap-1.5">
          <span aria-hidden className={shape} />
          {t(key)}
        </li>
      ))}
      <li>{t("scale")}</li>
    </ul>
  );
}
