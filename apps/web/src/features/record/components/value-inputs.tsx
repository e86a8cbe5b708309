"use client";

import type { RecordWords } from "@lilink/i18n/register";
import type { Bilingual, Figure, Point, Field as RecordField } from "@lilink/model/register";
import { type FieldAria, InputRow, Select, TextArea, TextInput } from "@lilink/ui";
import { useMessages, useTranslations } from "next-intl";

type PartProps<V> = {
  readonly aria: FieldAria;
  readonly value: V | null;
  readonly onChange: (value: V | null) => void;
};

export function BilingualInput({
  aria,
  long,
  value,
  onChange,
}: PartProps<Bilingual> & { readonly long: boolean }) {
  const t = useTranslations("register.form");
  const now = value ?? { zh: null, en: null };
  const Input = long ? TextArea : TextInput;
  const set = (key: "zh" | "en") => (event: { readonly target: { readonly value: string } }) =>
    onChange({ ...now, [key]: event.target.value });
  return (
    <div className="grid gap-2 sm:grid-cols-2">
      <Input {...aria} lang="zh-CN" placeholder={t("zh")} value={now.zh ?? ""} onChange={set("zh")} />
      <Input lang="en" aria-label={t("en")} placeholder={t("en")} value={now.en ?? ""} onChange={set("en")} />
    </div>
  );
}

export function PointInput({ aria, value, onChange }: PartProps<Point>) {
  const t = useTranslations("register.form");
  const given = value as { readonly lon?: number | string; readonly lat?: number | string } | null;
  const set = (part: "lon" | "lat", text: string) => {
    const next = { lon: given?.lon ?? "", lat: given?.lat ?? "", [part]: text };
    onChange(next.lon === "" && next.lat === "" ? null : (next as Point));
  };
  return (
    <InputRow>
      <TextInput
        {...aria}
        inputMode="decimal"
        placeholder={t("lat")}
        value={given?.lat ?? ""}
        onChange={(event) => set("lat", event.target.value)}
      />
      <TextInput
        aria-label={t("lon")}
        inputMode="decimal"
        placeholder={t("lon")}
        value={given?.lon ?? ""}
        onChange={(event) => set("lon", event.target.value)}
      />
    </InputRow>
  );
}

export function FigureInput({
  aria,
  field,
  words,
  value,
  onChange,
}: PartProps<Figure> & {
  readonly field: Extract<RecordField, { kind: "figure" }>;
  readonly words: RecordWords;
}) {
  const t = useTranslations("register.form");
  const units: Readonly<Record<string, string>> = useMessages().unit;
  const now = value ?? { value: null, low: null, high: null, unit: field.units[0], basis: null };
  const set = (part: Partial<Figure>) => {
    const next = { ...now, ...part };
    onChange([next.value, next.low, next.high].every((one) => !one) ? null : next);
  };
  const unit = (code: string) => (code === "1" ? t("ratio") : (units[code] ?? code));
  return (
    <div className="flex flex-wrap items-start gap-2">
      <TextInput
        {...aria}
        inputMode="decimal"
        className="w-32"
        placeholder={t("value")}
        value={now.value ?? ""}
        onChange={(event) => set({ value: event.target.value })}
      />
      <TextInput
        aria-label={t("low")}
        inputMode="decimal"
        className="w-24"
        placeholder={t("low")}
        value={now.low ?? ""}
        onChange={(event) => set({ low: event.target.value })}
      />
      <TextInput
        aria-label={t("high")}
        inputMode="decimal"
        className="w-24"
        placeholder={t("high")}
        value={now.high ?? ""}
        onChange={(event) => set({ high: event.target.value })}
      />
      <Select
        aria-label={t("unit")}
        className="w-32"
        value={now.unit}
        options={field.units.map((one) => ({ value: one, label: unit(one) }))}
        onChange={(event) => set({ unit: event.target.value })}
      />
      {field.basis ? (
        <Select
          aria-label={t("basis")}
          className="w-40"
          value={now.basis ?? ""}
          placeholder={t("basis")}
          options={field.basis.map((one) => ({ value: one, label: words.basis(one) }))}
          onChange={(event) => set({ basis: event.target.value || null })}
        />
      ) : null}
    </div>
  );
}
