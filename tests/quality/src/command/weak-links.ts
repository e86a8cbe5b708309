import { readFile } from "node:fs/promises";
import { type Factor, type Shares, scoreOf, weighEffort } from "@lilink/model/chain-health";
import { requireFlag } from "../flag.ts";

type File = {
  readonly weights: readonly number[];
  readonly nodes: readonly { readonly id: string; readonly factors: readonly Factor[] }[];
  readonly gap?: Shares;
  readonly effort?: Shares;
};

/** --file F: factors of nodes with their weights, and effort against gap. */
export async function run(args: readonly string[]): Promise<unknown> {
  const {
    weights,
    nodes,
    gap = {},
    effort = {},
  } = JSON.parse(await readFile(requireFlag(args, "--file"), "utf8")) as File;
  return {
    nodes: nodes.map(({ id, factors }) => ({ id, ...scoreOf(factors, weights) })),
    ...weighEffort(gap, effort),
  };
}
