import { readLand } from "./option/land.ts";

/** The land of the world as one path: a degree is a unit, north is up, and no border is drawn. For servers only. */
export function landPath(): string {
  return readLand()
    .features.flatMap(({ geometry }) => geometry.coordinates)
    .map(
      (polygon) => `M${polygon[0]?.map(([lon, lat]) => `${Math.round(lon)} ${-Math.round(lat)}`).join("L")}Z`,
    )
    .join("");
}
