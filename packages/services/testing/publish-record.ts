import { isHeldByNotice, registerOf } from "@lilink/model/register";
import { call } from "../src/kernel/call.ts";
import { recordVerbs } from "../src/record/record-verbs.ts";
import type { TestKernel } from "./kernel.ts";
import type { TestMember } from "./people.ts";

type Steps = readonly (readonly [step: string, who: TestMember, reason?: string, values?: object])[];

/** Files a record of a shipped register and takes it along the given steps; what waits for the end of a notice was filed before one. */
export async function publishRecord(
  kernel: TestKernel,
  register:
    | "laboratory"
    | "conformityClaim"
    | "plant"
    | "programme"
    | "skillDemand"
    | "overseasProject"
    | "achievement",
  who: TestMember,
  values: Readonly<Record<string, unknown>>,
  steps: Steps,
): Promise<string> {
  const verbs = recordVerbs[register];
  if (!verbs) throw new Error("no such register");
  const now = kernel.app.clock();
  const before = new Date(now.getTime() - 40 * 86_400_000);
  const waits = (step: string) => isHeldByNotice(registerOf(register), step, now, now);
  if (steps.some(([step]) => waits(step))) kernel.setNow(before);
  const saved = await call(kernel.app, who.principal, verbs.save, { values } as never);
  let { revision } = saved;
  for (const [step, actor, reason, given] of steps) {
    if (waits(step)) kernel.setNow(now);
    ({ revision } = await call(kernel.app, actor.principal, verbs.step, {
      publicId: saved.publicId,
      step,
      revision,
      ...(reason && { reason }),
      ...(given && { values: given }),
    } as never));
  }
  return saved.publicId;
}

/** A published laboratory of a body that is accredited for GB/T 34015 until a day. */
export function addLaboratory(
  kernel: TestKernel,
  tester: TestMember,
  officer: TestMember,
  accreditedUntil = "2027-06-30",
): Promise<string> {
  const values = {
    name: { zh: "检测室", en: "Test room" },
    province: "42",
    accreditation: "L1",
    accreditedUntil,
    methods: ["gbt34015"],
    slots: 2,
  };
  return publishRecord(kernel, "laboratory", tester, values, [
    ["submit", tester],
    ["publish", officer],
  ]);
}
