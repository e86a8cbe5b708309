import { isOfficer } from "@lilink/model/policy";
import { listRegisters, partiesOf, type Register, readActionOf } from "@lilink/model/register";
import { sampleStepValues, sampleValues } from "@lilink/model/testing";
import type { Sample } from "../expected.ts";
import { type Kind, organizationBehind, personBehind } from "../kind.ts";
import { ownStep } from "../own-step.ts";
import type { World } from "../world.ts";

/** Whether a caller reads the most open level of a live record. */
function reads({ level }: Register, { actor }: Kind): boolean {
  if (level === "everyone") return true;
  const acting = actor?.kind === "member" || actor?.kind === "apiKey" ? actor : null;
  if (actor && isOfficer(actor)) return true;
  return level === "member" && acting?.verified === true && acting.organizationKind !== "operator";
}

/** Samples of every register's procedures, from its declaration: a new one is tried the moment it exists. */
export const recordSamples: Readonly<Record<string, Sample>> = Object.fromEntries(
  listRegisters().flatMap((register) => {
    const { name, act, owner } = register;
    const of = owner === "group" ? "secretariats" : "ownOrganizations";
    // What is for its owner alone is not there for anybody else.
    const isPrivate = register.level === "own" && partiesOf(register).length === 0;
    const only = (who: Kind, world: World) =>
      isPrivate ? organizationBehind(who) === world.firm.id : reads(register, who);
    const own = (who: Kind, firm: string) => owner === "group" || organizationBehind(who) === firm;
    const record = ({ records }: Pick<World, "records">) =>
      records[name] ?? { publicId: "", revision: 0, state: "", file: "" };
    const sender = (who: Kind, { people }: World) =>
      personBehind(who) === people[owner === "group" ? "officer" : "admin"].member.personId;
    const bytes = () => new Uint8Array(Buffer.from("name\n"));
    const samples: Record<string, Sample> = {
      list: { action: readActionOf(register), input: () => ({ limit: 5 }) },
      lookup: { action: readActionOf(register), input: () => ({ text: "a" }) },
      load: {
        action: readActionOf(register),
        only,
        input: (world) => ({ publicId: record(world).publicId }),
      },
      history: {
        action: readActionOf(register),
        only,
        input: (world) => ({ publicId: record(world).publicId }),
      },
      openSteps: {
        action: readActionOf(register),
        input: (world) => ({ ids: [record(world).publicId] }),
      },
      imports: { action: act.edit, of, input: () => ({}) },
      startImport: {
        action: act.edit,
        of,
        // A file is a person's.
        only: (who) => personBehind(who) !== null,
        or: "CONFLICT",
        input: () => ({ name: "more.csv", locale: "en", bytes: bytes() }),
      },
      readImport: {
        action: act.edit,
        of,
        only: sender,
        input: (world) => ({ import: record(world).file, which: "original" }),
      },
      cancelImport: {
        action: act.edit,
        of,
        only: sender,
        input: (world) => ({ import: record(world).file }),
      },
      save: { action: act.edit, of, input: () => ({ values: sampleValues(register, "matrix") }) },
      step: {
        action: act.edit,
        of,
        only: (who, world) => own(who, world.firm.id),
        input: (world) => {
          const { publicId, revision, state } = record(world);
          const step = ownStep(register, state);
          const reason = register.machine.steps[step]?.reason ? { reason: "It is so." } : {};
          return { publicId, revision, step, ...reason, values: sampleStepValues(register, step, "matrix") };
        },
      },
    };
    return Object.entries(samples).map(([verb, sample]) => [`${name}.${verb}`, sample] as const);
  }),
);
