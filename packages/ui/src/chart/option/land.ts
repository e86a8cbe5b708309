import { feature } from "topojson-client";
import world from "world-atlas/land-110m.json" with { type: "json" };

type Spot = [number, number];

/** Degrees below which a bend or an island is not seen at the width of a page. */
const finest = { bend: 1.3, island: 4 };

/** The land of the world as one outline. No border is drawn, and Antarctica is left out; unless it is coarse, every bend stays. */
export function readLand(isCoarse = true) {
  const topology = world as unknown as Parameters<typeof feature>[0];
  const land = topology.objects.land;
  if (!land) throw new Error("the atlas has no land");
  const found = feature(topology, land);
  const features = found.type === "FeatureCollection" ? found.features : [found];
  const rings = features
    .flatMap(({ geometry }) => (geometry.type === "MultiPolygon" ? geometry.coordinates : []))
    .map(([outer = []]) => unroll(outer.map(([lon = 0, lat = 0]): Spot => [round(lon), round(lat)])))
    .filter((ring) => spanOf(ring) >= finest.island && Math.max(...ring.map(([, lat]) => lat)) > -60)
    .map((ring) => (isCoarse ? thin(ring) : [...ring]));
  return {
    type: "FeatureCollection" as const,
    features: [
      {
        type: "Feature" as const,
        properties: { name: "land" },
        geometry: { type: "MultiPolygon" as const, coordinates: rings.map((ring) => [ring]) },
      },
    ],
  };
}

const round = (degrees: number) => Math.round(degrees * 10) / 10;

/** A coast that crosses the edge of the map goes on beyond it: the east of Siberia is drawn in the east. */
function unroll(ring: readonly Spot[]): Spot[] {
  const isCut = ring.some(([lon], at) => Math.abs(lon - (ring[at - 1]?.[0] ?? lon)) > 180);
  return ring.map(([lon, lat]) => [isCut && lon < -90 ? lon + 360 : lon, lat]);
}

function spanOf(ring: readonly Spot[]): number {
  const [lons, lats] = [ring.map(([lon]) => lon), ring.map(([, lat]) => lat)];
  return Math.max(...lons) - Math.min(...lons) + Math.max(...lats) - Math.min(...lats);
}

/** Leaves out each point that is too near to the last one that stayed; the ring stays closed. */
function thin(ring: readonly Spot[]): Spot[] {
  const kept: Spot[] = [];
  for (const spot of ring) {
    const last = kept.at(-1);
    if (!last || Math.hypot(spot[0] - last[0], spot[1] - last[1]) >= finest.bend) kept.push(spot);
  }
  const first = kept[0];
  return first ? [...kept, first] : kept;
}
