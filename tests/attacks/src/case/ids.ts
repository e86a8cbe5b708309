import { strict as assert } from "node:assert";
import { type ApiAnswer, type Caller, mutate, query } from "@lilink/test-exchange/call-api";
import { ask } from "../ask.ts";
import { mustQuery } from "../must.ts";
import { fieldsOf, fill, isId, procedures, type Shape, toShape } from "../shape.ts";
import type { Case, World } from "../world.ts";
import { refuseTokens } from "./leaks.ts";

/** Objects that their readers may ask about by id; to all others an id of somebody else is as good as none. */
const openReads = new Set([
  "posting.load",
  "search.similar",
  "introduction.prepare",
  "introduction.ask",
  "organization.load",
  "report.file",
]);
/** These act on whoever calls, or make something of the caller's own, whatever id stands in the input. */
const ownActs =
  /^(session\.(list|close|revokeOthers)|person\.|notice\.(readAll|choose)|search\.save|organization\.(register|edit)|posting\.create|member\.invite|key\.create)/;

function takesId(shape: Shape): boolean {
  const inner = [
    ...fieldsOf(shape).map(([, inner]) => inner),
    ...(shape.allOf ?? []),
    ...(shape.items ? [shape.items] : []),
  ];
  return isId(shape) || inner.some(takesId);
}

/** Fails unless the call is refused, and refused as something that is not there or not for this caller. */
export async function expectRefusal(caller: Caller, path: string, input: object): Promise<void> {
  const known = procedures().find(([name]) => name === path)?.[1];
  const answer: ApiAnswer<unknown> = await (known?.type === "mutation" ? mutate : query)(caller, path, input);
  assert.equal(answer.ok, false, `${path} took ${JSON.stringify(input)}`);
  if (answer.ok) return;
  assert.ok(answer.status < 500, `${path} answers ${answer.status} to ${JSON.stringify(input)}`);
}

/** Everything of the buyer's that a walk with its ids must leave as it was. */
async function snapshot({ who, planted }: World): Promise<string> {
  const { buyer } = who;
  return JSON.stringify([
    await mustQuery(buyer, "posting.loadDraft", { publicId: planted.live }),
    await mustQuery(buyer, "posting.loadDraft", { publicId: planted.draft }),
    await mustQuery<{ messages: unknown; ledger: unknown; state: unknown }>(buyer, "introduction.load", {
      publicId: planted.introduction,
    }),
    await mustQuery(buyer, "key.list", {}),
    await mustQuery(buyer, "search.listSaved", {}),
    await mustQuery(buyer, "member.list", {}),
  ]);
}

/** A list without items, or sums over nothing: no rows, noughts and no shares. */
function isNothing(data: unknown): boolean {
  if (Array.isArray(data)) return data.length === 0;
  if (typeof data !== "object" || data === null) return false;
  if ("items" in data) return Array.isArray(data.items) && data.items.length === 0;
  const values = Object.values(data);
  return values.length > 0 && values.every((value) => value === 0 || value === null || isNothing(value));
}

async function walk(
  world: World,
  role: "visitor" | "newcomer" | "rival" | "professor" | "regulator" | "officer",
) {
  const { who, planted, owner } = world;
  const { rows } = await owner.query<{ session: string; person: string; notice: string; posting: string }>(
    `select (select id from session where person_id = p.id and revoked_at is null limit 1) as session,
      p.public_id as person, (select id from notice where person_id = p.id limit 1) as notice,
      (select id from posting where public_id = $1) as posting
     from person p where email = 'buyer@cathode.example'`,
    [planted.draft],
  );
  const [inside] = rows;
  const { live, draft, introduction, entry, key, search, invitation } = planted;
  const ids = [draft, live, introduction, entry, key, search, invitation, ...Object.values(inside ?? {})];
  const before = await snapshot(world);
  let calls = 0;
  for (const [name, { type, inputs }] of procedures()) {
    const shape = toShape(inputs[0]);
    if (type === "subscription" || !takesId(shape) || ownActs.test(name)) continue;
    for (const id of ids.filter((one): one is string => typeof one === "string")) {
      const input = fill(shape, id) as object;
      const answer = await (type === "mutation" ? mutate : query)(who[role], name, input);
      calls += 1;
      if (answer.ok) {
        refuseTokens(role, `${name} with ${id}`, JSON.stringify(answer.data));
        // A list of one's own that is asked for by somebody's id has nothing in it.
        const nothing = isNothing(answer.data) || (type === "query" && answer.data === null);
        assert.ok(
          nothing || (openReads.has(name) && id === live),
          `${role} calls ${name} with ${id} of the buyer`,
        );
      } else assert.ok(answer.status < 500, `${name} answers ${answer.status} to ${JSON.stringify(input)}`);
    }
  }
  assert.ok(calls > 150, `only ${calls} calls were made`);
  assert.equal(await snapshot(world), before);
}

export const ids: readonly Case[] = [
  ...(["visitor", "newcomer", "rival", "professor", "regulator"] as const).map((role) => ({
    name: `ids: ${role} gets and changes nothing with the buyer's ids in any procedure`,
    run: (world: World) => walk(world, role),
  })),
  {
    name: "ids: what is not there and what is not yours are refused alike",
    run: async ({ who, planted }) => {
      for (const [path, field] of [
        ["posting.load", "publicId"],
        ["posting.loadDraft", "publicId"],
        ["posting.versions", "publicId"],
        ["match.list", "publicId"],
        ["introduction.load", "publicId"],
        ["attachment.read", "publicId"],
      ] as const) {
        if (!procedures().some(([name]) => name === path)) continue;
        const yours = await query(who.rival, path, { [field]: planted.draft });
        const nobodys = await query(who.rival, path, { [field]: "AAAAAAAAAAAA" });
        assert.deepEqual(yours, nobodys, path);
      }
    },
  },
  {
    name: "ids: no operation of the REST face gives the buyer's things to the rival's key",
    run: async ({ url, who, planted }) => {
      const made = await mutate<{ key: string }>(who.rival, "key.create", {
        name: "walk",
        scopes: [
          "postings:read",
          "postings:write",
          "matches:read",
          "introductions:read",
          "introductions:write",
          "organizations:read",
          "goals:read",
        ],
      });
      assert.ok(made.ok);
      const authorization = `Bearer ${made.data.key}`;
      const { paths } = JSON.parse((await ask(`${url}/api/openapi.json`)).text) as {
        paths: Record<string, Record<string, unknown>>;
      };
      let calls = 0;
      for (const [path, methods] of Object.entries(paths))
        for (const method of Object.keys(methods).filter((one) =>
          ["get", "post", "put", "delete"].includes(one),
        ))
          for (const id of [planted.draft, planted.introduction, planted.entry, planted.live]) {
            const at = path.replace(/^\/api\/v1/, "").replace(/\{\w+\}/g, id);
            const body = method === "get" ? {} : { body: "{}" };
            const answer = await ask(`${url}/api/v1${at}`, {
              method: method.toUpperCase(),
              headers: { authorization, "content-type": "application/json" },
              ...body,
            });
            calls += 1;
            refuseTokens("rival", `${method} ${at}`, answer.text);
            assert.ok(answer.status < 500, `${method} ${at} answers ${answer.status}`);
            if (method !== "get" && path.includes("{"))
              assert.ok(answer.status >= 400, `${method} ${at} answers ${answer.status}`);
          }
      assert.ok(calls > 60);
    },
  },
];
