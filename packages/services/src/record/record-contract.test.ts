import type { ActorClaim } from "@lilink/db";
import { LilinkError } from "@lilink/model/error";
import { can } from "@lilink/model/policy";
import {
  levelOf,
  levelsOf,
  listRegisters,
  openStepsOf,
  type Register,
  type RegisterLevel,
  statesOfRegister,
  stepsOfRegister,
  tablesOf,
  type Values,
} from "@lilink/model/register";
import { plantedWord, sampleStepValues, sampleValues } from "@lilink/model/testing";
import { describe, expect, it } from "vitest";
import { addMember, addOrganization, asRaw, createTestKernel } from "../../testing/index.ts";
import { call } from "../kernel/call.ts";
import type { ImportRow } from "./import-records.ts";
import { recordVerbs } from "./record-verbs.ts";

const kernel = await createTestKernel();
const group = await addOrganization(kernel, { kind: "coordination_group" });
const firm = await addOrganization(kernel, { name: "填报单位" });
const people = {
  firmAdmin: await addMember(kernel, firm),
  firmEditor: await addMember(kernel, firm, { role: "editor" }),
  firmViewer: await addMember(kernel, firm, { role: "viewer" }),
  otherFirm: await addMember(kernel, await addOrganization(kernel)),
  unverified: await addMember(kernel, await addOrganization(kernel, { status: "pending" })),
  regulator: await addMember(kernel, await addOrganization(kernel, { kind: "regulator" })),
  operator: await addMember(kernel, await addOrganization(kernel, { kind: "operator" }), {
    duties: ["system_admin"],
  }),
  officer: await addMember(kernel, group, { duties: ["officer"] }),
  otherOfficer: await addMember(kernel, group, { role: "editor", duties: ["officer"] }),
  readingOfficer: await addMember(kernel, group, { role: "viewer", duties: ["officer"] }),
};
type Who = keyof typeof people;
const claims: Readonly<Record<Who | "visitor", ActorClaim>> = {
  visitor: { kind: "anonymous" },
  ...(Object.fromEntries(Object.entries(people).map(([name, { claim }]) => [name, claim])) as Record<
    Who,
    ActorClaim
  >),
};
const everybody = Object.keys(claims) as (Who | "visitor")[];

/** Who owns the records of a register: its firm, or the secretariat. Reviewers never made the record themselves. */
const ownersOf = ({ owner }: Register): readonly Who[] =>
  owner === "group" ? ["officer", "otherOfficer"] : ["firmAdmin", "firmEditor"];
const readersOf = (register: Register, level: RegisterLevel): readonly string[] => {
  if (level === "everyone") return everybody;
  const own =
    register.owner === "group" ? ["officer", "otherOfficer"] : ["firmAdmin", "firmEditor", "firmViewer"];
  if (level === "own") return own;
  const members = [
    "firmAdmin",
    "firmEditor",
    "firmViewer",
    "otherFirm",
    "regulator",
    "officer",
    "otherOfficer",
    "readingOfficer",
  ];
  return [...new Set([...members, ...own])];
};
const codeOf = (promise: Promise<unknown>) =>
  promise.then(
    () => "done",
    (error: unknown) => (error instanceof LilinkError ? error.code : String(error)),
  );
let made = 0;
const nextMark = () => `m${++made}x`;

/** The verbs of a register as somebody calls them. */
function as(register: Register, who: Who | "visitor") {
  const verbs = recordVerbs[register.name];
  if (!verbs) throw new Error(register.name);
  const claim = claims[who];
  return {
    list: (input: object = {}) => call(kernel.app, claim, verbs.list, input as never),
    load: (publicId: string, version?: number) => call(kernel.app, claim, verbs.load, { publicId, version }),
    history: (publicId: string) => call(kernel.app, claim, verbs.history, { publicId }),
    save: (input: object) => call(kernel.app, claim, verbs.save, input as never),
    step: (input: object) => call(kernel.app, claim, verbs.step, input as never),
    import: (rows: readonly ImportRow[]) =>
      call(kernel.app, claim, verbs.import, {
        pieces: (async function* () {
          yield rows;
        })(),
        step: () => true,
      }),
  };
}

