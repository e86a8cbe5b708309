/** The corners of one closed area, as they are walked; the last joins the first. Degrees, WGS 84. */
export type Ring = readonly (readonly [lon: number, lat: number])[];

/** Why a text or GeoJSON is no outline. */
export const outlineRules = [
  "notAnOutline",
  "fewCorners",
  "manyCorners",
  "offTheEarth",
  "crossesItself",
] as const;
export type OutlineRule = (typeof outlineRules)[number];
type Read = { readonly ok: true; readonly ring: Ring } | { readonly ok: false; readonly rule: OutlineRule };

/** The most corners of an outline: a block is drawn by hand or surveyed, and no coast. */
export const mostCorners = 200;
/** Corners are kept to about a tenth of a metre. */
const digits = 6;
const fail = (rule: OutlineRule): Read => ({ ok: false, rule });

/**
 * One area out of GeoJSON (a polygon, a feature, a collection of one), WKT, or lines of "lon, lat". Holes and several areas are refused. [MR2]
 * @example readOutline("101.1, 30.2\n101.3, 30.2\n101.2, 30.4").ok // true
 */
export function readOutline(given: unknown): Read {
  const corners = cornersOf(given);
  if (corners === null) return fail("notAnOutline");
  const ring = withoutRepeats(
    corners.map(([lon, lat]) => [Number(lon.toFixed(digits)), Number(lat.toFixed(digits))] as const),
  );
  if (ring.length < 3) return fail("fewCorners");
  if (ring.length > mostCorners) return fail("manyCorners");
  if (ring.some(([lon, lat]) => Math.abs(lon) > 180 || Math.abs(lat) > 90)) return fail("offTheEarth");
  return crosses(ring) || outlineArea(ring) === 0 ? fail("crossesItself") : { ok: true, ring };
}

function cornersOf(given: unknown): readonly (readonly [number, number])[] | null {
  if (typeof given !== "string") return fromGeoJson(given);
  const text = given.trim();
  if (text.startsWith("{")) {
    try {
      return fromGeoJson(JSON.parse(text));
    } catch {
      return null;
    }
  }
  const wkt = /^polygon\s*\(\(([^()]*)\)\)$/i.exec(text);
  const parts = (wkt?.[1] ?? text).split(wkt ? "," : /[\n;]/).filter((part) => part.trim() !== "");
  return toPairs(parts.map((part) => part.trim().split(/[\s,，]+/)));
}

function fromGeoJson(given: unknown): readonly (readonly [number, number])[] | null {
  const { type, geometry, features, coordinates } = (given ?? {}) as Readonly<Record<string, unknown>>;
  if (type === "Feature") return fromGeoJson(geometry);
  if (type === "FeatureCollection")
    return Array.isArray(features) && features.length === 1 ? fromGeoJson(features[0]) : null;
  if (!Array.isArray(coordinates) || coordinates.length !== 1) return null;
  if (type === "MultiPolygon") return fromGeoJson({ type: "Polygon", coordinates: coordinates[0] });
  return type === "Polygon" && Array.isArray(coordinates[0]) ? toPairs(coordinates[0]) : null;
}

function toPairs(corners: readonly unknown[]): readonly (readonly [number, number])[] | null {
  const pairs = corners.map((corner) => (Array.isArray(corner) ? corner.slice(0, 2).map(toNumber) : []));
  return pairs.every((pair) => pair.length === 2 && pair.every(Number.isFinite))
    ? (pairs as unknown as [number, number][])
    : null;
}

const toNumber = (given: unknown) =>
  typeof given === "number" || (typeof given === "string" && given !== "") ? Number(given) : Number.NaN;

const isSame = (one: Ring[number] | undefined, other: Ring[number] | undefined) =>
  one?.[0] === other?.[0] && one?.[1] === other?.[1];

function withoutRepeats(corners: Ring): Ring {
  const ring = corners.filter((corner, at) => at === 0 || !isSame(corner, corners[at - 1]));
  return ring.length > 1 && isSame(ring[0], ring.at(-1)) ? ring.slice(0, -1) : ring;
}

/** Whether two sides that are not neighbours meet. */
function crosses(ring: Ring): boolean {
  const side = (at: number) => [ring[at], ring[(at + 1) % ring.length]] as const;
  for (let one = 0; one < ring.length; one += 1)
    for (let other = one + 2; other < ring.length; other += 1) {
      if (one === 0 && other === ring.length - 1) continue;
      const [[a, b], [c, d]] = [side(one), side(other)];
      if (a && b && c && d && doMeet(a, b, c, d)) return true;
    }
  return false;
}

type Spot = Ring[number];
const turn = ([ax, ay]: Spot, [bx, by]: Spot, [cx, cy]: Spot) =>
  Math.sign((bx - ax) * (cy - ay) - (by - ay) * (cx - ax));
const isOn = (a: Spot, b: Spot, p: Spot) =>
  Math.min(a[0], b[0]) <= p[0] &&
  p[0] <= Math.max(a[0], b[0]) &&
  Math.min(a[1], b[1]) <= p[1] &&
  p[1] <= Math.max(a[1], b[1]);

function doMeet(a: Spot, b: Spot, c: Spot, d: Spot): boolean {
  const [first, second, third, fourth] = [turn(a, b, c), turn(a, b, d), turn(c, d, a), turn(c, d, b)];
  if (first !== second && third !== fourth) return true;
  return (
    (first === 0 && isOn(a, b, c)) ||
    (second === 0 && isOn(a, b, d)) ||
    (third === 0 && isOn(c, d, a)) ||
    (fourth === 0 && isOn(c, d, b))
  );
}

/** The mean radius of the Earth, km (IUGG 1980). */
export const earthRadius = 6371.0088;
const radians = (degrees: number) => (degrees * Math.PI) / 180;

/**
 * The area on a sphere, km2; blocks are small, so the sphere is within half a per cent of the ellipsoid.
 * @example Math.round(outlineArea([[100, 0], [101, 0], [101, 1], [100, 1]])) // 12363
 */
export function outlineArea(ring: Ring): number {
  let sum = 0;
  ring.forEach(([lon, lat], at) => {
    const [nextLon, nextLat] = ring[(at + 1) % ring.length] ?? [lon, lat];
    sum += radians(nextLon - lon) * (2 + Math.sin(radians(lat)) + Math.sin(radians(nextLat)));
  });
  return Math.abs((sum * earthRadius * earthRadius) / 2);
}

/** The text that a record keeps: well-known text of one polygon, closed. */
export function toWkt(ring: Ring): string {
  return `POLYGON ((${[...ring, ...ring.slice(0, 1)].map(([lon, lat]) => `${lon} ${lat}`).join(", ")}))`;
}

/** The same as GeoJSON (RFC 7946: outer rings run against the clock). */
export function toGeoJson(ring: Ring): {
  readonly type: "Polygon";
  readonly coordinates: readonly Ring[];
} {
  const twice = ring.reduce((sum, [lon, lat], at) => {
    const [nextLon, nextLat] = ring[(at + 1) % ring.length] ?? [lon, lat];
    return sum + (nextLon - lon) * (nextLat + lat);
  }, 0);
  const outer = twice > 0 ? ring.toReversed() : ring;
  return { type: "Polygon", coordinates: [[...outer, ...outer.slice(0, 1)]] };
}

/** The ring of a kept text; empty where it is none. */
export function ringOf(wkt: string): Ring {
  const read = readOutline(wkt);
  return read.ok ? read.ring : [];
}
