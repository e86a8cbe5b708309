"use client";

import { Field, Select } from "@lilink/ui";
import { useTranslations } from "next-intl";
import { useId } from "react";

/** The zones of the platform; UTC is not among them everywhere. */
const zones = [...new Set([...Intl.supportedValuesOf("timeZone"), "UTC"])];

export type ZoneChoiceProps = { readonly zone: string; readonly setZone: (zone: string) => void };

/** The zone in which hours are marked and shown. */
export function ZoneChoice({ zone, setZone }: ZoneChoiceProps) {
  const t = useTranslations("appointment");
  const id = useId();
  const options = (zones.includes(zone) ? zones : [zone, ...zones]).map((value) => ({
    value,
    label: value.replaceAll("_", " "),
  }));
  return (
    <Field id={id} label={t("zone")}>
      {(aria) => (
        <Select
          {...aria}
          className="max-w-xs"
          value={zone}
          options={options}
          onChange={({ target }) => setZone(target.value)}
        />
      )}
    </Field>
  );
}
