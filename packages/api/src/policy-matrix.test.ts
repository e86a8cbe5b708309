import { createTestKernel } from "@lilink/services/testing";
import { describe, expect, it } from "vitest";
import { mayCall, type Sample } from "../testing/matrix/expected.ts";
import type { Kind } from "../testing/matrix/kind.ts";
import { accountSamples } from "../testing/matrix/sample/account.ts";
import { bodySamples } from "../testing/matrix/sample/body.ts";
import { engagementSamples } from "../testing/matrix/sample/engagement.ts";
import { figureSamples } from "../testing/matrix/sample/figure.ts";
import { fundSamples } from "../testing/matrix/sample/fund.ts";
import { marketSamples } from "../testing/matrix/sample/market.ts";
import { peopleSamples } from "../testing/matrix/sample/people.ts";
import { recordSamples } from "../testing/matrix/sample/record.ts";
import { recoverySamples } from "../testing/matrix/sample/recovery.ts";
import { undoing, watchTables } from "../testing/matrix/undo.ts";
import { countDue, findStrayRows, listTables, nobody, walls } from "../testing/matrix/wall.ts";
import { createWorld } from "../testing/matrix/world.ts";
import { createRestClient } from "../testing/rest.ts";
import { toPublicError } from "./kernel/public-error.ts";
import { listOperations } from "./rest/list-operations.ts";
import { appRouter, createCaller } from "./router/app.ts";

const samples: Readonly<Record<string, Sample>> = {
  ...marketSamples,
  ...figureSamples,
  ...accountSamples,
  ...bodySamples,
  ...engagementSamples,
  ...recordSamples,
  ...peopleSamples,
  ...recoverySamples,
  ...fundSamples,
};
const kernel = await createTestKernel(new Date("2026-10-12T02:00:00Z"));
const world = await createWorld(kernel);
const undone = undoing(kernel.app);
const procedures = appRouter._def.procedures as unknown as Readonly<
  Record<string, { _def: { type: string } }>
>;
const howTo =
  "give testing/matrix/sample the action that the policy is asked for, whose thing it is, and an input that works";
const denials = ["FORBIDDEN", "CONFLICT_OF_INTEREST", "NOT_SIGNED_IN", "NOT_FOUND"];
/** A single scope is tried where programs call: on the REST face. */
const tried = world.kinds.filter(({ actor }) => actor?.kind !== "apiKey" || actor.scopes.length > 1);
const unexpected: string[] = [];
const fingerprint = await watchTables(kernel);
let left = await fingerprint();

/** What a call of a procedure answers: "ok" or the code of its error. */
async function callAs(who: Kind, name: string, input: object, allowed: boolean): Promise<string> {
  const caller = createCaller({
    kernel: allowed ? undone : kernel.app,
    principal: who.principal,
    listen: async function* () {},
    report: (error) => unexpected.push(`${who.name} ${name}: ${error}`),
  });
  const [room = "", verb = ""] = name.split(".");
  const call = (caller as unknown as Record<string, Record<string, (input: object) => Promise<unknown>>>)[
    room
  ]?.[verb];
  try {
    const answer = await call?.(input);
    if (procedures[name]?._def.type === "subscription")
      for await (const _hint of answer as AsyncIterable<unknown>) break;
    return "ok";
  } catch (error) {
    return toPublicError(error).code;
  }
}

/** Every kind is asked; those who are refused come first and leave no trace, those who are answered are taken back. */
async function judge(
  name: string,
  sample: Sample | undefined,
  ask: (who: Kind, input: object, allowed: boolean) => Promise<string>,
  kinds: readonly Kind[],
): Promise<string[]> {
  if (!sample) return [`${name} has no sample: ${howTo}`];
  const input = sample.input(world);
  const faults: string[] = [];
  const refused = kinds.filter((who) => !mayCall(sample, who, world));
  await Promise.all(
    refused.map(async (who) => {
      const answer = await ask(who, input, false);
      if (!denials.includes(answer))
        faults.push(`${name}: the policy refuses ${who.name}, who hears ${answer}`);
    }),
  );
  const allowed = kinds.filter((who) => mayCall(sample, who, world));
  for (const who of sample.slow ? allowed.slice(0, 2) : allowed) {
    const answer = await ask(who, input, true);
    if (answer !== "ok" && answer !== sample.or)
      faults.push(`${name}: the policy lets ${who.name} through, who hears ${answer}`);
  }
  // A reading that leaves something behind is found by the next change, and by the last test.
  if (procedures[name]?._def.type === "mutation") faults.push(...(await findTraces(name)));
  return [...faults, ...unexpected.splice(0)];
}

