import { type RegisterName, registers } from "@lilink/model/register";
import { call } from "../src/kernel/call.ts";
import { recordVerbs } from "../src/record/record-verbs.ts";
import type { TestKernel } from "./kernel.ts";
import type { TestMember } from "./people.ts";

/** A record with these values, published: one officer files it, another one decides. */
export async function addRecord(
  { app }: TestKernel,
  [maker, reviewer]: readonly [TestMember, TestMember],
  name: RegisterName,
  given: Readonly<Record<string, unknown>>,
): Promise<{ readonly publicId: string }> {
  const verbs = recordVerbs[name];
  if (!verbs) throw new Error(`${name} is no register`);
  const empty = Object.fromEntries(Object.keys(registers[name].fields).map((field) => [field, null]));
  const values = { ...empty, ...given };
  const readings = Object.fromEntries(
    Object.keys(given).map((field) => [field, { reading: "seen", source: 0 }]),
  );
  const saved = await call(app, maker.principal, verbs.save, {
    values,
    sources: [{ title: "A paper" }],
    readings,
  } as never);
  let { publicId, revision } = saved;
  for (const [step, who] of [
    ["submit", maker],
    ["publish", reviewer],
  ] as const)
    if (step in registers[name].machine.steps)
      ({ publicId, revision } = await call(app, who.principal, verbs.step, {
        publicId,
        revision,
        step,
      } as never));
  return { publicId };
}
