import { parseBatteryCode } from "@lilink/model/codes";
import type { LicenceKind, World } from "@lilink/model/trace";
import { sql } from "drizzle-orm";
import type { Context } from "../../kernel/context.ts";
import type { Hashed } from "./judge-told.ts";
import { listOf } from "./list-of.ts";

type Asked = {
  readonly codes: readonly string[];
  /** Whoever new events name besides the sides that are known. */
  readonly bodies: readonly string[];
  /** What is to be judged: who tests is asked about only where something was tested. */
  readonly events: readonly Pick<Hashed, "event">[];
  readonly isOfficer?: (body: string) => boolean;
};

/**
 * What the judge asks: the day that a code tells, who was licensed when, and which laboratories were accredited. A correction that was kept
 * was told by whoever may: of those that are new, `isOfficer` decides.
 */
export async function readWorld(
  ctx: Context,
  { codes, bodies, events, isOfficer = () => true }: Asked,
): Promise<World> {
  const { rows } = await ctx.trace.execute<{
    mask: string;
    kind: LicenceKind;
    from_on: string;
    to_on: string | null;
  }>(
    ctx.actor.kind === "job"
      ? sql`select org_id::text as mask, kind, from_on::text, to_on::text from trace.licence`
      : sql`select * from trace.licences_of(${listOf(codes)}::text[], ${listOf(bodies)}::uuid[])`,
  );
  const isTested = events.some(({ event }) => event.verb === "test");
  const accreditedUntil = isTested ? await readAccreditations(ctx) : new Map<string, string>();
  const births = new Map<string, string | null>();
  return {
    birthOf: (code) => {
      const known = births.get(code);
      if (known !== undefined) return known;
      const check = parseBatteryCode(code);
      const birth = check.ok && check.parts.secondUse === null ? check.parts.date : null;
      births.set(code, birth);
      return birth;
    },
    isLicensed: (body, kinds, at) =>
      rows.some(
        ({ mask, kind, from_on, to_on }) =>
          mask === body &&
          kinds.includes(kind) &&
          from_on <= String(at) &&
          (to_on === null || String(at) < to_on),
      ),
    isAccredited: (body, at) => String(at) <= (accreditedUntil.get(body) ?? ""),
    isOfficer,
  };
}

/** The last day of the accreditation of each laboratory that says one in its published record, by the name that the judge knows it by. [TR75] */
async function readAccreditations(ctx: Context): Promise<ReadonlyMap<string, string>> {
  const { rows } = await ctx.db.execute<{ id: string; until: string }>(
    sql`select h.organization_id::text as id, max(v.accredited_until)::text as until
      from laboratory h join laboratory_version v on v.record_id = h.id and v.version = h.live_version and v.level = 'everyone'
      where v.accredited_until is not null group by h.organization_id`,
  );
  const masks = await readMasks(
    ctx,
    rows.map(({ id }) => id),
  );
  return new Map(rows.map(({ id, until }) => [masks.get(id) ?? id, until]));
}

/** Bodies by the names that the judge knows them by, those of the told events and of the licences: where there is none, it is the id. */
export async function readMasks(
  ctx: Context,
  given: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const ids = [...new Set(given)];
  if (ids.length === 0 || ctx.actor.kind === "job") return new Map();
  const { rows } = await ctx.trace.execute<{ id: string; mask: string }>(
    sql`select id::text, trace.mask(id) as mask from unnest(${sql.param(ids)}::uuid[]) id`,
  );
  return new Map(rows.map(({ id, mask }) => [id, mask]));
}
