import { LilinkError } from "@lilink/model/error";
import {
  type BatchProcess,
  type BatchRow,
  type BatchState,
  type CustodyModel,
  type handlingClasses,
  lotsOf,
  type mechanizations,
} from "@lilink/model/trace/batch";
import { sql } from "drizzle-orm";
import type { Context } from "../../kernel/context.ts";
import { actInTrace } from "../battery/act-in-trace.ts";

export type BatchHead = {
  readonly id: string;
  readonly publicId: string;
  readonly orgId: string;
  readonly number: string;
  readonly state: BatchState;
  readonly process: BatchProcess;
  readonly custodyModel: CustodyModel;
  readonly province: string | null;
  readonly openedOn: string;
  readonly closedOn: string | null;
  readonly uIn: number | null;
  readonly uOut: number | null;
  readonly handling: readonly (typeof handlingClasses)[number][];
  readonly mechanization: (typeof mechanizations)[number] | null;
  readonly shortProcess: boolean | null;
  readonly harmlessLiquor: boolean | null;
  readonly reason: string | null;
  readonly version: number;
};

/** The columns of a batch as `BatchHead` names them. */
export const headColumns = sql`b.id, b.public_id as "publicId", b.org_id as "orgId", b.number, b.state, b.process,
  b.custody_model as "custodyModel", b.province, b.opened_on::text as "openedOn", case when b.state <> 'open' then b.closed_on::text end as "closedOn", b.u_in::float8 as "uIn",
  b.u_out::float8 as "uOut", b.handling, b.mechanization, b.short_process as "shortProcess", b.harmless_liquor as "harmlessLiquor", b.reason, b.version`;

/** @throws LilinkError NOT_FOUND where the actor sees no such batch */
export async function readHead(ctx: Context, publicId: string): Promise<BatchHead> {
  const { rows } = await ctx.db.execute<BatchHead>(
    sql`select ${headColumns} from recycling_batch b where b.public_id = ${publicId}`,
  );
  if (!rows[0]) throw new LilinkError("NOT_FOUND");
  return rows[0];
}

export type ReadRows = {
  readonly rows: readonly BatchRow[];
  /** Lots and codes of it that another batch spent first. [TR44] */
  readonly spentElsewhere: readonly string[];
  /** Batteries of it of which no event that the reader may see says that they went into a batch. */
  readonly notTold: readonly string[];
};

/** The rows of some batches, in their order. */
export async function readRows(ctx: Context, ids: readonly string[]): Promise<ReadonlyMap<string, ReadRows>> {
  const { rows } = await ctx.db.execute<{ batch: string; held: boolean } & Record<string, unknown>>(
    sql`select r.batch_id as batch, r.side, r.kind, r.name, r.kg::float8 as kg, r.assay, r.channel, r.treatment, r.handler, r.licence,
        r.licence_until::text as "licenceUntil", exists (select 1 from batch_lot l where l.lot = r.name and l.batch_id = r.batch_id) as held
      from batch_row r where r.batch_id in (select jsonb_array_elements_text(${JSON.stringify(ids)}::jsonb)::uuid) order by r.batch_id, r.at`,
  );
  const found = new Map<string, { rows: BatchRow[]; held: Set<string> }>();
  for (const { batch, held, ...cells } of rows) {
    const one = found.get(batch) ?? { rows: [], held: new Set() };
    const given = Object.fromEntries(Object.entries(cells).filter(([, value]) => value !== null));
    const row = given as unknown as BatchRow;
    one.rows.push(row);
    if (held) one.held.add(row.name);
    found.set(batch, one);
  }
  const told = await readTold(
    ctx,
    rows.flatMap(({ kind, name }) => (kind === "code" ? [String(name)] : [])),
  );
  return new Map(
    ids.map((id) => {
      const { rows: read, held } = found.get(id) ?? { rows: [], held: new Set<string>() };
      const spentElsewhere = lotsOf(read).filter((lot) => !held.has(lot));
      const codes = read.flatMap(({ kind, name }) => (kind === "code" ? [name] : []));
      return [id, { rows: read, spentElsewhere, notTold: codes.filter((code) => !told.has(code)) }];
    }),
  );
}

/** Nothing was said of a batch without rows. */
export const noRows: ReadRows = { rows: [], spentElsewhere: [], notTold: [] };

async function readTold(ctx: Context, codes: readonly string[]): Promise<ReadonlySet<string>> {
  if (codes.length === 0) return new Set();
  await actInTrace(ctx);
  const { rows } = await ctx.trace.execute<{ code: string }>(
    sql`select code from trace.battery_state where state in ('in_batch', 'recovered')
      and code in (select jsonb_array_elements_text(${JSON.stringify(codes)}::jsonb))`,
  );
  return new Set(rows.map(({ code }) => code));
}
