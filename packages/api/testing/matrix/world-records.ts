import { listRegisters, openStepsOf, type Register, type RegisterName } from "@lilink/model/register";
import { sampleStepValues, sampleValues } from "@lilink/model/testing";
import type { Cast } from "./cast.ts";
import type { AsKind } from "./kind.ts";
import { ownStep } from "./own-step.ts";

export type LiveRecord = {
  readonly publicId: string;
  readonly revision: number;
  readonly state: string;
  /** A file that its owner sent into the register, which no worker has taken yet. */
  readonly file: string;
};

/** One live record of every register, made and published by those who may, from which its owner may go on. */
export async function addRecords(cast: Cast, as: AsKind): Promise<Readonly<Record<string, LiveRecord>>> {
  const records: Record<string, LiveRecord> = {};
  for (const register of listRegisters()) records[register.name] = await addRecord(register, cast, as);
  return records;
}

async function addRecord(register: Register, { people }: Cast, as: AsKind): Promise<LiveRecord> {
  const room = register.name as RegisterName;
  const owner = register.owner === "group" ? people.officer : people.admin;
  const { machine } = register;
  const saved = await as(owner)[room].save({
    values: sampleValues(register, "world"),
    sources: [{ title: "A source" }],
  });
  const { publicId: file } = await as(owner)[room].startImport({
    name: "records.csv",
    locale: "en",
    bytes: new Uint8Array(Buffer.from("name\n")),
  });
  const { publicId } = saved;
  let record: Omit<LiveRecord, "file"> = { publicId, revision: saved.revision, state: machine.start };
  const seen = new Set([record.state]);
  while (!machine.states[record.state]?.live || ownStep(register, record.state) === "") {
    const step = openStepsOf(register, record.state).find((one) => {
      const { to = "", guard } = machine.steps[one] ?? {};
      const { live, end } = machine.states[to] ?? {};
      return !seen.has(to) && !guard?.startsWith("has") && (live || !end);
    });
    if (!step) throw new Error(`${register.name} has no way from ${record.state} to a live state`);
    const who = machine.steps[step]?.who === "officer" ? people.secretary : owner;
    record = await as(who)[room].step({
      publicId,
      revision: record.revision,
      step,
      ...(machine.steps[step]?.reason ? { reason: "It is so." } : {}),
      values: sampleStepValues(register, step, "world"),
    });
    seen.add(record.state);
  }
  return { ...record, file };
}
