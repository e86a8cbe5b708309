"use client";

import { joinUnit } from "@lilink/i18n";
import { Field } from "@lilink/ui";
import { useLocale } from "next-intl";
import { useId } from "react";

type Given = {
  readonly label: string;
  readonly help?: string;
  readonly value: number;
  readonly min: number;
  readonly max: number;
  readonly step?: number;
  readonly unit?: string;
  readonly onChange: (value: number) => void;
};

/** A number by hand, with what it is now beside it. */
export function Slider({ label, help, value, min, max, step = 1, unit, onChange }: Given) {
  const id = useId();
  const locale = useLocale();
  return (
    <Field id={id} label={label} {...(help !== undefined && { help })}>
      {(aria) => (
        <span className="flex items-center gap-3">
          <input
            {...aria}
            type="range"
            min={min}
            max={max}
            step={step}
            value={value}
            onChange={({ target }) => onChange(Number(target.value))}
            className="min-w-0 grow accent-[var(--color-ink)]"
          />
          <output htmlFor={id} className="w-14 text-right tabular-nums">
            {unit ? joinUnit(String(value), unit, locale) : value}
          </output>
        </span>
      )}
    </Field>
  );
}
