import { type ChainPath, findChainPaths } from "@lilink/model/allocation";
import { concepts, feeds } from "@lilink/model/chain";
import type { Context } from "../../kernel/context.ts";
import { countPostings } from "../chain/count-postings.ts";

/** A path through the project; `holders` counts the live capabilities that stand on each concept or on a kind of it. */
export type ProjectPath = {
  readonly direction: "upstream" | "downstream";
  readonly concepts: readonly { readonly concept: string; readonly holders: number }[];
  /** The one concept that nobody holds; null where the path stands. */
  readonly gap: string | null;
};

const most = 3;
const projectId = "project";

const inputs = new Set(feeds.map(({ input }) => input));
const outputs = new Set(feeds.map(({ output }) => output));
/** Where the chain begins, in the ground, and where it ends, at the recycler. */
const starts = concepts
  .filter(
    ({ id, link, type }) => link === "resource" && type === "product" && inputs.has(id) && !outputs.has(id),
  )
  .map(({ id }) => id);
const ends = concepts
  .filter(({ id, link, type }) => link === "recycling" && type === "product" && outputs.has(id))
  .map(({ id }) => id);

/** Paths from ore to what the project stands on, and on to the recycler, that stand or that one new member would close. */
export async function findPaths(ctx: Context, own: readonly string[]): Promise<ProjectPath[]> {
  const held = (await countPostings(ctx)).filter(({ capabilities }) => capabilities > 0);
  const countOf = new Map(held.map(({ concept, capabilities }) => [concept, capabilities]));
  const members = held.map(({ concept }) => ({ id: concept, concept }));
  const toPaths = (direction: ProjectPath["direction"], found: readonly ChainPath[]): ProjectPath[] =>
    found.slice(0, most).map((path) => ({
      direction,
      gap: path.gap,
      concepts: path.concepts.map((concept) => ({
        concept,
        holders: (path.members[concept] ?? []).reduce((sum, id) => sum + (countOf.get(id) ?? 0), 0),
      })),
    }));
  return own.flatMap((concept) => {
    const withProject = [...members, { id: projectId, concept }];
    return [
      ...toPaths("upstream", findChainPaths(withProject, starts, [concept])),
      ...toPaths("downstream", findChainPaths(withProject, [concept], ends)),
    ];
  });
}
