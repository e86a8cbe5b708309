"use client";

import { budgetClasses, ipStatuses } from "@lilink/model/posting";
import { useTranslations } from "next-intl";
import { FileField } from "./file-field.tsx";
import { ChoiceField, LineField, TextField } from "./form-fields.tsx";
import { useFormTools } from "./form-tools.tsx";
import type { Extra } from "./use-places.ts";

/** One of the fields that stand in the form only where they hold something or are asked for. */
export function ExtraField({ extra }: { readonly extra: Extra }) {
  const t = useTranslations("posting");
  const { regions } = useFormTools();
  switch (extra) {
    case "price":
    case "customers":
      return <LineField field={extra} help={extra} level={extra} />;
    case "comparison":
    case "evidence":
      return <TextField field={extra} help={extra} level={extra} />;
    case "internalNote":
      return <TextField field="internalNote" help="internalNote" />;
    case "attachments":
      return <FileField />;
    case "region":
      return <ChoiceField field="region" level="region" options={regions} />;
    case "budget":
      return (
        <ChoiceField
          field="budget"
          level="budget"
          options={budgetClasses.map((value) => ({ value, label: t(`budget.${value}`) }))}
        />
      );
    case "ipStatus":
      return (
        <ChoiceField
          field="ipStatus"
          level="ipStatus"
          options={ipStatuses.map((value) => ({ value, label: t(`ipStatus.${value}`) }))}
        />
      );
    case "trl":
      return (
        <ChoiceField
          field="trl"
          options={Array.from({ length: 9 }, (_, index) => String(index + 1)).map((value) => ({
            value,
            label: t("body.trl", { level: value }),
          }))}
        />
      );
  }
}
