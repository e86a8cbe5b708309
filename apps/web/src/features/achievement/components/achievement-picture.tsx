import { formatQuantity, type Locale, type RecordWords, writeOut } from "@lilink/i18n";
import type { Bilingual, Figure } from "@lilink/model/register";
import { getTranslations } from "next-intl/server";
import { TextLink } from "#components/button-link.tsx";
import { Chart } from "#components/chart.tsx";
import { ownText } from "#features/record/view.ts";
import { findViewer } from "#lib/session.ts";
import { caller } from "#lib/trpc/server.ts";
import { compareCosts, toFunnel } from "../view.ts";
import { CostBars } from "./cost-bars.tsx";

const mostCompared = 6;

export function figureWords(figure: Figure | null, locale: Locale): string {
  if (!figure?.value) return "";
  return formatQuantity(...writeOut(figure.value, figure.unit, locale), locale, "exact");
}

/** How far results have come, and what the offered ones cost beside the rival way. What is not offered yet is counted for its owner alone. [AC6] */
export async function AchievementPicture({
  words,
  locale,
}: {
  readonly words: RecordWords;
  readonly locale: Locale;
}) {
  const [t, api, viewer] = await Promise.all([getTranslations("achievement"), caller(), findViewer()]);
  const [{ items }, mine] = await Promise.all([
    api.achievement.list({ limit: 100 }),
    viewer?.organization?.verified ? api.achievement.list({ limit: 100, own: "true" }) : null,
  ]);
  const known = new Map([...items, ...(mine?.items ?? [])].map(({ publicId, state }) => [publicId, state]));
  if (known.size === 0) return null;
  const compared = items
    .flatMap(({ publicId, values }) => {
      const [own, rival] = [values.ownCost as Figure | null, values.rivalCost as Figure | null];
      const both = compareCosts(own, rival);
      return both ? [{ publicId, title: values.title as Bilingual, own, rival, both }] : [];
    })
    .toSorted((a, b) => b.both.less - a.both.less)
    .slice(0, mostCompared);
  return (
    <div className="mb-8 grid gap-x-10 gap-y-6 lg:grid-cols-2">
      <Chart
        title={t("funnel")}
        source={t("funnelSource")}
        spec={{
          kind: "bar",
          head: [t("state"), t("count")],
          bars: toFunnel([...known.values()]).map(({ state, count }) => ({
            key: state,
            label: words.state(state),
            value: count,
            text: String(count),
            tone: state === "transferred" ? ("success" as const) : ("chain" as const),
          })),
        }}
      />
      <figure>
        <figcaption className="mb-3 font-medium">{t("comparison")}</figcaption>
        <ul className="flex flex-col gap-4">
          {compared.map(({ publicId, title, own, rival, both }) => (
            <li key={publicId} className="flex flex-col gap-1">
              <span className="flex flex-wrap items-baseline justify-between gap-x-3">
                <TextLink href={`/achievements/${publicId}`}>{ownText(title, locale)}</TextLink>
                <span className="text-sm text-muted tabular-nums">
                  {t(both.less >= 0 ? "less" : "more", { share: Math.abs(both.less) })}
                </span>
              </span>
              <CostBars
                compared={both}
                own={{ name: t("own"), text: figureWords(own, locale) }}
                rival={{ name: t("rival"), text: figureWords(rival, locale) }}
              />
            </li>
          ))}
        </ul>
      </figure>
    </div>
  );
}
