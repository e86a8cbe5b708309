import { formatNumber, formatUnit, joinUnit, type Locale } from "@lilink/i18n";
import type { PrintedFact } from "@lilink/model/goals";
import { Badge, DataTable, Section } from "@lilink/ui";
import { useLocale, useTranslations } from "next-intl";
import { inLocale } from "#lib/in-locale.ts";
import { headed } from "../view.ts";

/** What the paper prints, as printed, with the editor's note and what another source says since. [GO13] */
export function PrintedFacts({ facts }: { readonly facts: readonly PrintedFact[] }) {
  const t = useTranslations("goal.printedFact");
  const locale = useLocale();
  if (facts.length === 0) return null;
  return (
    <Section id="printed" title={t("title")} fold={facts.length} shut>
      <p className="prose-measure mb-2 text-muted">{t("lead")}</p>
      <DataTable
        caption={t("title")}
        rows={facts}
        rowKey={({ id }) => id}
        columns={[
          {
            key: "what",
            label: t("what"),
            lead: true,
            cell: ({ words, section, period, confidence }) => (
              <>
                <span className="block">{headed(inLocale(words, locale))}</span>
                <span className="text-sm text-muted">
                  {[/^\d/.test(section) ? t("section", { section }) : t("front"), period]
                    .filter(Boolean)
                    .join(" · ")}
                </span>{" "}
                {confidence === "seed" ? null : <Badge tone="warning">{t(`confidence.${confidence}`)}</Badge>}
              </>
            ),
          },
          {
            key: "printed",
            label: t("printed"),
            align: "end",
            className: "whitespace-nowrap",
            cell: (fact) => <Printed fact={fact} locale={locale === "en" ? "en" : "zh-CN"} />,
          },
          {
            key: "note",
            label: t("note"),
            cell: ({ editorsNote, since }) => (
              <>
                {editorsNote && inLocale(editorsNote, locale) ? (
                  <span className="block text-sm">{headed(inLocale(editorsNote, locale))}</span>
                ) : null}
                {since ? (
                  <span className="block text-sm text-muted">
                    {t("since", {
                      other: inLocale(since.other, locale),
                      source: inLocale(since.source, locale),
                    })}
                  </span>
                ) : null}
              </>
            ),
          },
        ]}
      />
    </Section>
  );
}

const bare: ReadonlySet<string> = new Set([
  "rank",
  "count",
  "year",
  "-",
  "date",
  "years",
  "pages",
  "Mg/Li mass ratio",
]);
const compared: Readonly<Record<string, string>> = { ">": "> ", "<": "< ", ">=": "≥ ", "~": "≈ " };

function Printed({ fact, locale }: { readonly fact: PrintedFact; readonly locale: Locale }) {
  const t = useTranslations("goal.printedFact");
  const { quantity, unit, operator } = fact;
  const isYear = unit === "year" || unit === "years";
  const show = (one: number | string) =>
    typeof one === "number" && !isYear ? formatNumber(one, locale, "exact") : String(one);
  const number = (Array.isArray(quantity) ? quantity : [quantity]).map(show).join("–");
  const text = `${compared[operator] ?? ""}${number}`;
  if (unit === "rank") return t("rank", { rank: number });
  return bare.has(unit) ? text : joinUnit(text, formatUnit(unit, locale), locale);
}
