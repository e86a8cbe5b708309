import { keyCreateSchema, keyRefSchema } from "@lilink/contract";
import { apiKey, membership, person } from "@lilink/db/schema";
import { LilinkError, toInputError } from "@lilink/model/error";
import { type ApiScope, isFiler, personOf } from "@lilink/model/policy";
import { and, count, desc, eq, isNull, sql } from "drizzle-orm";
import { z } from "zod";
import { ownOrganization, requireOwn } from "../../ground/actor/own.ts";
import { defineMutation, defineQuery } from "../../kernel/define.ts";
import { takeTurn } from "../../kernel/take-turn.ts";
import { hashToken, mintToken } from "../../kernel/token.ts";

export const mostKeys = 20;
/** What the holder of the seat in the coordination group gives to no program, for none of it is theirs ([RT7]). */
const ofReturns = (scope: ApiScope) => scope.startsWith("returns:");
const manage = { action: "key.manage", resource: ownOrganization } as const;

/** The organization's keys: what is known of each but the key itself. */
export const listKeys = defineQuery({
  name: "key.list",
  input: z.object({}).default({}),
  authorize: manage,
  run: async (ctx) => {
    const rows = await ctx.db
      .select({
        publicId: apiKey.publicId,
        name: apiKey.name,
        prefix: apiKey.prefix,
        scopes: apiKey.scopes,
        createdAt: apiKey.createdAt,
        createdBy: person.name,
        ofSeat: sql<boolean>`coalesce('delegate' = any (${membership.duties}), false)`,
        expiresAt: apiKey.expiresAt,
        usedAt: apiKey.usedAt,
        revokedAt: apiKey.revokedAt,
      })
      .from(apiKey)
      .leftJoin(person, eq(person.id, apiKey.createdBy))
      .leftJoin(
        membership,
        and(eq(membership.personId, apiKey.createdBy), eq(membership.organizationId, apiKey.organizationId)),
      )
      .where(eq(apiKey.organizationId, requireOwn(ctx)))
      .orderBy(sql`${apiKey.revokedAt} is not null`, desc(apiKey.createdAt))
      .limit(200);
    return rows.map(({ ofSeat, ...row }) => ({
      ...row,
      scopes: (row.scopes as ApiScope[]).filter((scope) => !(ofSeat && ofReturns(scope))),
      expired: row.expiresAt !== null && row.expiresAt <= ctx.now,
    }));
  },
});

/** Makes a key. The answer is the only place where it is ever seen; its hash stays. */
export const createKey = defineMutation({
  name: "key.create",
  input: keyCreateSchema,
  authorize: { ...manage, recent: true, proof: true },
  run: async (ctx, input) => {
    const organizationId = requireOwn(ctx);
    if (!isFiler(ctx.actor) && input.scopes.some(ofReturns))
      throw toInputError([{ field: "scopes", rule: "notOfSeat" }]);
    // The end of that day in Shanghai, whose clock never shifts.
    const expiresAt = input.expiresOn ? new Date(Date.parse(`${input.expiresOn}T23:59:59.999+08:00`)) : null;
    if (expiresAt && expiresAt <= ctx.now) throw toInputError([{ field: "expiresOn", rule: "dateInPast" }]);
    await takeTurn(ctx, "keys", organizationId);
    const [existing] = await ctx.db
      .select({ count: count() })
      .from(apiKey)
      .where(and(eq(apiKey.organizationId, organizationId), isNull(apiKey.revokedAt)));
    if ((existing?.count ?? 0) >= mostKeys) throw new LilinkError("LIMIT_REACHED", { max: mostKeys });
    const id = ctx.newId();
    const publicId = ctx.newPublicId();
    const key = mintToken("llk_");
    await ctx.db.insert(apiKey).values({
      id,
      publicId,
      organizationId,
      name: input.name,
      keyHash: hashToken(key),
      prefix: key.slice(0, 8),
      scopes: [...new Set(input.scopes)],
      createdBy: personOf(ctx.actor),
      createdAt: ctx.now,
      expiresAt,
    });
    return { id, publicId, key };
  },
  audit: (input, output) => ({
    subjectKind: "key",
    subjectId: output.id,
    detail: { name: input.name, scopes: input.scopes },
  }),
});

/** From the next request on the key opens nothing. */
export const revokeKey = defineMutation({
  name: "key.revoke",
  input: keyRefSchema,
  authorize: manage,
  run: async (ctx, input) => {
    const [row] = await ctx.db
      .update(apiKey)
      .set({ revokedAt: ctx.now })
      .where(and(eq(apiKey.publicId, input.publicId), isNull(apiKey.revokedAt)))
      .returning({ id: apiKey.id });
    if (!row) throw new LilinkError("NOT_FOUND");
    return row;
  },
  audit: (_input, output) => ({ subjectKind: "key", subjectId: output.id }),
});
