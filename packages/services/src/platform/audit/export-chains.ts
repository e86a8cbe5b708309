import { auditCheckpointsInput, auditExportInput, auditHeadsInput, auditLinksInput } from "@lilink/contract";
import { auditCheckpoint, auditHead } from "@lilink/db/schema";
import { and, asc, desc, eq, gt } from "drizzle-orm";
import { z } from "zod";
import { ofOneBody } from "../../ground/actor/barred.ts";
import { requireOwn } from "../../ground/actor/own.ts";
import { defineMutation, defineQuery } from "../../kernel/define.ts";
import { readPayload } from "./checkpoint.ts";
import { findOrganization } from "./list-entries.ts";
import { readLinkPage } from "./read-links.ts";

const mostLinks = 1000;
const mostCheckpoints = 200;

/** Begins an export: which chains, and that a checkpoint is to be signed which covers them up to now ([AU9]). */
export const startExport = defineMutation({
  name: "audit.export",
  input: auditExportInput,
  authorize: { action: "audit.export", resource: ofOneBody },
  run: async (ctx, { organization }) => {
    const scope = organization ? await findOrganization(ctx, organization) : null;
    const [own] = await ctx.db
      .select({ number: auditHead.number })
      .from(auditHead)
      .where(and(eq(auditHead.kind, "audit"), eq(auditHead.chain, requireOwn(ctx))));
    await ctx.enqueue("audit.sign", {});
    // The entry of the export itself: a checkpoint that holds it holds whatever was written before it.
    return { at: ctx.now, scope, entry: (own?.number ?? 0) + 1 };
  },
  audit: (_input, { scope }) => ({ subjectKind: "organization", subjectId: scope }),
});

/** Whether a checkpoint holds so many entries of the own organization, so that all before them is signed. */
export const isExportSigned = defineQuery({
  name: "audit.signed",
  input: z.object({ entry: z.number().int().positive() }),
  authorize: { action: "audit.export", resource: ofOneBody },
  run: async (ctx, { entry }) => {
    const own = requireOwn(ctx);
    const newest = await ctx.db.select().from(auditCheckpoint).orderBy(desc(auditCheckpoint.number)).limit(3);
    const heads = newest.flatMap((checkpoint) => readPayload(checkpoint)?.heads ?? []);
    return {
      signed: heads.some(([kind, chain, number]) => kind === "audit" && chain === own && number >= entry),
    };
  },
});

/** How far the chains have come. Read after the checkpoints of an export, so that none of these has signed more. */
export const readExportHeads = defineQuery({
  name: "audit.heads",
  input: auditHeadsInput,
  authorize: { action: "audit.export", resource: ofOneBody },
  run: async (ctx, { scope }) => ({
    heads: await ctx.db
      .select({
        kind: auditHead.kind,
        chain: auditHead.chain,
        number: auditHead.number,
        hash: auditHead.hash,
      })
      .from(auditHead)
      .where(scope === null ? undefined : eq(auditHead.chain, scope))
      .orderBy(asc(auditHead.kind), asc(auditHead.chain)),
  }),
});

/** A page of links with the texts that they seal, in the order of chains and numbers. */
export const readExportLinks = defineQuery({
  name: "audit.links",
  input: auditLinksInput,
  authorize: { action: "audit.export", resource: ofOneBody },
  run: async (ctx, { kind, scope, after }) => ({
    links: await readLinkPage(ctx.db, kind, { chain: scope, after, limit: mostLinks }),
  }),
});

/** A page of checkpoints in their order. */
export const readExportCheckpoints = defineQuery({
  name: "audit.checkpoints",
  input: auditCheckpointsInput,
  authorize: { action: "audit.export", resource: ofOneBody },
  run: async (ctx, { after }) => ({
    checkpoints: await ctx.db
      .select({
        number: auditCheckpoint.number,
        payload: auditCheckpoint.payload,
        signature: auditCheckpoint.signature,
      })
      .from(auditCheckpoint)
      .where(gt(auditCheckpoint.number, after))
      .orderBy(asc(auditCheckpoint.number))
      .limit(mostCheckpoints),
  }),
});
