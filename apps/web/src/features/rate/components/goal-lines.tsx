import { formatTarget } from "@lilink/i18n";
import { judgeGoals } from "@lilink/model/trace/rate";
import { DataTable } from "@lilink/ui";
import { useLocale, useTranslations } from "next-intl";
import { TextLink } from "#components/button-link.tsx";
import { inLocale } from "#lib/in-locale.ts";
import type { Rates } from "../queries.ts";

const percent = (value: number) => `${value.toFixed(1)}%`;

/** The goal that every line has to meet, not all together. */
const everyLine = "G25-18";

/** The goals of recycling by the rates, beside what returns say; differences are shown and not settled. */
export function GoalLines({ rates }: { readonly rates: Rates }) {
  const t = useTranslations("rate");
  const locale = useLocale();
  const conformity = rates.conformity
    ? t("conformity", {
        low: percent(rates.conformity.low),
        high: percent(rates.conformity.high),
        firms: rates.conformity.firms,
      })
    : t("conformityKept");
  return (
    <DataTable
      caption={t("beside")}
      rows={judgeGoals(rates)}
      rowKey={({ goal }) => goal.id}
      columns={[
        {
          key: "goal",
          label: t("goal"),
          lead: true,
          cell: ({ goal }) => (
            <>
              <TextLink href={`/goals/${goal.id}`}>{goal.id}</TextLink>{" "}
              <span className="font-normal">{inLocale(goal.statement, locale)}</span>
            </>
          ),
        },
        {
          // What the goal is judged by stands first and says so.
          key: "returns",
          label: t("returns"),
          className: "max-sm:w-full",
          cell: ({ returns, returnedElements, isComparable }) =>
            returns === null ? (
              t("none")
            ) : (
              <div>
                <span className="font-medium">
                  {returnedElements ? t("lithium", { value: percent(returns) }) : percent(returns)}
                </span>
                {returnedElements ? (
                  <span className="block text-sm text-muted">{t("limits", returnedElements)}</span>
                ) : null}
                {isComparable ? null : <span className="block text-sm text-muted">{t("ofRetired")}</span>}
              </div>
            ),
        },
        {
          // A figure with what it stands on: prose, that a phone gives a line of its own.
          key: "events",
          label: t("events"),
          className: "max-sm:w-full",
          cell: ({ goal, events, year, isOfRates, isComparable, elements }) =>
            !isOfRates ? (
              <span className="text-sm text-muted">{t("notOne")}</span>
            ) : (
              <div>
                {events === null
                  ? t("kept")
                  : elements
                    ? t("lithium", { value: percent(events) })
                    : percent(events)}
                <span className="block text-sm text-muted">{elements ? t("band", elements) : year}</span>
                {isComparable ? null : <span className="block text-sm text-muted">{t("ofCollected")}</span>}
                {goal.id === everyLine ? (
                  <span className="block text-sm text-muted">{conformity}</span>
                ) : null}
              </div>
            ),
        },
        {
          key: "difference",
          label: t("difference"),
          className: "max-sm:w-full",
          cell: ({ events, returns, isComparable }) =>
            events === null || returns === null ? null : !isComparable ? (
              <span className="text-sm text-muted">{t("otherWhole")}</span>
            ) : (
              <>
                <span className="whitespace-nowrap">
                  {t("points", { points: (events - returns).toFixed(1) })}
                </span>
                {events > returns ? <span className="block text-sm text-muted">{t("pointsWhy")}</span> : null}
              </>
            ),
        },
        {
          key: "target",
          label: t("target"),
          className: "text-sm max-sm:w-full",
          cell: ({ goal }) => {
            const target = goal.target ?? goal.proposal;
            return (
              <span>
                {target ? formatTarget(target, locale) : ""}
                {goal.id === everyLine ? <span className="block text-muted">{t("ofLines")}</span> : null}
              </span>
            );
          },
        },
      ]}
    />
  );
}
