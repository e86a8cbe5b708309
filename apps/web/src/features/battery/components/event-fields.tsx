"use client";

import { Field, type FieldAria, Select, TextArea, TextInput } from "@lilink/ui";
import { useLocale, useTranslations } from "next-intl";
import { OrganizationPick } from "#features/organization/components/organization-pick.tsx";
import { organizationName, provinceOptions } from "#features/organization/view.ts";
import type { LifeEvent } from "../queries.ts";
import { fieldsOfVerb, type ReportField, type ReportValues, type ReportVerb } from "../view.ts";

const long: readonly ReportField[] = ["children", "origins"];
const decimal: readonly ReportField[] = ["energyShare", "u"];

/** The words of every field of an event. */
export function useEventLabels() {
  const t = useTranslations("battery.life.report");
  return {
    ...{ verb: t("verb"), at: t("at"), code: t("code"), origins: t("origins"), children: t("children") },
    ...{
      to: t("to"),
      province: t("province"),
      vehicle: t("vehicle"),
      energyShare: t("energyShare"),
      u: t("u"),
    },
    ...{ step: t("step"), reason: t("reason"), batch: t("batch"), proof: t("proof") },
    ...{ authority: t("authority"), filed: t("filed"), lost: t("lost") },
  };
}

/** What an event asks for beside its day. */
export function EventFields({
  verb,
  values,
  failures,
  to = null,
  prefix,
  onChange,
}: {
  readonly verb: ReportVerb;
  readonly values: ReportValues;
  readonly failures: Readonly<Record<string, string>>;
  /** The body that took over, where it is known by name already. */
  readonly to?: LifeEvent["to"];
  readonly prefix: string;
  readonly onChange: (values: ReportValues) => void;
}) {
  const t = useTranslations("battery.life.report");
  const labels = useEventLabels();
  const locale = useLocale();
  const inputOf = (field: ReportField, aria: FieldAria) => {
    const value = values[field] ?? "";
    const set = (text: string) => onChange({ ...values, [field]: text });
    if (field === "to") {
      const picked = to?.publicId === value ? { publicId: value, name: organizationName(to, locale) } : null;
      return (
        <OrganizationPick
          {...aria}
          label={labels.to}
          value={picked}
          onPick={({ publicId }) => set(publicId)}
        />
      );
    }
    if (field === "province" || field === "step") {
      const options =
        field === "province"
          ? provinceOptions(locale)
          : (["1", "2", "3"] as const).map((one) => ({ value: one, label: t(`steps.${one}`) }));
      return (
        <Select
          {...aria}
          value={field === "step" && value === "" ? "1" : value}
          options={options}
          {...(field === "province" && { placeholder: t("noProvince") })}
          onChange={({ target }) => set(target.value)}
        />
      );
    }
    return long.includes(field) ? (
      <TextArea {...aria} rows={4} value={value} onChange={({ target }) => set(target.value)} />
    ) : (
      <TextInput
        {...aria}
        value={value}
        inputMode={decimal.includes(field) ? "decimal" : undefined}
        onChange={({ target }) => set(target.value)}
      />
    );
  };
  return fieldsOfVerb(verb).map((field) => (
    <Field key={field} id={`${prefix}-${field}`} label={labels[field]} error={failures[field]}>
      {(aria) => inputOf(field, aria)}
    </Field>
  ));
}
