import { listCorrectionsSchema, type Page } from "@lilink/contract";
import { toShanghaiDate } from "@lilink/model/calendar";
import type { CorrectionReason, CustodyVerb } from "@lilink/model/trace";
import { type SQL, sql } from "drizzle-orm";
import { defineQuery } from "../../kernel/define.ts";
import { readKeyCursor, toPage } from "../../kernel/key-cursor.ts";
import { actInTrace } from "./act-in-trace.ts";
import { bring } from "./bring.ts";

type Told = { readonly verb: CustodyVerb; readonly on: string };

export type Correction = {
  readonly hash: string;
  readonly code: string;
  readonly recordedOn: string;
  readonly reason: CorrectionReason;
  readonly proof: string | null;
  /** Null where the reader may not know it. */
  readonly by: {
    readonly publicId: string;
    readonly nameZh: string;
    readonly nameEn: string | null;
  } | null;
  /** What was said first, which stays; null where the reader stands on no side of it. */
  readonly first: (Told & { readonly by: Correction["by"] }) | null;
  /** What stands in its place. */
  readonly instead: Told | null;
};

type Row = Pick<Correction, "hash" | "code" | "reason" | "proof" | "by" | "first" | "instead"> & {
  readonly recordedAt: string;
};

const columns = {
  ...({ hash: "text", code: "text", reason: "text", proof: "text", recorded: "text" } as const),
  ...({ by_id: "uuid", first_id: "uuid", first: "jsonb", instead: "jsonb" } as const),
};

/**
 * Who corrected which event, and why, the latest first: one's own, for officers all, for a regulator those of the batteries of its
 * province. [TR16] [TR23]
 */
export const listCorrections = defineQuery({
  name: "battery.corrections",
  input: listCorrectionsSchema,
  authorize: { action: "battery.read" },
  run: async (ctx, { cursor, limit }): Promise<Page<Correction>> => {
    await actInTrace(ctx);
    const [moment, hash] = cursor === undefined ? [null, null] : readKeyCursor(cursor);
    const told = await bring(
      ctx,
      "trace",
      sql`select encode(c.storage_hash, 'hex') as hash, c.code, c.facts ->> 'reason' as reason, c.facts ->> 'proof' as proof,
          to_char(c.recorded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as recorded, c.by_id, f.by_id as first_id,
          case when f.code is not null then jsonb_build_object('verb', f.verb, 'on', f.occurred_on) end as first,
          (select jsonb_build_object('verb', i.verb, 'on', i.occurred_on) from trace.custody_event i
            where i.code = c.code and i.by_id = c.by_id and i.recorded_at = c.recorded_at and i.verb <> 'correct' order by i.storage_hash limit 1) as instead
        from trace.custody_event c left join trace.custody_event f on f.code = c.code and f.storage_hash = c.corrects
        where c.corrects is not null and (${moment}::timestamptz is null
          or (c.recorded_at, encode(c.storage_hash, 'hex')) < (${moment}::timestamptz, ${hash}::text))
        order by c.recorded_at desc, encode(c.storage_hash, 'hex') desc limit ${limit + 1}`,
      "r",
      columns,
    );
    const { rows } = await ctx.db.execute<Row>(
      sql`select r.hash, r.code, r.reason, r.proof, r.recorded as "recordedAt", ${named(sql`r.by_id`)} as by,
          r.first || jsonb_build_object('by', ${named(sql`r.first_id`)}) as first, r.instead
        from ${told} order by r.recorded desc, r.hash desc`,
    );
    return toPage(
      rows,
      limit,
      (row) => [row.recordedAt, row.hash],
      ({ recordedAt, ...row }) => ({ ...row, recordedOn: toShanghaiDate(new Date(recordedAt)) }),
    );
  },
});

/** The name of whoever told an event. */
function named(id: SQL): SQL {
  return sql`(select jsonb_build_object('publicId', o.public_id, 'nameZh', o.name_zh, 'nameEn', o.name_en)
    from organization o where o.id = ${id})`;
}
