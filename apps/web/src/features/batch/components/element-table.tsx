import { formatNumber } from "@lilink/i18n";
import type { JudgedBatch } from "@lilink/model/trace/batch";
import { DataTable, ProgressBar } from "@lilink/ui";
import { useLocale, useTranslations } from "next-intl";
import { percent } from "../view.ts";

type Line = {
  readonly element: string;
  readonly inKg: number;
  readonly productKg: number;
  readonly wasteKg: number;
  readonly openKg: number;
  readonly closure: number;
  readonly tolerance: number;
};

/** Each element in and out, and how much of its tolerance what is unexplained takes up. */
export function ElementTable({ judged }: { readonly judged: JudgedBatch }) {
  const t = useTranslations("batch.page");
  const names = useTranslations("batch.element");
  const locale = useLocale();
  const { inKg, productKg, wasteKg, closure } = judged.mass;
  const rows: readonly Line[] = [
    ...judged.elements,
    ...(closure === null
      ? []
      : [
          {
            element: "mass",
            inKg,
            productKg,
            wasteKg,
            closure,
            openKg: inKg - productKg - wasteKg,
            tolerance: 0.02,
          },
        ]),
  ];
  const kg = (value: number) => formatNumber(Number(value.toFixed(1)), locale);
  const used = ({ closure: of, tolerance }: Line) => Math.abs(of - 1) / tolerance;
  return (
    <>
      <DataTable
        caption={t("elements")}
        rows={rows}
        rowKey={({ element }) => element}
        columns={[
          {
            key: "element",
            label: t("element"),
            lead: true,
            className: "whitespace-nowrap",
            cell: ({ element }) =>
              element === "mass" ? names("mass") : `${element} ${names(element as "Li")}`,
          },
          { key: "in", label: t("in"), align: "end", cell: (row) => kg(row.inKg) },
          { key: "product", label: t("product"), align: "end", cell: (row) => kg(row.productKg) },
          { key: "waste", label: t("waste"), align: "end", cell: (row) => kg(row.wasteKg) },
          { key: "open", label: t("open"), align: "end", cell: (row) => kg(row.openKg) },
          {
            key: "closure",
            label: t("closureShort"),
            align: "end",
            className: "font-semibold",
            cell: (row) => percent(row.closure),
          },
          {
            key: "tolerance",
            label: t("ofTolerance"),
            className: "min-w-28",
            cell: (row) => (
              <ProgressBar
                label={t("ofTolerance")}
                value={used(row)}
                valueText={percent(used(row), 0)}
                tone={used(row) > 1 ? "danger" : used(row) > 0.75 ? "warning" : "success"}
              />
            ),
          },
        ]}
      />
      <p className="mt-2 text-sm text-muted">{t("elementsNote")}</p>
    </>
  );
}
