import type { Principal } from "@lilink/db";
import { membership } from "@lilink/db/schema";
import { LilinkError } from "@lilink/model/error";
import {
  isHeldByNotice,
  noticeEndOf,
  openStepsOf,
  partiesOf,
  type Register,
  type RegisterLevel,
  statesOfRegister,
  type Values,
} from "@lilink/model/register";
import { sampleRecord, sampleStepValues, sampleValues } from "@lilink/model/testing";
import { call } from "../src/kernel/call.ts";
import type { ImportRow } from "../src/record/import-records.ts";
import { toRecordVerbs } from "../src/record/record-verbs.ts";
import type { TestKernel } from "./kernel.ts";
import { addMember, addOrganization } from "./people.ts";
import { addReferred } from "./referred.ts";

async function addPeople(kernel: TestKernel) {
  const group = await addOrganization(kernel, { kind: "coordination_group" });
  const firm = await addOrganization(kernel, { name: "填报单位" });
  const torn = await addMember(kernel, group, { duties: ["officer"] });
  await kernel.owner.insert(membership).values({
    organizationId: firm.id,
    personId: torn.personId,
    role: "viewer",
    createdAt: kernel.app.clock(),
  });
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
  return { people, torn };
}
type People = Awaited<ReturnType<typeof addPeople>>["people"];
export type Who = keyof People;

const officers: readonly Who[] = ["officer", "otherOfficer"];
/** Who owns the records of a register: its firm, or the secretariat. */
export const ownersOf = ({ owner }: Register): readonly Who[] =>
  owner === "group" ? officers : ["firmAdmin", "firmEditor"];
/** Who reviews them; an officer never reviews a record that the officer made. */
export const reviewersOf = (register: Register): readonly Who[] =>
  officers.filter((who) => who !== makerOf(register));
export const makerOf = (register: Register): Who => (register.owner === "group" ? "officer" : "firmAdmin");
/** Who reads live records of a register that others made; what is for its owner alone, its maker reads. */
export const readerOf = (register: Register): Who =>
  register.level === "own" && partiesOf(register).length === 0 ? makerOf(register) : "officer";
export const codeOf = (promise: Promise<unknown>) =>
  promise.then(
    () => "done",
    (error: unknown) => (error instanceof LilinkError ? error.code : String(error)),
  );
export const liveStateOf = (register: Register) =>
  statesOfRegister(register).find((state) => register.machine.states[state]?.live) ?? "";

/** Who reads a draft: the members of whoever owns it. */
export const draftReadersOf = ({ owner }: Register): readonly Who[] =>
  owner === "group" ? officers : ["firmAdmin", "firmEditor", "firmViewer"];

let made = 0;
export const nextMark = () => `m${++made}x`;

export type RecordStage = Awaited<ReturnType<typeof createRecordStage>>;

/** Everybody who may meet a record, and what they do with it: by the verbs of any register, shipped or scratch. */
export async function createRecordStage(kernel: TestKernel) {
  await addReferred(kernel);
  const { people, torn } = await addPeople(kernel);
  const principals: Readonly<Record<Who | "visitor" | "torn", Principal>> = {
    visitor: { kind: "anonymous" },
    torn: torn.principal,
    ...(Object.fromEntries(
      Object.entries(people).map(([name, { principal }]) => [name, principal]),
    ) as Record<Who, Principal>),
  };
  const everybody = ["visitor", ...Object.keys(people)] as (Who | "visitor")[];
  const readersOf = (register: Register, level: RegisterLevel): readonly string[] => {
    if (level === "everyone") return everybody;
    const own = draftReadersOf(register);
    if (level === "own") return partiesOf(register).length > 0 ? [...own, ...officers] : own;
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

  /** The verbs of a register as somebody calls them. */
  function as(register: Register, who: Who | "visitor" | "torn") {
    const verbs = toRecordVerbs(register);
    const principal = principals[who];
    return {
      list: (input: object = {}) => call(kernel.app, principal, verbs.list, input as never),
      lookup: (text: string) => call(kernel.app, principal, verbs.lookup, { text }),
      load: (publicId: string, version?: number) =>
        call(kernel.app, principal, verbs.load, { publicId, version }),
      openSteps: (ids: readonly string[]) => call(kernel.app, principal, verbs.openSteps, { ids: [...ids] }),
      history: (publicId: string) => call(kernel.app, principal, verbs.history, { publicId }),
      save: (input: object) => call(kernel.app, principal, verbs.save, input as never),
      step: (input: object) => call(kernel.app, principal, verbs.step, input as never),
      import: (rows: readonly ImportRow[]) =>
        call(kernel.app, principal, verbs.import, {
          pieces: (async function* () {
            yield rows;
          })(),
          step: () => true,
        }),
    };
  }

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
    for (const step of paths.get(state) ?? []) {
      await take(register, publicId, step, mark);
      passNotice(register, step);
    }
  }

  /** A public notice runs its days before anybody goes on. [TR71] */
  function passNotice({ machine }: Register, step: string): void {
    const to = machine.steps[step]?.to ?? "";
    const now = kernel.app.clock();
    if (openStepsOf({ machine }, to).some((next) => isHeldByNotice({ machine }, next, now, now)))
      kernel.setNow(new Date(noticeEndOf(now).getTime() + 1));
  }

  async function take(
    register: Register,
    publicId: string,
    step: string,
    mark: string,
    who?: Who | "visitor" | "torn",
    /** The revision that the taker saw; without it, the newest. */
    seen?: number,
  ) {
    const taker =
      who ?? (register.machine.steps[step]?.who === "officer" ? "otherOfficer" : makerOf(register));
    const revision = seen ?? (await as(register, makerOf(register)).load(publicId)).revision;
    const { reason, fields } = register.machine.steps[step] ?? {};
    return as(register, taker).step({
      publicId,
      step,
      revision,
      ...(reason ? { reason: "It is so." } : {}),
      ...(fields ? { values: await stepValues(register, step, mark) } : {}),
    });
  }

  /** A step may name another record: one of the same register is made for it, one of another is there. */
  async function stepValues(register: Register, step: string, mark: string): Promise<Values> {
    const values: Record<string, unknown> = { ...sampleStepValues(register, step, mark) };
    for (const name of register.machine.steps[step]?.fields ?? [])
      values[name] = await toNamed(register, name, values[name]);
    return values;
  }

  async function toNamed(register: Register, name: string, value: unknown): Promise<unknown> {
    const field = register.fields[name];
    if (field?.kind !== "record") return value;
    return field.of === register.name ? { publicId: (await add(register)).publicId } : sampleRecord(field.of);
  }

  return { kernel, people, torn, everybody, readersOf, as, add, reach, take } as const;
}
