import { findConcept } from "@lilink/model/chain";
import { findProvince, provinces } from "@lilink/model/codes";
import type { OrganizationStatus } from "@lilink/model/organization";
import type { ComboboxOption, SelectOption, Tone } from "@lilink/ui";

type Named = { readonly nameZh: string; readonly nameEn: string | null };

/** The name in the language of the page; the Chinese one where there is no other. */
export function organizationName(one: Named, locale: string): string {
  return locale === "en" ? (one.nameEn ?? one.nameZh) : one.nameZh;
}

type Counted = readonly { readonly value: string; readonly count: number }[];

/** How many bodies a directory holds with these filters: those of the chosen kind, or of all kinds. */
export function countListed(
  { kind }: { readonly kind?: string | undefined },
  facets: { readonly kind: Counted },
): number {
  return facets.kind
    .filter(({ value }) => kind === undefined || value === kind)
    .reduce((sum, { count }) => sum + count, 0);
}

type Placed = { readonly fields: { readonly region?: string | undefined } };

/** By province, how often it is named: once as the seat, and once by each posting that says where it is; a country is on another map. */
export function countRegions(
  { country, province }: { readonly country: string; readonly province: string | null },
  postings: readonly Placed[],
): Readonly<Record<string, number>> {
  const codes = [country === "CN" ? province : null, ...postings.map(({ fields }) => fields.region)];
  const counts: Record<string, number> = {};
  for (const code of codes) if (code && findProvince(code)) counts[code] = (counts[code] ?? 0) + 1;
  return counts;
}

/** The name in the other language, where it says something more. */
export function otherName(one: Named, locale: string): string | null {
  const other = locale === "en" ? one.nameZh : one.nameEn;
  return other && other !== organizationName(one, locale) ? other : null;
}

export function provinceName(code: string | null, locale: string): string | null {
  const province = code ? findProvince(code) : null;
  return province ? (locale === "en" ? province.en : province.zh) : null;
}

export function provinceOptions(locale: string): SelectOption[] {
  return provinces.map((province) => ({
    value: province.code,
    label: locale === "en" ? province.en : province.zh,
  }));
}

export function conceptName(id: string, locale: string): string {
  const concept = findConcept(id);
  if (!concept) return id;
  return locale === "en" ? concept.en : concept.zh;
}

/** Concepts as choices that are found by either name. */
export function conceptOptions(
  concepts: readonly { readonly id: string; readonly zh: string; readonly en: string }[],
  locale: string,
): ComboboxOption[] {
  return concepts.map(({ id, zh, en }) => ({
    value: id,
    label: locale === "en" ? en : zh,
    keywords: [zh, en],
  }));
}

const statusTones = {
  verified: "success",
  unclaimed: "neutral",
  pending: "warning",
  suspended: "danger",
  withdrawn: "danger",
} as const satisfies Record<OrganizationStatus, Tone>;

export function statusTone(status: OrganizationStatus): Tone {
  return statusTones[status];
}