const makerOf = (register: Register): Who => (register.owner === "group" ? "officer" : "firmAdmin");

async function add(register: Register, mark = nextMark(), values: Values = sampleValues(register, mark)) {
  const saved = await as(register, makerOf(register)).save({ values, sources: [{ title: "a source" }] });
  return { ...saved, mark };
}

/** Takes a record along the shortest way to a state. */
async function reach(register: Register, publicId: string, state: string, mark: string): Promise<void> {
  const { machine } = register;
  const paths = new Map<string, readonly string[]>([[machine.start, []]]);
  for (const [at, path] of paths)
    for (const step of openStepsOf(register, at)) {
      const to = machine.steps[step]?.to ?? "";
      if (machine.steps[step]?.guard !== "hasLive" && !paths.has(to)) paths.set(to, [...path, step]);
    }
  for (const step of paths.get(state) ?? []) await take(register, publicId, step, mark);
}

async function take(register: Register, publicId: string, step: string, mark: string, who?: Who | "visitor") {
  const taker = who ?? (register.machine.steps[step]?.who === "officer" ? "otherOfficer" : makerOf(register));
  const { revision } = await as(register, makerOf(register)).load(publicId);
  const { reason, fields } = register.machine.steps[step] ?? {};
  return as(register, taker).step({
    publicId,
    step,
    revision,
    ...(reason ? { reason: "It is so." } : {}),
    ...(fields ? { values: await stepValues(register, step, mark) } : {}),
  });
}

/** A step may name another record: one of the same register is made for it. */
async function stepValues(register: Register, step: string, mark: string): Promise<Values> {
  const values: Record<string, unknown> = { ...sampleStepValues(register, step, mark) };
  for (const name of register.machine.steps[step]?.fields ?? [])
    if (register.fields[name]?.kind === "record") values[name] = { publicId: (await add(register)).publicId };
  return values;
}

const liveStateOf = (register: Register) =>
  statesOfRegister(register).find((state) => register.machine.states[state]?.live) ?? "";

