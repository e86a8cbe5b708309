import capitals from "./data/capitals.json" with { type: "json" };

const places = capitals as unknown as Readonly<Record<string, readonly [lat: number, lon: number]>>;
const radius = 6371;
/** Roads are longer than the great circle: a common factor, a proposal. */
const detour = 1.3;

/**
 * Kilometres by road between the capitals of two provinces, roughly: the places are rounded to a tenth of a degree. Nought within one
 * province; null for a code that is none. [TR82]
 */
export function provinceDistance(from: string, to: string): number | null {
  const [a, b] = [places[from], places[to]];
  if (!a || !b) return null;
  const [latA, lonA, latB, lonB] = [...a, ...b].map((degrees) => (degrees * Math.PI) / 180) as Four;
  const h =
    Math.sin((latB - latA) / 2) ** 2 + Math.cos(latA) * Math.cos(latB) * Math.sin((lonB - lonA) / 2) ** 2;
  return Math.round(detour * 2 * radius * Math.asin(Math.min(1, Math.sqrt(h))));
}

type Four = [number, number, number, number];

/** Where the capitals of some provinces lie, each province once and those that are none left out; degrees, rounded to a tenth. */
export function capitalsOf(
  provinces: readonly string[],
): readonly { readonly code: string; readonly lon: number; readonly lat: number }[] {
  return [...new Set(provinces)].flatMap((code) => {
    const place = places[code];
    return place ? [{ code, lat: place[0], lon: place[1] }] : [];
  });
}
