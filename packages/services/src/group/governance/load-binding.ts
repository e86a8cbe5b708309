import { toShanghaiDate } from "@lilink/model/calendar";
import {
  type Adoption,
  type Asked,
  askedOf,
  type BindingSpan,
  bindingSpans,
  type ConditionKind,
  type ConditionPolicy,
  conditionSets,
  type JudgedRegister,
  judgedRegisters,
  type SetInForce,
  setsInForce,
} from "@lilink/model/conditions";
import type { PolicyEvent } from "@lilink/model/governance";
import { organizationOf } from "@lilink/model/policy";
import { type Bilingual, registerOf } from "@lilink/model/register";
import { sql } from "drizzle-orm";
import { z } from "zod";
import type { Context } from "../../kernel/context.ts";
import { defineQuery } from "../../kernel/define.ts";
import { readVersions } from "../../record/read-version.ts";
import { headOf, versionOf } from "../../record/record-tables.ts";

const policies = registerOf("publicPolicy");
const events = registerOf("policyEvent");

/** What one kind of conditions says of a plant on every day of the years around today. */
export type PlantBinding = { readonly kind: ConditionKind; readonly spans: readonly BindingSpan[] };

export type BoundPlant = Omit<Asked, "kinds"> & {
  readonly register: JudgedRegister;
  readonly publicId: string;
  readonly site: Bilingual;
  readonly bindings: readonly PlantBinding[];
};

/** A set on the days on which it binds, and the policy that put it into force, if one did. */
export type BindingSet = Pick<SetInForce, "id" | "kind" | "from" | "policy"> & { readonly to: string | null };

export type AdoptedBy = {
  readonly publicId: string;
  readonly titleZh: string | null;
  readonly titleEn: string | null;
};

/** A policy of which a set is the text or a draft, or that sets conditions of its own, with its events. */
export type NamedPolicy = ConditionPolicy & { readonly titleEn: string | null };

/** When an officer last compared a set with its official text. [TR25] */
export type ComparedSet = { readonly set: string; readonly on: string };

/** The years that are shown on either side of this one. */
const yearsAround = 2;

/**
 * Which conditions bind and when, by their own text or by a policy that is in force, and what they say of the reader's own plants; of
 * nobody else's. [CN2] [CN5]
 */
export const loadBinding = defineQuery({
  name: "conformity.binding",
  input: z.object({}).default({}),
  authorize: { action: "record.browse" },
  run: async (ctx) => {
    const adoptions = await readAdoptions(ctx);
    const sets = setsInForce(adoptions);
    const named = await readNamed(ctx);
    const year = Number(toShanghaiDate(ctx.now).slice(0, 4));
    const window = { from: `${year - yearsAround}-01-01`, to: `${year + yearsAround + 1}-01-01` };
    return {
      window,
      sets: sets.map(
        ({ id, kind, from, to, policy }): BindingSet => ({ id, kind, from, to: to ?? null, policy }),
      ),
      policies: adoptions.map(
        ({ policy, titleZh, titleEn }): AdoptedBy => ({ publicId: policy, titleZh, titleEn }),
      ),
      named,
      compared: await readCompared(ctx),
      plants: (await readOwnPlants(ctx)).map(
        ({ kinds, ...plant }): BoundPlant => ({
          ...plant,
          bindings: kinds.map((kind) => ({ kind, spans: bindingSpans(sets, kind, plant, window, named) })),
        }),
      ),
    };
  },
});

async function readCompared(ctx: Context): Promise<readonly ComparedSet[]> {
  const { rows } = await ctx.db.execute<ComparedSet>(
    sql`select rule_set as "set", to_char(max(recorded_at) at time zone 'Asia/Shanghai', 'YYYY-MM-DD') as "on"
      from rule_reading group by rule_set order by rule_set`,
  );
  return rows;
}

/** The events of a policy, for everybody. */
const eventsOf = sql`coalesce((select jsonb_agg(jsonb_build_object('type', e.type, 'on', e.happened_on, 'until', e.until) order by e.happened_on)
  from ${versionOf(events)} e where e.policy_id = h.id and e.status = 'live' and e.level = 'everyone'), '[]')`;

/** The policies that put conditions into force, with their events. */
async function readAdoptions(ctx: Context) {
  const { rows } = await ctx.db.execute<
    Omit<Adoption, "events"> & AdoptedBy & { readonly events: readonly PolicyEvent[] }
  >(
    sql`select v.conditions as "set", h.public_id as "policy", h.public_id as "publicId", v.title_zh as "titleZh", v.title_en as "titleEn",
        ${eventsOf} as events
      from ${headOf(policies)} h join ${versionOf(policies)} v on v.record_id = h.id and v.status = 'live' and v.level = 'everyone'
      where v.conditions is not null order by h.public_id limit 100`,
  );
  return rows;
}

/** The policies of which the sets are texts or drafts, and those that set conditions of entry. [CN10] [CN11] */
async function readNamed(ctx: Context): Promise<readonly NamedPolicy[]> {
  const titles = conditionSets.flatMap(({ policyTitle }) => policyTitle ?? []);
  const { rows } = await ctx.db.execute<NamedPolicy>(
    sql`select h.public_id as "publicId", v.title_zh as "titleZh", v.title_en as "titleEn", v.conditions is not null as "adopts",
        ${eventsOf} as events
      from ${headOf(policies)} h join ${versionOf(policies)} v on v.record_id = h.id and v.status = 'live' and v.level = 'everyone'
      where v.title_zh = any (${sql.param(titles)}::text[]) or v.instrument = 'entry_condition' order by h.public_id limit 100`,
  );
  return rows;
}

type OwnPlant = Omit<BoundPlant, "bindings"> & Pick<Asked, "kinds">;

/** The plants and recycling sites of the reader's own body, drafts among them, as they stand in their newest version. */
async function readOwnPlants(ctx: Context): Promise<readonly OwnPlant[]> {
  const own = organizationOf(ctx.actor);
  if (own === null) return [];
  const found: OwnPlant[] = [];
  for (const name of judgedRegisters) {
    const register = registerOf(name);
    const { rows } = await ctx.db.execute<{ id: string; publicId: string; version: number }>(
      sql`select id, public_id as "publicId", version from ${headOf(register)}
        where organization_id = ${own} and state <> 'withdrawn' order by title_zh, id limit 200`,
    );
    const versions = await readVersions(ctx, register, rows);
    for (const { id, publicId } of rows) {
      const values = versions.get(id)?.values;
      const asked = values && askedOf(name, values);
      if (asked && asked.kinds.length > 0)
        found.push({ register: name, publicId, site: values.site as Bilingual, ...asked });
    }
  }
  return found;
}
