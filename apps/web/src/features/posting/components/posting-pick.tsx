"use client";

import { Combobox, type ComboboxOption, type FieldAria } from "@lilink/ui";
import { useLocale } from "next-intl";
import { useState } from "react";
import { useSearch } from "#lib/form/use-search.ts";
import { langOf } from "#lib/i18n/lang-of.ts";
import { useTRPCClient } from "#lib/trpc/client.ts";
import { isOtherLanguage, madeTitle } from "../view.ts";

export type PostingPickProps = Partial<FieldAria> & {
  readonly label: string;
  /** The public id of the posting. */
  readonly value: string;
  readonly onPick: (publicId: string) => void;
};

/** A live posting found by its words, as far as the reader may search them; before anything is typed, the newest. */
export function PostingPick({ label, value, onPick, ...aria }: PostingPickProps) {
  const client = useTRPCClient();
  const locale = useLocale();
  const [chosen, setChosen] = useState<ComboboxOption | null>(null);
  const { found, search } = useSearch(async (q) => {
    const { items } = await client.search.postings.query({ q, limit: 10 });
    return items.map(({ publicId, concept, fields: { title = "" }, keyFigures }) => ({
      value: publicId,
      label: isOtherLanguage(langOf(title), locale)
        ? `${madeTitle(concept, keyFigures, locale)} · ${title}`
        : title,
      keywords: [q],
    }));
  });
  const options = chosen && !found.some((one) => one.value === chosen.value) ? [chosen, ...found] : found;
  return (
    <Combobox
      {...aria}
      aria-label={label}
      className="w-full"
      options={options}
      text={{ placeholder: label, search: label, empty: label }}
      value={value || null}
      onSearch={(text) => void search(text)}
      onChange={(publicId) => {
        setChosen(found.find((one) => one.value === publicId) ?? null);
        onPick(publicId ?? "");
      }}
    />
  );
}
