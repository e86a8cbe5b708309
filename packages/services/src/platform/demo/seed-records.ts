import type { Database, Principal } from "@lilink/db";
import { organization } from "@lilink/db/schema";
import { isEmpty, registers, tablesOf } from "@lilink/model/register";
import { eq, sql } from "drizzle-orm";
import { call } from "../../kernel/call.ts";
import type { Kernel } from "../../kernel/context.ts";
import { recordVerbs } from "../../record/record-verbs.ts";
import governed from "./data/governance-records.json" with { type: "json" };
import judged from "./data/health-records.json" with { type: "json" };
import learned from "./data/people-records.json" with { type: "json" };
import recovered from "./data/recovery-records.json" with { type: "json" };
import supplied from "./data/supply-records.json" with { type: "json" };
import staffed from "./data/talent-records.json" with { type: "json" };
import { onDay } from "./on-day.ts";

type MemberPrincipal = Extract<Principal, { kind: "member" }>;
type Given = {
  readonly register: string;
  readonly by: string;
  readonly values: Readonly<Record<string, unknown>>;
  /** Steps in their order, each with its reason and with what it fills in. */
  readonly steps: readonly (readonly [
    step: string,
    reason: string | null,
    values?: Readonly<Record<string, unknown>>,
  ])[];
  /** The days on which it was saved and its steps were taken; what has none, or is yet to come, is done now. */
  readonly days?: readonly string[];
};
type Step = { readonly who: string; readonly to: string };

/** Invented recyclers, laboratories, seats and platforms, brought to their states by the steps that people take. What is there stays. */
export async function seedDemoRecords(
  database: Database,
  app: Kernel,
  principalOf: (email: string) => MemberPrincipal,
): Promise<void> {
  for (const given of [
    ...recovered,
    ...governed,
    ...supplied,
    ...judged,
    ...learned,
    ...staffed,
  ] as unknown as readonly Given[])
    await bringRecord(database, app, principalOf, given);
}

/** One record in the state that its steps lead to; a run that was cut short goes on from where it stands. */
export async function bringRecord(
  database: Database,
  app: Kernel,
  principalOf: (email: string) => MemberPrincipal,
  { register: name, by, values, steps, days = [] }: Given,
): Promise<void> {
  const on = (at: number): Kernel => (days[at] ? onDay(app, days[at], 10) : app);
  const verbs = recordVerbs[name];
  const register = registers[name as keyof typeof registers];
  if (!verbs) throw new Error(`${name} is no register`);
  const owner = principalOf(by);
  const full = Object.fromEntries(
    Object.keys(register.fields).map((field) => [field, values[field] ?? null]),
  );
  const resolve = async (given: Readonly<Record<string, unknown>>) => {
    const found: Record<string, unknown> = { ...given };
    for (const [field, value] of Object.entries(given))
      if (isOf(value)) found[field] = (await toBody(database, principalOf(value.of).organizationId)) ?? null;
      else if (isNamed(value)) found[field] = await toRecord(database, register.fields, field, value.named);
    return found;
  };
  Object.assign(full, await resolve(full));
  const called = full[register.list[0] ?? ""] as string | { readonly zh: string };
  const title = typeof called === "string" ? { zh: called } : called;
  const { rows: found } = await database.execute<{ publicId: string; state: string; revision: number }>(
    sql`select public_id as "publicId", state, revision from ${sql.identifier(tablesOf(register).head)} where title_zh = ${title.zh}`,
  );
  let saved = found[0];
  if (!saved) {
    const made = await call(on(0), owner, verbs.save, { values: full, ...provenance(full) } as never);
    if (!made) throw new Error(`${title.zh} was not saved`);
    saved = { publicId: made.publicId, revision: made.revision, state: register.machine.start };
  }
  let { revision } = saved;
  let isThere = saved.state === register.machine.start;
  for (const [at, [step, reason, filled]] of steps.entries()) {
    const { who, to } = register.machine.steps[step as never] as Step;
    if (isThere) {
      const actor = who === "officer" ? principalOf("officer@group.example") : owner;
      const moved = await call(on(at + 1), actor, verbs.step, {
        publicId: saved.publicId,
        step,
        revision,
        ...(reason === null ? {} : { reason }),
        ...(filled && { values: await resolve(filled) }),
      } as never);
      revision = moved?.revision ?? revision;
    }
    isThere ||= to === saved.state;
  }
}

/** An organization by one of its people. */
const isOf = (value: unknown): value is { readonly of: string } =>
  typeof value === "object" && value !== null && "of" in value;

/** A record of the register that a field names, by its title. */
const isNamed = (value: unknown): value is { readonly named: string } =>
  typeof value === "object" && value !== null && "named" in value;

async function toRecord(
  database: Database,
  fields: Readonly<Record<string, unknown>>,
  name: string,
  title: string,
) {
  const { of } = fields[name] as { readonly of: string };
  const { rows } = await database.execute<{ publicId: string; zh: string; en: string | null }>(
    sql`select public_id as "publicId", title_zh as zh, title_en as en from ${sql.identifier(tablesOf({ name: of }).head)} where title_zh = ${title}`,
  );
  return rows[0] ?? null;
}

async function toBody(database: Database, id: string) {
  const [body] = await database
    .select({ publicId: organization.publicId, zh: organization.nameZh, en: organization.nameEn })
    .from(organization)
    .where(eq(organization.id, id));
  return body;
}

function provenance(values: Readonly<Record<string, unknown>>) {
  const readings = Object.entries(values).flatMap(([field, value]) =>
    isEmpty(value) ? [] : [[field, { reading: "seen", source: 0 }] as const],
  );
  return {
    sources: [{ title: "虚构演示数据 / invented for the demo" }],
    readings: Object.fromEntries(readings),
  };
}
