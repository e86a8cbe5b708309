import { formatDate, formatNumber, formatShare, type Locale } from "@lilink/i18n";
import { Section } from "@lilink/ui";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { TextLink } from "#components/button-link.tsx";
import { SampleBadge } from "#components/sample-badge.tsx";
import { showDay } from "#features/record/view.ts";
import { readConceptSupply } from "../queries.ts";
import { sourceName } from "../view.ts";

/** On the page of a concept: how much of it one country sends, where it is dug, who mines abroad, how long the reserve lasts. [SU10] */
export async function ConceptSupply({
  concept,
  locale,
}: {
  readonly concept: string;
  readonly locale: Locale;
}) {
  const [t, { imports, types, deposits, projects, cover }] = await Promise.all([
    getTranslations("supply"),
    readConceptSupply(concept),
  ]);
  if (imports === null && types.length === 0) return null;
  const percent = (share: number) => formatShare(share, locale, 1);
  const two = (value: number) => formatNumber(Math.round(value * 100) / 100, locale);
  return (
    <Section
      id="supply"
      title={t("concept.title")}
      action={
        <TextLink
          href={
            imports ? { pathname: "/supply", query: { product: imports.product, span: "twelve" } } : "/supply"
          }
        >
          {t("concept.open")}
        </TextLink>
      }
    >
      <div className="grid gap-x-10 gap-y-4 sm:grid-cols-2 lg:grid-cols-4">
        {imports ? (
          <Fact label={t("concept.top", { period: showDay(imports.period, locale) })}>
            <span className="block text-xl font-semibold tabular-nums">{percent(imports.top.share)}</span>
            <span className="relative mt-1 block h-2 bg-sunken" aria-hidden>
              <span
                className={`absolute inset-y-0 left-0 ${imports.isSingle ? "bg-danger" : "bg-chain"}`}
                style={{ width: `${imports.top.share * 100}%` }}
              />
              <span className="absolute -inset-y-1 w-0.5 bg-ink" style={{ left: `${imports.ceiling}%` }} />
            </span>
            <span className="mt-1 block text-sm text-muted">
              {t("concept.topFrom", {
                source: sourceName(imports.top.source, locale, t("rest")),
                ceiling: imports.ceiling,
                set: imports.isCeilingSet ? "yes" : "no",
                hhi: [...new Set([two(imports.low), two(imports.high)])].join("–"),
              })}
            </span>
            {imports.sample ? <SampleBadge /> : null}
          </Fact>
        ) : null}
        {types.length > 0 ? (
          <Fact label={t("concept.deposits")}>
            <TextLink
              className="block text-xl font-semibold tabular-nums"
              href={`/deposits?${new URLSearchParams(types.map((type) => ["type", type]))}`}
            >
              {deposits}
            </TextLink>
          </Fact>
        ) : null}
        {types.length > 0 ? (
          <Fact label={t("concept.projects")}>
            <TextLink
              className="block text-xl font-semibold tabular-nums"
              href={`/projects-abroad?${new URLSearchParams(types.map((type) => ["type", type]))}`}
            >
              {projects}
            </TextLink>
          </Fact>
        ) : null}
        {cover ? (
          <Fact label={t("concept.cover")}>
            <TextLink className="block text-xl font-semibold tabular-nums" href="/supply/reserves">
              {cover.high === null
                ? t("concept.coverOver", { low: cover.low })
                : t("concept.coverBand", { low: cover.low, high: cover.high })}
            </TextLink>
            <span className="text-sm text-muted">
              {t("concept.coverOf", { month: formatDate(`${cover.month}-01`, locale, "month") })}
            </span>
          </Fact>
        ) : null}
      </div>
    </Section>
  );
}

function Fact({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <div>
      <p className="mb-1 text-sm text-muted">{label}</p>
      {children}
    </div>
  );
}
