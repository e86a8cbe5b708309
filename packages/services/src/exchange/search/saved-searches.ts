import {
  changeSavedSearchSchema,
  type DigestChoice,
  maxSavedSearches,
  readPostingAddress,
  savedSearchRef,
  saveSearchSchema,
  toPostingAddress,
} from "@lilink/contract";
import { savedSearch } from "@lilink/db/schema";
import { LilinkError } from "@lilink/model/error";
import { organizationOf, personOf } from "@lilink/model/policy";
import { and, count, desc, eq } from "drizzle-orm";
import { z } from "zod";
import type { Context } from "../../kernel/context.ts";
import { defineMutation, defineQuery } from "../../kernel/define.ts";
import { takeTurn } from "../../kernel/take-turn.ts";

const page = "/postings";

function requirePerson(ctx: Context): string {
  const id = personOf(ctx.actor);
  if (!id) throw new LilinkError("NOT_SIGNED_IN");
  return id;
}

/** Keeps a search under a name. It stays silent unless its digest is asked for. */
export const saveSearch = defineMutation({
  name: "search.save",
  input: saveSearchSchema,
  authorize: { action: "search.save" },
  run: async (ctx, input) => {
    const personId = requirePerson(ctx);
    await takeTurn(ctx, "searches", personId);
    const [kept] = await ctx.db.select({ n: count() }).from(savedSearch);
    if ((kept?.n ?? 0) >= maxSavedSearches) throw new LilinkError("LIMIT_REACHED", { max: maxSavedSearches });
    const id = ctx.newId();
    const publicId = ctx.newPublicId();
    await ctx.db.insert(savedSearch).values({
      id,
      publicId,
      personId,
      organizationId: organizationOf(ctx.actor),
      name: input.name,
      page,
      query: toPostingAddress(readPostingAddress(input.query)),
      digest: input.digest,
      createdAt: ctx.now,
    });
    return { id, publicId };
  },
  audit: (_input, output) => ({ subjectKind: "search", subjectId: output.id }),
});

export const listSavedSearches = defineQuery({
  name: "search.listSaved",
  input: z.object({}),
  authorize: { action: "search.save" },
  run: async (ctx) => {
    const rows = await ctx.db
      .select({
        publicId: savedSearch.publicId,
        name: savedSearch.name,
        page: savedSearch.page,
        query: savedSearch.query,
        digest: savedSearch.digest,
        lastDigestAt: savedSearch.lastDigestAt,
      })
      .from(savedSearch)
      .where(eq(savedSearch.personId, requirePerson(ctx)))
      .orderBy(desc(savedSearch.createdAt));
    return rows.map((row) => ({ ...row, digest: row.digest as DigestChoice }));
  },
});

/** Renames a saved search or changes how often it reports; what is absent stays. */
export const changeSavedSearch = defineMutation({
  name: "search.change",
  input: changeSavedSearchSchema,
  authorize: { action: "search.save" },
  run: async (ctx, input) => {
    const changes = {
      ...(input.name === undefined ? {} : { name: input.name }),
      // A digest that is switched on reports what comes after, not the past.
      ...(input.digest === undefined ? {} : { digest: input.digest, lastDigestAt: ctx.now }),
    };
    const mine = and(eq(savedSearch.publicId, input.publicId), eq(savedSearch.personId, requirePerson(ctx)));
    const [kept] = await ctx.db.select({ id: savedSearch.id }).from(savedSearch).where(mine);
    if (!kept) throw new LilinkError("NOT_FOUND");
    if (Object.keys(changes).length === 0) return { id: null };
    await ctx.db.update(savedSearch).set(changes).where(mine);
    return kept;
  },
  audit: (_input, output) => (output.id ? { subjectKind: "search", subjectId: output.id } : null),
});

export const removeSavedSearch = defineMutation({
  name: "search.remove",
  input: savedSearchRef,
  authorize: { action: "search.save" },
  run: async (ctx, input) => {
    const [removed] = await ctx.db
      .delete(savedSearch)
      .where(and(eq(savedSearch.publicId, input.publicId), eq(savedSearch.personId, requirePerson(ctx))))
      .returning({ id: savedSearch.id });
    if (!removed) throw new LilinkError("NOT_FOUND");
    return { id: removed.id };
  },
  audit: (_input, output) => ({ subjectKind: "search", subjectId: output.id }),
});
