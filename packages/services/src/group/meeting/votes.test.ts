import { beforeAll, describe, expect, it } from "vitest";
import { addMember, addOrganization, addRecord, asRaw, createTestKernel } from "../../../testing/index.ts";
import { call } from "../../kernel/call.ts";
import { recordVerbs } from "../../record/record-verbs.ts";
import { loadGroup } from "../governance/load-group.ts";
import { callMeeting } from "./call-meeting.ts";
import { recordDecision } from "./decide.ts";
import { closeMeeting, holdMeeting } from "./keep-meeting.ts";
import { listMeetings } from "./list-meetings.ts";
import { loadLawNote } from "./load-law-note.ts";
import { loadMeeting } from "./load-meeting.ts";
import { castBallot, closeVote, openVote } from "./vote.ts";

const kernel = await createTestKernel(new Date("2026-11-24T02:00:00Z"));
const { app } = kernel;
const secretariat = await addOrganization(kernel, { kind: "coordination_group" });
const officer = await addMember(kernel, secretariat, { duties: ["officer"] });
const second = await addMember(kernel, secretariat, { duties: ["officer"] });
const firm = await addOrganization(kernel, { offers: ["ncm811"] });
const rival = await addOrganization(kernel, { offers: ["ncm523"] });
const salt = await addOrganization(kernel, { offers: ["li2co3-batt"] });
const delegate = await addMember(kernel, firm, { duties: ["delegate"] });
const saltDelegate = await addMember(kernel, salt, { duties: ["delegate"] });
const hands = [officer, second] as const;
const refused = (code: string) => expect.objectContaining({ code });

const convene = async () => {
  const { publicId } = await call(app, officer.principal, callMeeting, {
    title: "2026Q3",
    heldAt: app.clock(),
    goals: ["G25-17"],
    seats: [firm.publicId, salt.publicId],
  });
  await call(app, officer.principal, holdMeeting, { publicId });
  return publicId;
};
const put = (publicId: string, about?: string) =>
  call(app, officer.principal, openVote, { publicId, position: 1, question: "Adopt it?", about });

it("[VO1] no question is put without a mandate in force and seats in their term", async () => {
  const meeting = await convene();
  const fault = (rule: string) => ({ faults: [{ field: "question", rule }] });
  await expect(put(meeting)).rejects.toMatchObject(fault("noMandate"));
  const mandate = { givenBy: "A council", adoptedOn: "2025-12-01", quorum: 67, majority: "votes" };
  for (const [zh, validFrom, validTo] of [
    ["授权一", "2024-01-01", "2025-12-31"],
    ["授权二", "2026-01-01", null],
  ])
    await addRecord(kernel, hands, "mandate", { ...mandate, title: { zh, en: zh }, validFrom, validTo });
  await expect(put(meeting)).rejects.toMatchObject(fault("noSeats"));
});

