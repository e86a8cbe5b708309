import type { LinkId } from "@lilink/model/chain";
import type { Pair } from "./define-words.ts";

/** The links of the chain, by their short names of the glossary; `common.link` has the same. */
export const linkWords: Readonly<Record<LinkId, Pair>> = {
  resource: ["资源端", "Mineral resources"],
  smelting: ["冶炼端", "Smelting"],
  materials: ["材料端", "Materials"],
  recycling: ["回收端", "Recycling"],
  chain: ["全链服务", "Chain services"],
};
