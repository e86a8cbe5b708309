import { DataTable } from "@lilink/ui";
import { useLocale, useTranslations } from "next-intl";
import { toReasonParams } from "#features/match/view.ts";
import type { EngineData } from "../queries.ts";
import { type ExampleKey, type ExampleRow, signedWeight, sumOf, toExampleRows } from "../view.ts";

const offers: readonly ExampleKey[] = ["met", "open", "missed"];

/** Three pairs that differ in one figure, item by item as a page of matches shows them, and what they come to. */
export function ExamplePair({ examples, base }: Pick<EngineData, "examples"> & { readonly base: number }) {
  const t = useTranslations("engine.reasons.example");
  const reasonText = useTranslations("match.reason");
  const locale = useLocale();
  const nameOf = ({ key, reason }: ExampleRow) => {
    if (key === "base") return t("unasked");
    if (key === "figure") return t("purity");
    if (key === "other") return t("other");
    return reasonText(reason.code, toReasonParams(reason, examples.met.verdicts, locale));
  };
  // Where a figure of the table is itself a sum, its parts stand with it.
  const noteOf = ({ key, met, open }: ExampleRow) => {
    if (key === "other") return t("otherNote");
    if (key !== "figure" || met === null || open === null) return null;
    return t("purityNote", {
      met: signedWeight(met, locale),
      cost: signedWeight(open - met, locale),
      open: signedWeight(open, locale),
    });
  };
  const less = (weight: number | null) => (weight === null ? null : weight - base);
  const rows = [
    { key: "start", name: t("base"), note: null, met: base, open: base, missed: base },
    // A page of matches adds to the start what is not asked for; here that is a row of its own.
    ...toExampleRows(examples).map(({ met, open, missed, ...row }) => ({
      ...(row.key === "base"
        ? { met: less(met), open: less(open), missed: less(missed) }
        : { met, open, missed }),
      key: row.key,
      name: nameOf({ met, open, missed, ...row }),
      note: noteOf({ met, open, missed, ...row }),
    })),
    {
      key: "sum",
      name: t("sum"),
      note: null,
      met: sumOf(examples.met),
      open: sumOf(examples.open),
      missed: sumOf(examples.missed),
    },
  ];
  return (
    <div className="mt-8">
      <h3 className="mb-1 text-sm font-semibold">{t("title")}</h3>
      <p className="prose-measure mb-2 text-sm text-muted">{t("lead")}</p>
      <DataTable
        caption={t("title")}
        rows={rows}
        rowKey={({ key }) => key}
        columns={[
          {
            key: "reason",
            label: t("reason"),
            lead: true,
            cell: ({ key, name, note }) => (
              <>
                <span className={key === "sum" ? "font-semibold" : undefined}>{name}</span>
                {note === null ? null : (
                  <span className="block max-w-prose text-sm font-normal text-muted">{note}</span>
                )}
              </>
            ),
          },
          ...offers.map((offer) => ({
            key: offer,
            label: t(offer),
            align: "end" as const,
            cell: (row: (typeof rows)[number]) => (
              <span className={row.key === "sum" ? "font-semibold" : undefined}>
                {row[offer] === null ? null : signedWeight(row[offer], locale)}
              </span>
            ),
          })),
        ]}
      />
    </div>
  );
}
