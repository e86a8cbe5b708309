"use client";

import { formatNumber, formatShare } from "@lilink/i18n";
import type { LinkResult } from "@lilink/model/supply";
import { useLocale, useTranslations } from "next-intl";

type Given = { readonly results: readonly LinkResult[]; readonly weeks: number };

/** A strip for each link, week by week: met, met from the store, short. Told apart by pattern, and in words beside. */
export function LinkStrips({ results, weeks }: Given) {
  const t = useTranslations("supply");
  return (
    <div className="flex flex-col gap-3">
      <p className="prose-measure text-sm">{t("stripLead")}</p>
      <ul className="flex flex-wrap gap-x-5 gap-y-1 text-sm text-muted" aria-hidden>
        {(["Met", "Store", "Short"] as const).map((kind) => (
          <li key={kind} className="flex items-center gap-1.5">
            <svg width="18" height="12" aria-hidden="true">
              <Cell x={0} width={18} height={12} kind={kind} depth={0.7} />
            </svg>
            {t(`legend${kind}`)}
          </li>
        ))}
      </ul>
      <ol className="flex flex-col gap-3" aria-live="polite">
        {results.map((result) => (
          <li key={result.link} className="grid gap-x-4 gap-y-1 sm:grid-cols-[7rem_1fr]">
            <span className="font-medium">{t(`links.${result.link as "resource"}`)}</span>
            <div>
              <Strip result={result} weeks={weeks} />
              <Answer result={result} />
            </div>
          </li>
        ))}
        <li aria-hidden className="grid gap-x-4 sm:grid-cols-[7rem_1fr]">
          <Weeks weeks={weeks} />
        </li>
      </ol>
    </div>
  );
}

/** The axis below the strips: a number at its end, and every thirteenth week on the way. */
function Weeks({ weeks }: Pick<Given, "weeks">) {
  const t = useTranslations("supply");
  const steps = [13, 26, 39, 52, 65, 78, 91, 104].filter((week) => week <= weeks * 0.94);
  const at = (week: number) => ({ left: `${((week - 0.5) / weeks) * 100}%` });
  return (
    <div className="relative h-5 text-xs whitespace-nowrap text-muted tabular-nums sm:col-start-2">
      <span className="absolute left-0">{t("week", { week: "1" })}</span>
      {steps.map((week) => (
        <span key={week} className="absolute -translate-x-1/2" style={at(week)}>
          {week}
        </span>
      ))}
      <span className="absolute right-0">{weeks}</span>
    </div>
  );
}

function Answer({ result: { firstShortWeek, share, drawn } }: { readonly result: LinkResult }) {
  const t = useTranslations("supply");
  const locale = useLocale();
  const parts = [
    firstShortWeek === null ? t("lasts") : t("short", { week: String(firstShortWeek) }),
    ...(share > 0.0005 ? [t("unmet", { share: formatShare(share, locale, 1) })] : []),
    ...(drawn >= 1 ? [t("bought", { amount: formatNumber(Math.round(drawn), locale) })] : []),
  ];
  return <p className="mt-1 text-sm text-muted tabular-nums">{parts.join(" · ")}</p>;
}

const height = 18;

function Strip({ result, weeks }: { readonly result: LinkResult; readonly weeks: number }) {
  const t = useTranslations("supply");
  const answer =
    result.firstShortWeek === null ? t("lasts") : t("short", { week: String(result.firstShortWeek) });
  const name = t("strip", { link: t(`links.${result.link as "resource"}`), answer });
  return (
    <svg
      viewBox={`0 0 ${weeks} ${height}`}
      preserveAspectRatio="none"
      role="img"
      aria-label={name}
      className="block h-5 w-full"
    >
      {result.weeks.map(({ drawn, unmet, supply }, at) => {
        const demand = supply + drawn + unmet;
        const kind = unmet > demand * 1e-6 ? "Short" : drawn > demand * 1e-6 ? "Store" : "Met";
        return (
          <Cell
            key={`w${at + 1}`}
            x={at}
            width={0.92}
            height={height}
            kind={kind}
            depth={demand > 0 ? unmet / demand : 0}
          />
        );
      })}
    </svg>
  );
}

function Cell({
  x,
  width,
  height: tall,
  kind,
  depth,
}: {
  readonly x: number;
  readonly width: number;
  readonly height: number;
  readonly kind: "Met" | "Store" | "Short";
  readonly depth: number;
}) {
  if (kind === "Met")
    return <rect x={x} width={width} height={tall} fill="var(--color-materials)" fillOpacity="0.3" />;
  if (kind === "Store")
    return (
      <>
        <rect x={x} width={width} height={tall} fill="var(--color-warning)" fillOpacity="0.25" />
        <rect x={x} y={tall * 0.62} width={width} height={tall * 0.38} fill="var(--color-warning)" />
      </>
    );
  return (
    <>
      <rect x={x} width={width} height={tall} fill="var(--color-danger)" fillOpacity="0.3" />
      <rect x={x} width={width} height={tall * Math.max(0.25, depth)} fill="var(--color-danger)" />
    </>
  );
}
