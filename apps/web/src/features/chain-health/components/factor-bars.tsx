import { formatDate, recordWords } from "@lilink/i18n";
import { useLocale, useTranslations } from "next-intl";
import { TextLink } from "#components/button-link.tsx";
import type { HealthRow } from "../queries.ts";
import { boundsText, goalpostsOf, inUnit, type Judged, shareText } from "../view.ts";
import { ScoreSum } from "./score-sum.tsx";

const open = "repeating-linear-gradient(135deg, var(--color-edge) 0 1px, transparent 1px 5px)";

type FactorBarsProps = {
  readonly node: HealthRow;
  /** The rules that it was judged by. */
  readonly rules: string;
  /** Whether the reader sees at once how the score comes about. */
};

/** Each factor of a node as a bar from sound to weak, with the figure behind it, its goalposts, its day and where it is from. */
export function FactorBars({ node, rules }: FactorBarsProps) {
  const t = useTranslations("health");
  const locale = useLocale();
  const sorted = node.factors.toSorted(
    (a, b) => Number(b.fact !== null) - Number(a.fact !== null) || b.high * b.weight - a.high * a.weight,
  );
  const known = sorted.filter(({ fact }) => fact !== null);
  const unknown = sorted.filter(({ fact }) => fact === null);
  // What does not apply to a node has no weight there: the others share the whole.
  const whole = sumWeights(sorted);
  return (
    // Beside other columns there is no room for three of its own.
    <div className="@container">
      <p className="mb-2 text-sm text-muted">{t("barLead")}</p>
      <ul className="hairline-list border-y border-line">
        {known.map((factor) => (
          <FactorRow key={factor.factor} judged={factor} whole={whole} rules={rules} />
        ))}
      </ul>
      {unknown.length > 0 ? (
        <details className="mt-2">
          <summary className="cursor-pointer text-sm text-muted hover:text-ink">
            {t("openFactors", {
              count: unknown.length,
              share: shareText(sumWeights(unknown) / whole, locale),
            })}
          </summary>
          <ul className="hairline-list">
            {unknown.map((factor) => (
              <FactorRow key={factor.factor} judged={factor} whole={whole} rules={rules} />
            ))}
          </ul>
        </details>
      ) : null}
      <ScoreSum node={node} />
    </div>
  );
}

const sumWeights = (factors: readonly Judged[]) => factors.reduce((sum, { weight }) => sum + weight, 0);

type FactorRowProps = { readonly judged: Judged; readonly whole: number; readonly rules: string };

function FactorRow({ judged, whole, rules }: FactorRowProps) {
  const t = useTranslations("health");
  const locale = useLocale();
  const { factor, fact, low, high, why, weight, ageDays } = judged;
  const percent = (value: number) => `${value * 100}%`;
  const posts = goalpostsOf(rules, factor);
  return (
    <li className="grid gap-x-6 gap-y-1 py-2.5 @4xl:grid-cols-[13rem_minmax(0,1fr)_minmax(0,22rem)] @4xl:items-center">
      <span className="flex flex-wrap items-baseline justify-between gap-x-2">
        <span className="text-sm font-medium">
          {recordWords("weakLink", locale).choice("factors", factor)}
        </span>
        <span className="text-xs text-muted tabular-nums">
          {t("weight", { share: shareText(weight / whole, locale) })}
        </span>
      </span>
      <span aria-hidden className="relative h-4 bg-sunken">
        <span className="absolute inset-y-0 left-0 bg-danger" style={{ width: percent(low) }} />
        {high > low ? (
          <span
            className="absolute inset-y-0 border-r border-edge"
            style={{ left: percent(low), width: percent(high - low), backgroundImage: open }}
          />
        ) : null}
      </span>
      <span className="text-sm">
        {fact && ageDays !== null ? (
          <>
            <span className="font-medium tabular-nums">
              <FactFigure factor={factor} low={fact.low} high={fact.high} />
            </span>
            {posts ? (
              <span className="text-muted">
                {` · ${t("goalposts", {
                  sound: inUnit(factor, posts.sound, posts.sound, locale),
                  weak: inUnit(factor, posts.weak, posts.weak, locale),
                })}`}
              </span>
            ) : null}{" "}
            <span className="font-medium whitespace-nowrap">{`→ ${t("weakness", { value: boundsText([low, high], 2, locale) })}`}</span>
            <span className="block text-muted">{t(`counted.${factor}`)}</span>
            {why && why !== "missing" ? <span className="text-muted">{`${t(`why.${why}`)} · `}</span> : null}
            <span className="text-muted">{`${t("asOf", { day: formatDate(fact.asOf, locale), count: ageDays })} · `}</span>
            <TextLink href={fact.path}>{t(`source.${fact.source}`)}</TextLink>
            {fact.sample ? <span className="text-muted">{` · ${t("sample")}`}</span> : null}
          </>
        ) : (
          <span className="text-muted italic">{t("why.missing")}</span>
        )}
      </span>
    </li>
  );
}

type FactFigureProps = Pick<Judged, "factor"> & { readonly low: number; readonly high: number };

/** What was counted, with the word for it where it is a number of things. */
function FactFigure({ factor, low, high }: FactFigureProps) {
  const t = useTranslations("health");
  const locale = useLocale();
  if (factor === "laboratory")
    return low === high ? t("places", { count: low }) : t("placesRange", { low, high });
  if (factor === "patent_exposure")
    return low === high ? t("patents", { count: low }) : t("patentsRange", { low, high });
  return inUnit(factor, low, high, locale);
}
