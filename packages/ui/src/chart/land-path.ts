import { readLand } from "./option/land.ts";

/**
 * The land of the world as one path: a degree is a unit, north is up, and no border is drawn. For servers only.
 * @param digits of a degree; with one, no bend is left out, for pictures of one country
 */
export function landPath(digits = 0): string {
  const text = (degrees: number) => String(Number(degrees.toFixed(digits)));
  return readLand(digits === 0)
    .features.flatMap(({ geometry }) => geometry.coordinates)
    .map((polygon) => `M${polygon[0]?.map(([lon, lat]) => `${text(lon)} ${text(-lat)}`).join("L")}Z`)
    .join("");
}
