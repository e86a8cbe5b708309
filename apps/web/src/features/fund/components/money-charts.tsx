import { formatNumber } from "@lilink/i18n";
import { researchClasses } from "@lilink/model/register";
import { Section } from "@lilink/ui";
import { useTranslations } from "next-intl";
import { Chart } from "#components/chart.tsx";
import { ownText } from "#features/record/view.ts";
import type { Portfolio } from "../queries.ts";
import { classTone, money } from "../view.ts";

type Locale = "en" | "zh-CN";

/** In one unit, so that bars beside one another compare: CNY 0.9 m, not CNY 900,000. */
const inMillions = (value: number, locale: Locale) =>
  locale === "en" && value < 1e6
    ? `CNY ${formatNumber(Math.round(value / 1e4) / 100, locale)} m`
    : money(value, locale);

/** Money by year: what was paid and what is committed and not paid, by class. [FU20] */
export function MoneyRiver({
  years,
  locale,
}: {
  readonly years: Portfolio["sums"]["years"];
  readonly locale: Locale;
}) {
  const t = useTranslations("fund");
  const has = (of: (typeof researchClasses)[number]) =>
    years.some((row) => row[of].paid > 0 || row[of].open > 0);
  const parts = researchClasses.filter(has).flatMap((of) =>
    (["paid", "open"] as const).map((what) => ({
      of,
      what,
      key: `${of}-${what}`,
      label: t("portfolio.partOf", { class: t(`class.${of}`), what: t(`portfolio.${what}`) }),
      // The class is the hue, what is not paid yet is hatched.
      tone: classTone[of],
      texture: what === "paid" ? ("plain" as const) : ("hatched" as const),
    })),
  );
  return (
    <Section
      id="river"
      title={t("portfolio.river")}
      action={<span className="text-muted">{t("portfolio.riverLead")}</span>}
    >
      <Chart
        title={t("portfolio.river")}
        hideTitle
        spec={{
          kind: "stack",
          head: [t("portfolio.year")],
          parts: parts.map(({ key, label, tone, texture }) => ({ key, label, tone, texture })),
          bars: years.map((row) => ({
            key: String(row.year),
            label: String(row.year),
            total: inMillions(
              parts.reduce((sum, { of, what }) => sum + row[of][what], 0),
              locale,
            ),
            data: parts.map(({ of, what }) => {
              const value = row[of][what];
              return { value, text: inMillions(value, locale) };
            }),
          })),
        }}
      />
    </Section>
  );
}

/** So many of the largest calls are drawn: more are no picture. */
const mostCalls = 24;

/** From the weak link to the call to the projects; a call without one stands under its exception. [FU11] */
export function CallFlow({ portfolio, locale }: { readonly portfolio: Portfolio; readonly locale: Locale }) {
  const t = useTranslations("fund");
  const calls = portfolio.calls.toSorted((a, b) => b.budget - a.budget).slice(0, mostCalls);
  const nodes = new Map<string, string>();
  const numbers = new Map(calls.map(({ publicId, number }) => [publicId, number]));
  const flows: { from: string; to: string; value: number; text: string }[] = [];
  const link = (from: readonly [string, string], to: readonly [string, string], value: number) => {
    if (value <= 0) return;
    nodes.set(...from);
    nodes.set(...to);
    flows.push({ from: from[0], to: to[0], value, text: money(value, locale) });
  };
  for (const call of calls) {
    const { running, ended } = call.given;
    const from = call.weakLink ?? call.gap;
    const start = from
      ? ([from.publicId, ownText(from, locale)] as const)
      : call.exception
        ? (["exception", t("portfolio.exception")] as const)
        : (["hidden", t("call.hidden")] as const);
    const name = [call.publicId, ownText({ zh: call.titleZh, en: call.titleEn }, locale)] as const;
    link(start, name, call.budget);
    link(name, ["running", t("portfolio.running")], running);
    link(name, ["ended", t("portfolio.ended")], ended);
    const rest = call.phase === "decided" ? "free" : "undecided";
    link(name, [rest, t(`portfolio.${rest}`)], call.budget - running - ended);
  }
  // A band has no axis: what comes and goes is said at its ends.
  const amountOf = (key: string) => {
    const sum = (end: "from" | "to") =>
      flows.reduce((whole, flow) => whole + (flow[end] === key ? flow.value : 0), 0);
    return money(Math.max(sum("from"), sum("to")), locale);
  };
  return (
    <Section
      id="flow"
      title={t("portfolio.flow")}
      action={<span className="text-muted">{t("portfolio.flowLead")}</span>}
    >
      <Chart
        title={t("portfolio.flow")}
        hideTitle
        spec={{
          kind: "sankey",
          head: [t("portfolio.flowFrom"), t("portfolio.flowTo"), t("portfolio.flowAmount")],
          nodes: [...nodes].map(([key, label]) => {
            const short = numbers.get(key);
            return { key, label, ...(short ? { short } : { amount: amountOf(key) }) };
          }),
          flows,
        }}
      />
      {/* A phone has room for a number in the picture; the call is known by its name. */}
      <ul className="mt-2 text-sm sm:hidden">
        {calls.map(({ publicId, number, titleZh, titleEn }) => (
          <li key={publicId} className="py-0.5">
            <span className="mr-2 text-muted tabular-nums">{number}</span>
            {ownText({ zh: titleZh, en: titleEn }, locale)}
          </li>
        ))}
      </ul>
    </Section>
  );
}
