import {
  changeSavedSearchSchema,
  type DigestChoice,
  goalPage,
  listSavedSchema,
  maxSavedSearches,
  postingPage,
  readPostingAddress,
  savedSearchRef,
  saveSearchSchema,
  toListAddress,
  toPostingAddress,
} from "@lilink/contract";
import { savedSearch } from "@lilink/db/schema";
import { LilinkError, toInputError } from "@lilink/model/error";
import { goals } from "@lilink/model/goals";
import { organizationOf, personOf } from "@lilink/model/policy";
import { findRegisterAt } from "@lilink/model/register";
import { and, count, desc, eq } from "drizzle-orm";
import type { Context } from "../../kernel/context.ts";
import { defineMutation, defineQuery } from "../../kernel/define.ts";
import { takeTurn } from "../../kernel/take-turn.ts";

/** The address of a page without what is no condition, so that equal searches are kept alike. */
function toKeptQuery(page: string, query: string): string {
  if (page === postingPage) return toPostingAddress(readPostingAddress(query));
  if (page === goalPage) {
    const goal = goals.find(({ id }) => id === new URLSearchParams(query).get("goal"));
    if (!goal) throw toInputError([{ field: "query", rule: "notInList" }]);
    return `goal=${goal.id}`;
  }
  const register = findRegisterAt(page.slice(1));
  if (!register) throw toInputError([{ field: "page", rule: "notInList" }]);
  return toListAddress(register, query);
}

/** What is new is told of postings and goals: a register tells its news by its duties and its steps. */
function requireNoDigest(page: string, digest: DigestChoice | undefined): void {
  if (page !== postingPage && page !== goalPage && digest !== undefined && digest !== "none")
    throw toInputError([{ field: "digest", rule: "notInList" }]);
}

function requirePerson(ctx: Context): string {
  const id = personOf(ctx.actor);
  if (!id) throw new LilinkError("NOT_SIGNED_IN");
  return id;
}

/** Keeps a search of postings, or a view of a register, under a name. It stays silent unless its digest is asked for. */
export const saveSearch = defineMutation({
  name: "search.save",
  input: saveSearchSchema,
  authorize: { action: "search.save" },
  run: async (ctx, input) => {
    const personId = requirePerson(ctx);
    requireNoDigest(input.page, input.digest);
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
      page: input.page,
      query: toKeptQuery(input.page, input.query),
      digest: input.digest,
      createdAt: ctx.now,
    });
    return { id, publicId };
  },
  audit: (_input, output) => ({ subjectKind: "search", subjectId: output.id }),
});

/** What a person keeps of a page, the newest first. */
export const listSavedSearches = defineQuery({
  name: "search.listSaved",
  input: listSavedSchema,
  authorize: { action: "search.save" },
  run: async (ctx, { page }) => {
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
      .where(and(eq(savedSearch.personId, requirePerson(ctx)), eq(savedSearch.page, page)))
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
    const [kept] = await ctx.db
      .select({ id: savedSearch.id, page: savedSearch.page })
      .from(savedSearch)
      .where(mine);
    if (!kept) throw new LilinkError("NOT_FOUND");
    requireNoDigest(kept.page, input.digest);
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
