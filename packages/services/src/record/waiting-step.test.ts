import { expect, it } from "vitest";
import { addOfficer, createTestKernel, type TestMember } from "../../testing/index.ts";
import { call } from "../kernel/call.ts";
import { recordVerbs } from "./record-verbs.ts";

const kernel = await createTestKernel(new Date("2026-11-24T02:00:00Z"));
const [officer, other] = [await addOfficer(kernel), await addOfficer(kernel)];
const seats = recordVerbs.seat;
if (!seats) throw new Error("there are no seats");
const load = (publicId: string) => call(kernel.app, officer.principal, seats.load, { publicId });

async function addSeat(termTo: string): Promise<string> {
  const values = {
    name: { zh: `席位 ${termTo}`, en: `A seat until ${termTo}` },
    body: "institute",
    role: "member",
    links: ["materials"],
    termFrom: "2025-01-01",
    termTo,
  };
  const { publicId } = (await call(
    kernel.app,
    officer.principal,
    seats?.save as never,
    {
      values,
      sources: [{ title: "a paper" }],
    } as never,
  )) as { publicId: string };
  for (const [step, who] of [
    ["submit", officer],
    ["publish", other],
  ] as const)
    await take(publicId, step, who);
  return publicId;
}

async function take(publicId: string, step: string, who: TestMember = officer) {
  const { revision } = await load(publicId);
  return call(kernel.app, who.principal, seats?.step as never, { publicId, step, revision } as never);
}

it("[RG16] a step that waits for a day is not offered before it, one by one or for many, and refused with that day", async () => {
  const [waiting, over] = [await addSeat("2026-12-31"), await addSeat("2026-11-24")];
  const offered = async () => {
    const many = await call(kernel.app, officer.principal, seats.openSteps, { ids: [waiting, over] });
    const one = async (id: string) => [
      (await load(id)).steps.includes("end"),
      many.find(({ publicId }) => publicId === id)?.steps.includes("end"),
    ];
    return [await one(waiting), await one(over)];
  };
  expect(await offered()).toEqual([
    [false, false],
    [true, true],
  ]);
  await expect(take(waiting, "end")).rejects.toMatchObject({
    faults: [{ field: "values.termTo", rule: "beforeItsDay", params: { day: "2026-12-31" } }],
  });
  expect((await load(waiting)).state).toBe("published");
  kernel.setNow(new Date("2026-12-30T16:30:00Z"));
  // In Shanghai it is the last day already.
  expect((await offered())[0]).toEqual([true, true]);
  await take(waiting, "end");
  expect((await load(waiting)).state).toBe("ended");
});
