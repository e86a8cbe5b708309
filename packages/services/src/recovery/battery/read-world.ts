import { hash } from "node:crypto";
import type { Moment } from "@lilink/engine/fold";
import { parseBatteryCode } from "@lilink/model/codes";
import type { LicenceKind, Life, World } from "@lilink/model/trace";
import { sql } from "drizzle-orm";
import type { Context } from "../../kernel/context.ts";
import type { Hashed } from "./judge-told.ts";
import { listOf } from "./list-of.ts";

/** A world that can tell whether what it says of past days is what it said before. */
export type DatedWorld = World & {
  /** A mark of everything by which events of a life up to a day are judged; "" before the first. */
  readonly asOf: (life: Life, latest: Moment | null) => string;
};

type Asked = {
  readonly codes: readonly string[];
  /** Whoever new events name besides the sides that are known. */
  readonly bodies: readonly string[];
  /** What is to be judged, where that is known: who tests is asked about only where something was tested. */
  readonly events?: readonly Pick<Hashed, "event">[];
  readonly isOfficer?: (body: string) => boolean;
};

/**
 * What the judge asks: the day that a code tells, who was licensed when, and which laboratories were accredited. A correction that was kept
 * was told by whoever may: of those that are new, `isOfficer` decides.
 */
export async function readWorld(
  ctx: Context,
  { codes, bodies, events, isOfficer = () => true }: Asked,
): Promise<DatedWorld> {
  const { rows } = await ctx.trace.execute<Licence>(
    ctx.actor.kind === "job"
      ? sql`select org_id::text as mask, kind, from_on::text, to_on::text from trace.licence`
      : sql`select * from trace.licences_of(${listOf(codes)}::text[], ${listOf(bodies)}::uuid[])`,
  );
  const isTested = events?.some(({ event }) => event.verb === "test") ?? true;
  const accreditedUntil = isTested ? await readAccreditations(ctx) : new Map<string, string>();
  const births = new Map<string, string | null>();
  const licences = new Map<string, Licence[]>();
  for (const row of rows) {
    const known = licences.get(row.mask);
    if (known) known.push(row);
    else licences.set(row.mask, [row]);
  }
  let marks: ReturnType<typeof markDays> | undefined;
  return {
    asOf: (life, latest) => {
      if (latest === null) return "";
      marks ??= markDays(rows, accreditedUntil);
      return marks.licences(latest) + (life.test === null ? "" : marks.laboratories(latest));
    },
    birthOf: (code) => {
      const known = births.get(code);
      if (known !== undefined) return known;
      const check = parseBatteryCode(code);
      const birth = check.ok && check.parts.secondUse === null ? check.parts.date : null;
      births.set(code, birth);
      return birth;
    },
    isLicensed: (body, kinds, at) =>
      licences
        .get(body)
        ?.some(
          ({ kind, from_on, to_on }) =>
            kinds.includes(kind) && from_on <= String(at) && (to_on === null || String(at) < to_on),
        ) ?? false,
    isAccredited: (body, at) => String(at) <= (accreditedUntil.get(body) ?? ""),
    isOfficer,
  };
}

type Licence = { mask: string; kind: LicenceKind; from_on: string; to_on: string | null };

/** Marks of what is said of the days up to one: a licence that begins or ends later leaves it as it is. */
function markDays(licences: readonly Licence[], accreditedUntil: ReadonlyMap<string, string>) {
  const laboratories = [...accreditedUntil];
  return {
    licences: chain(
      "",
      licences.flatMap(({ mask, kind, from_on, to_on }) => [
        [from_on, `+${mask} ${kind}`] as const,
        ...(to_on === null ? [] : [[to_on, `-${mask} ${kind} ${from_on}`] as const]),
      ]),
    ),
    // Until its accreditation ends a laboratory has always been accredited; the day after, it is no more.
    laboratories: chain(
      laboratories
        .map(([mask]) => mask)
        .sort()
        .join(" "),
      laboratories.map(([mask, until]) => [`${until}+`, mask] as const),
    ),
  };
}

/** What was hashed of dated words up to a day, the words before all days with it. */
function chain(first: string, dated: readonly (readonly [string, string])[]): (day: Moment) => string {
  const sorted = dated.map(([day, word]) => `${day} ${word}`).sort();
  const days = sorted.map((line) => line.slice(0, line.indexOf(" ")));
  const marks = [hash("sha256", first).slice(0, 8)];
  for (const line of sorted) marks.push(hash("sha256", `${marks.at(-1)}${line}`).slice(0, 8));
  return (day) => {
    let [low, high] = [0, days.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((days[middle] ?? "") <= String(day)) low = middle + 1;
      else high = middle;
    }
    return marks[low] ?? "";
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
