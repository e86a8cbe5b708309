import { can } from "@lilink/model/policy";
import {
  levelOf,
  levelsOf,
  openingSort,
  openStepsOf,
  type Register,
  statesOfRegister,
  stepsOfRegister,
  tablesOf,
} from "@lilink/model/register";
import { plantedWord, sampleValues } from "@lilink/model/testing";
import { expect, it } from "vitest";
import { checkRegisterImport } from "./check-register-import.ts";
import { checkRegisterList } from "./check-register-list.ts";
import type { TestMember } from "./people.ts";
import { asRaw } from "./raw.ts";
import {
  codeOf,
  draftReadersOf,
  liveStateOf,
  makerOf,
  nextMark,
  ownersOf,
  type RecordStage,
  readerOf,
  reviewersOf,
  type Who,
} from "./record-stage.ts";

/** What every register promises, from its declaration alone: call it within a `describe` of one's own. */
export function checkRegister(stage: RecordStage, register: Register): void {
  const { kernel, people, torn, everybody, readersOf, as, add, reach, take } = stage;
  checkRegisterList(stage, register);
  checkRegisterImport(stage, register);

  it("[RG5] gives back what its owner saved, and names what is missing", async () => {
    const mark = nextMark();
    const values = sampleValues(register, mark);
    const { publicId, missing } = await add(register, mark, values);
    expect(missing).toEqual([]);
    const { shown } = await as(register, makerOf(register)).load(publicId);
    expect(shown.values).toEqual(values);
    expect(shown.sources).toMatchObject([{ title: "a source" }]);
    const required = Object.entries(register.fields).find(([, field]) => field.required)?.[0] ?? "";
    const without = { ...sampleValues(register, nextMark()), [required]: null };
    const isLive = register.machine.states[register.machine.start]?.live;
    const answer = as(register, makerOf(register)).save({ values: without });
    if (isLive) expect(await codeOf(answer)).toBe("INVALID_INPUT");
    else expect((await answer).missing).toEqual([required]);
  });

  it("[RG5] a save that saw an older revision is a conflict and changes nothing", async () => {
    const { publicId, revision, mark } = await add(register);
    const owner = as(register, makerOf(register));
    const save = () =>
      owner.save({ publicId, revision, values: sampleValues(register, mark), note: "again" });
    expect(await codeOf(save())).toBe("done");
    expect(await codeOf(save())).toBe("CONFLICT");
    expect((await owner.load(publicId)).revision).toBe(revision + 1);
  });

  it("[RG5] a name that another record has is refused at its field, in a new record and in an edited one", async () => {
    const { mark } = await add(register);
    const taken = {
      code: "INVALID_INPUT",
      faults: [{ field: `values.${register.unique[0]}`, rule: "alreadyUsed" }],
    };
    await expect(add(register, mark)).rejects.toMatchObject(taken);
    const { publicId, revision } = await add(register);
    const values = sampleValues(register, mark);
    const edited = as(register, makerOf(register)).save({ publicId, revision, values });
    await expect(edited).rejects.toMatchObject(taken);
  });

  it("[RG5] of records of one name that are saved at once, one stays", async () => {
    const mark = nextMark();
    const codes = await Promise.all([1, 2, 3].map(() => codeOf(add(register, mark))));
    expect(codes.filter((code) => code === "done")).toHaveLength(1);
  });

  it("[RG2] a live record shows each level to its readers and to nobody else", async () => {
    const { publicId, mark } = await add(register);
    await reach(register, publicId, liveStateOf(register), mark);
    for (const who of everybody) {
      const seen = await as(register, who)
        .load(publicId)
        .then(
          (view) => JSON.stringify(view),
          () => "",
        );
      const page = await as(register, who)
        .list({ limit: 100 })
        .then(
          (view) => JSON.stringify(view),
          () => "",
        );
      for (const level of levelsOf(register)) {
        const names = Object.entries(register.fields).filter(
          ([, field]) =>
            levelOf(register, field) === level && ["text", "bilingual"].includes(field.kind) && !field.byStep,
        );
        if (names.length === 0) continue;
        const isReader = readersOf(register, level).includes(who);
        expect([who, level, seen.includes(plantedWord(level, mark))]).toEqual([who, level, isReader]);
        if (!isReader) expect([who, page.includes(plantedWord(level, mark))]).toEqual([who, false]);
      }
    }
  });

  it("[RG2] the database alone keeps the levels: a raw connection counts the rows of its readers", async () => {
    const { publicId, mark } = await add(register);
    await reach(register, publicId, liveStateOf(register), mark);
    const { head, version } = tablesOf(register);
    for (const [who, member] of Object.entries(people))
      for (const level of levelsOf(register)) {
        const answer = await asRaw(
          kernel,
          member,
          `select 1 from ${version} v join ${head} h on h.id = v.record_id where h.public_id = '${publicId}' and v.level = '${level}'`,
        );
        const isReader = readersOf(register, level).includes(who);
        expect([who, level, answer]).toEqual([who, level, isReader ? "done" : "nothing"]);
      }
  });

  it("[RG3] a draft is its owner's alone, and a reviewer's while it waits", async () => {
    if (register.machine.states[register.machine.start]?.live) return;
    const { publicId } = await add(register);
    const mayAsk = readersOf(register, register.level === "own" ? "member" : register.level);
    for (const who of everybody) {
      const isOwner = draftReadersOf(register).some((reader) => reader === who);
      const refusal = mayAsk.includes(who) ? "NOT_FOUND" : who === "visitor" ? "NOT_SIGNED_IN" : "FORBIDDEN";
      const answer = await codeOf(as(register, who).load(publicId));
      expect([who, answer]).toEqual([who, isOwner ? "done" : refusal]);
    }
  });

  it.each(statesOfRegister(register))(
    "[RG6] from %s every step is open to whom the machine names, and to nobody else",
    async (state) => {
      // What is refused changes nothing, so one record serves until a step is taken.
      const make = async () => {
        const made = await add(register);
        await reach(register, made.publicId, state, made.mark);
        const { revision } = await as(register, makerOf(register)).load(made.publicId);
        return { ...made, revision };
      };
      let record: Awaited<ReturnType<typeof make>> | null = null;
      for (const step of stepsOfRegister(register)) {
        const about = register.machine.steps[step];
        const isOpen = openStepsOf(register, state).includes(step);
        for (const who of everybody) {
          record ??= await make();
          const answer = await codeOf(
            take(register, record.publicId, step, record.mark, who, record.revision),
          );
          if (answer === "done") record = null;
          const takers: readonly string[] =
            about?.who === "officer" ? reviewersOf(register) : ownersOf(register);
          const guarded = about?.guard === "hasLive";
          const expected = takers.includes(who)
            ? isOpen && !guarded
              ? ["done"]
              : ["WRONG_STATE"]
            : ["FORBIDDEN", "NOT_FOUND", "NOT_SIGNED_IN"];
          expect([state, step, who, expected.includes(answer) ? "as expected" : answer]).toEqual([
            state,
            step,
            who,
            "as expected",
          ]);
          if (!isOpen) break;
        }
      }
    },
    120_000,
  );

  it("[RG3] two officers who write over one another's draft publish neither, by the verbs or past them", async () => {
    const decided = stepsOfRegister(register).find((step) => register.machine.steps[step]?.who === "officer");
    if (!decided || register.owner !== "group") return;
    const { publicId, revision, mark } = await add(register);
    await as(register, "otherOfficer").save({ publicId, revision, values: sampleValues(register, mark) });
    await reach(register, publicId, register.machine.steps[decided]?.from[0] ?? "", mark);
    for (const who of ["officer", "otherOfficer"] as const) {
      expect(await codeOf(take(register, publicId, decided, mark, who))).toBe("FORBIDDEN");
      const past = `update ${tablesOf(register).head} set state = '${register.machine.steps[decided]?.to}', revision = revision + 1
        where public_id = '${publicId}'`;
      expect(await asRaw(kernel, people[who], past)).toBe("42501");
    }
  });

  it("[RG3] a decider sees what the decision left, and nothing that its owner writes after", async () => {
    const back = stepsOfRegister(register).find((step) => {
      const way = register.machine.steps[step];
      return way?.who === "officer" && register.machine.states[way.to]?.edit === "draft";
    });
    if (!back || register.owner === "group") return;
    const { publicId, mark } = await add(register);
    const [from] = register.machine.steps[back]?.from ?? [];
    await reach(register, publicId, from ?? "", mark);
    expect(await codeOf(take(register, publicId, back, mark, "torn"))).toBe("NOT_FOUND");
    await take(register, publicId, back, mark, "officer");
    const { head, version } = tablesOf(register);
    const sees = (member: TestMember, table: string) =>
      asRaw(
        kernel,
        member,
        `select 1 from ${table} where ${table === head ? "id" : "record_id"} =
        (select id from ${head} where public_id = '${publicId}')`,
      );
    expect([await sees(people.officer, head), await sees(people.officer, version)]).toEqual([
      "done",
      "nothing",
    ]);
    expect(await sees(people.otherOfficer, head)).toBe("nothing");
    const owner = as(register, makerOf(register));
    const { revision } = await owner.load(publicId);
    await owner.save({ publicId, revision, values: sampleValues(register, nextMark()) });
    expect(await sees(people.officer, head)).toBe("nothing");
    expect(await sees(torn, head)).toBe("nothing");
  });

  it("[RG6] the database alone refuses a way that the machine does not have", async () => {
    const { publicId } = await add(register);
    const { head } = tablesOf(register);
    const { machine } = register;
    for (const to of statesOfRegister(register)) {
      if (to === machine.start) continue;
      const isWay = stepsOfRegister(register).some((step) => {
        const way = machine.steps[step];
        return way?.from.includes(machine.start) && way.to === to && way.who === "owner";
      });
      const change = `update ${head} set state = '${to}' where public_id = '${publicId}'`;
      if (!isWay) expect([to, await asRaw(kernel, people[makerOf(register)], change)]).toEqual([to, "42501"]);
      expect([to, await asRaw(kernel, people.otherFirm, change)]).toEqual([to, "nothing"]);
    }
    const [later] = statesOfRegister(register).filter((state) => state !== machine.start);
    const begin = `insert into ${head} (id, public_id, organization_id, state, state_since, created_at, updated_at)
      select gen_random_uuid(), 'begun-' || public_id, organization_id, '${later}', now(), now(), now() from ${head} where public_id = '${publicId}'`;
    expect(await asRaw(kernel, people[makerOf(register)], begin)).toBe("42501");
    const makeLive = `update ${head}_version set status = 'live' where status <> 'live'`;
    expect(await asRaw(kernel, people[makerOf(register)], makeLive)).not.toBe("done");
  });

  it("[RG6] a step that is not open says which are", async () => {
    const { publicId, mark } = await add(register);
    const closed =
      stepsOfRegister(register).find(
        (step) =>
          register.machine.steps[step]?.who === "owner" &&
          !openStepsOf(register, register.machine.start).includes(step),
      ) ?? "";
    const error = await take(register, publicId, closed, mark).catch((caught: unknown) => caught);
    expect(error).toMatchObject({
      code: "WRONG_STATE",
      params: { open: openStepsOf(register, register.machine.start).join(" ") },
    });
  });

  it("[RG7] a list filters, counts, sorts and pages without losing or repeating a row", async () => {
    const mark = nextMark();
    for (let at = 0; at < 5; at += 1) {
      const { publicId, mark: own } = await add(register, `${mark} n${at}`);
      await reach(register, publicId, liveStateOf(register), own);
    }
    const reader = as(register, readerOf(register));
    const q = plantedWord(register.level, mark);
    for (const sort of [undefined, ...register.list.flatMap((name) => [name, `-${name}`]), "updatedAt"]) {
      const whole = await reader.list({ q, sort, limit: 100 });
      const paged: string[] = [];
      let cursor: string | undefined;
      do {
        const page = await reader.list({ q, sort, limit: 2, ...(cursor ? { cursor } : {}) });
        paged.push(...page.items.map(({ publicId }) => publicId));
        cursor = page.nextCursor ?? undefined;
      } while (cursor);
      expect([sort, paged]).toEqual([sort, whole.items.map(({ publicId }) => publicId)]);
      expect([whole.total, paged.length]).toEqual([5, 5]);
      expect(await reader.list({ q, sort, limit: 100, counts: "false" })).toEqual({
        ...whole,
        total: null,
        facets: {},
      });
    }
    const opened = await reader.list({ q, limit: 100 });
    expect(opened).toEqual(await reader.list({ q, sort: openingSort(register), limit: 100 }));
    for (const name of register.facets) {
      const { facets } = await reader.list({ limit: 1 });
      for (const { value, count } of facets[name] ?? [])
        expect([name, value, (await reader.list({ [name]: [value], limit: 1 })).total]).toEqual([
          name,
          value,
          count,
        ]);
    }
    expect((await reader.list({ q: `${q} n3`, limit: 10 })).items).toHaveLength(1);
  });

  it("[RG10] a lookup finds a part of the title in any case, for whoever reads the record and nobody else", async () => {
    const { publicId, mark } = await add(register);
    const title = register.fields[register.list[0] ?? ""];
    if (title?.kind !== "text" && title?.kind !== "bilingual") return;
    const asked = plantedWord(register.level, mark).slice(1).toUpperCase();
    const finders = async () => {
      const found: string[] = [];
      for (const who of everybody) {
        const hits = await as(register, who)
          .lookup(asked)
          .catch(() => []);
        if (hits.some((hit) => hit.publicId === publicId)) found.push(who);
      }
      return found;
    };
    const isLive = register.machine.states[register.machine.start]?.live === true;
    if (!isLive)
      expect(await finders()).toEqual(
        everybody.filter((who) => draftReadersOf(register).some((reader) => reader === who)),
      );
    await reach(register, publicId, liveStateOf(register), mark);
    expect(await finders()).toEqual(
      everybody.filter((who) => readersOf(register, register.level).includes(who)),
    );
    expect(await as(register, makerOf(register)).lookup("%_")).toEqual([]);
    expect((await as(register, makerOf(register)).lookup(""))[0]?.publicId).toBe(publicId);
  });

  it("[RG6] the screen's question and the server's answer agree", async () => {
    const { publicId, mark } = await add(register);
    await reach(register, publicId, liveStateOf(register), mark);
    for (const who of everybody) {
      const view = await as(register, who)
        .load(publicId)
        .catch(() => null);
      if (!view) continue;
      const mayEdit =
        ownersOf(register).includes(who as Who) && register.machine.states[view.state]?.edit !== undefined;
      expect([who, view.mayEdit]).toEqual([who, mayEdit]);
    }
    expect(can({ kind: "anonymous" }, "record.edit", { owner: true })).toBe(false);
  });
}
