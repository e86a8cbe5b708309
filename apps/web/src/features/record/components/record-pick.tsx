"use client";

import type { Named, RegisterName } from "@lilink/model/register";
import { Combobox, type FieldAria } from "@lilink/ui";
import { useLocale, useTranslations } from "next-intl";
import { useSearch } from "#lib/form/use-search.ts";
import { useTRPCClient } from "#lib/trpc/client.ts";
import { ownText } from "../view.ts";

export type RecordPickProps = FieldAria & {
  readonly label: string;
  /** The register that is chosen from. */
  readonly of: string;
  readonly value: Named | null;
  readonly onPick: (record: Named) => void;
};

/** A record found by a part of its title; before anything is typed, those that changed last. */
export function RecordPick({ label, of, value, onPick, ...aria }: RecordPickProps) {
  const t = useTranslations("register.form");
  const locale = useLocale() === "en" ? "en" : "zh-CN";
  const { lookup } = useTRPCClient()[of as RegisterName];
  const { found, search } = useSearch((text) => lookup.query({ text }));
  const chosen = value && !found.some(({ publicId }) => publicId === value.publicId) ? [value] : [];
  const options = [...chosen, ...found].map((record) => ({
    value: record.publicId,
    label: ownText(record, locale) || record.publicId,
  }));
  return (
    <Combobox
      {...aria}
      aria-label={label}
      className="w-full max-w-md"
      options={options}
      text={{ placeholder: t("choose"), search: t("findRecord"), empty: t("noRecord") }}
      value={value?.publicId ?? null}
      onSearch={(text) => void search(text)}
      onChange={(publicId) => {
        const record = found.find((one) => one.publicId === publicId);
        if (record) onPick({ publicId: record.publicId, zh: record.zh, en: record.en });
      }}
    />
  );
}
