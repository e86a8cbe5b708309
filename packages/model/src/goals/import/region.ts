/** The countries that the printed name alone identifies; others keep their name as region. */
const countryCodes: Readonly<Partial<Record<string, string>>> = {
  Argentina: "AR",
  Australia: "AU",
  Bolivia: "BO",
  Brazil: "BR",
  Canada: "CA",
  Chile: "CL",
  China: "CN",
  France: "FR",
  Germany: "DE",
  India: "IN",
  Japan: "JP",
  Mexico: "MX",
  Norway: "NO",
  Portugal: "PT",
  Spain: "ES",
  "United Kingdom": "GB",
  "United States": "US",
  USA: "US",
  World: "WLD",
  Zimbabwe: "ZW",
};

/** The region of a printed name: ISO 3166 where known, WLD for the world, else the name. @example regionOf("Chile") // "CL" */
export function regionOf(printed: string): string {
  return countryCodes[printed] ?? printed;
}
