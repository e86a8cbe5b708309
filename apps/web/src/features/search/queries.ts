import { toPublicError } from "@lilink/api";
import { type AddressParams, toPostingFilter } from "@lilink/contract";
import { findOrNull } from "#lib/find-or-null.ts";
import { caller } from "#lib/trpc/server.ts";
import { noteOfQuery } from "./view.ts";

const pageSize = 20;

/** The postings that an address asks for; a cursor that no longer fits starts at the first page. */
export async function readExplore(params: AddressParams) {
  const filter = toPostingFilter(params);
  const note = noteOfQuery(params.q);
  const api = await caller();
  const asked = { ...filter, limit: pageSize };
  const cursor = typeof params.cursor === "string" ? params.cursor : null;
  const bodies = await readBodies(filter.organization);
  const page = cursor ? await findOrNull(api.search.postings({ ...asked, cursor })) : null;
  if (page) return { filter, cursor, page, note, bodies };
  return { filter, cursor: null, page: await api.search.postings(asked), note, bodies };
}

/** The bodies to whose postings a search keeps, by name; one that is not there is left out. */
async function readBodies(publicIds: readonly string[]) {
  const api = await caller();
  const found = await Promise.all(
    publicIds.map((publicId) => findOrNull(api.organization.load({ publicId }))),
  );
  return found.flatMap((body) => body ?? []);
}

/** The searches that the viewer keeps; none where the cookie names a session that has ended. */
export async function readSavedSearches() {
  const api = await caller();
  return api.search.listSaved({}).catch((error: unknown) => {
    if (toPublicError(error).code === "NOT_SIGNED_IN") return [];
    throw error;
  });
}