async function findTraces(name: string): Promise<string[]> {
  const [before, after] = [left, await fingerprint()];
  left = after;
  return Object.keys(after).flatMap((table) =>
    before[table] === after[table] ? [] : [`${name}, or a reading before it: ${table} is not as it was`],
  );
}

describe("every procedure and every kind of caller", () => {
  it("[PL9] each procedure has a sample, and no sample is of a procedure that is gone", () => {
    const known = new Set([...Object.keys(procedures), ...listOperations().map(({ name }) => name)]);
    expect(
      [...known].filter((name) => !samples[name]),
      howTo,
    ).toEqual([]);
    expect(Object.keys(samples).filter((name) => !known.has(name))).toEqual([]);
    const unanswered = Object.entries(samples).filter(
      ([, sample]) => !world.kinds.some((who) => mayCall(sample, who, world)),
    );
    expect(unanswered, "a sample that nobody may call shows nothing").toEqual([]);
    expect(tried.length).toBeGreaterThan(25);
  });

  it.each(Object.keys(procedures))(
    "[PL9] %s answers whom the policy lets through, and nobody else",
    async (name) => {
      const ask = (who: Kind, input: object, allowed: boolean) => callAs(who, name, input, allowed);
      expect(await judge(name, samples[name], ask, tried)).toEqual([]);
    },
    30_000,
  );

  it("[PL9] a procedure that asks the policy for something else than its sample is found out", async () => {
    const sample = { ...(samples["key.list"] as Sample), action: "member.list" } as const;
    const ask = (who: Kind, input: object, allowed: boolean) => callAs(who, "key.list", input, allowed);
    const faults = await judge("key.list", sample, ask, tried);
    expect(faults).toContain("key.list: the policy lets viewer through, who hears FORBIDDEN");
    const open = { ...sample, of: "checkers", action: "key.manage" } as const;
    expect(await judge("key.list", open, ask, tried)).toContain(
      "key.list: the policy refuses admin, who hears ok",
    );
  });
});

describe("every operation and every key", () => {
  const client = createRestClient(kernel);
  const undoneClient = createRestClient({ ...kernel, app: undone });
  const programs = world.kinds.filter(({ key, name }) => key !== undefined || name === "visitor");

  it.each(listOperations().map((operation) => [`${operation.method} ${operation.path}`, operation] as const))(
    "[PL9] %s answers whom the policy lets through, and nobody else",
    async (_title, { name, method, path }) => {
      const ask = async (who: Kind, input: object, allowed: boolean) => {
        const rest = new Map(Object.entries(input));
        const address = path.replace(/\{(\w+)\}/g, (_whole, field: string) => {
          const value = encodeURIComponent(String(rest.get(field)));
          rest.delete(field);
          return value;
        });
        const query = new URLSearchParams(
          [...rest].flatMap(([field, value]) => [value].flat().map((one) => [field, String(one)])),
        );
        const body = method === "GET" || method === "DELETE" ? undefined : Object.fromEntries(rest);
        const target = body === undefined && rest.size > 0 ? `${address}?${query}` : address;
        const answer = await (allowed ? undoneClient : client).ask(who.key ?? null, method, target, body);
        if (answer.status < 300) return "ok";
        const { code } = answer.body as unknown as { code: string };
        return code;
      };
      expect(await judge(name, samples[name], ask, programs)).toEqual([]);
    },
  );
});

describe("every table and every kind of caller, by a raw connection of the web's role", () => {
  it("[PL10] each table has its rule, and no other has one", async () => {
    const names = (await listTables(kernel)).map(({ name }) => name);
    expect(Object.keys(walls).sort(), "say in testing/matrix/wall.ts who sees which of its rows").toEqual(
      names,
    );
  });

  it("[PL10] each table of which somebody sees rows holds some here", async () => {
    // One after another: all at once wait for the same few connections.
    const seen: Awaited<ReturnType<typeof countDue>>[] = [];
    for (const who of world.kinds) seen.push(await countDue(kernel, who));
    const empty = Object.keys(walls).filter((name) => seen.every((counts) => counts[name] === 0));
    expect(empty.filter((name) => walls[name] !== nobody)).toEqual([]);
  });

  it.each(world.kinds.map((who) => [who.name, who] as const))(
    "[PL10] %s sees the rows that are for it and no other",
    async (_name, who) => {
      expect(await findStrayRows(kernel, who, await listTables(kernel))).toEqual([]);
    },
  );
});

it("[PL9] nothing that was refused left a trace", async () => {
  expect(await findTraces("the last one")).toEqual([]);
});
