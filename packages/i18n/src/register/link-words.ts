import type { LinkId } from "@lilink/model/chain";
import type { Pair } from "./define-words.ts";

/** The links of the chain, as fields of registers name them. */
export const linkWords: Readonly<Record<LinkId, Pair>> = {
  resource: ["资源", "Resources"],
  smelting: ["冶炼", "Smelting"],
  materials: ["材料与产品", "Materials and products"],
  recycling: ["回收", "Recycling"],
  chain: ["全链", "Whole chain"],
};
