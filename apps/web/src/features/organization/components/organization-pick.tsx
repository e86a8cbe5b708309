"use client";

import { Combobox, type ComboboxOption, type FieldAria } from "@lilink/ui";
import { useLocale } from "next-intl";
import { useState } from "react";
import { useTRPCClient } from "#lib/trpc/client.ts";

export type PickedOrganization = { readonly publicId: string; readonly name: string };
export type OrganizationPickProps = Partial<FieldAria> & {
  readonly label: string;
  readonly value?: PickedOrganization | null;
  readonly onPick: (organization: PickedOrganization) => void;
};

/** A verified organization found by its name, pinyin or English name. */
export function OrganizationPick({ label, value = null, onPick, ...aria }: OrganizationPickProps) {
  const client = useTRPCClient();
  const locale = useLocale();
  const [options, setOptions] = useState<readonly ComboboxOption[]>([]);
  const search = async (q: string) => {
    const { items } = await client.organization.list.query({ q, limit: 10, status: "verified" });
    setOptions(
      items.map((one) => ({
        value: one.publicId,
        label: locale === "en" ? (one.nameEn ?? one.nameZh) : one.nameZh,
        keywords: [q],
      })),
    );
  };
  const shown =
    value && !options.some((option) => option.value === value.publicId)
      ? [...options, { value: value.publicId, label: value.name }]
      : options;
  return (
    <Combobox
      {...aria}
      aria-label={label}
      className="w-full max-w-md"
      options={shown}
      text={{ placeholder: label, search: label, empty: label }}
      value={value?.publicId ?? null}
      onSearch={(text) => void search(text)}
      onChange={(publicId) => {
        const found = options.find((option) => option.value === publicId);
        if (found) onPick({ publicId: found.value, name: found.label });
      }}
    />
  );
}
