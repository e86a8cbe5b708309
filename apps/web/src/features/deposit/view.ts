import { formatNumber, type Locale } from "@lilink/i18n";
import type { Bilingual, Figure, Values } from "@lilink/model/register";
import {
  type DepositFacts,
  type DepositType,
  type Range,
  rangeOf,
  techniqueTable,
} from "@lilink/model/supply/technique";
import type { Tone } from "@lilink/ui";
import type { Shape } from "@lilink/ui/chart";
import { ownText } from "#features/record/view.ts";

/** Each type of deposit by a shape and a tone, so that no colour is needed. */
export const looks: Readonly<Record<DepositType, { readonly shape: Shape; readonly tone: Tone }>> = {
  spodumene: { shape: "rect", tone: "materials" },
  lepidolite: { shape: "arrow", tone: "recycling" },
  hard_rock: { shape: "triangle", tone: "smelting" },
  brine: { shape: "circle", tone: "resource" },
  clay: { shape: "diamond", tone: "chain" },
};

/** The scale of a ruler: a logarithm, as ratios and grades run over several powers of ten. */
export type Ruler = {
  readonly field: "magnesium" | "grade";
  readonly unit: string;
  readonly types: readonly DepositType[];
  readonly from: number;
  readonly to: number;
  readonly marks: readonly number[];
};

export const rulers: Readonly<Record<"brine" | "rock", Ruler>> = {
  brine: {
    ...{ field: "magnesium", unit: "1", types: ["brine"] },
    ...{ from: 0.5, to: 3000, marks: [1, 3, 10, 30, 100, 300, 1000, 3000] },
  },
  rock: {
    ...{ field: "grade", unit: "% Li2O", types: ["spodumene", "hard_rock", "lepidolite"] },
    ...{ from: 0.1, to: 4, marks: [0.1, 0.2, 0.5, 1, 2, 4] },
  },
};

/** Where a number stands on a ruler, 0 to 1; what lies beyond an end stands at it. */
export function placeOn({ from, to }: Ruler, value: number): number {
  const at = (Math.log(value) - Math.log(from)) / (Math.log(to) - Math.log(from));
  return Math.min(1, Math.max(0, at));
}

export type RulerBar = {
  readonly concept: string;
  /** The types that it takes, where it does not take all of the ruler's. */
  readonly types: readonly DepositType[];
  /** As it is set, in the unit of the ruler. */
  readonly suits: Range;
  readonly can: Range;
  /** As shares of the ruler's length. */
  readonly fit: readonly [number, number];
  readonly possible: readonly [number, number];
};

/** The techniques of a ruler, each with what suits it and what it can still do. */
export function toBars(ruler: Ruler): readonly RulerBar[] {
  const place = ([low, high]: Range) =>
    [low === null ? 0 : placeOn(ruler, low), high === null ? 1 : placeOn(ruler, high)] as const;
  return techniqueTable.techniques
    .filter(({ types }) => types.some((type) => ruler.types.includes(type)))
    .flatMap(({ concept, types, bounds }): RulerBar[] => {
      const bound = bounds.find(({ field, unit }) => field === ruler.field && unit === ruler.unit);
      if (!bound) return [];
      const { fit, possible } = bound;
      const isForAll = ruler.types.every((type) => types.includes(type));
      return [
        {
          concept,
          types: isForAll ? [] : types.filter((type) => type !== "hard_rock"),
          suits: fit,
          can: possible,
          fit: place(fit),
          possible: place(possible),
        },
      ];
    });
}

export type RulerDot = {
  readonly publicId: string;
  readonly name: string;
  readonly known: Range;
  /** As a share of the ruler's length, in the middle of what is known. */
  readonly at: number;
  readonly isOwn: boolean;
};

type Item = { readonly publicId: string; readonly values: Values };

/** Deposits on a ruler from its low end, the country's own apart. A figure that counts something else has no place. */
export function toDots(ruler: Ruler, items: readonly Item[], locale: Locale): readonly RulerDot[] {
  return items
    .flatMap(({ publicId, values }): RulerDot[] => {
      const figure = values[ruler.field] as Figure | null;
      if (!figure || !ruler.types.includes(values.type as DepositType)) return [];
      const known = rangeOf(figure, ruler.unit);
      const told = known?.filter((side) => side !== null && side > 0) ?? [];
      if (!known || told.length === 0) return [];
      const middle = Math.exp(
        told.reduce((sum: number, side) => sum + Math.log(Number(side)), 0) / told.length,
      );
      const name = ownText(values.name as Bilingual, locale);
      return [{ publicId, name, known, at: placeOn(ruler, middle), isOwn: values.country === "CN" }];
    })
    .toSorted((one, other) => one.at - other.at);
}

/** What the table of techniques asks about, of a record's values. */
export function toFacts(values: Values): DepositFacts {
  const { type, techniques, magnesium, grade, temperature, altitude } = values as Record<string, unknown>;
  return {
    type: type as DepositType,
    techniques: (techniques ?? null) as readonly string[] | null,
    ...({ magnesium, grade, temperature, altitude } as Omit<DepositFacts, "type" | "techniques">),
  };
}

/** A range in digits; from nothing on is the same as without a least. @example showRange([0, 8], "en") // "≤ 8" */
export function showRange([low, high]: Range, locale: Locale): string {
  const text = (value: number) => formatNumber(Number(value.toPrecision(4)), locale);
  if (low === high && low !== null) return text(low);
  if (high === null) return `≥ ${text(low ?? 0)}`;
  return low ? `${text(low)}–${text(high)}` : `≤ ${text(high)}`;
}
