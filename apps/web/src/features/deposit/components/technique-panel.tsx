import { formatUnit, type Locale, recordWords } from "@lilink/i18n";
import { findConcept } from "@lilink/model/chain";
import type { Values } from "@lilink/model/register";
import {
  type Fit,
  type FitReason,
  fitTechniques,
  type TechniqueField,
  type TechniqueFit,
  techniqueFields,
} from "@lilink/model/supply/technique";
import { Badge, DataTable, Section, type Tone } from "@lilink/ui";
import { useTranslations } from "next-intl";
import { TextLink } from "#components/button-link.tsx";
import { nameOf } from "#features/chain/view.ts";
import { asLabel } from "#features/posting/view.ts";
import { showRange, toFacts } from "../view.ts";

const tones: Readonly<Record<Fit, Tone>> = {
  used: "success",
  fit: "success",
  possible: "chain",
  unknown: "neutral",
  // The ranges are from memory and unsourced: no red verdict stands on them.
  unfit: "warning",
};

/** Which techniques suit one deposit, and in words why. [DE2] */
export function TechniquePanel({ values, locale }: { readonly values: Values; readonly locale: Locale }) {
  const t = useTranslations("supply.deposit");
  const words = recordWords("deposit", locale);
  const rows = fitTechniques(toFacts(values));
  if (rows.length === 0) return null;
  const asked = techniqueFields.filter((field) =>
    rows.some(({ reasons }) => reasons.some((one) => one.field === field)),
  );
  const isKnown = (field: TechniqueField) =>
    rows.some(({ reasons }) => reasons.some((one) => one.field === field && one.known !== null));
  const missing = asked.filter((field) => !isKnown(field));
  const amountOf = (field: TechniqueField) => {
    const reason = rows
      .flatMap(({ reasons }) => reasons)
      .find((one) => one.field === field && one.known !== null);
    if (!reason?.known) return "";
    const { known, unit } = reason;
    return `${showRange(known, locale)}${unit === "1" ? "" : ` ${formatUnit(unit, locale)}`}`;
  };
  const wordOf = ({ wanted, fit, why }: FitReason) =>
    fit === "fit"
      ? t("suits")
      : t("asks", { wanted: showRange(wanted, locale), why: t(`why.${why as "manyStages"}`) });
  return (
    <Section
      id="techniques"
      title={t("panel")}
      action={<TextLink href="/supply/techniques">{t("toPage")}</TextLink>}
    >
      {missing.length > 0 ? (
        <p className="mb-2 text-sm">
          {t("notKnown", {
            fields: missing.map((field) => words.field(field)).join(locale === "en" ? ", " : "、"),
          })}
        </p>
      ) : null}
      <DataTable
        caption={t("panel")}
        rows={rows}
        rowKey={({ concept }) => concept}
        columns={[
          {
            key: "technique",
            label: t("technique"),
            lead: true,
            cell: ({ concept }) => {
              const found = findConcept(concept);
              return (
                <TextLink href={`/chain/${concept}`}>
                  {found ? asLabel(nameOf(found, locale), locale) : concept}
                </TextLink>
              );
            },
          },
          {
            key: "fit",
            label: t("verdict"),
            speaks: true,
            className: "whitespace-nowrap",
            cell: ({ fit, reasons }) => <Badge tone={tones[fit]}>{t(`fit.${wordFor(fit, reasons)}`)}</Badge>,
          },
          ...asked.filter(isKnown).map((field) => ({
            key: field,
            label: `${words.field(field)} ${amountOf(field)}`,
            className: "text-sm",
            cell: ({ fit, reasons }: TechniqueFit) => {
              const reason = reasons.find((one) => one.field === field);
              // What is in use is not judged.
              return reason?.known && fit !== "used" ? wordOf(reason) : null;
            },
          })),
        ]}
      />
      <p className="mt-2 text-sm text-muted">{t("proposal")}</p>
    </Section>
  );
}

/** What is known may suit, or be possible, while something else is not known: that says more than "too little known". */
function wordFor(fit: Fit, reasons: readonly FitReason[]): Fit | "fitSoFar" | "possibleSoFar" {
  if (fit !== "unknown") return fit;
  const known = reasons.filter((one) => one.known !== null);
  if (known.length === 0) return "unknown";
  return known.every((one) => one.fit === "fit") ? "fitSoFar" : "possibleSoFar";
}
