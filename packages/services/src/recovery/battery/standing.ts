import { hash } from "node:crypto";
import { type CustodyEvent, type Life, noStanding, type Standing, type Verdict } from "@lilink/model/trace";
import { sql } from "drizzle-orm";
import type { Context } from "../../kernel/context.ts";
import { listOf } from "./list-of.ts";

/** How a battery stands, with the mark of the world in which it was judged. [TR29] */
export type Written = { readonly standing: Standing; readonly world: string };
/** As it was read, with the count of its writings; without a standing it has to be judged from its events. */
export type Read = { readonly written: Written | null; readonly version: number };
export type Versions = ReadonlyMap<string, Read>;

const unwritten: Read = { written: { standing: noStanding, world: "" }, version: 0 };

/**
 * How batteries stand, read before anything else of them: who writes them meanwhile makes what was read here count for nothing. Only a job
 * reads it, for it says more of a battery than a side may know.
 */
export async function readStandings(ctx: Context, codes: readonly string[]): Promise<Versions> {
  if (ctx.actor.kind !== "job") return new Map();
  const { rows } = await ctx.trace.execute<{
    code: string;
    flags: string;
    standing: string | null;
    version: number;
  }>(
    sql`select s.code, array_to_string(s.flags, ',') as flags, s.standing, s.version from unnest(${listOf(codes)}::text[]) c join trace.battery_state s on s.code = c`,
  );
  const kept = new Map<string, Read>(codes.map((code) => [code, unwritten]));
  for (const { code, flags, standing, version } of rows)
    kept.set(code, { written: standing === null ? null : fromText(standing, flags), version });
  return kept;
}

type Text = readonly [
  Life["state"],
  0 | 1,
  number,
  Life["vehicle"],
  Life["lastVerb"],
  0 | readonly [string, number | null, 0 | 1],
  Life["chemistry"],
  0 | readonly [string, string],
  string | null,
  string,
  Standing["awaits"],
  readonly (readonly [Standing["items"][number]["kind"], string])[],
];

/** Bodies are written by names that mean nothing without the code. */
export function toText(code: string, { standing, world }: Written): string {
  const { life, latest, awaits, items } = standing;
  const { state, cascade, step, vehicle, lastVerb, test, chemistry, gave } = life;
  const written: Text = [
    state,
    cascade ? 1 : 0,
    step,
    vehicle,
    lastVerb,
    test === null ? 0 : [String(test.at), test.energyShare, test.isAccredited ? 1 : 0],
    chemistry,
    gave === null ? 0 : [nameIn(code, gave.by), nameIn(code, gave.to)],
    latest === null ? null : String(latest),
    world,
    awaits.map((body) => nameIn(code, body)),
    items.map(({ kind, hash }) => [kind, hash]),
  ];
  return JSON.stringify(written);
}

function fromText(text: string, flags: string): Written {
  const [state, cascade, step, vehicle, lastVerb, test, chemistry, gave, latest, world, awaits, items] =
    JSON.parse(text) as Text;
  const life: Life = {
    state,
    cascade: cascade === 1,
    step,
    vehicle,
    lastVerb,
    test: test === 0 ? null : { at: test[0], energyShare: test[1], isAccredited: test[2] === 1 },
    chemistry,
    gave: gave === 0 ? null : { by: gave[0], to: gave[1] },
  };
  return {
    standing: {
      ...{ life, latest, awaits },
      items: items.map(([kind, hash]) => ({ kind, hash })),
      flags: flags === "" ? [] : (flags.split(",") as Verdict[]),
    },
    world,
  };
}

/** A standing with the bodies of some events by their ids, so that they are known again. */
export function withNames(
  code: string,
  standing: Standing,
  entries: readonly { readonly event: CustodyEvent }[],
): Standing {
  const { gave } = standing.life;
  if (gave === null && standing.awaits.length === 0) return standing;
  const bodies = new Set(entries.flatMap(({ event: { by, to } }) => (to === undefined ? [by] : [by, to])));
  const ids = new Map([...bodies].map((id) => [nameIn(code, id), id]));
  const named = (name: string) => ids.get(name) ?? name;
  return {
    ...standing,
    life: { ...standing.life, gave: gave && { by: named(gave.by), to: named(gave.to) } },
    awaits: standing.awaits.map(named),
  };
}

const isName = /^~[0-9a-f]{12}$/;

function nameIn(code: string, body: string): string {
  return isName.test(body) ? body : `~${hash("sha256", code + body).slice(0, 12)}`;
}
