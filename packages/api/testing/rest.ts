import type { ApiScope } from "@lilink/model/policy";
import { apiScopes } from "@lilink/model/policy";
import { listRegisters, type Register, tablesOf } from "@lilink/model/register";
import { sampleValues } from "@lilink/model/testing";
import { call, callJob, createKey } from "@lilink/services";
import { seedRecords } from "@lilink/services/jobs";
import {
  createRecordStage,
  type RecordStage,
  type TestKernel,
  type TestMember,
} from "@lilink/services/testing";
import type { Api } from "../src/kernel/open-api.ts";
import { findOperation } from "../src/rest/request/find-operation.ts";
import { handleRest, restEndpoint } from "../src/rest/request/handle-rest.ts";

/** What tests read of the bodies that operations answer with; each has some of it. */
type TestBody = {
  readonly publicId: string;
  /** Of an event of a battery. */
  readonly hash: string;
  readonly revision: number;
  readonly items: readonly { readonly id: string; readonly publicId: string; readonly title: string }[];
  readonly nextCursor: string | null;
  readonly message: string;
  readonly requestId: string;
  readonly faults: readonly { readonly field: string }[];
  readonly savedAt: string;
  readonly validUntil: string;
  readonly reading: { readonly fields: object };
  readonly goals: readonly { readonly goal: { readonly id: string } }[];
  readonly counts: readonly object[];
  readonly matches: readonly object[];
  readonly series: readonly object[];
  readonly use: { readonly version: number } | null;
  readonly quotas: readonly { readonly of: string }[];
};

export type RestAnswer = {
  readonly status: number;
  readonly headers: Headers;
  readonly body: TestBody;
};

/** The REST face on a test's own database, as a program sees it, with what was reported to the operator. */
export function createRestClient(kernel: TestKernel) {
  const reported: unknown[] = [];
  const answered = new Set<string>();
  const contextOf: Api["contextOf"] = (principal) => ({
    kernel: kernel.app,
    principal,
    listen: async function* () {},
    report: (error) => reported.push(error),
  });
  const api: Api = { kernel: kernel.app, ping: async () => undefined, contextOf, pageContextOf: contextOf };

  async function send(path: string, init: RequestInit = {}): Promise<RestAnswer> {
    const response = await handleRest(new Request(`http://lilink.test${restEndpoint}${path}`, init), api);
    const text = await response.text();
    return { status: response.status, headers: response.headers, body: text ? JSON.parse(text) : null };
  }

  async function ask(key: string | null, method: string, path: string, body?: unknown): Promise<RestAnswer> {
    const headers = new Headers({ "accept-language": "en" });
    if (key !== null) headers.set("authorization", `Bearer ${key}`);
    if (body !== undefined) headers.set("content-type", "application/json");
    const answer = await send(path, {
      method,
      headers,
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    if (answer.status < 300) answered.add(findOperation(method, path.split("?")[0] ?? "").operation.name);
    return answer;
  }

  /** A key of the member's organization; with every scope where none is named. */
  const keyOf = async (member: TestMember, scopes: readonly ApiScope[] = apiScopes) =>
    call(kernel.app, member.principal, createKey, { name: "ERP", scopes: [...scopes] });

  return { api, ask, send, keyOf, reported, answered };
}

/** A live record of every register, shipped or made by a firm, by the name of the operation that reads it. */
export async function seedTestRecords(kernel: TestKernel): Promise<ReadonlyMap<string, string>> {
  await callJob(kernel.worker, { id: kernel.app.newId(), name: "record.seed" }, seedRecords, {});
  const stage = await createRecordStage(kernel);
  const found = new Map<string, string>();
  for (const register of listRegisters()) {
    const table = tablesOf(register).head;
    const [row] = await kernel.ownerRows<{ id: string }>(
      `select public_id as id from ${table} order by title_en limit 1`,
    );
    found.set(`${register.name}.load`, row?.id ?? (await makeLive(stage, register)));
  }
  return found;
}

async function makeLive(stage: RecordStage, register: Register): Promise<string> {
  const { publicId, mark } = await stage.add(register);
  const { states } = register.machine;
  const live = Object.keys(states).find((state) => states[state]?.live) ?? "";
  await stage.reach(register, publicId, live, mark);
  return publicId;
}

/** Keeps a record in each register that only its owner reads, by the owner's key, and tells `records` of it. */
export async function keepOwnRecords(
  ask: ReturnType<typeof createRestClient>["ask"],
  key: string,
  records: Map<string, string>,
): Promise<void> {
  for (const register of listRegisters().filter(({ level }) => level === "own")) {
    const given = { values: sampleValues(register, "own"), sources: [{ title: "a source" }] };
    const { body } = await ask(key, "POST", `/${register.rest.path}`, given);
    const { states, steps, start } = register.machine;
    const live = Object.entries(steps).find(
      ([, { from, to, who }]) => who === "owner" && from.includes(start) && states[to]?.live,
    );
    // A list shows what stands; a draft is filed first.
    if (!states[start]?.live && live)
      await ask(key, "POST", `/${register.rest.path}/${body.publicId}/steps`, {
        step: live[0],
        revision: body.revision,
      });
    records.set(`${register.name}.load`, body.publicId);
  }
}
