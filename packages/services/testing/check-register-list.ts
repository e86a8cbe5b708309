import { openStepsOf, type Register } from "@lilink/model/register";
import { plantedWord } from "@lilink/model/testing";
import { expect, it } from "vitest";
import { liveStateOf, makerOf, nextMark, ownersOf, type RecordStage, reviewersOf } from "./record-stage.ts";

/** What the list of every register promises, from its declaration alone. */
export function checkRegisterList(stage: RecordStage, register: Register): void {
  const { everybody, as, add, reach } = stage;
  const empty = "nobody-has-this";

  it("[RG11] the open steps of chosen records are those that the server lets each reader take", async () => {
    const { machine } = register;
    for (const state of Object.keys(machine.states)) {
      const { publicId, mark } = await add(register);
      await reach(register, publicId, state, mark);
      const open = openStepsOf(register, state).filter((step) => machine.steps[step]?.guard !== "hasLive");
      for (const who of everybody) {
        const answer = await as(register, who)
          .openSteps([publicId, empty])
          .catch(() => []);
        const mine = open.filter((step) => {
          const takers: readonly string[] =
            machine.steps[step]?.who === "officer" ? reviewersOf(register) : ownersOf(register);
          return takers.includes(who);
        });
        expect([state, who, answer.flatMap(({ steps }) => steps)]).toEqual([state, who, mine]);
      }
      const maker = as(register, makerOf(register));
      const { revision, steps } = await maker.load(publicId);
      expect(await maker.openSteps([publicId])).toEqual([{ publicId, revision, steps }]);
    }
  }, 120_000);

  it("[RG11] a list of chosen records holds those and no other, as far as the reader reads them", async () => {
    const mark = nextMark();
    const made: string[] = [];
    for (const name of ["a", "b", "c"]) {
      const { publicId, mark: own } = await add(register, `${mark} ${name}`);
      await reach(register, publicId, liveStateOf(register), own);
      made.push(publicId);
    }
    const ids = [...made.slice(0, 2), empty];
    const page = await as(register, "officer").list({ ids, limit: 100 });
    expect(page.items.map(({ publicId }) => publicId).toSorted()).toEqual(made.slice(0, 2).toSorted());
    expect(page.total).toBe(2);
    const found = await as(register, "officer").list({
      ids,
      q: plantedWord(register.level, mark),
      limit: 100,
    });
    expect(found.items).toHaveLength(2);
    const draft = await add(register);
    const hidden = register.machine.states[register.machine.start]?.live !== true;
    if (hidden) expect((await as(register, "otherFirm").list({ ids: [draft.publicId] })).items).toEqual([]);
  });
}
