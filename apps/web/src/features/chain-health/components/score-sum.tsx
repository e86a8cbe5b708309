import { recordWords } from "@lilink/i18n";
import { type Bounds, explainScore, type ScorePart } from "@lilink/model/chain-health";
import { DataTable } from "@lilink/ui";
import { useLocale, useTranslations } from "next-intl";
import type { HealthRow } from "../queries.ts";
import { boundsText, scoreText, shareText } from "../view.ts";

type Row = {
  readonly key: string;
  readonly name: string;
  readonly weight: number | null;
  readonly weakness: Bounds | null;
  readonly times: string;
  readonly plus: string;
  readonly isResult: boolean;
};

/** How the score of a node comes about, part by part, with the weighted mean beside it. [WL2] */
export function ScoreSum({ node }: { readonly node: HealthRow }) {
  const t = useTranslations("health.sum");
  const locale = useLocale();
  const { parts, product, mean } = explainScore(node.factors);
  const nameOf = ({ factor, count }: ScorePart) =>
    factor === null ? t("unknown", { count }) : recordWords("weakLink", locale).choice("factors", factor);
  const fine = (bounds: Bounds) => boundsText(bounds, 3, locale);
  const result = (key: "all" | "score", times: string, plus: string): Row => ({
    key,
    name: t(key),
    weight: key === "all" ? 1 : null,
    weakness: null,
    times,
    plus,
    isResult: true,
  });
  const meanText = scoreText(node.arithmeticLow, node.arithmeticHigh, locale);
  const rows: readonly Row[] = [
    ...parts.map((part) => ({
      key: part.factor ?? "unknown",
      name: nameOf(part),
      weight: part.weight,
      weakness: part.weakness,
      times: fine(part.times),
      plus: fine(part.plus),
      isResult: false,
    })),
    result("all", fine(product), fine(mean)),
    result("score", scoreText(node.geometricLow, node.geometricHigh, locale), meanText),
  ];
  const strong = (row: Row, text: string) => (row.isResult ? <strong>{text}</strong> : text);
  return (
    <details className="mt-4">
      <summary className="w-fit cursor-pointer font-medium hover:text-ink">{t("title")}</summary>
      <p className="prose-measure my-2 text-sm text-muted">{t("lead")}</p>
      <DataTable
        caption={t("title")}
        rows={rows}
        rowKey={({ key }) => key}
        columns={[
          { key: "part", label: t("part"), lead: true, cell: (row) => strong(row, row.name) },
          {
            key: "weight",
            label: t("weight"),
            align: "end",
            cell: ({ weight }) => (weight === null ? null : shareText(weight, locale)),
          },
          {
            key: "weakness",
            label: t("weakness"),
            align: "end",
            cell: ({ weakness }) => weakness && fine(weakness),
          },
          { key: "times", label: t("times"), align: "end", cell: (row) => strong(row, row.times) },
          {
            key: "plus",
            label: t("plus"),
            align: "end",
            cell: ({ plus }) => <span className="text-muted">{plus}</span>,
          },
        ]}
      />
      <p className="prose-measure mt-2 text-sm text-muted">{t("why", { mean: meanText })}</p>
    </details>
  );
}
