import spots from "./data/country-spots.json" with { type: "json" };

/** Longitude and latitude of the middle of a country's largest part, from Natural Earth (public domain, by world-atlas); null where it has none. */
export function spotOfCountry(code: string): readonly [lon: number, lat: number] | null {
  const spot = (spots as Readonly<Partial<Record<string, readonly number[]>>>)[code];
  return spot ? [spot[0] ?? 0, spot[1] ?? 0] : null;
}
