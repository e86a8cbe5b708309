import fc from "fast-check";
import type { Figure, MatchDocument } from "../src/matching/index.ts";
import { comparators, cooperationForms, type PostingKind, postingKinds } from "../src/posting/index.ts";

const concepts = [
  "li2co3-batt",
  "li2co3-tech",
  "lioh-batt",
  "ncm811",
  "nca",
  "ternary-cathode",
  "lfp",
  "bicarbonation",
];
const words = [
  "电池级碳酸锂",
  "氢氧化锂",
  "高镍正极",
  "供应",
  "提纯技术",
  "NCM811",
  "brine",
  "supply",
  "pilot line",
  "磷酸铁锂",
  "不含 LiPF6",
];
const scales = [
  { attribute: "purity", unit: "mass %", min: 90, max: 100 },
  { attribute: "magnetic", unit: "ppb", min: 0, max: 500 },
  { attribute: "d50", unit: "µm", min: 1, max: 20 },
  { attribute: "capacity_ta", unit: "t/a", min: 100, max: 50_000 },
  { attribute: "temp_min", unit: "°C", min: -50, max: 10 },
] as const;

/** A figure of one of five attributes, with a value that its unit can bear. */
export const anyFigure: fc.Arbitrary<Figure> = fc
  .record({
    scale: fc.constantFrom(...scales),
    op: fc.constantFrom(...comparators),
    hard: fc.boolean(),
    a: fc.integer(),
    b: fc.integer(),
  })
  .map(({ scale, op, hard, a, b }) => {
    const steps = (scale.max - scale.min) * 10;
    const place = (seed: number) => scale.min + (Math.abs(seed) % (steps + 1)) / 10;
    const [low, high] = [place(a), place(b)].sort((x, y) => x - y);
    const value = (number = 0) => number.toFixed(1);
    const bounds = op === "range" ? { value: value(low), high: value(high) } : { value: value(low) };
    return { attribute: scale.attribute, unit: scale.unit, op, hard, ...bounds };
  });

/** Documents of the given kinds over a small stock of concepts and words, so that they often meet. */
export function anyDocument(...kinds: readonly PostingKind[]): fc.Arbitrary<MatchDocument> {
  const text = fc
    .array(fc.constantFrom(...words), { minLength: 1, maxLength: 6 })
    .map((parts) => parts.join(" "));
  return fc.record({
    id: fc.uuid(),
    kind: fc.constantFrom(...(kinds.length > 0 ? kinds : postingKinds)),
    concepts: fc.uniqueArray(fc.constantFrom(...concepts), { maxLength: 3 }),
    title: text,
    body: text,
    lang: fc.constantFrom("zh", "en"),
    figures: fc.uniqueArray(anyFigure, { maxLength: 4, selector: ({ attribute }) => attribute }),
    trl: fc.option(fc.integer({ min: 1, max: 9 }), { nil: undefined }),
    cooperation: fc.option(
      fc.uniqueArray(fc.constantFrom(...cooperationForms), { minLength: 1, maxLength: 2 }),
      { nil: undefined },
    ),
    region: fc.option(fc.constantFrom("36", "63"), { nil: undefined }),
  });
}
