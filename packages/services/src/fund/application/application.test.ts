import { beforeEach, describe, expect, it } from "vitest";
import { addMember, addOrganization, asRaw, createFundStage } from "../../../testing/index.ts";
import { call } from "../../kernel/call.ts";
import { loadRoom } from "../award/load-room.ts";
import { loadCalls } from "../call/load-calls.ts";
import { openCall } from "../call/open-call.ts";
import { upholdApplication } from "./appeal.ts";
import { checkApplications } from "./check-applications.ts";
import { listOwnApplications, loadApplication } from "./load-application.ts";
import {
  beginApplication,
  reopenApplication,
  saveApplication,
  submitApplication,
  withdrawApplication,
} from "./write-application.ts";

const stage = await createFundStage();
const { kernel, app, officer, second, addTorn, addCall, addLead, apply, write, openAndCheck } = stage;
const refused = (code: string) => expect.objectContaining({ code });
const at = (text: string) => kernel.setNow(new Date(text));

beforeEach(() => kernel.setNow(stage.open));

describe("a call of the fund", () => {
  it("[FU11] says by its days where it stands, and what it committed", async () => {
    const { publicId } = await addCall();
    const phase = async (now: string) => {
      at(now);
      return (await call(app, { kind: "anonymous" }, loadCalls, { publicId }))[0]?.phase;
    };
    expect(await phase("2026-02-28T15:59:59.999Z")).toBe("forecast");
    expect(await phase("2026-03-31T15:59:59.999Z")).toBe("open");
    expect(await phase("2026-03-31T16:00:00Z")).toBe("closed");
    const [one] = await call(app, { kind: "anonymous" }, loadCalls, { publicId });
    expect(one).toMatchObject({ weights: [50, 30, 20], budget: 1000, committed: 0, openedAt: null });
  });
});

