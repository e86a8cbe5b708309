"use client";

import {
  type BatchRow,
  channels,
  inputKinds,
  type RowSide,
  treatments,
  wasteStreams,
} from "@lilink/model/trace/batch";
import { Button, DataTable, Select, TextInput } from "@lilink/ui";
import { Trash2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { type RowDraft, readDraft } from "../view.ts";

type Given = {
  readonly side: RowSide;
  readonly rows: readonly RowDraft[];
  readonly showFaults: boolean;
  readonly set: (key: string, change: Partial<RowDraft>) => void;
  readonly remove: (key: string) => void;
};

type Typed = "name" | "kg" | "assay" | "handler" | "licence" | "licenceUntil";
const widths: Readonly<Record<Typed, string>> = {
  name: "min-w-36",
  kg: "w-28 text-right",
  assay: "min-w-40",
  handler: "w-40",
  licence: "w-32",
  licenceUntil: "w-36",
};

/** The rows of one side, each cell a field. */
export function RowTable({ side, rows, showFaults, set, remove }: Given) {
  const t = useTranslations("batch");
  const kinds: readonly BatchRow["kind"][] = side === "waste" ? wasteStreams : inputKinds;
  const labelOf = (row: RowDraft, field: string) =>
    `${t(`side.${side}`)}, ${t("form.rowOf", { row: rows.indexOf(row) + 1 })}, ${field}`;
  const typed = (row: RowDraft, field: Typed, placeholder?: string) => (
    <TextInput
      aria-label={labelOf(row, t(`form.${field}`))}
      placeholder={placeholder}
      title={placeholder}
      value={row[field]}
      type={field === "licenceUntil" ? "date" : "text"}
      inputMode={field === "kg" ? "decimal" : undefined}
      className={widths[field]}
      onChange={({ target }) => set(row.key, { [field]: target.value })}
    />
  );
  const text = (field: Typed) => ({
    key: field,
    label: t(`form.${field}`),
    cell: (row: RowDraft) => typed(row, field),
  });
  const choice = (field: "channel" | "treatment", values: readonly { value: string; label: string }[]) => ({
    key: field,
    label: t(`form.${field}`),
    cell: (row: RowDraft) => (
      <span className="flex flex-wrap justify-end gap-2 sm:justify-start">
        <Select
          aria-label={labelOf(row, t(`form.${field}`))}
          value={row[field]}
          className="min-w-32"
          onChange={({ target }) => set(row.key, { [field]: target.value })}
          options={values}
        />
        {field === "treatment" && row.treatment === "handed_over"
          ? (["handler", "licence", "licenceUntil"] as const).map((one) => (
              <span key={one}>{typed(row, one, t(`form.${one}`))}</span>
            ))
          : null}
      </span>
    ),
  });
  return (
    <DataTable
      caption={t(`side.${side}`)}
      rows={rows}
      rowKey={({ key }) => key}
      empty={<p className="text-sm text-muted">{t("form.empty")}</p>}
      columns={[
        ...(side === "product"
          ? []
          : [
              {
                key: "kind",
                label: t("form.kind"),
                cell: (row: RowDraft) => (
                  <Select
                    aria-label={labelOf(row, t("form.kind"))}
                    value={row.kind}
                    className="min-w-36"
                    onChange={({ target }) =>
                      set(row.key, { kind: kinds.find((one) => one === target.value) ?? row.kind })
                    }
                    options={kinds.map((value) => ({ value, label: t(`kind.${value}`) }))}
                  />
                ),
              },
            ]),
        text("name"),
        text("kg"),
        text("assay"),
        ...(side === "input"
          ? [
              choice(
                "channel",
                channels.map((value) => ({ value, label: t(`channel.${value}`) })),
              ),
            ]
          : []),
        ...(side === "waste"
          ? [
              choice(
                "treatment",
                treatments.map((value) => ({ value, label: t(`treatment.${value}`) })),
              ),
            ]
          : []),
        {
          key: "end",
          label: t("form.remove", { row: "" }),
          head: <span className="sr-only">{t("form.remove", { row: "" })}</span>,
          speaks: true,
          cell: (row) => (
            <span className="flex items-center gap-2">
              <Button
                size="icon"
                variant="quiet"
                aria-label={`${t(`side.${side}`)}: ${t("form.remove", { row: rows.indexOf(row) + 1 })}`}
                onClick={() => remove(row.key)}
              >
                <Trash2 aria-hidden className="size-4" />
              </Button>
              {showFaults
                ? readDraft(row).faults.map((fault) => (
                    <span key={fault} className="text-sm text-danger">
                      {t(`form.${fault}`)}
                    </span>
                  ))
                : null}
            </span>
          ),
        },
      ]}
    />
  );
}
