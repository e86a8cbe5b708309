import chainJson from "./data/chain.json" with { type: "json" };
import materialsJson from "./data/materials.json" with { type: "json" };
import recyclingJson from "./data/recycling.json" with { type: "json" };
import resourceJson from "./data/resource.json" with { type: "json" };
import smeltingJson from "./data/smelting.json" with { type: "json" };
import type { Definition } from "./definition.ts";

// JSON imports widen literals to string; the tests of this room check every row against these types.
/** The first version of all 55 definitions; their expressions are proposals of this product. [DF1] */
export const shippedDefinitions = [
  ...resourceJson,
  ...smeltingJson,
  ...materialsJson,
  ...recyclingJson,
  ...chainJson,
] as readonly Definition[];
