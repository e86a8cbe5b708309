import { toInputError } from "../error/index.ts";

/** A hierarchy as it is written: each code that has parts, with its parts. Codes that are no part are roots. */
export type Dimension = { readonly id: string; readonly tree: Readonly<Record<string, readonly string[]>> };

/** A hierarchy as it is walked: nodes by place, a parent always before its parts. */
export type Axis = {
  readonly id: string;
  readonly codes: readonly string[];
  readonly places: ReadonlyMap<string, number>;
  /** -1 for a root. */
  readonly parents: readonly number[];
  readonly parts: readonly (readonly number[])[];
};

/**
 * Reads a hierarchy. [DC1]
 * @throws InputError (duplicate) for a code that is a part twice or of itself
 * @example toAxis({ id: "province", tree: { all: ["36", "51"] } }).codes // ["all", "36", "51"]
 */
export function toAxis({ id, tree }: Dimension): Axis {
  const inner = new Set(Object.values(tree).flat());
  const roots = Object.keys(tree).filter((code) => !inner.has(code));
  const codes: string[] = [];
  const parents: number[] = [];
  const parts: number[][] = [];
  const places = new Map<string, number>();
  const walk = (code: string, parent: number) => {
    if (places.has(code)) throw faultOf(id, code);
    const place = codes.push(code) - 1;
    places.set(code, place);
    parents.push(parent);
    parts.push([]);
    parts[parent]?.push(place);
    for (const part of tree[code] ?? []) walk(part, place);
  };
  for (const root of roots) walk(root, -1);
  if (codes.length === 0 || codes.length < new Set([...Object.keys(tree), ...inner]).size)
    throw faultOf(id, Object.keys(tree)[0] ?? "");
  return { id, codes, places, parents, parts };
}

/** The node and all above it, nearest first. */
export function lineOf(axis: Axis, node: number): readonly number[] {
  const line = [];
  for (let at = node; at >= 0; at = axis.parents[at] ?? -1) line.push(at);
  return line;
}

function faultOf(id: string, code: string) {
  return toInputError([{ field: `dimensions.${id}.${code}`, rule: "duplicate" }]);
}
