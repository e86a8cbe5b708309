import { earthRadius, outlineArea, type ProtectionLevel, type Ring } from "../../register/index.ts";

export type Spot = Ring[number];
/** Where a block lies: its outline, or a place alone. */
export type Ground = { readonly ring: Ring } | { readonly spot: Spot };
/** One closed area that is protected. */
export type Protected = { readonly protection: ProtectionLevel; readonly ring: Ring };
/** An area that a block meets: how much of the block lies in it. A place without an outline has no share. */
export type Met<A extends Protected> = {
  readonly area: A;
  readonly km2: number | null;
  readonly share: number | null;
};

/** Less of a block than this is how two surveys draw one border. A proposal. */
export const smallestShare = 0.0001;

/**
 * The protected areas that a block meets, the largest share first. A border that both have in common is no meeting. [EP2]
 * @returns km2 on a sphere, and the share of the block from 0 to 1
 * @example meetAreas({ spot: [101, 31] }, [{ protection: "strict", ring: [[100, 30], [102, 30], [102, 32], [100, 32]] }]).length // 1
 */
export function meetAreas<A extends Protected>(ground: Ground, areas: readonly A[]): readonly Met<A>[] {
  if ("spot" in ground)
    return areas
      .filter(({ ring }) => holds(ring, ground.spot))
      .map((area) => ({ area, km2: null, share: null }));
  const whole = outlineArea(ground.ring);
  const box = boxOf(ground.ring);
  return areas
    .filter(({ ring }) => doOverlap(box, boxOf(ring)))
    .map((area) => {
      const km2 = commonArea(ground.ring, area.ring);
      return { area, km2, share: Math.min(1, km2 / whole) };
    })
    .filter(({ share }) => share >= smallestShare)
    .sort((one, other) => other.share - one.share);
}

/**
 * What two rings have in common, km2, with sides as straight as `outlineArea` takes them. A ring is the sum of the strips between its sides and
 * one line below both rings, each counted up or down; so what two rings share is the sum of what each two strips share, which is
 * the space under the lower of two straight lines. No corners are joined, so rings that touch need no special case.
 * @example commonArea(ring, ring) // outlineArea(ring)
 */
export function commonArea(one: Ring, other: Ring): number {
  const ground = Math.min(...[...one, ...other].map(([, lat]) => toHeight(lat)));
  const [left, right] = [sidesOf(one, ground), sidesOf(other, ground)];
  const sum = left.reduce(
    (total, side) => total + right.reduce((part, beside) => part + underBoth(side, beside), 0),
    0,
  );
  return Math.abs(sum) * earthRadius * earthRadius;
}

const radians = (degrees: number) => (degrees * Math.PI) / 180;
/** On a map with this height, areas are those of the sphere. */
const toHeight = (lat: number) => Math.sin(radians(lat));

/** A side from west to east over the ground; `sign` says which way the ring walks it. */
type Side = {
  readonly from: number;
  readonly to: number;
  readonly start: number;
  readonly slope: number;
  readonly sign: 1 | -1;
};

function sidesOf(ring: Ring, ground: number): readonly Side[] {
  const turning = Math.sign(
    ring.reduce((sum, [lon, lat], at) => {
      const [nextLon, nextLat] = ring[(at + 1) % ring.length] ?? [lon, lat];
      return sum + (nextLon - lon) * (toHeight(nextLat) + toHeight(lat) - 2 * ground);
    }, 0),
  );
  return ring.flatMap(([lon, lat], at): readonly Side[] => {
    const [nextLon, nextLat] = ring[(at + 1) % ring.length] ?? [lon, lat];
    if (nextLon === lon) return [];
    const isEast = nextLon > lon;
    const [west, east] = isEast
      ? [[lon, lat] as const, [nextLon, nextLat] as const]
      : [[nextLon, nextLat] as const, [lon, lat] as const];
    const [from, to] = [radians(west[0]), radians(east[0])];
    const start = toHeight(west[1]) - ground;
    const slope = (toHeight(east[1]) - ground - start) / (to - from);
    return [{ from, to, start, slope, sign: isEast === turning > 0 ? 1 : -1 }];
  });
}

/** The space under both sides where both are, counted by their signs. */
function underBoth(one: Side, other: Side): number {
  const [from, to] = [Math.max(one.from, other.from), Math.min(one.to, other.to)];
  if (from >= to) return 0;
  const at = (side: Side, x: number) => side.start + side.slope * (x - side.from);
  const lower = (x: number) => Math.min(at(one, x), at(other, x));
  const crossing = from + (at(other, from) - at(one, from)) / (one.slope - other.slope);
  const ends = crossing > from && crossing < to ? [from, crossing, to] : [from, to];
  const space = ends
    .slice(1)
    .reduce(
      (sum, x, piece) => sum + ((lower(ends[piece] ?? x) + lower(x)) / 2) * (x - (ends[piece] ?? x)),
      0,
    );
  return space * one.sign * other.sign;
}

/** Whether a place lies within a ring, by the sides that a ray to the east crosses. */
export function holds(ring: Ring, [lon, lat]: Spot): boolean {
  return ring.reduce((isIn, [oneLon, oneLat], at) => {
    const [otherLon, otherLat] = ring[(at + 1) % ring.length] ?? [oneLon, oneLat];
    const isBeside = oneLat > lat !== otherLat > lat;
    const crossing = isBeside ? oneLon + ((lat - oneLat) / (otherLat - oneLat)) * (otherLon - oneLon) : 0;
    return isBeside && lon < crossing ? !isIn : isIn;
  }, false);
}

type Box = { readonly west: number; readonly east: number; readonly south: number; readonly north: number };
function boxOf(ring: Ring): Box {
  const [lons, lats] = [ring.map(([lon]) => lon), ring.map(([, lat]) => lat)];
  return {
    west: Math.min(...lons),
    east: Math.max(...lons),
    south: Math.min(...lats),
    north: Math.max(...lats),
  };
}
const doOverlap = (one: Box, other: Box) =>
  one.west < other.east && other.west < one.east && one.south < other.north && other.south < one.north;
