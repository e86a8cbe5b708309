import type { Ledger } from "@lilink/model/ledger";
import { columnName } from "@lilink/model/register";
import { sampleFields } from "@lilink/model/testing";
import { expect, it } from "vitest";
import { call } from "../src/kernel/call.ts";
import { toLedgerVerbs } from "../src/ledger/ledger-verbs.ts";
import type { TestKernel } from "./kernel.ts";
import { addMember, addOrganization, type TestMember } from "./people.ts";
import { asRaw } from "./raw.ts";
import { codeOf } from "./record-stage.ts";

/** Who meets a ledger: two sides, a stranger, an officer, and an officer who belongs to one side as well. */
export async function createLedgerStage(kernel: TestKernel) {
  const [giver, taker, stranger] = [
    await addOrganization(kernel),
    await addOrganization(kernel),
    await addOrganization(kernel),
  ];
  const group = await addOrganization(kernel, { kind: "coordination_group" });
  const torn = await addMember(kernel, group, { duties: ["officer"] });
  await kernel.ownerRows(
    "insert into membership (organization_id, person_id, role, duties, created_at) values ($1, $2, 'viewer', '{}', $3)",
    [taker.id, torn.personId, kernel.app.clock().toISOString()],
  );
  const people = {
    giver: await addMember(kernel, giver),
    taker: await addMember(kernel, taker),
    stranger: await addMember(kernel, stranger),
    officer: await addMember(kernel, group, { duties: ["officer"] }),
    torn,
  };
  return { kernel, people, giver, taker, stranger };
}
type Stage = Awaited<ReturnType<typeof createLedgerStage>>;

