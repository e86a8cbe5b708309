import type { Database, Principal } from "@lilink/db";
import { personOf } from "@lilink/model/policy";
import {
  type CustodyEvent,
  type SimulatedEvent,
  type SimulatedLife,
  type SimulatedRole,
  simulatedRoles,
  simulateLives,
} from "@lilink/model/trace";
import { sql } from "drizzle-orm";
import { z } from "zod";
import { ownOrganization, requireOwn } from "../../ground/actor/own.ts";
import { call } from "../../kernel/call.ts";
import type { Kernel } from "../../kernel/context.ts";
import { defineMutation } from "../../kernel/define.ts";
import { actInTrace } from "../../recovery/battery/act-in-trace.ts";
import { fileUnits } from "../../recovery/battery/file-units.ts";
import { tellEvents } from "../../recovery/battery/tell-events.ts";

type MemberPrincipal = Extract<Principal, { kind: "member" }>;

/** How many invented batteries the demo holds, so that every screen is alive. */
const count = 5000;
const simulation = { seed: 16, first: 1_000_001, until: "2026-11-01" } as const;

/** Who plays which part of the invented trade. */
const players: Readonly<Record<SimulatedRole, string>> = {
  maker: "editor@cell.example",
  car: "editor@cell.example",
  collector: "editor@recycler.example",
  tester: "editor@laboratory.example",
  cascade: "editor@recycler.example",
  recycler: "editor@recycler.example",
  yard: "editor@fluorine.example",
  stranger: "admin@salt.example",
};

type Share = {
  readonly units: readonly SimulatedLife["unit"][];
  readonly events: readonly CustodyEvent[];
  readonly provinces: readonly string[];
};

/** What one body of the demo files and tells, at once: by the same judge as everybody's, without a row of the log for each. */
const tellShare = defineMutation({
  name: "battery.seed",
  input: z.custom<Share>((given) => typeof given === "object" && given !== null),
  authorize: { action: "battery.report", resource: ownOrganization },
  run: async (ctx, { units, events, provinces }) => {
    await actInTrace(ctx);
    const teller = { body: requireOwn(ctx), isOfficer: false, person: personOf(ctx.actor) };
    if (units.length > 0) await fileUnits(ctx, teller, units);
    const said = events.map((event, at) => ({ event, province: provinces[at] ?? null, corrects: null }));
    return (await tellEvents(ctx, teller, said)).length;
  },
  audit: () => null,
});

/** Five thousand invented lives, each part of the trade in one call. What is there stays. [TR90] */
export async function seedLives(
  owner: Database,
  app: Kernel,
  principalOf: (email: string) => MemberPrincipal,
): Promise<void> {
  const lives = [...simulateLives(count, simulation)];
  const last = lives.at(-1)?.unit.code ?? "";
  const there = await owner.execute(sql`select 1 from trace.battery_unit where code = ${last}`);
  if (there.rows.length > 0) return;
  // One part after the other, in the order in which lives go, so that little is told late.
  for (const role of simulatedRoles) {
    const own = lives.flatMap(({ events }) => events).filter(({ by }) => by === role);
    await call(app, principalOf(players[role]), tellShare, {
      units: role === "maker" ? lives.map(({ unit }) => unit) : [],
      events: own.map((event) => toEvent(event, principalOf)),
      provinces: own.map(({ province }) => province),
    });
  }
}

function toEvent(
  { by, to, province: _, ...event }: SimulatedEvent,
  principalOf: (email: string) => MemberPrincipal,
): CustodyEvent {
  const idOf = (role: SimulatedRole) => principalOf(players[role]).organizationId;
  return { ...event, by: idOf(by), ...(to !== undefined && { to: idOf(to) }) };
}
