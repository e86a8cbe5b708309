import { jobPayloads } from "@lilink/contract";
import { auditCheckpoint, auditHead, auditSigned } from "@lilink/db/schema";
import { and, asc, desc, eq, gt, sql } from "drizzle-orm";
import { defineMutation } from "../../kernel/define.ts";
import { makeCheckpoint, type SignedHead } from "./checkpoint.ts";
import { chainKinds } from "./seal.ts";
import type { Signer } from "./sign.ts";

/** Signs the heads of the chains that have grown since the last checkpoint; nothing where none has ([AU6]). */
export const signHeads = (signer: Signer) =>
  defineMutation({
    name: "audit.sign",
    input: jobPayloads["audit.sign"],
    authorize: { action: "audit.sign" },
    run: async (ctx) => {
      await ctx.db.execute(sql`select pg_advisory_xact_lock(hashtext('audit.sign'))`);
      const grown = await ctx.db
        .select({
          kind: auditHead.kind,
          chain: auditHead.chain,
          number: auditHead.number,
          hash: auditHead.hash,
        })
        .from(auditHead)
        .leftJoin(
          auditSigned,
          and(eq(auditSigned.kind, auditHead.kind), eq(auditSigned.chain, auditHead.chain)),
        )
        .where(gt(auditHead.number, sql`coalesce(${auditSigned.number}, 0)`))
        .orderBy(asc(auditHead.kind), asc(auditHead.chain));
      if (grown.length === 0) return { heads: 0 };
      const [before] = await ctx.db
        .select()
        .from(auditCheckpoint)
        .orderBy(desc(auditCheckpoint.number))
        .limit(1);
      const heads = grown.flatMap(({ kind, chain, number, hash }): SignedHead[] => {
        const known = chainKinds.find((one) => one === kind);
        return known ? [[known, chain, number, hash]] : [];
      });
      await ctx.db
        .insert(auditCheckpoint)
        .values({ ...makeCheckpoint(signer, before ?? null, ctx.now, heads), at: ctx.now });
      await ctx.db
        .insert(auditSigned)
        .values(grown.map(({ kind, chain, number }) => ({ kind, chain, number })))
        .onConflictDoUpdate({
          target: [auditSigned.kind, auditSigned.chain],
          set: { number: sql`excluded.number` },
        });
      return { heads: heads.length };
    },
    // An entry of its own would make the chains grow by being signed.
    audit: () => null,
  });
