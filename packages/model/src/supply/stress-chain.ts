import { toInputError } from "../error/index.ts";
import {
  type Response,
  runWeeks,
  type Shock,
  type StressResult,
  summed,
  type WeeklySupply,
} from "./stress.ts";

/** One link in an ordinary week, in t LCE. `upstream`: what the link before it gives. */
export type LinkSupply = WeeklySupply & { readonly link: string };

/** Links in the order in which lithium runs through them. A shock or response without `links` meets its sources in every link. */
export type ChainCase = {
  readonly links: readonly LinkSupply[];
  readonly shocks: readonly (Shock & { readonly links?: readonly string[] })[];
  readonly responses: readonly (Response & { readonly links?: readonly string[] })[];
  readonly weeks: number;
};

export type LinkResult = StressResult & { readonly link: string };

/**
 * A shock along the chain: a link that is short gives the next one less, in the share of its demand that it met. Each link draws its own
 * store first. [SU8]
 * @throws LilinkError INVALID_INPUT where a shock or response names a source that no link has
 */
export function runChain({ links, shocks, responses, weeks }: ChainCase): readonly LinkResult[] {
  const known = new Set(links.flatMap(({ sources }) => Object.keys(sources)));
  for (const source of [...shocks.map((one) => one.source), ...responses.flatMap((one) => one.sources)])
    if (!known.has(source)) throw toInputError([{ field: "source", rule: "notInList", params: { source } }]);
  let metBefore: readonly number[] = Array.from({ length: weeks }, () => 1);
  return links.map((given) => {
    const here = <One extends { readonly links?: readonly string[] }>(all: readonly One[]) =>
      all.filter((one) => one.links === undefined || one.links.includes(given.link));
    const rows = runWeeks(given, { shocks: here(shocks), responses: here(responses) }, metBefore);
    metBefore = rows.map(({ unmet }) => (given.demand > 0 ? 1 - unmet / given.demand : 1));
    return { link: given.link, ...summed(rows, given.demand) };
  });
}
