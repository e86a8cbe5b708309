import { ancestorsOf } from "../../chain/index.ts";
import goodsJson from "../data/dangerous-goods.json" with { type: "json" };

/** UN number and class of goods whose transport is regulated. All entries are recalled, none is a classification. */
export type DangerousGood = { readonly concept: string; readonly un: string; readonly class: string };

const goods = new Map<string, DangerousGood>(
  goodsJson.goods.flatMap(({ concepts, un, class: division }) =>
    concepts.map((concept): [string, DangerousGood] => [concept, { concept, un, class: division }]),
  ),
);

/**
 * The entry of a concept or of the nearest family above it; null for what is not in the table, which says nothing of its
 * harmlessness. [MT44]
 * @example findDangerousGood("cell-lfp")?.un // "UN 3480"
 */
export function findDangerousGood(concept: string): DangerousGood | null {
  return (
    [concept, ...ancestorsOf(concept)].map((id) => goods.get(id)).find((good) => good !== undefined) ?? null
  );
}
