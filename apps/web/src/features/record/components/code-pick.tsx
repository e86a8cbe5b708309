"use client";

import type { TextField } from "@lilink/model/register";
import { Combobox, type FieldAria } from "@lilink/ui";
import { useLocale, useTranslations } from "next-intl";
import { countryOptions } from "#lib/country-options.ts";
import { useSearch } from "#lib/form/use-search.ts";
import { inLocale } from "#lib/in-locale.ts";
import { useTRPCClient } from "#lib/trpc/client.ts";

export type CodePickProps = FieldAria & {
  readonly label: string;
  /** What the code is of. */
  readonly of: NonNullable<TextField["of"]>;
  readonly value: string;
  readonly onPick: (code: string | null) => void;
};

/** The code of a published series or of one of its regions, found by its name: nobody knows it by heart. */
export function CodePick({ label, of, value, onPick, ...aria }: CodePickProps) {
  const t = useTranslations("register.form");
  const locale = useLocale();
  const client = useTRPCClient();
  const { found, search } = useSearch(async (q) => {
    if (of === "region") return [];
    const { items } = await client.series.list.query({ q, limit: 20 });
    return items.map(({ code, name, source }) => ({
      value: code,
      label: `${inLocale(name, locale)} · ${code}`,
      keywords: [q, source],
    }));
  });
  const regions = [
    { value: "WLD", label: t("world") },
    { value: "OTHER", label: t("otherRegions") },
  ];
  const known = of === "series" ? found : [...regions, ...countryOptions(locale)];
  const options =
    value === "" || known.some((one) => one.value === value) ? known : [{ value, label: value }, ...known];
  return (
    <Combobox
      {...aria}
      aria-label={label}
      className="w-full max-w-md"
      options={options}
      text={{ placeholder: t("choose"), search: label, empty: t("noRecord") }}
      value={value || null}
      {...(of === "series" && { onSearch: (text: string) => void search(text) })}
      onChange={onPick}
    />
  );
}
