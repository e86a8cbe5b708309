import type { Database } from "@lilink/db";
import { auditCheckpoint, auditHead } from "@lilink/db/schema";
import { asc } from "drizzle-orm";
import { z } from "zod";
import type { Checkpoint } from "./checkpoint.ts";
import { type LinkedEntry, readLinks, readUnlinked } from "./read-links.ts";
import { chainKinds } from "./seal.ts";
import type { AuditSource } from "./verify.ts";

/** The chains of a database. Give one snapshot: what is written meanwhile would look like a head that moved. */
export function openDatabaseSource(db: Database): AuditSource {
  return {
    links: (kind) => readLinks(db, kind),
    unlinked: (kind) => readUnlinked(db, kind),
    heads: async () => toHeads(await db.select().from(auditHead)),
    checkpoints: () =>
      db
        .select({
          number: auditCheckpoint.number,
          payload: auditCheckpoint.payload,
          signature: auditCheckpoint.signature,
        })
        .from(auditCheckpoint)
        .orderBy(asc(auditCheckpoint.number)),
    scope: null,
  };
}

const place = { kind: z.enum(chainKinds), chain: z.uuid(), number: z.number().int(), hash: z.string() };
const linkSchema = z.object({ ...place, entryId: z.string(), prior: z.string() });
const headSchema = z.object(place);
const checkpointSchema = z.object({ number: z.number().int(), payload: z.string(), signature: z.string() });

/** A line of an exported file ([AU9]). */
export const exportLineSchema = z.union([
  z.object({ format: z.literal("lilink-audit-export-1"), at: z.string(), scope: z.uuid().nullable() }),
  z.object({ link: linkSchema, form: z.array(z.string().nullable()).nullable() }),
  z.object({ head: headSchema }),
  z.object({ checkpoint: checkpointSchema }),
]);
export type ExportLine = z.output<typeof exportLineSchema>;

/** The chains of an exported file. Throws where a line is none of its format. */
export function openFileSource(text: string): AuditSource {
  const links: LinkedEntry[] = [];
  const heads: z.output<typeof headSchema>[] = [];
  const checkpoints: Checkpoint[] = [];
  let scope: string | null = null;
  for (const line of text.split("\n").filter(Boolean)) {
    const read = exportLineSchema.parse(JSON.parse(line));
    if ("format" in read) scope = read.scope;
    else if ("link" in read) links.push(read);
    else if ("head" in read) heads.push(read.head);
    else checkpoints.push(read.checkpoint);
  }
  return {
    links: async function* (kind) {
      yield* links.filter(({ link }) => link.kind === kind);
    },
    unlinked: async () => [],
    heads: async () => heads,
    checkpoints: async () => checkpoints,
    scope,
  };
}

/** Checkpoints that were kept elsewhere, one JSON object a line; an exported file will do too. */
export function readKeptCheckpoints(text: string): Checkpoint[] {
  return text
    .split("\n")
    .filter(Boolean)
    .flatMap((line) => {
      const value: unknown = JSON.parse(line);
      const inside = z.object({ checkpoint: checkpointSchema }).safeParse(value);
      const plain = checkpointSchema.safeParse(value);
      return inside.success ? [inside.data.checkpoint] : plain.success ? [plain.data] : [];
    });
}

function toHeads(rows: readonly (typeof auditHead.$inferSelect)[]) {
  return rows.map((row) => headSchema.parse(row));
}
