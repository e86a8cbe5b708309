import { countryName } from "@lilink/i18n";
import { countryCodeList } from "@lilink/model/codes";
import type { SelectOption } from "@lilink/ui";

/** Countries and regions by name, China first. Names differ between engines: ask for them on the server. */
export function countryOptions(locale: string, codes: readonly string[] = countryCodeList): SelectOption[] {
  const { compare } = new Intl.Collator(locale);
  return codes
    .map((value) => ({ value, label: countryName(value, locale) }))
    .sort((a, b) => Number(b.value === "CN") - Number(a.value === "CN") || compare(a.label, b.label));
}
