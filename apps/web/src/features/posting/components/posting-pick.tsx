"use client";

import { Combobox, type ComboboxOption, type FieldAria } from "@lilink/ui";
import { useLocale } from "next-intl";
import { useEffect, useEffectEvent, useRef, useState } from "react";
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
  const [options, setOptions] = useState<readonly ComboboxOption[]>([]);
  const asked = useRef(0);
  const search = async (q: string) => {
    asked.current += 1;
    const turn = asked.current;
    const { items } = await client.search.postings.query({ q, limit: 10 });
    // An answer that was overtaken shows what nobody asks for any more.
    if (turn !== asked.current) return;
    setOptions((before) => [
      ...before.filter((one) => one.value === value && !items.some(({ publicId }) => publicId === value)),
      ...items.map(({ publicId, concept, fields: { title = "" }, keyFigures }) => ({
        value: publicId,
        label: isOtherLanguage(langOf(title), locale)
          ? `${madeTitle(concept, keyFigures, locale)} · ${title}`
          : title,
        keywords: [q],
      })),
    ]);
  };
  const searchAtOnce = useEffectEvent(search);
  useEffect(() => void searchAtOnce(""), []);
  return (
    <Combobox
      {...aria}
      aria-label={label}
      className="w-full"
      options={options}
      text={{ placeholder: label, search: label, empty: label }}
      value={value || null}
      onSearch={(text) => void search(text)}
      onChange={(publicId) => onPick(publicId ?? "")}
    />
  );
}