describe("votes of the group", () => {
  const seats: Record<string, string> = {};
  const seatOf = (name: string) => seats[name] ?? "";
  beforeAll(async () => {
    for (const [name, body, role, termTo] of [
      ["chair", null, "chair", "2028-12-31"],
      ["firm", firm, "member", "2028-12-31"],
      ["rival", rival, "member", "2028-12-31"],
      ["salt", salt, "member", "2028-12-31"],
      ["over", null, "member", "2026-06-30"],
      ["observer", null, "observer", "2028-12-31"],
    ] as const)
      seats[name] = (
        await addRecord(kernel, hands, "seat", {
          name: { zh: name, en: name },
          body: "key_enterprise",
          role,
          links: ["materials"],
          sitting: body && { publicId: body.publicId, zh: body.name, en: null },
          holder: `Holder of ${name}`,
          deputy: null,
          termFrom: "2026-01-01",
          termTo,
        })
      ).publicId;
  });
  const say = (
    vote: string,
    name: string,
    choice: "for" | "against" | "abstain" | "recused",
    who = officer,
    reason?: string,
  ) => call(app, who.principal, castBallot, { publicId: vote, seat: seatOf(name), choice, reason });
  const votesOf = async (publicId: string, who = officer) =>
    (await call(app, who.principal, loadMeeting, { publicId })).items[0]?.votes ?? [];

  it("[VO1] [VO2] are of seats in their term, said by their body or told to the secretariat, and counted at the end", async () => {
    const meeting = await convene();
    const { publicId: vote } = await put(meeting);
    const [open] = await votesOf(meeting, delegate);
    expect(open).toMatchObject({ quorum: 67, mandate: { en: "授权二" }, outcome: null });
    expect(open?.ballots.map(({ nameEn, mayCast }) => [nameEn, mayCast])).toEqual([
      ["chair", false],
      ["firm", true],
      ["rival", false],
      ["salt", false],
    ]);
    await say(vote, "firm", "against", delegate);
    await say(vote, "firm", "for", delegate);
    await expect(say(vote, "salt", "for", delegate)).rejects.toEqual(refused("NOT_FOUND"));
    await expect(say(vote, "over", "for")).rejects.toEqual(refused("NOT_FOUND"));
    await say(vote, "chair", "for");
    await say(vote, "rival", "against");
    expect(await call(app, officer.principal, closeVote, { publicId: vote })).toMatchObject({
      outcome: "carried",
    });
    await expect(say(vote, "salt", "for")).rejects.toEqual(refused("WRONG_STATE"));
    expect((await votesOf(meeting))[0]?.count).toMatchObject({ for: 2, against: 1, absent: 1, needed: 3 });
  });

  it("[VO2] whoever is recused says why and has no vote afterwards, whoever asks", async () => {
    const meeting = await convene();
    const { publicId: vote } = await put(meeting);
    await expect(say(vote, "salt", "recused", saltDelegate)).rejects.toMatchObject({
      faults: [{ field: "reason", rule: "required" }],
    });
    await say(vote, "salt", "recused", saltDelegate, "We own the plant.");
    await expect(say(vote, "salt", "for", saltDelegate)).rejects.toEqual(refused("CONFLICT_OF_INTEREST"));
    await expect(say(vote, "salt", "for")).rejects.toEqual(refused("CONFLICT_OF_INTEREST"));
    for (const who of [officer, saltDelegate])
      expect(
        await asRaw(
          kernel,
          who,
          `update meeting_ballot set choice = 'for', reason = null, cast_by = '${who.personId}' where seat = '${seatOf("salt")}' and choice = 'recused'`,
        ),
      ).toBe("42501");
    expect((await votesOf(meeting))[0]?.ballots.at(-1)).toMatchObject({
      choice: "recused",
      reason: "We own the plant.",
    });
  });

  it("[VO3] the body that a question is about and its competitors are recused by the database", async () => {
    const meeting = await convene();
    const { publicId: vote } = await put(meeting, firm.publicId);
    const [open] = await votesOf(meeting);
    expect(open?.ballots.map(({ nameEn, conflict, choice }) => [nameEn, conflict, choice])).toEqual([
      ["chair", null, null],
      ["firm", "own", "recused"],
      ["rival", "competitor", "recused"],
      ["salt", null, null],
    ]);
    await expect(say(vote, "rival", "for")).rejects.toEqual(refused("CONFLICT_OF_INTEREST"));
    const raw = (set: string, seat: string) =>
      asRaw(
        kernel,
        officer,
        `update meeting_ballot set ${set} where seat = '${seatOf(seat)}' and conflict is not null`,
      );
    expect(await raw("conflict = null", "rival")).toBe("42501");
    expect(await raw(`choice = 'for', cast_by = '${officer.personId}'`, "firm")).toBe("42501");
    await say(vote, "chair", "for");
    expect(await call(app, officer.principal, closeVote, { publicId: vote })).toMatchObject({
      outcome: "no_quorum",
    });
  });

  it("[VO4] the database keeps an outcome that the ballots do not say, and ballots of no seat, out", async () => {
    const meeting = await convene();
    const { publicId: vote } = await put(meeting);
    const close = `update meeting_vote set closed_at = now(), outcome = 'carried' where public_id = '${vote}'`;
    expect(await asRaw(kernel, officer, close)).toBe("42501");
    for (const seat of ["over", "observer"])
      expect(
        await asRaw(
          kernel,
          officer,
          `insert into meeting_ballot (vote_id, seat, name_zh) select id, '${seatOf(seat)}', 'x' from meeting_vote where public_id = '${vote}'`,
        ),
      ).toBe("42501");
    const foreign = `update meeting_ballot set choice = 'for', cast_by = '${delegate.personId}' where seat = '${seatOf("chair")}'`;
    expect(await asRaw(kernel, delegate, foreign)).toBe("nothing");
  });

  it("[VO5] a decision names the vote that carried it, and rests on no other", async () => {
    const meeting = await convene();
    const { publicId: vote } = await put(meeting);
    const decide = () =>
      call(app, officer.principal, recordDecision, {
        publicId: meeting,
        position: 1,
        text: "Do it",
        owner: salt.publicId,
        dueOn: "2026-12-24",
        vote,
      });
    await expect(decide()).rejects.toMatchObject({ faults: [{ field: "vote", rule: "notInList" }] });
    for (const name of ["chair", "firm", "salt"]) await say(vote, name, "for");
    await call(app, officer.principal, closeVote, { publicId: vote });
    await decide();
    const [item] = (await call(app, officer.principal, loadMeeting, { publicId: meeting })).items;
    expect(item?.decisions).toMatchObject([{ vote }]);
    const { publicId: open } = await put(meeting);
    const raw = `insert into meeting_decision (id, public_id, item_id, text, owner_organization_id, due_on, vote_id, created_at)
      select gen_random_uuid(), 'rawrawraw', v.item_id, 'x', '${salt.id}', '2026-12-24', v.id, now() from meeting_vote v where public_id = '${open}'`;
    expect(await asRaw(kernel, officer, raw)).toBe("42501");
    await call(app, officer.principal, closeMeeting, { publicId: meeting });
    await expect(say(open, "chair", "for")).rejects.toEqual(refused("WRONG_STATE"));
  });

  it("[GV4] one page says who sits for whom on a day, and how often each seat voted", async () => {
    const load = (on: string) => call(app, { kind: "anonymous" }, loadGroup, { on });
    const { seats: now, past, mandate, empty } = await load("2026-11-24");
    expect(mandate?.en).toBe("授权二");
    expect(now.map(({ nameEn }) => nameEn)).toEqual(["chair", "firm", "rival", "salt", "observer"]);
    expect(past.map(({ nameEn, holder }) => [nameEn, holder])).toEqual([["over", "Holder of over"]]);
    expect(empty).toEqual(["resource", "smelting", "recycling"]);
    expect(now.find(({ nameEn }) => nameEn === "firm")).toMatchObject({
      sitting: { publicId: firm.publicId },
      asked: 3,
      answered: 2,
      recused: 1,
    });
    expect((await load("2025-12-31")).mandate?.en).toBe("授权一");
    expect((await load("2025-12-31")).seats).toEqual([]);
  });

  it("[ME7] the note for competition law is the secretariat's, and says who was shown what", async () => {
    const publicId = await convene();
    await call(app, delegate.principal, loadMeeting, { publicId });
    await expect(call(app, delegate.principal, loadLawNote, { publicId })).rejects.toEqual(
      refused("FORBIDDEN"),
    );
    const note = await call(app, officer.principal, loadLawNote, { publicId });
    expect(note.goals).toEqual(["G25-17"]);
    expect(note.views).toMatchObject([{ organization: { publicId: firm.publicId }, what: "page", times: 1 }]);
  });

  it("[VO6] a carried vote adopts an item of the roadmap with its count; whoever is asked sees the meeting", async () => {
    const verbs = recordVerbs.roadmapItem;
    if (!verbs) throw new Error("there is no roadmap");
    const item = await addRecord(kernel, hands, "roadmapItem", {
      title: { zh: "全固态", en: "All-solid" },
      direction: "t4",
      links: ["materials"],
      target: { zh: "400 Wh/kg", en: "400 Wh/kg" },
      targetYear: 2030,
    });
    const load = () => call(app, officer.principal, verbs.load, { publicId: item.publicId });
    const values = {
      votesFor: 4,
      votesAgainst: 1,
      abstained: 0,
      votedOn: "2026-11-20",
      votedIn: "Minutes 4",
    };
    await expect(
      call(app, second.principal, verbs.step, {
        ...{ publicId: item.publicId, step: "adopt", revision: (await load()).revision, values },
      } as never),
    ).rejects.toMatchObject({ faults: [{ field: "values.votesFor", rule: "tooLarge", params: { max: 4 } }] });
    const meeting = await convene();
    const rivalDelegate = await addMember(kernel, rival, { duties: ["delegate"] });
    const isSeen = async () =>
      (await call(app, rivalDelegate.principal, listMeetings, {})).items.some(
        ({ publicId }) => publicId === meeting,
      );
    expect(await isSeen()).toBe(false);
    const ask = (publicId: string) =>
      call(app, officer.principal, openVote, {
        ...{ publicId: meeting, position: 1, question: "Adopt it?" },
        settles: { register: "roadmapItem", publicId },
      });
    await expect(ask("nothing-here")).rejects.toMatchObject({
      faults: [{ field: "settles", rule: "notInList" }],
    });
    const { publicId: vote } = await ask(item.publicId);
    expect(await isSeen()).toBe(true);
    for (const name of ["chair", "firm", "salt"]) await say(vote, name, "for");
    await call(app, officer.principal, closeVote, { publicId: vote });
    expect(await load()).toMatchObject({
      state: "adopted",
      shown: {
        values: { votesFor: 3, votesAgainst: 0, abstained: 0, votedOn: "2026-11-24", votedIn: "2026Q3" },
      },
    });
    expect((await votesOf(meeting))[0]?.settles).toMatchObject({
      path: `/roadmap/${item.publicId}`,
      zh: "全固态",
    });
  });
});
