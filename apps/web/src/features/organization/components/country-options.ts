import { isLocale, loadMessages } from "@lilink/i18n";
import type { SelectOption } from "@lilink/ui";

/** ISO 3166-1, two letters. */
const codes =
  "AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ " +
  "CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR " +
  "GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP " +
  "KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT " +
  "MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW " +
  "SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG " +
  "UM US UY UZ VA VC VE VG VI VN VU WF WS YE YT ZA ZM ZW";

/** Official names of the mainland (GB/T 2659.1) go before those of the locale data: `organization.country` holds what differs. */
function nameIn(locale: string): (code: string) => string {
  const names = new Intl.DisplayNames(locale, { type: "region" });
  const { organization } = loadMessages(isLocale(locale) ? locale : "en", ["organization"]);
  const official: Readonly<Record<string, string>> = organization.country;
  return (code) => official[code] ?? names.of(code) ?? code;
}

/** The name of a country or region in a language; a code that has none is its own name. */
export function countryName(code: string, locale: string): string {
  return nameIn(locale)(code);
}

/** Countries and regions by name, China first. Names differ between engines: ask for them on the server. */
export function countryOptions(locale: string): SelectOption[] {
  const nameOf = nameIn(locale);
  const { compare } = new Intl.Collator(locale);
  return codes
    .split(" ")
    .map((value) => ({ value, label: nameOf(value) }))
    .sort((a, b) => Number(b.value === "CN") - Number(a.value === "CN") || compare(a.label, b.label));
}
