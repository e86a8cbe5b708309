import { countryName } from "@lilink/i18n";
import { linkIds } from "@lilink/model/chain";
import type { Bilingual } from "@lilink/model/register";
import type { Tone } from "@lilink/ui";
import { provinceName } from "#features/organization/view.ts";

type Side = {
  readonly kind: string;
  readonly code: string | null;
  readonly nameZh: string;
  readonly nameEn: string | null;
  readonly country: string;
  readonly province: string | null;
  readonly website: string | null;
  readonly links: readonly string[];
};
export type ComparedField = keyof Side;

export type BodyWords = {
  readonly kind: (kind: string) => string;
  readonly link: (link: string) => string;
};

/** What one record says of a field, in words; empty where it says nothing. */
export function sideText(side: Side, field: ComparedField, locale: string, words: BodyWords): string {
  if (field === "links")
    return side.links
      .filter((link) => linkIds.some((one) => one === link))
      .map(words.link)
      .join(locale === "en" ? ", " : "、");
  if (field === "kind") return words.kind(side.kind);
  if (field === "country") return countryName(side.country, locale);
  if (field === "province") return provinceName(side.province, locale) ?? "";
  return side[field] ?? "";
}

/** What a likeness is told by: names across languages count only where no two names of one language do. [BD1] */
export function toSigns<S extends string>(signs: readonly S[]): readonly S[] {
  const hasPair = signs.some((sign) => sign === "nameZh" || sign === "nameEn");
  return hasPair ? signs.filter((sign) => sign !== "nameAcross") : signs;
}

/** A fact of the directory in words. */
export function factText(
  fact: string,
  value: string | null,
  locale: string,
  says?: Bilingual | null,
): string {
  if (value === null) return "";
  // What the paper says is kept in Chinese; the product ships its translation.
  if (fact === "paper" && says?.zh === value) return (locale === "en" && says.en) || value;
  if (fact === "country") return countryName(value, locale);
  if (fact === "province") return provinceName(value, locale) ?? value;
  return value;
}

export const contestTone = {
  open: "warning",
  upheld: "success",
  refused: "neutral",
  withdrawn: "neutral",
} as const satisfies Record<string, Tone>;
