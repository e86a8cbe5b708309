import { findProvince, provinces } from "./region.ts";

/** ISO 3166-1, two letters: all of them, in one line that a browser may have. The names are of `@lilink/i18n`. */
const codes =
  "AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ " +
  "CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR " +
  "GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP " +
  "KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT " +
  "MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW " +
  "SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG " +
  "UM US UY UZ VA VC VE VG VI VN VU WF WS YE YT ZA ZM ZW";
export const countryCodeList: readonly string[] = codes.split(" ");
const known: ReadonlySet<string> = new Set(countryCodeList);
/** What ISO 3166 codes beside China and GB/T 2260 as a province has one name here: that of the province. */
const provincesByIso: ReadonlySet<string> = new Set(["HK", "MO", "TW"]);

/** The countries that a place may name, China among them. */
export const placeCountries: readonly string[] = countryCodeList.filter((code) => !provincesByIso.has(code));

/**
 * Whether a code names a place of a posting: a province by two digits (GB/T 2260) or a country by two letters (ISO 3166-1). [PO24]
 * @example isPlace("36") && isPlace("ZW") // true
 */
export function isPlace(code: string): boolean {
  if (/^\d{2}$/.test(code)) return findProvince(code) !== null;
  return known.has(code) && !provincesByIso.has(code);
}

const isProvince = (code: string) => /^\d/.test(code);

/**
 * Whether what stands at a place stands within a limit; null where the place is China as a whole and the limit one of its provinces. A limit
 * of China holds for each province. [PO24]
 * @example [isWithin("36", "CN"), isWithin("CN", "36"), isWithin("ZW", "CN")] // [true, null, false]
 */
export function isWithin(place: string, limit: string): boolean | null {
  if (place === limit) return true;
  if (limit === "CN") return isProvince(place);
  return place === "CN" && isProvince(limit) ? null : false;
}

/** The codes under which a posting may stand within a limit: of China each province too. [PO24] */
export function placesWithin(limit: string): readonly string[] {
  return limit === "CN" ? ["CN", ...provinces.map(({ code }) => code)] : [limit];
}
