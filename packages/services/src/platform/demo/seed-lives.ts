import type { Database, Principal } from "@lilink/db";
import { personOf } from "@lilink/model/policy";
import {
  type CustodyEvent,
  type CustodyVerb,
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

/** Who plays which part of the invented trade; where several do, the lives go round among them. */
const players: Readonly<Record<SimulatedRole, readonly string[]>> = {
  maker: ["editor@cell.example"],
  car: ["data@vehicle.example"],
  collector: [
    ...["clerk@collect.example", "editor@recycler.example", "editor@cascade.example", "data@vehicle.example"],
    ...["editor@cell.example", "buyer@cathode.example", "rival@cathode2.example", "editor@brine.example"],
    ...["editor@electrolyte.example", "editor@fluorine.example"],
  ],
  tester: ["editor@laboratory.example"],
  cascade: ["editor@cascade.example"],
  recycler: ["editor@recycler.example"],
  yard: ["editor@fluorine.example"],
  stranger: ["admin@salt.example"],
};
/** Whose vehicles they are: a fleet retires its batteries itself. */
const owners = [
  ...["data@vehicle.example", "editor@cell.example", "buyer@cathode.example", "rival@cathode2.example"],
  ...["editor@brine.example", "editor@electrolyte.example", "admin@salt.example", "clerk@collect.example"],
  ...["editor@recycler.example", "editor@fluorine.example", "editor@cascade.example"],
] as const;

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
    const said = events.map((event, at) => ({
      event,
      province: provinces[at] ?? null,
      corrects: null,
      toldAt: toToldAt(event.at, at, ctx.now),
    }));
    return (await tellEvents(ctx, teller, said)).length;
  },
  audit: () => null,
});

/** One to five days after it happened, and not later than now. */
function toToldAt(on: CustodyEvent["at"], place: number, now: Date): Date {
  const told = Date.parse(`${on}T02:00:00Z`) + (1 + (place % 5)) * 86_400_000;
  return new Date(Math.min(told, now.getTime()));
}

/** Five thousand invented lives, each part of the trade in one call. What is there stays. [TR90] */
export async function seedLives(
  owner: Database,
  app: Kernel,
  principalOf: (email: string) => MemberPrincipal,
): Promise<void> {
  const lives = [...simulateLives(count, simulation)];
  const idOf = (email: string) => principalOf(email).organizationId;
  // One part after the other, in the order in which lives go, so that little is told late; each body tells its share at once.
  for (const role of simulatedRoles) {
    const shares = new Map<string, { event: CustodyEvent; province: string }[]>();
    for (const [place, { events }] of lives.entries())
      for (const { by, to, province, ...event } of events) {
        if (by !== role) continue;
        const teller = playerOf(role, place, event.verb);
        const taker = to === undefined ? undefined : playerOf(to, place);
        // Nobody hands over to itself.
        if (taker === teller) continue;
        const share = shares.get(teller) ?? [];
        share.push({ event: { ...event, by: idOf(teller), ...(taker && { to: idOf(taker) }) }, province });
        shares.set(teller, share);
      }
    for (const [email, share] of shares)
      if (!(await isTold(owner, share[0]?.event)))
        await call(app, principalOf(email), tellShare, {
          units: role === "maker" ? lives.map(({ unit }) => unit) : [],
          events: share.map(({ event }) => event),
          provinces: share.map(({ province }) => province),
        });
  }
}

function playerOf(role: SimulatedRole, place: number, verb?: CustodyVerb): string {
  const among = role === "car" && verb !== undefined && verb !== "fit" ? owners : players[role];
  return among[place % among.length] ?? "";
}

/** A share is told whole or not at all, so its first event stands for it. */
async function isTold(owner: Database, event: CustodyEvent | undefined): Promise<boolean> {
  if (!event) return true;
  const { rows } = await owner.execute(
    sql`select 1 from trace.custody_event where code = ${event.code} and by_id = ${event.by}::uuid and verb = ${event.verb}
      and occurred_on = ${String(event.at)}::date`,
  );
  return rows.length > 0;
}
