"use client";

import { placeName } from "@lilink/i18n";
import {
  budgetClasses,
  ipStatuses,
  isForeignSum,
  listWholeBudgets,
  toBudgetClass,
} from "@lilink/model/posting";
import { Button, cn } from "@lilink/ui";
import { useLocale, useTranslations } from "next-intl";
import { useWatch } from "react-hook-form";
import type { DraftValues } from "./draft-values.ts";
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
      return (
        <>
          <ChoiceField field="region" level="region" options={regions} />
          <ReadRegions />
        </>
      );
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

/** A posting has one region: where its text names several, the form says so and takes another at a press. */
function ReadRegions() {
  const t = useTranslations("posting");
  const locale = useLocale();
  const { reading, change } = useFormTools();
  const region = useWatch<DraftValues, "region">({ name: "region" });
  const read = [...new Set((reading.found?.regions ?? []).map(({ value }) => value))];
  if (read.length < 2) return null;
  return (
    <p className="-mt-2 flex flex-wrap items-center gap-2 text-sm text-muted sm:pl-40">
      {t("form.regionsRead")}
      {read.map((code) => (
        <Button
          key={code}
          size="sm"
          aria-pressed={code === region}
          className={cn("rounded-full", code === region && "border-ink font-semibold")}
          onClick={() =>
            change(
              t("form.chosen", { field: t("field.region"), value: placeName(code, locale) }),
              (now) => ({ ...now, region: code }),
              "terms",
            )
          }
        >
          {placeName(code, locale)}
        </Button>
      ))}
    </p>
  );
}

/** A text that tells a sum fills the budget class at a press; a sum of other money stays for its author to judge. */
export function ReadBudget() {
  const t = useTranslations("posting");
  const { kind, change } = useFormTools();
  const [text, budget] = useWatch<DraftValues, ["description", "budget"]>({
    name: ["description", "budget"],
  });
  const sums = listWholeBudgets(text).map((quote) => ({ quote, value: toBudgetClass(quote) }));
  const read = sums.find(({ value }) => value !== null) ?? sums.find(({ quote }) => isForeignSum(quote));
  if (!read || budget !== "" || kind === "capability") return null;
  if (!read.value)
    return <p className="text-sm text-muted sm:pl-40">{t("form.budgetForeign", { quote: read.quote })}</p>;
  const { value } = read;
  return (
    <p className="flex flex-wrap items-center gap-2 text-sm text-muted sm:pl-40">
      {t("form.budgetRead", { quote: read.quote })}
      <Button
        size="sm"
        className="rounded-full"
        onClick={() =>
          change(
            t("form.chosen", { field: t("field.budget"), value: t(`budget.${value}`) }),
            (now) => ({ ...now, budget: value }),
            "terms",
          )
        }
      >
        {t("form.chosen", { field: t("field.budget"), value: t(`budget.${value}`) })}
      </Button>
    </p>
  );
}
