import { formatUnit, type Locale, recordWords } from "@lilink/i18n";
import { findConcept } from "@lilink/model/chain";
import type { Values } from "@lilink/model/register";
import { type Fit, type FitReason, fitTechniques } from "@lilink/model/supply/technique";
import { Badge, DataTable, Section, type Tone } from "@lilink/ui";
import { useTranslations } from "next-intl";
import { TextLink } from "#components/button-link.tsx";
import { nameOf } from "#features/chain/view.ts";
import { asLabel } from "#features/posting/view.ts";
import { showRange, toFacts } from "../view.ts";

const tones: Readonly<Record<Fit, Tone>> = {
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
  const reasonOf = ({ field, unit, known, wanted, fit, why }: FitReason) => {
    const name = words.field(field);
    if (known === null) return t("reason.missing", { field: name });
    const amount = `${showRange(known, locale)}${unit === "1" ? "" : ` ${formatUnit(unit, locale)}`}`;
    if (fit === "fit") return t("reason.fit", { field: name, amount });
    return t("reason.out", {
      ...{ field: name, amount, wanted: showRange(wanted, locale) },
      why: t(`why.${why as "manyStages"}`),
    });
  };
  return (
    <Section
      id="techniques"
      title={t("panel")}
      action={<TextLink href="/supply/techniques">{t("toPage")}</TextLink>}
    >
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
            className: "whitespace-nowrap",
            cell: ({ fit, reasons }) => (
              <>
                <Badge tone={tones[fit]}>{t(`fit.${fit}`)}</Badge>
                {fit === "unknown" && reasons.some((one) => one.fit === "fit") ? (
                  <span className="block text-sm text-muted">
                    {t("partly", {
                      fit: reasons.filter((one) => one.fit === "fit").length,
                      of: reasons.length,
                    })}
                  </span>
                ) : null}
              </>
            ),
          },
          {
            key: "why",
            label: t("because"),
            cell: ({ reasons }) => (
              <ul>
                {reasons.map((reason) => (
                  <li key={reason.field}>{reasonOf(reason)}</li>
                ))}
              </ul>
            ),
          },
        ]}
      />
      <p className="mt-2 text-sm text-muted">{t("proposal")}</p>
    </Section>
  );
}