/** What every ledger promises, from its declaration alone: call it within a `describe` of one's own. */
export function checkLedger({ kernel, people, taker }: Stage, ledger: Ledger, accounts: () => string): void {
  const verbs = toLedgerVerbs(ledger);
  const entry = `${columnName(ledger.name)}_entry`;
  const kinds = Object.entries(ledger.kinds);
  const [kind, about] = kinds.find(([, one]) => one.twoSided) ?? kinds[0] ?? ["", { rank: 0, fields: [] }];
  const to = about.twoSided ? taker.publicId : null;
  const values = (mark: string) => sampleFields(ledger.fields, about.fields, mark);
  // Each change comes a second after the one before it.
  const tick = () => kernel.setNow(new Date(kernel.app.clock().getTime() + 1000));
  const as = ({ principal }: TestMember) => ({
    append: (input: object) => {
      tick();
      return call(kernel.app, principal, verbs.append, input as never);
    },
    confirm: (input: object) => {
      tick();
      return call(kernel.app, principal, verbs.confirm, input as never);
    },
    correct: (input: object) => {
      tick();
      return call(kernel.app, principal, verbs.correct, input as never);
    },
    list: (input: object = {}) => call(kernel.app, principal, verbs.list, input as never),
    state: (input: object) => call(kernel.app, principal, verbs.asKnownOn, input as never),
  });
  const append = async (account = accounts(), mark = "m1x", occurredOn = "2026-01-02") => {
    const said = { account, kind, to, occurredOn, values: values(mark) };
    return { ...(await as(people.giver).append(said)), account, said };
  };
  const ids = async (who: TestMember, account: string) =>
    (await as(who).list({ account })).items.map(({ id }) => id);

  it("[LG1] nobody changes or deletes an entry, the owner of the tables included", async () => {
    const { id } = await append();
    for (const change of [
      `update ${entry} set account = 'x' where id = '${id}'`,
      `delete from ${entry} where id = '${id}'`,
    ]) {
      expect(await asRaw(kernel, people.giver, change)).toBe("42501");
      await expect(kernel.ownerRows(change)).rejects.toThrow("is append-only");
    }
    await expect(kernel.ownerRows(`truncate ${entry} cascade`)).rejects.toThrow("is append-only");
  });

  it("[LG1] the same said twice is one entry, and a day to come is refused", async () => {
    const { publicId, said } = await append();
    expect((await as(people.giver).append(said)).publicId).toBe(publicId);
    expect(await codeOf(as(people.giver).append({ ...said, occurredOn: "2100-01-01" }))).toBe(
      "INVALID_INPUT",
    );
  });

  it("[LG4] a correction said twice is one entry, and what is taken back is not said again by its old words", async () => {
    const { publicId, said } = await append();
    const withdrawal = { replaces: publicId, withdraws: true, occurredOn: said.occurredOn, values: {} };
    const first = await as(people.giver).correct(withdrawal);
    expect(await as(people.giver).correct(withdrawal)).toMatchObject({ publicId: first.publicId });
    expect(await codeOf(as(people.giver).append(said))).toBe("CONFLICT");
    const again = { replaces: first.publicId, occurredOn: said.occurredOn, values: said.values };
    expect(await codeOf(as(people.giver).correct(again))).toBe("done");
  });

  it("[LG5] an account with too many entries has no state rather than a wrong one", async () => {
    const { id, account } = await append();
    await kernel.ownerRows(
      `insert into ${entry} (id, public_id, account, kind, occurred_on, recorded_at, by_id, to_id, hash)
       select gen_random_uuid(), account || '-' || n, account, kind, occurred_on, recorded_at, by_id, to_id, account || n
       from ${entry}, generate_series(1, 10000) n where id = '${id}'`,
    );
    expect(await codeOf(as(people.giver).state({ account }))).toBe("LIMIT_REACHED");
  });

  it("[LG2] an entry is read by its two sides and impartial officers, by verb and on a bare connection", async () => {
    const { id, publicId, account } = await append();
    const readers = about.twoSided ? ["giver", "taker", "officer"] : ["giver", "officer", "torn"];
    for (const [who, member] of Object.entries(people)) {
      const isReader = readers.includes(who);
      expect([who, await ids(member, account)]).toEqual([who, isReader ? [publicId] : []]);
      const raw = await asRaw(kernel, member, `select 1 from ${entry} where id = '${id}'`);
      expect([who, raw]).toEqual([who, isReader ? "done" : "nothing"]);
    }
  });

  it("[LG2] nobody appends in another's name", async () => {
    const { id } = await append();
    const forge = `insert into ${entry} (id, public_id, account, kind, occurred_on, recorded_at, by_id, to_id, hash)
      select gen_random_uuid(), 'forged-' || public_id, account, kind, occurred_on, now(), by_id, to_id, 'x' from ${entry} where id = '${id}'`;
    expect(await asRaw(kernel, people.officer, forge)).toBe("42501");
  });

  it("[LG3] the other side answers once; only what it confirms counts", async () => {
    if (!about.twoSided) return;
    const { id, publicId, account } = await append();
    expect((await as(people.giver).state({ account })).entries).toEqual([]);
    expect((await as(people.taker).list({ account, waits: true })).items).toHaveLength(1);
    expect(await codeOf(as(people.giver).confirm({ publicId, verdict: "confirmed" }))).toBe("NOT_FOUND");
    expect(await codeOf(as(people.stranger).confirm({ publicId, verdict: "confirmed" }))).toBe("NOT_FOUND");
    expect(await codeOf(as(people.taker).confirm({ publicId, verdict: "disputed" }))).toBe("INVALID_INPUT");
    expect(await codeOf(as(people.taker).confirm({ publicId, verdict: "confirmed" }))).toBe("done");
    expect(await codeOf(as(people.taker).confirm({ publicId, verdict: "disputed", reason: "No." }))).toBe(
      "WRONG_STATE",
    );
    expect((await as(people.giver).state({ account })).entries).toHaveLength(1);
    const answers = `update ${columnName(ledger.name)}_answer set verdict = 'disputed', reason = 'no' where entry_id = '${id}'`;
    expect(await asRaw(kernel, people.taker, answers)).toBe("42501");
  });

  it("[LG4] a correction is an entry of the same side; the old one counts until it is confirmed", async () => {
    const { publicId, account, said } = await append();
    const mend = { replaces: publicId, occurredOn: "2026-01-03", values: said.values };
    const answer = (of: string) =>
      about.twoSided ? as(people.taker).confirm({ publicId: of, verdict: "confirmed" }) : null;
    await answer(publicId);
    expect(await codeOf(as(people.taker).correct(mend))).toBe("NOT_FOUND");
    if (about.twoSided) {
      const wrong = await as(people.giver).correct({ ...mend, occurredOn: "2026-01-05" });
      expect(await codeOf(as(people.giver).correct(mend))).toBe("CONFLICT");
      await as(people.taker).confirm({ publicId: wrong.publicId, verdict: "disputed", reason: "No." });
    }
    const mended = await as(people.giver).correct(mend);
    expect(await codeOf(as(people.giver).correct({ ...mend, occurredOn: "2026-01-04" }))).toBe("CONFLICT");
    const applied = async () =>
      (await as(people.giver).state({ account })).entries
        .filter(({ effect }) => effect === "applies")
        .map(({ event }) => event.id);
    if (about.twoSided) expect(await applied()).toEqual([publicId]);
    await answer(mended.publicId);
    expect(await applied()).toEqual([mended.publicId]);
    expect(await ids(people.officer, account)).toHaveLength(about.twoSided ? 3 : 2);
  });

  it("[LG5] the state is the same in whatever order entries arrive, and of a day leaves out later ones", async () => {
    const days = ["2026-01-02", "2026-02-03", "2026-03-04"];
    const stateOf = async (order: readonly string[], on?: string) => {
      const account = accounts();
      for (const day of order) {
        const { publicId } = await append(account, `m${day.slice(5, 7)}x`, day);
        if (about.twoSided) await as(people.taker).confirm({ publicId, verdict: "confirmed" });
      }
      const { state, entries } = await as(people.giver).state({ account, ...(on ? { on } : {}) });
      return [JSON.stringify(state), entries.map(({ event }) => event.occurred)];
    };
    const usual = await stateOf(days);
    expect(usual[1]).toEqual(days);
    expect(await stateOf(days.toReversed())).toEqual(usual);
    expect((await stateOf(days.toReversed(), "2026-02-03"))[1]).toEqual(days.slice(0, 2));
  });
}
