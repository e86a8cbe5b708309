import { formatNumber } from "@lilink/i18n";
import { Section } from "@lilink/ui";
import { useLocale, useTranslations } from "next-intl";
import { Formula } from "#components/formula.tsx";
import type { ConceptPageData } from "../queries.ts";
import { ratioText } from "../view.ts";
import { NoteText } from "./note-text.tsx";

/** What one tonne of it is worth in LCE, and what making it takes in theory. Nothing where nothing is on record. */
export function ConversionList({ conversions }: { readonly conversions: ConceptPageData["conversions"] }) {
  const t = useTranslations("chain.concept");
  const locale = useLocale();
  const { compound, inputs, concentrates, capacity, energy } = conversions;
  const number = (value: string) => formatNumber(value, locale);
  const lines = [
    ...(compound
      ? [
          {
            key: "lce",
            text: t("lce", { value: number(compound.lceFactor) }),
            basis: t("lceDerivation", {
              mass: number(compound.molarMass),
              share: formatNumber(Math.round(Number(compound.liFraction) * 10_000) / 100, locale),
            }),
          },
        ]
      : []),
    ...concentrates.map(({ material, zh, tonnesPerLce }) => ({
      key: material,
      text: t("concentrate", {
        material: locale === "en" ? material : zh,
        value: number(tonnesPerLce["0.85"] ?? ""),
      }),
      basis: null,
    })),
    ...inputs.map(({ path, pathZh, value, unit, note, noteZh }) => ({
      key: path,
      text: t("input", {
        quantity: ratioText(value, unit, locale),
        path: (locale === "en" ? path : (pathZh ?? path)).replace("->", "→"),
      }),
      basis: note ? (
        <>
          {t("theory")} (<NoteText en={note} zh={noteZh} />)
        </>
      ) : (
        t("theory")
      ),
    })),
    ...(capacity
      ? [{ key: "capacity", text: t("capacity", { value: number(capacity.value) }), basis: null }]
      : []),
    ...energy.map(({ chemistry, cell, lceKgPerKwh, source }) => ({
      key: chemistry,
      text: t("energy", { value: number(lceKgPerKwh), chemistry, cell: t(`cell.${cell}`) }),
      basis: <NoteText en={source} />,
    })),
  ];
  if (lines.length === 0) return null;
  return (
    <Section id="conversions" title={t("conversions")} fold={lines.length} shut>
      <ul className="hairline-list border-y border-line">
        {lines.map(({ key, text, basis }) => (
          <li key={key} className="py-2">
            <Formula text={text} />
            {basis ? <span className="block text-sm text-muted">{basis}</span> : null}
          </li>
        ))}
      </ul>
    </Section>
  );
}