describe("an application", () => {
  it("[FU12] late by a millisecond is late, and nothing typed is lost", async () => {
    const { publicId: id } = await addCall();
    const { who } = await addLead();
    const { publicId } = await call(app, who.principal, beginApplication, { call: id });
    at("2026-03-31T15:59:59.999Z");
    let revision = await write(who, publicId, { title: "In time" });
    ({ revision } = await call(app, who.principal, submitApplication, { publicId, revision }));
    ({ revision } = await call(app, who.principal, reopenApplication, { publicId, revision }));
    at("2026-03-31T16:00:00.000Z");
    revision = await write(who, publicId, { title: "Too late" });
    await expect(call(app, who.principal, submitApplication, { publicId, revision })).rejects.toMatchObject({
      code: "WRONG_STATE",
      params: { state: "late" },
    });
    const { application } = await call(app, who.principal, loadApplication, { publicId });
    expect(application).toMatchObject({ state: "draft", title: "Too late", body: "Long." });
    await expect(call(app, who.principal, beginApplication, { call: id })).rejects.toEqual(
      refused("WRONG_STATE"),
    );
    const raw = `update fund_application set state = 'submitted', saved_at = '2026-03-31T16:00:00Z', submitted_at = '2026-03-31T16:00:00Z' where public_id = '${publicId}'`;
    expect(await asRaw(kernel, who, raw)).toBe("42501");
  });

  it("[FU12] what lacks something is not handed in, and a save that saw another one changes nothing", async () => {
    const { publicId: id } = await addCall();
    const { who } = await addLead();
    const { publicId } = await call(app, who.principal, beginApplication, { call: id });
    await expect(
      call(app, who.principal, submitApplication, { publicId, revision: 1 }),
    ).rejects.toMatchObject({
      faults: ["title", "abstract", "body", "asked", "months"].map((field) => ({ field, rule: "required" })),
    });
    await write(who, publicId);
    const blank = {
      title: "",
      abstract: "",
      body: "",
      leader: "",
      team: [],
      asked: null,
      months: null,
      share: 100,
      partners: [],
    };
    await expect(
      call(app, who.principal, saveApplication, { publicId, revision: 1, ...blank }),
    ).rejects.toEqual(refused("CONFLICT"));
  });

  it("[FU12] is sealed for everybody but its consortium until the call is opened, whoever asks", async () => {
    const { publicId: id } = await addCall();
    const { who, body } = await addLead();
    const partner = await addLead();
    const rival = await addLead();
    const colleague = await addMember(kernel, body, { role: "viewer" });
    const publicId = await apply(who, id, {
      partners: [{ body: partner.body, share: 40 }],
      partnersAgree: [partner.who],
    });
    const readers = [who, colleague, partner.who, rival.who, officer, second];
    const seen = async () => {
      const found: boolean[] = [];
      for (const reader of readers)
        found.push(
          (await asRaw(kernel, reader, `select 1 from fund_application where public_id = '${publicId}'`)) ===
            "done",
        );
      return found;
    };
    expect(await seen()).toEqual([true, true, true, false, false, false]);
    await expect(call(app, officer.principal, loadApplication, { publicId })).rejects.toEqual(
      refused("NOT_FOUND"),
    );
    await expect(call(app, officer.principal, openCall, { call: id })).rejects.toEqual(
      refused("WRONG_STATE"),
    );
    expect((await call(app, officer.principal, loadRoom, { call: id })).entries).toEqual([]);
    at("2026-04-01T00:00:00Z");
    expect(await seen()).toEqual([true, true, true, false, false, false]);
    expect(await call(app, officer.principal, openCall, { call: id })).toMatchObject({ count: 1 });
    expect(await seen()).toEqual([true, true, true, false, true, true]);
    await expect(call(app, second.principal, openCall, { call: id })).rejects.toEqual(refused("WRONG_STATE"));
  });

  it("[FU12] nothing comes in after the opening, even with an earlier day, and no opening is dated ahead", async () => {
    const { publicId: id } = await addCall();
    const { who } = await addLead();
    const { publicId } = await call(app, who.principal, beginApplication, { call: id });
    await write(who, publicId);
    const callId = (
      await kernel.ownerRows<{ id: string }>("select id from fund_call where public_id = $1", [id])
    )[0]?.id;
    const ahead = `select app.open_call('${callId}', '2099-01-01') where app.open_call('${callId}', '2099-01-01') is not null`;
    expect(await asRaw(kernel, officer, ahead)).toBe("nothing");
    expect(
      await asRaw(kernel, who, `insert into fund_opening values ('${callId}', now(), null, 0, 'x')`),
    ).toBe("42501");
    at("2026-04-01T00:00:00Z");
    await call(app, officer.principal, openCall, { call: id });
    const backdated = `update fund_application set state = 'submitted', saved_at = '2026-03-20', submitted_at = '2026-03-20' where public_id = '${publicId}'`;
    expect(await asRaw(kernel, who, backdated)).toBe("42501");
    expect(
      await asRaw(kernel, officer, `select 1 from fund_application where public_id = '${publicId}'`),
    ).toBe("nothing");
  });

  it("[FU12] what was withdrawn before the opening stays sealed", async () => {
    const { publicId: id } = await addCall();
    const { who } = await addLead();
    const publicId = await apply(who, id);
    const { application } = await call(app, who.principal, loadApplication, { publicId });
    await call(app, who.principal, withdrawApplication, { publicId, revision: application.revision });
    await openAndCheck(id);
    await expect(call(app, officer.principal, loadApplication, { publicId })).rejects.toEqual(
      refused("NOT_FOUND"),
    );
    expect((await call(app, who.principal, loadApplication, { publicId })).application.state).toBe(
      "withdrawn",
    );
  });

  it("[FU12] what is handed in stays as it was", async () => {
    const { publicId: id } = await addCall();
    const { who } = await addLead();
    const publicId = await apply(who, id);
    for (const set of ["title = 'x'", "asked = 1", "codes = '{}'", "state = 'eligible'", "state = 'awarded'"])
      expect(
        await asRaw(kernel, who, `update fund_application set ${set} where public_id = '${publicId}'`),
      ).toBe("42501");
    await openAndCheck(id);
    expect(
      await asRaw(kernel, officer, `update fund_application set body = 'x' where public_id = '${publicId}'`),
    ).toBe("42501");
    const { application } = await call(app, who.principal, loadApplication, { publicId });
    await call(app, who.principal, withdrawApplication, { publicId, revision: application.revision });
    expect((await call(app, who.principal, listOwnApplications, {}))[0]).toMatchObject({
      state: "withdrawn",
    });
  });

  it("[FU13] every broken rule has its code, and an appeal is upheld with a reason", async () => {
    const { publicId: id } = await addCall({
      largest: { value: "500", low: null, high: null, unit: "CNY", basis: null },
    });
    const [one, two, partner] = [await addLead(), await addLead(), await addLead()];
    const good = await apply((await addLead()).who, id);
    const costly = await apply(one.who, id, { asked: 501, partners: [{ body: partner.body, share: 40 }] });
    const twice = await apply(two.who, id, {
      partners: [{ body: partner.body, share: 40 }],
      partnersAgree: [partner.who],
    });
    expect(await openAndCheck(id)).toMatchObject({ eligible: 1, ineligible: 2 });
    const codesOf = async (publicId: string, who = officer) =>
      (await call(app, who.principal, loadApplication, { publicId })).application.codes;
    expect(await codesOf(good)).toEqual([]);
    expect(await codesOf(costly, one.who)).toEqual(["amount", "partners", "single"]);
    expect(await codesOf(twice)).toEqual(["single"]);
    await expect(
      call(app, officer.principal, upholdApplication, { publicId: good, reason: "x" }),
    ).rejects.toEqual(refused("WRONG_STATE"));
    await call(app, officer.principal, upholdApplication, {
      publicId: twice,
      reason: "The other one was withdrawn.",
    });
    expect(
      (await call(app, two.who.principal, loadApplication, { publicId: twice })).application,
    ).toMatchObject({
      state: "eligible",
      codes: ["single"],
      reason: "The other one was withdrawn.",
    });
  });

  it("[FU12] the operator runs the exchange and applies for nothing", async () => {
    const { publicId: id } = await addCall();
    const operator = await addMember(kernel, await addOrganization(kernel, { kind: "operator" }));
    await expect(call(app, operator.principal, beginApplication, { call: id })).rejects.toEqual(
      refused("FORBIDDEN"),
    );
  });

  it("[FU13] a partner agrees for itself alone, and to the share that is written", async () => {
    const { publicId: id } = await addCall();
    const { who } = await addLead();
    const partner = await addLead();
    const { publicId } = await call(app, who.principal, beginApplication, { call: id });
    const revision = await write(who, publicId, { partners: [{ body: partner.body, share: 40 }] });
    const set = (text: string) => `update fund_partner set ${text} where org_id = '${partner.body.id}'`;
    expect(await asRaw(kernel, who, set("agreed_at = now()"))).toBe("nothing");
    expect(await asRaw(kernel, partner.who, set("share = 90"))).toBe("42501");
    expect((await call(app, partner.who.principal, listOwnApplications, {}))[0]).toMatchObject({
      isOwn: false,
    });
    await expect(call(app, partner.who.principal, submitApplication, { publicId, revision })).rejects.toEqual(
      refused("NOT_FOUND"),
    );
    const same = { publicId: (await addOrganization(kernel, { status: "pending" })).publicId, share: 10 };
    const { application } = await call(app, who.principal, loadApplication, { publicId });
    const { title, abstract, body, leader, asked, months } = application;
    await expect(
      call(app, who.principal, saveApplication, {
        publicId,
        revision,
        title,
        abstract,
        body,
        leader,
        asked,
        months,
        team: [],
        share: 90,
        partners: [same],
      }),
    ).rejects.toMatchObject({ faults: [{ field: "partners", rule: "notInList" }] });
  });

  it("[FU12] an officer who belongs to a body of the consortium does not see it", async () => {
    const { publicId: id } = await addCall();
    const { who, body } = await addLead();
    const publicId = await apply(who, id);
    const torn = await addTorn(body.id);
    await openAndCheck(id);
    await expect(call(app, torn.principal, loadApplication, { publicId })).rejects.toEqual(
      refused("NOT_FOUND"),
    );
    expect((await call(app, torn.principal, checkApplications, { call: id })).eligible).toBe(0);
    expect((await call(app, officer.principal, loadRoom, { call: id })).entries).toHaveLength(1);
  });
});
