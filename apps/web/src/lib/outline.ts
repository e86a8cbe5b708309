import type { Ring } from "@lilink/model/register";

/** A window on the map: `units` are degrees of latitude, so that a degree of longitude is narrower by the cosine. */
export type Frame = {
  readonly lon: number;
  readonly lat: number;
  /** Degrees of latitude from top to bottom. */
  readonly tall: number;
};
/** The drawing is twice as wide as it is high. */
export const drawn = { width: 480, height: 240 } as const;

/** Under this id a page holds the land of the world for its drawings. */
export const landId = "land-outline";

/** All of the country, where nothing is drawn yet. */
export const wholeCountry: Frame = { lon: 104, lat: 36, tall: 40 };

const squeeze = ({ lat }: Frame) => Math.cos((lat * Math.PI) / 180);
const scale = ({ tall }: Frame) => drawn.height / tall;

export function toXY(frame: Frame, [lon, lat]: Ring[number]): readonly [number, number] {
  const at = scale(frame);
  return [
    drawn.width / 2 + (lon - frame.lon) * squeeze(frame) * at,
    drawn.height / 2 - (lat - frame.lat) * at,
  ];
}

export function toLonLat(frame: Frame, x: number, y: number): Ring[number] {
  const at = scale(frame);
  const lon = frame.lon + (x - drawn.width / 2) / at / squeeze(frame);
  const lat = frame.lat - (y - drawn.height / 2) / at;
  return [Number(lon.toFixed(5)), Number(lat.toFixed(5))];
}

/** Moves a drawing in degrees, whose y falls as the latitude rises, into the window. */
export function transformOf(frame: Frame): string {
  const [x, y] = toXY(frame, [0, 0]);
  return `translate(${x} ${y}) scale(${squeeze(frame) * scale(frame)} ${scale(frame)})`;
}

/** A window around a ring, with room on every side. */
export function frameOf(ring: Ring): Frame {
  if (ring.length === 0) return wholeCountry;
  const [lons, lats] = [ring.map(([lon]) => lon), ring.map(([, lat]) => lat)];
  const [west, east] = [Math.min(...lons), Math.max(...lons)];
  const [south, north] = [Math.min(...lats), Math.max(...lats)];
  const lat = (south + north) / 2;
  const wide = (east - west) * Math.cos((lat * Math.PI) / 180);
  return { lon: (west + east) / 2, lat, tall: Math.max(0.01, (north - south) * 1.6, wide * 0.8) };
}

export type GridLine = { readonly key: string; readonly at: number; readonly text: string };

/** Lines of equal longitude and latitude at round degrees, about four from top to bottom. */
export function gridOf(frame: Frame): {
  readonly lons: readonly GridLine[];
  readonly lats: readonly GridLine[];
} {
  const step = stepOf(frame.tall / 4);
  const half = frame.tall / 2;
  const wide = frame.tall / squeeze(frame);
  const digits = Math.max(0, Math.ceil(-Math.log10(step)));
  const lines = (from: number, to: number, place: (value: number) => number) => {
    const first = Math.ceil(from / step);
    return Array.from({ length: Math.max(0, Math.floor(to / step) - first + 1) }, (_, at): GridLine => {
      const value = (first + at) * step;
      return { key: value.toFixed(digits), at: place(value), text: `${value.toFixed(digits)}°` };
    });
  };
  return {
    lons: lines(frame.lon - wide, frame.lon + wide, (lon) => toXY(frame, [lon, frame.lat])[0]),
    lats: lines(frame.lat - half, frame.lat + half, (lat) => toXY(frame, [frame.lon, lat])[1]),
  };
}

function stepOf(wanted: number): number {
  const power = 10 ** Math.floor(Math.log10(wanted));
  return ([1, 2, 5, 10].find((part) => part * power >= wanted) ?? 10) * power;
}

export const pathOfRing = (frame: Frame, ring: Ring): string =>
  ring.length === 0
    ? ""
    : `M${ring
        .map((corner) =>
          toXY(frame, corner)
            .map((part) => part.toFixed(1))
            .join(" "),
        )
        .join("L")}Z`;
