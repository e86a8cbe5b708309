import type { Tone } from "../tone.ts";
import type { Stroke } from "./stroke.ts";

/** Why a figure has bounds, or none at all, in place of one value. */
export const whys = ["withheld", "residual", "aged", "uncertain", "missing"] as const;
export type Why = (typeof whys)[number];
export type Band = { readonly low: number; readonly high: number; readonly why: Exclude<Why, "missing"> };

/** Told apart by shape where colour is not seen. */
export const shapes = ["circle", "diamond", "triangle", "rect", "pin", "arrow"] as const;
export type Shape = (typeof shapes)[number];

/** A figure as a chart draws it and as its table prints it; null is missing, and never zero. */
export type Datum = { readonly value: number | null; readonly text: string; readonly band?: Band };
export type Named = { readonly key: string; readonly label: string; readonly tone?: Tone };

/** `head` names the columns of the table that stands behind the chart. */
type Base<Kind extends string> = { readonly kind: Kind; readonly head: readonly string[] };
/** Here it names the first column alone: parts, series or columns name the others. */
type Wide<Kind extends string> = Base<Kind> & { readonly head: readonly [string] };

export type Bar = Named & Datum;
export type BarSpec = Base<"bar"> & { readonly bars: readonly Bar[] };

export type StackSpec = Wide<"stack"> & {
  /** `texture`: whether a part is plain or hatched; without it each has one of its own. */
  readonly parts: readonly (Named & { readonly texture?: "plain" | "hatched" })[];
  /** One figure for each part, in their order; `total` stands at the end of the bar. */
  readonly bars: readonly (Named & { readonly data: readonly Datum[]; readonly total?: string })[];
};

export type Point = {
  readonly x: number;
  /** The name of x in the table; as it stands without. */
  readonly at?: string;
  readonly y: number | null;
  readonly text: string;
  readonly band?: Band;
  readonly estimate?: boolean;
};
export type Series = Named & { readonly points: readonly Point[]; readonly stroke?: Stroke };
export type LineSpec = Wide<"line"> & {
  readonly series: readonly Series[];
  /** Texts under the axis at their positions. */
  readonly marks: readonly { readonly x: number; readonly label: string }[];
  readonly formatY: (value: number) => string;
};
export type SparkSpec = Wide<"spark"> & { readonly series: readonly Series[] };

/** 0 to 1 for a shade; null for a cell without a figure. */
type Shade = { readonly level: number | null; readonly text: string; readonly why?: Why };
export type Tile = Named &
  Shade & {
    readonly column: number;
    readonly row: number;
    /** In full; the label and the short text are what a tile has room for. */
    readonly name: string;
    readonly short: string;
  };
export type TileSpec = Base<"tile"> & { readonly tiles: readonly Tile[] };

export type HeatSpec = Wide<"heat"> & {
  readonly columns: readonly Named[];
  /** One cell for each column, in their order. */
  readonly rows: readonly (Named & { readonly cells: readonly Shade[] })[];
};

export type Flow = Datum & { readonly from: string; readonly to: string };
export type SankeySpec = Base<"sankey"> & {
  /** `short` names a node between two others where there is no room for its label; `amount` stands below a name. */
  readonly nodes: readonly (Named & { readonly short?: string; readonly amount?: string })[];
  readonly flows: readonly Flow[];
};

export type Place = Datum &
  Named & {
    readonly type: string;
    readonly lon: number;
    readonly lat: number;
    /** The page of it, which the live map opens. */
    readonly href?: string;
  };
export type MapSpec = Base<"map"> & {
  readonly types: readonly (Named & { readonly shape: Shape })[];
  readonly places: readonly Place[];
};

export type ChartSpec =
  | BarSpec
  | StackSpec
  | LineSpec
  | SparkSpec
  | TileSpec
  | HeatSpec
  | SankeySpec
  | MapSpec;
