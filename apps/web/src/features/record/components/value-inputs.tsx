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
      <span className="flex flex-col gap-0.5">
        <span aria-hidden className="text-sm text-muted">
          {t("zh")}
        </span>
        <Input {...aria} lang="zh-CN" value={now.zh ?? ""} onChange={set("zh")} />
      </span>
      <span className="flex flex-col gap-0.5">
        <span aria-hidden className="text-sm text-muted">
          {t("en")}
        </span>
        <Input lang="en" aria-label={t("en")} value={now.en ?? ""} onChange={set("en")} />
      </span>
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
      {/* A bare number has no unit to choose. */}
      {field.units.some((one) => one !== "1") ? (
        <Select
          aria-label={t("unit")}
          className="w-32"
          value={now.unit}
          options={field.units.map((one) => ({ value: one, label: unit(one) }))}
          onChange={(event) => set({ unit: event.target.value })}
        />
      ) : null}
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
      <details className="basis-full text-sm" open={Boolean(now.low || now.high)}>
        <summary className="cursor-pointer text-muted">{t("range")}</summary>
        <div className="mt-1 flex gap-2">
          {(["low", "high"] as const).map((part) => (
            // biome-ignore lint/a11y/noLabelWithoutControl: the control is within
            <label key={part} className="flex flex-col gap-0.5">
              <span className="text-muted">{t(part)}</span>
              <TextInput
                inputMode="decimal"
                className="w-24"
                value={now[part] ?? ""}
                onChange={(event) => set({ [part]: event.target.value })}
              />
            </label>
          ))}
        </div>
      </details>
    </div>
  );
}