describe.each(listRegisters().map((register) => [register.name, register] as const))(
  "the register %s",
  (_name, register) => {
    it("[RG5] gives back what its owner saved, and names what is missing", async () => {
      const mark = nextMark();
      const values = sampleValues(register, mark);
      const { publicId, missing } = await add(register, mark, values);
      expect(missing).toEqual([]);
      const { shown } = await as(register, makerOf(register)).load(publicId);
      expect(shown.values).toEqual(values);
      expect(shown.sources).toMatchObject([{ title: "a source" }]);
      const required = Object.entries(register.fields).find(([, field]) => field.required)?.[0] ?? "";
      const without = { ...sampleValues(register, nextMark()), [required]: null };
      const isLive = register.machine.states[register.machine.start]?.live;
      const answer = as(register, makerOf(register)).save({ values: without });
      if (isLive) expect(await codeOf(answer)).toBe("INVALID_INPUT");
      else expect((await answer).missing).toEqual([required]);
    });

    it("[RG5] a save that saw an older revision is a conflict and changes nothing", async () => {
      const { publicId, revision, mark } = await add(register);
      const owner = as(register, makerOf(register));
      const save = () =>
        owner.save({ publicId, revision, values: sampleValues(register, mark), note: "again" });
      expect(await codeOf(save())).toBe("done");
      expect(await codeOf(save())).toBe("CONFLICT");
      expect((await owner.load(publicId)).revision).toBe(revision + 1);
    });

    it("[RG5] two records of one name are a conflict, in any case and width", async () => {
      const { mark } = await add(register);
      expect(await codeOf(add(register, mark))).toBe("CONFLICT");
    });

    it("[RG2] a live record shows each level to its readers and to nobody else", async () => {
      const { publicId, mark } = await add(register);
      await reach(register, publicId, liveStateOf(register), mark);
      for (const who of everybody) {
        const seen = await as(register, who)
          .load(publicId)
          .then(
            (view) => JSON.stringify(view),
            () => "",
          );
        const page = await as(register, who)
          .list({ limit: 100 })
          .then(
            (view) => JSON.stringify(view),
            () => "",
          );
        for (const level of levelsOf(register)) {
          const names = Object.entries(register.fields).filter(
            ([, field]) =>
              levelOf(register, field) === level &&
              ["text", "bilingual"].includes(field.kind) &&
              !field.byStep,
          );
          if (names.length === 0) continue;
          const isReader = readersOf(register, level).includes(who);
          expect([who, level, seen.includes(plantedWord(level, mark))]).toEqual([who, level, isReader]);
          if (!isReader) expect([who, page.includes(plantedWord(level, mark))]).toEqual([who, false]);
        }
      }
    });

    it("[RG2] the database alone keeps the levels: a raw connection counts the rows of its readers", async () => {
      const { publicId, mark } = await add(register);
      await reach(register, publicId, liveStateOf(register), mark);
      const { head, version } = tablesOf(register);
      for (const [who, member] of Object.entries(people))
        for (const level of levelsOf(register)) {
          const answer = await asRaw(
            kernel,
            member,
            `select 1 from ${version} v join ${head} h on h.id = v.record_id where h.public_id = '${publicId}' and v.level = '${level}'`,
          );
          const isReader = readersOf(register, level).includes(who);
          expect([who, level, answer]).toEqual([who, level, isReader ? "done" : "nothing"]);
        }
    });

    it("[RG3] a draft is its owner's alone, and a reviewer's while it waits", async () => {
      if (register.machine.states[register.machine.start]?.live) return;
      const { publicId } = await add(register);
      for (const who of everybody) {
        const isOwner = readersOf(register, "own").includes(who);
        expect([who, await codeOf(as(register, who).load(publicId))]).toEqual([
          who,
          isOwner ? "done" : "NOT_FOUND",
        ]);
      }
    });

    it.each(statesOfRegister(register))(
      "[RG6] from %s every step is open to whom the machine names, and to nobody else",
      async (state) => {
        for (const step of stepsOfRegister(register)) {
          const about = register.machine.steps[step];
          const isOpen = openStepsOf(register, state).includes(step);
          for (const who of everybody) {
            const { publicId, mark } = await add(register);
            await reach(register, publicId, state, mark);
            const answer = await codeOf(take(register, publicId, step, mark, who));
            const takers: readonly string[] =
              about?.who === "officer" ? ["otherOfficer"] : ownersOf(register);
            const guarded = about?.guard === "hasLive";
            const expected = takers.includes(who)
              ? isOpen && !guarded
                ? ["done"]
                : ["WRONG_STATE"]
              : ["FORBIDDEN", "NOT_FOUND", "NOT_SIGNED_IN"];
            expect([state, step, who, expected.includes(answer) ? "as expected" : answer]).toEqual([
              state,
              step,
              who,
              "as expected",
            ]);
            if (!isOpen) break;
          }
        }
      },
      120_000,
    );

    it("[RG6] the database alone refuses a way that the machine does not have", async () => {
      const { publicId } = await add(register);
      const { head } = tablesOf(register);
      const { machine } = register;
      for (const to of statesOfRegister(register)) {
        if (to === machine.start) continue;
        const isWay = stepsOfRegister(register).some((step) => {
          const way = machine.steps[step];
          return way?.from.includes(machine.start) && way.to === to && way.who === "owner";
        });
        const change = `update ${head} set state = '${to}' where public_id = '${publicId}'`;
        if (!isWay)
          expect([to, await asRaw(kernel, people[makerOf(register)], change)]).toEqual([to, "42501"]);
        expect([to, await asRaw(kernel, people.otherFirm, change)]).toEqual([to, "nothing"]);
      }
      const makeLive = `update ${head}_version set status = 'live' where status <> 'live'`;
      expect(await asRaw(kernel, people[makerOf(register)], makeLive)).not.toBe("done");
    });

    it("[RG6] a step that is not open says which are", async () => {
      const { publicId, mark } = await add(register);
      const closed =
        stepsOfRegister(register).find(
          (step) => !openStepsOf(register, register.machine.start).includes(step),
        ) ?? "";
      const error = await take(register, publicId, closed, mark).catch((caught: unknown) => caught);
      expect(error).toMatchObject({
        code: "WRONG_STATE",
        params: { open: openStepsOf(register, register.machine.start).join(" ") },
      });
    });

    it("[RG7] a list filters, counts, sorts and pages without losing or repeating a row", async () => {
      const mark = nextMark();
      for (let at = 0; at < 5; at += 1) {
        const { publicId, mark: own } = await add(register, `${mark} n${at}`);
        await reach(register, publicId, liveStateOf(register), own);
      }
      const reader = as(register, "officer");
      const q = plantedWord(register.level, mark);
      for (const sort of [undefined, ...register.list.flatMap((name) => [name, `-${name}`]), "updatedAt"]) {
        const whole = await reader.list({ q, sort, limit: 100 });
        const paged: string[] = [];
        let cursor: string | undefined;
        do {
          const page = await reader.list({ q, sort, limit: 2, ...(cursor ? { cursor } : {}) });
          paged.push(...page.items.map(({ publicId }) => publicId));
          cursor = page.nextCursor ?? undefined;
        } while (cursor);
        expect([sort, paged]).toEqual([sort, whole.items.map(({ publicId }) => publicId)]);
        expect([whole.total, paged.length]).toEqual([5, 5]);
      }
      for (const name of register.facets) {
        const { facets } = await reader.list({ limit: 1 });
        for (const { value, count } of facets[name] ?? [])
          expect([name, value, (await reader.list({ [name]: [value], limit: 1 })).total]).toEqual([
            name,
            value,
            count,
          ]);
      }
      expect((await reader.list({ q: `${q} n3`, limit: 10 })).items).toHaveLength(1);
    });

    it("[RG8] a file of rows comes in whole, comes in again unchanged, and a bad one changes nothing", async () => {
      const rows: ImportRow[] = Array.from({ length: 7 }, (_, at) => ({
        row: at + 2,
        values: sampleValues(register, nextMark()),
        source: { title: "a file" },
        reading: "reported",
      }));
      const owner = as(register, makerOf(register));
      expect(await owner.import(rows)).toMatchObject({ state: "done", created: 7, updated: 0, unchanged: 0 });
      expect(await owner.import(rows)).toMatchObject({ state: "done", created: 0, updated: 0, unchanged: 7 });
      const before = (await owner.list({ own: "true", limit: 1 })).total;
      const required = Object.entries(register.fields).find(([, field]) => field.required)?.[0] ?? "";
      const bad = {
        ...rows[0],
        row: 9,
        values: { ...sampleValues(register, nextMark()), [required]: null },
      } as ImportRow;
      const fresh = { ...rows[0], row: 8, values: sampleValues(register, nextMark()) } as ImportRow;
      const outcome = await owner.import([fresh, bad]);
      expect(outcome).toMatchObject({
        state: "faulty",
        faults: [{ row: 9, faults: [{ field: required, rule: "required" }] }],
      });
      expect((await owner.list({ own: "true", limit: 1 })).total).toBe(before);
      expect(await codeOf(as(register, "otherFirm").import(rows))).toBe(
        register.owner === "group" ? "FORBIDDEN" : "done",
      );
    });

    it("[RG6] the screen's question and the server's answer agree", async () => {
      const { publicId, mark } = await add(register);
      await reach(register, publicId, liveStateOf(register), mark);
      for (const who of everybody) {
        const view = await as(register, who)
          .load(publicId)
          .catch(() => null);
        if (!view) continue;
        const mayEdit =
          ownersOf(register).includes(who as Who) && register.machine.states[view.state]?.edit !== undefined;
        expect([who, view.mayEdit]).toEqual([who, mayEdit]);
      }
      expect(can({ kind: "anonymous" }, "record.edit", { owner: true })).toBe(false);
    });
  },
);
