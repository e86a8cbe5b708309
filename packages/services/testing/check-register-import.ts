import { openStepsOf, type Register, statesOfRegister } from "@lilink/model/register";
import { plantedWord, sampleValues } from "@lilink/model/testing";
import { expect, it } from "vitest";
import type { ImportRow } from "../src/record/import-records.ts";
import { codeOf, liveStateOf, makerOf, nextMark, type RecordStage } from "./record-stage.ts";

/** What files of every register promise, from its declaration alone. */
export function checkRegisterImport({ as, add, reach }: RecordStage, register: Register): void {
  it("[RG8] a file of rows comes in whole, comes in again unchanged, and a bad one changes nothing", async () => {
    const marks = Array.from({ length: 7 }, nextMark);
    const rows: ImportRow[] = marks.map((mark, at) => ({
      row: at + 2,
      values: sampleValues(register, mark),
      sources: [{ title: "a file" }],
      readings: { [register.list[0] ?? ""]: { reading: "reported", source: 0 } },
    }));
    const owner = as(register, makerOf(register));
    expect(await owner.import(rows)).toMatchObject({ state: "done", created: 7, updated: 0, unchanged: 0 });
    expect(await owner.import(rows)).toMatchObject({ state: "done", created: 0, updated: 0, unchanged: 7 });
    const [changing] =
      Object.entries(register.fields).find(
        ([name, { kind, byStep }]) => kind === "text" && !byStep && !register.unique.includes(name),
      ) ?? [];
    const mayChange =
      register.machine.states[liveStateOf(register)]?.edit === "live" ||
      openStepsOf(register, liveStateOf(register)).includes("revise");
    if (changing && mayChange) {
      const found = await owner.lookup(plantedWord(register.level, marks.at(-1) ?? ""));
      await reach(register, found[0]?.publicId ?? "", liveStateOf(register), nextMark());
      // A step that fills in fields makes a version too.
      const { version: reached } = (await owner.load(found[0]?.publicId ?? "")).shown;
      const changed = rows.map((row) => ({ ...row, values: { ...row.values, [changing]: "another word" } }));
      expect(await owner.import(changed)).toMatchObject({
        state: "done",
        created: 0,
        updated: 7,
        unchanged: 0,
      });
      expect(await owner.import(changed)).toMatchObject({
        state: "done",
        created: 0,
        updated: 0,
        unchanged: 7,
      });
      const { shown, liveVersion } = await owner.load(found[0]?.publicId ?? "");
      expect([shown.values[changing], shown.version]).toEqual(["another word", reached + 1]);
      const isLive = register.machine.states[liveStateOf(register)]?.edit === "live";
      expect(liveVersion).toBe(isLive ? reached + 1 : reached);
    }
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

  it("[RG8] what the list gives comes in again unchanged, sources and readings too, and an edit changes its row alone", async () => {
    const title = register.list[0] ?? "";
    const mark = nextMark();
    const rows: ImportRow[] = [1, 2].map((row) => ({
      row,
      values: sampleValues(register, `${mark} n${row}`),
      sources: [
        { title: "a paper", url: "https://paper.example" },
        { title: "a report", date: "2026-11" },
      ],
      readings: { [title]: { reading: "seen", source: row - 1 } },
    }));
    const owner = as(register, makerOf(register));
    await owner.import(rows);
    const asFile = async () =>
      (await owner.list({ own: "true", q: plantedWord(register.level, mark), limit: 100 })).items.map(
        ({ values, sources, readings }, at): ImportRow => ({ row: at + 2, values, sources, readings }),
      );
    const given = await asFile();
    expect(given.map(({ sources, readings }) => ({ sources, readings }))).toEqual(
      expect.arrayContaining(rows.map(({ sources, readings }) => ({ sources, readings }))),
    );
    expect(await owner.import(given)).toMatchObject({ state: "done", created: 0, updated: 0, unchanged: 2 });
    const [first, second] = given;
    if (!first || !second) throw new Error("two rows were imported");
    const edited = { ...second, readings: { [title]: { reading: "estimated", source: null } } } as const;
    expect(await owner.import([first, edited])).toMatchObject({ created: 0, updated: 1, unchanged: 1 });
    expect(await owner.import([{ ...first, sources: [], readings: {} }])).toMatchObject({ unchanged: 1 });
    expect((await asFile()).map(({ readings }) => readings)).toEqual(
      expect.arrayContaining([first.readings, edited.readings]),
    );
  });

  it("[RG8] a row of a record that waits for review or has ended is a fault of its row, and changes nothing", async () => {
    const { machine } = register;
    const owner = as(register, makerOf(register));
    const closed = statesOfRegister(register).filter(
      (state) => !machine.states[state]?.edit && !openStepsOf(register, state).includes("revise"),
    );
    for (const state of closed) {
      const { publicId, mark } = await add(register);
      await reach(register, publicId, state, mark);
      const before = await owner.load(publicId);
      const row = { row: 2, values: sampleValues(register, mark), readings: {} };
      expect(await owner.import([{ ...row, sources: [{ title: "another source" }] }])).toMatchObject({
        state: "faulty",
        faults: [{ row: 2, faults: [{ field: register.unique[0], rule: "notEditable" }] }],
      });
      expect(await owner.load(publicId)).toEqual(before);
    }
  });
}
