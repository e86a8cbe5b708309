import linksJson from "../../chain/data/links.json" with { type: "json" };
import provincesJson from "../../codes/data/provinces.json" with { type: "json" };
import type { Bilingual } from "../../indicator/index.ts";
import dimensionsJson from "./data/dimensions.json" with { type: "json" };
import type { Definition } from "./definition.ts";

/** A code of a dimension; `parts` make it a class of finer codes. */
export type DimensionCode = {
  readonly code: string;
  readonly name: Bilingual;
  readonly parts?: readonly DimensionCode[];
};

/** organization: province, size and link stand on whoever reports. value: a code is given with each figure. */
export type Dimension = {
  readonly id: string;
  readonly name: Bilingual;
  readonly source: "organization" | "value";
  readonly codes: readonly DimensionCode[];
};

/** The code of a total, at the root of every tree. */
export const totalCode = "all";

const named = ({ code, zh, en }: { code: string; zh: string; en: string }) => ({ code, name: { zh, en } });

/** All dimensions by which figures are broken down; provinces by the two digits of GB/T 2260. */
export const figureDimensions: readonly Dimension[] = [
  {
    id: "province",
    name: { zh: "省份", en: "province" },
    source: "organization",
    codes: provincesJson.map(named),
  },
  {
    id: "link",
    name: { zh: "环节", en: "link" },
    source: "organization",
    codes: linksJson.map(({ id, ...words }) => named({ code: id, ...words })),
  },
  ...(dimensionsJson as readonly Dimension[]),
];

const dimensionById = new Map(figureDimensions.map((dimension) => [dimension.id, dimension]));

/** The dimension of an id, or null. @example findFigureDimension("province")?.name.zh // "省份" */
export function findFigureDimension(id: string): Dimension | null {
  return dimensionById.get(id) ?? null;
}

/**
 * A dimension as a definition sees it: each of its terms is a class over its codes, beside the codes that no term takes. [DF6]
 * @example definedCodes(mat01, "cathode")[0] // { code: "high_end", name: …, parts: [{ code: "ncm811", … }, …] }
 */
export function definedCodes(
  definition: Pick<Definition, "terms">,
  dimensionId: string,
): readonly DimensionCode[] {
  const codes = findFigureDimension(dimensionId)?.codes ?? [];
  const terms = definition.terms.filter(({ dimension }) => dimension === dimensionId);
  if (terms.length === 0) return codes;
  const leaves = new Map(listLeaves(codes).map((leaf) => [leaf.code, leaf]));
  const classes = terms.map(({ code, name, codes: taken = [] }) => ({
    code,
    name,
    parts: taken.flatMap((one) => leaves.get(one) ?? []),
  }));
  const taken = new Set(terms.flatMap((term) => term.codes ?? []));
  return [...classes, ...withoutLeaves(codes, taken)];
}

/** The finest codes: those that a figure may be given at. */
export function listLeaves(codes: readonly DimensionCode[]): readonly DimensionCode[] {
  return codes.flatMap((one) => (one.parts ? listLeaves(one.parts) : [one]));
}

/**
 * The tree of a dimension under a definition, as disclosure control takes it: each code with parts, under one total. [DF6]
 * @example dimensionTree(res01, "province") // { all: ["11", "12", …] }
 */
export function dimensionTree(
  definition: Pick<Definition, "terms">,
  dimensionId: string,
): Readonly<Record<string, readonly string[]>> {
  const tree: Record<string, readonly string[]> = {};
  const walk = (code: string, parts: readonly DimensionCode[]) => {
    tree[code] = parts.map((part) => part.code);
    for (const part of parts) if (part.parts) walk(part.code, part.parts);
  };
  walk(totalCode, definedCodes(definition, dimensionId));
  return tree;
}

/** The name of a code in a dimension, classes and terms of the definition included, or null. */
export function findCodeName(
  definition: Pick<Definition, "terms">,
  dimensionId: string,
  code: string,
): Bilingual | null {
  const walk = (codes: readonly DimensionCode[]): Bilingual | null => {
    for (const one of codes) {
      const name = one.code === code ? one.name : walk(one.parts ?? []);
      if (name) return name;
    }
    return null;
  };
  return walk(definedCodes(definition, dimensionId));
}

function withoutLeaves(
  codes: readonly DimensionCode[],
  taken: ReadonlySet<string>,
): readonly DimensionCode[] {
  return codes.flatMap((one) => {
    if (!one.parts) return taken.has(one.code) ? [] : [one];
    const parts = withoutLeaves(one.parts, taken);
    return parts.length > 0 ? [{ ...one, parts }] : [];
  });
}
