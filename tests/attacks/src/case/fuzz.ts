import { strict as assert } from "node:assert";
import { mutate } from "@lilink/test-exchange/call-api";
import { type Answer, ask } from "../ask.ts";
import { contentTypes, hostileText, trpcBody, twist } from "../fuzz/hostile.ts";
import { findFault } from "../fuzz/judge.ts";
import { createDice, type Dice } from "../fuzz/random.ts";
import { fill, procedures, type Shape, toShape } from "../shape.ts";
import type { Case, Role, World } from "../world.ts";

/** These sign the caller out or take its rights, which would leave the rest of the run to strangers. */
const ends = /^session\.(close|revoke|revokeOthers|switchOrganization)$|^person\.changePassword$|^factor\./;
const callers = ["buyer", "officer", "visitor"] as const satisfies readonly (Role | "visitor")[];

type Tally = {
  sent: number;
  slowest: number;
  readonly faults: string[];
  readonly statuses: Map<number, number>;
};

async function send(tally: Tally, what: string, address: string, init: RequestInit): Promise<Answer> {
  const started = performance.now();
  const sent = ask(address, { ...init, signal: AbortSignal.timeout(30_000) });
  const answer = await sent.catch((error: Error): Answer => {
    tally.faults.push(`${what} got no answer: ${error.message} ${String(error.cause)}`);
    return { status: 204, text: "", headers: new Headers() };
  });
  const took = performance.now() - started;
  tally.sent += 1;
  tally.slowest = Math.max(tally.slowest, took);
  tally.statuses.set(answer.status, (tally.statuses.get(answer.status) ?? 0) + 1);
  const fault = findFault(answer, took);
  if (fault !== null) tally.faults.push(`${what} ${fault}`);
  return answer;
}

async function conclude(world: World, name: string, tally: Tally, least: number): Promise<void> {
  const { seed } = world.fuzz;
  const statuses = [...tally.statuses]
    .sort(([a], [b]) => a - b)
    .map(([status, count]) => `${count} × ${status}`);
  console.error(
    `  ${name}: ${tally.sent} inputs, seed ${seed}, slowest ${Math.round(tally.slowest)} ms, ${statuses.join(", ")}`,
  );
  assert.deepEqual(tally.faults.slice(0, 10), [], `seed ${seed}`);
  assert.ok(tally.sent >= least, `only ${tally.sent} inputs were sent`);
  assert.equal((await ask(`${world.url}/api/health/live`)).status, 200);
}

const newTally = (): Tally => ({ sent: 0, slowest: 0, faults: [], statuses: new Map() });

async function fuzzProcedures(world: World): Promise<void> {
  const { url, who, planted, fuzz } = world;
  const dice = createDice(fuzz.seed);
  const tally = newTally();
  for (const [name, { type, inputs }] of procedures()) {
    if (type === "subscription") continue;
    const good = fill(toShape(inputs[0]), planted.live);
    for (let turn = 0; turn < fuzz.inputs; turn += 1) {
      const caller = who[ends.test(name) ? "visitor" : (callers[turn % callers.length] ?? "visitor")];
      const body = trpcBody(dice, good);
      const what = `${name} ${body.slice(0, 300)}`;
      const headers = { cookie: caller.cookie, origin: url };
      const query = `?input=${encodeURIComponent(body.slice(0, 6_000))}`;
      if (type === "query") await send(tally, what, `${url}/api/trpc/${name}${query}`, { headers });
      else {
        const contentType = dice.pick(contentTypes);
        await send(tally, `${what} as ${contentType}`, `${url}/api/trpc/${name}`, {
          method: "POST",
          body,
          headers: { ...headers, "content-type": contentType },
        });
      }
    }
  }
  await conclude(world, "procedures", tally, 100 * fuzz.inputs);
}

type Parameter = { readonly name: string; readonly in: "path" | "query" };
type Operation = {
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: Shape }>> };
};
type Document = { readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>> };

/** A hostile value as it can stand in an address. */
const inAddress = (dice: Dice) => {
  const text = hostileText(dice)
    .slice(0, 1_500)
    .replace(/\\ud[89a-f]\w\w/g, "");
  const broken = dice.below(8) === 0 ? "%ff%fe%zz" : "";
  return encodeURIComponent(text.replace(/^"|"$/g, "").replaceAll("\\u0000", "\0")) + broken;
};

async function fuzzOperations(world: World): Promise<void> {
  const { url, who, fuzz } = world;
  const dice = createDice(fuzz.seed);
  const tally = newTally();
  const made = await mutate<{ key: string }>(who.buyer, "key.create", {
    name: "fuzz",
    scopes: [
      "postings:read",
      "postings:write",
      "matches:read",
      "introductions:read",
      "introductions:write",
      "goals:read",
      "returns:read",
      "returns:write",
    ],
  });
  assert.ok(made.ok, JSON.stringify(made));
  const document = JSON.parse((await ask(`${url}/api/openapi.json`)).text) as Document;
  for (const [path, methods] of Object.entries(document.paths))
    for (const [method, operation] of Object.entries(methods)) {
      if (!["get", "post", "put", "delete"].includes(method)) continue;
      const parameters = operation.parameters ?? [];
      const schema = operation.requestBody?.content["application/json"]?.schema;
      for (let turn = 0; turn < fuzz.inputs; turn += 1) {
        const at = path.replace(/\{\w+\}/g, () =>
          dice.below(2) === 0 ? world.planted.live : inAddress(dice),
        );
        const query = parameters
          .filter((one) => one.in === "query" && dice.below(2) === 0)
          .flatMap(({ name }) => [name, ...(dice.below(5) === 0 ? [name] : [])])
          .map((name) => `${name}=${inAddress(dice)}`);
        if (dice.below(6) === 0) query.push(`${inAddress(dice)}=1`);
        // A server that is sent more than its bound ends the connection, whether or not its answer was read.
        const address = `${url}/api/v1${at}${query.length > 0 ? `?${query.join("&")}` : ""}`.slice(0, 12_000);
        const body = schema ? twist(dice, fill(schema, world.planted.live)) : hostileText(dice);
        await send(
          tally,
          `${method} ${address.slice(0, 300)} ${method === "get" ? "" : body.slice(0, 300)}`,
          address,
          {
            method: method.toUpperCase(),
            headers: {
              ...(turn % 4 === 3 ? {} : { authorization: `Bearer ${made.data.key}` }),
              ...(method === "get" ? {} : { "content-type": dice.pick(contentTypes) }),
              ...(dice.below(6) === 0 ? { "idempotency-key": inAddress(dice).slice(0, 200) || "x" } : {}),
            },
            ...(method === "get" || method === "delete" ? {} : { body }),
          },
        );
      }
    }
  await conclude(world, "operations", tally, 30 * fuzz.inputs);
}

export const fuzz: readonly Case[] = [
  {
    name: "fuzz: every procedure takes or refuses what is hostile, in its own form and in time",
    run: fuzzProcedures,
  },
  {
    name: "fuzz: every operation of the document takes or refuses what is hostile, in its own form and in time",
    run: fuzzOperations,
  },
];
