import { dueGroupOf, dueGroups, openStepsOf, type Register } from "@lilink/model/register";
import { plantedWord } from "@lilink/model/testing";
import { expect, it } from "vitest";
import {
  liveStateOf,
  makerOf,
  nextMark,
  ownersOf,
  type RecordStage,
  readerOf,
  reviewersOf,
} from "./record-stage.ts";

/** What the list of every register promises, from its declaration alone. */
export function checkRegisterList(stage: RecordStage, register: Register): void {
  const { kernel, everybody, as, add, reach } = stage;
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

  it("[RG12] a list by duty pages in the order of what is owed next, counts its groups, and ends with what owes nothing", async () => {
    if (!register.due) return;
    const mark = nextMark();
    for (const state of [...Object.keys(register.machine.states), register.machine.start]) {
      const { publicId, mark: own } = await add(
        register,
        `${mark} ${state.replaceAll("_", "")}${nextMark()}`,
      );
      await reach(register, publicId, state, own);
    }
    const reader = as(register, makerOf(register));
    const asked = { own: "true", q: plantedWord(register.level, mark) };
    for (const sort of ["due", "-due"]) {
      const whole = await reader.list({ ...asked, sort, limit: 100 });
      const days = whole.items.map(({ duty }) => duty?.dueAt.getTime() ?? null);
      const owed = days.filter((day) => day !== null).toSorted((a, b) => a - b);
      const inOrder = sort === "due" ? owed : owed.toReversed();
      expect([sort, days]).toEqual([sort, [...inOrder, ...days.filter((day) => day === null)]]);
      expect(new Set(days).size).toBeGreaterThan(1);
      const groups = whole.items.map(({ duty }) => dueGroupOf(duty?.dueAt ?? null, kernel.app.clock()));
      for (const group of dueGroups)
        expect([group, whole.duties?.[group]]).toEqual([group, groups.filter((one) => one === group).length]);
      const paged: string[] = [];
      for (let cursor: string | null = ""; cursor !== null; ) {
        const page: typeof whole = await reader.list({
          ...asked,
          sort,
          limit: 2,
          ...(cursor ? { cursor } : {}),
        });
        paged.push(...page.items.map(({ publicId }) => publicId));
        expect(page.duties).toEqual(whole.duties);
        cursor = page.nextCursor;
      }
      expect(paged).toEqual(whole.items.map(({ publicId }) => publicId));
    }
    expect((await reader.list({ ...asked, limit: 1 })).duties).toBeNull();
  }, 60_000);

  it("[RG11] a list of chosen records holds those and no other, as far as the reader reads them", async () => {
    const mark = nextMark();
    const made: string[] = [];
    for (const name of ["a", "b", "c"]) {
      const { publicId, mark: own } = await add(register, `${mark} ${name}`);
      await reach(register, publicId, liveStateOf(register), own);
      made.push(publicId);
    }
    const ids = [...made.slice(0, 2), empty];
    const page = await as(register, readerOf(register)).list({ ids, limit: 100 });
    expect(page.items.map(({ publicId }) => publicId).toSorted()).toEqual(made.slice(0, 2).toSorted());
    expect(page.total).toBe(2);
    const found = await as(register, readerOf(register)).list({
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
