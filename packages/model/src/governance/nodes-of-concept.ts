import { findConcept } from "../chain/index.ts";

/** Where in the chain patents stand in the way; the first three are the paper's own barriers. [PT3] */
export const patentNodes = [
  "ncm",
  "nca",
  "lfp",
  "li_rich",
  "silicon_anode",
  "electrolyte",
  "all_solid",
  "recycling",
  "extraction",
] as const;
export type PatentNode = (typeof patentNodes)[number];

/** Parts of an id by which a concept belongs to a node; an NCMA cathode is of both families. */
const byName: readonly (readonly [RegExp, PatentNode])[] = [
  [/^ncma?\d*$/, "ncm"],
  [/^ncm?a$/, "nca"],
  [/^lm?fp$/, "lfp"],
  [/^rich$/, "li_rich"],
  [/^silicon$/, "silicon_anode"],
];
const byStage: Readonly<Record<string, PatentNode>> = {
  "mat.ele": "electrolyte",
  "mat.sse": "all_solid",
  "res.brine": "extraction",
  "sme.ext": "extraction",
};

/**
 * The nodes of the patent register that a concept of the chain touches; none for what it does not know. [PT5]
 * @example patentNodesOf("ncm811") // ["ncm"]
 */
export function patentNodesOf(concept: string): readonly PatentNode[] {
  const found = findConcept(concept);
  if (!found) return [];
  const parts = found.id.split("-");
  const named = byName.flatMap(([form, node]) => (parts.some((part) => form.test(part)) ? [node] : []));
  const staged = byStage[found.stage];
  const recycled = found.link === "recycling" ? (["recycling"] as const) : [];
  return [...new Set([...named, ...(staged ? [staged] : []), ...recycled])];
}
