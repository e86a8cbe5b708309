import type { Principal } from "@lilink/db";
import { isEmpty, registers } from "@lilink/model/register";
import { call } from "../../kernel/call.ts";
import type { Kernel } from "../../kernel/context.ts";
import { recordVerbs } from "../../record/record-verbs.ts";
import records from "./data/recovery-records.json" with { type: "json" };

type MemberPrincipal = Extract<Principal, { kind: "member" }>;
type Given = {
  readonly register: string;
  readonly by: string;
  readonly values: Readonly<Record<string, unknown>>;
  readonly steps: readonly (readonly [step: string, reason: string | null])[];
};

/** Invented recyclers and laboratories, brought to their states by the steps that people take. What is there stays. */
export async function seedRecoveryRecords(
  app: Kernel,
  principalOf: (email: string) => MemberPrincipal,
): Promise<void> {
  for (const { register: name, by, values, steps } of records as unknown as readonly Given[]) {
    const verbs = recordVerbs[name];
    const register = registers[name as keyof typeof registers];
    if (!verbs) throw new Error(`${name} is no register`);
    const owner = principalOf(by);
    const full = Object.fromEntries(
      Object.keys(register.fields).map((field) => [field, values[field] ?? null]),
    );
    const title = full[register.list[0] ?? ""] as { readonly zh: string };
    const { items } = await call(app, owner, verbs.list, { own: "true", limit: 100 } as never);
    if (items.some((one) => (one.values[register.list[0] ?? ""] as typeof title | null)?.zh === title.zh))
      continue;
    const source = [{ title: "虚构演示数据 / invented for the demo" }];
    const readings = Object.fromEntries(
      Object.entries(full).flatMap(([field, value]) =>
        isEmpty(value) ? [] : [[field, { reading: "estimated", source: 0 }]],
      ),
    );
    const saved = await call(app, owner, verbs.save, { values: full, sources: source, readings } as never);
    let { revision } = saved;
    for (const [step, reason] of steps) {
      const who = register.machine.steps[step as never] as { readonly who: string };
      const actor = who.who === "officer" ? principalOf("officer@group.example") : owner;
      const moved = await call(app, actor, verbs.step, {
        publicId: saved.publicId,
        step,
        revision,
        ...(reason === null ? {} : { reason }),
      } as never);
      revision = moved.revision;
    }
  }
}
