import { groupEvents, type SimulatedRole, simulatedRoles, simulateLives } from "@lilink/model/trace";
import { expect, it } from "vitest";
import { z } from "zod";
import { addOrganization, createTestKernel } from "../../../testing/index.ts";
import { callJob } from "../../kernel/call.ts";
import { defineMutation } from "../../kernel/define.ts";
import { actInTrace } from "./act-in-trace.ts";
import { judgeTold } from "./judge-told.ts";
import { findItems } from "./keep-items.ts";
import { readLives } from "./read-lives.ts";
import { readWorld } from "./read-world.ts";
import { refoldStates } from "./refold-states.ts";
import type { Said } from "./said.ts";
import { tellEvents } from "./tell-events.ts";

const kernel = await createTestKernel();
const bodies = new Map<SimulatedRole, string>();
for (const role of simulatedRoles) bodies.set(role, (await addOrganization(kernel)).id);
const bodyOf = (role: SimulatedRole) => bodies.get(role) ?? "";
const license = (role: SimulatedRole, kind: string, from = "2010-01-01", to: string | null = null) =>
  kernel.ownerRows("insert into trace.licence (org_id, kind, from_on, to_on) values ($1, $2, $3, $4)", [
    bodyOf(role),
    kind,
    from,
    to,
  ]);
const job = () => ({ id: kernel.app.newId(), name: "battery.take" });
const tell = defineMutation({
  name: "battery.take",
  input: z.object({ body: z.uuid(), said: z.custom<readonly Said[]>(Array.isArray) }),
  authorize: { action: "battery.take" },
  run: async (ctx, { body, said }) => {
    await actInTrace(ctx, body);
    return tellEvents(ctx, { body, isOfficer: false, person: null }, said);
  },
  audit: () => null,
});
const tellAs = (role: SimulatedRole, said: readonly Said[]) =>
  callJob(kernel.worker, job(), tell, { body: bodyOf(role), said });

/** What all events of all batteries give together, without any standing. */
const judgeAll = defineMutation({
  name: "battery.take",
  input: z.object({ codes: z.array(z.string()) }),
  authorize: { action: "battery.take" },
  run: async (ctx, { codes }) => {
    await actInTrace(ctx);
    const told = await readLives(ctx, codes);
    const world = await readWorld(ctx, { codes, bodies: [], events: told });
    const judgements = groupEvents(told, ({ event }) => event).map((entries) => ({
      judged: judgeTold(entries, world),
      entries,
    }));
    const open = (await findItems(ctx, judgements, world)).flat();
    return open.map(({ kind, code, hash, dueOn }) => `${code} ${hash} ${kind} ${dueOn}`).sort();
  },
  audit: () => null,
});
const stateRows = () =>
  kernel.ownerRows<{ code: string; state: string; flags: string[]; standing: string | null }>(
    "select code, state, (select array_agg(f order by f) from unnest(flags) f) as flags, standing from trace.battery_state order by code",
    [],
  );
const openRows = async () => {
  const rows = await kernel.ownerRows<{ line: string }>(
    `select distinct concat(code, ' ', event_hash, ' ', kind, ' ', coalesce(due_on::text, 'null')) as line from battery_item where closed_at is null`,
    [],
  );
  return rows.map(({ line }) => line).sort();
};
const withoutStanding = (rows: Awaited<ReturnType<typeof stateRows>>) =>
  rows.map(({ standing: _, ...row }) => row);
let serial = 0;
const nextCode = () => `ZZ1PB01A1B2C3DC5H${String(++serial).padStart(7, "0")}`;
const saidOf = (event: Omit<Said["event"], "by">, role: SimulatedRole): Said => ({
  event: { ...event, by: bodyOf(role) },
  province: null,
  corrects: null,
});

it("[TR29] lives told piece by piece end as all of their events judged together", {
  timeout: 120_000,
}, async () => {
  for (const [role, kind] of [
    ["collector", "collect"],
    ["cascade", "cascade"],
    ["recycler", "recycle"],
    ["yard", "dismantle"],
  ] as const)
    await license(role, kind);
  const lives = [...simulateLives(60, { seed: 29, until: "2026-01-01" })];
  const rounds = Math.max(...lives.map(({ events }) => events.length));
  // In each round one event of each life, so that every body has something to tell of many batteries.
  for (let round = 0; round < rounds; round++)
    for (const role of simulatedRoles) {
      const said = lives.flatMap(({ events }) => {
        const one = events[round];
        if (one?.by !== role) return [];
        const { by: _, to, province, ...event } = one;
        return [{ ...saidOf({ ...event, ...(to && { to: bodyOf(to) }) }, role), province: province ?? null }];
      });
      if (said.length > 0) await tellAs(role, said);
    }
  const before = await stateRows();
  expect(before.filter(({ standing }) => standing !== null).length).toBeGreaterThan(20);
  const codes = before.map(({ code }) => code);
  expect(await openRows()).toEqual(await callJob(kernel.worker, job(), judgeAll, { codes }));
  await callJob(kernel.worker, job(), refoldStates, {});
  expect(withoutStanding(await stateRows())).toEqual(withoutStanding(before));
});

it("[TR29] two bodies that tell of one battery at one moment leave no standing that lacks one of them", async () => {
  const codes = Array.from({ length: 40 }, nextCode);
  await tellAs(
    "maker",
    codes.map((code) => saidOf({ verb: "make", code, at: "2022-05-17" }, "maker")),
  );
  await Promise.all([
    tellAs(
      "car",
      codes.map((code) => saidOf({ verb: "fit", code, at: "2022-06-01", vehicle: "V1" }, "car")),
    ),
    tellAs(
      "stranger",
      codes.map((code) => saidOf({ verb: "fit", code, at: "2022-07-01", vehicle: "V2" }, "stranger")),
    ),
  ]);
  const told = await tellAs(
    "car",
    codes.map((code) => saidOf({ verb: "remove", code, at: "2023-01-01", vehicle: "V1" }, "car")),
  );
  expect(new Set(told?.map(({ verdict }) => verdict))).toEqual(new Set(["ok"]));
  const before = (await stateRows()).filter(({ code }) => codes.includes(code));
  expect(before.every(({ flags }) => flags?.includes("conflict"))).toBe(true);
  await callJob(kernel.worker, job(), refoldStates, {});
  expect(withoutStanding(await stateRows()).filter(({ code }) => codes.includes(code))).toEqual(
    withoutStanding(before),
  );
});

it("[TR29] a licence that turns out to have ended before an event is judged by, one that ends later is not", async () => {
  const code = nextCode();
  await license("car", "collect", "2020-01-01");
  await tellAs("maker", [saidOf({ verb: "make", code, at: "2022-05-17" }, "maker")]);
  await tellAs("car", [saidOf({ verb: "collect", code, at: "2023-05-01" }, "car")]);
  const flagsAfter = async (at: string) => {
    await tellAs("car", [saidOf({ verb: "test", code, at, energyShare: 0.7 }, "car")]);
    return (await stateRows()).find((one) => one.code === code)?.flags ?? [];
  };
  const end = (on: string) =>
    kernel.ownerRows("update trace.licence set to_on = $2 where org_id = $1 and kind = 'collect'", [
      bodyOf("car"),
      on,
    ]);
  await end("2024-01-01");
  expect(await flagsAfter("2023-06-01")).not.toContain("unlicensed");
  await end("2023-01-01");
  expect(await flagsAfter("2023-07-01")).toContain("unlicensed");
});
