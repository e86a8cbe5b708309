import { orNotFound } from "#lib/trpc/or-not-found.ts";
import { caller } from "#lib/trpc/server.ts";

type Api = Awaited<ReturnType<typeof caller>>;
export type ConceptPageData = Awaited<ReturnType<Api["chain"]["concept"]>>;
export type FoundConcept = Awaited<ReturnType<Api["chain"]["search"]>>["concepts"][number];

/** What the page of the chain needs: the counts of now and, where something is searched for, what was found. */
export async function readChain(q: string) {
  const api = await caller();
  const [{ counts }, found] = await Promise.all([
    api.chain.overview(),
    q === "" ? null : api.chain.search({ q: q.slice(0, 80), limit: 50 }),
  ]);
  return { counts, found: found?.concepts ?? null };
}

/** The concepts that a body offers or needs, as its own people have declared them. */
export async function readOwnConcepts(publicId: string): Promise<readonly string[]> {
  const { profile } = await (await caller()).organization.load({ publicId });
  return [...(profile?.offers ?? []), ...(profile?.needs ?? [])];
}

export async function readConcept(concept: string): Promise<ConceptPageData> {
  const api = await caller();
  return orNotFound(api.chain.concept({ concept }));
}
