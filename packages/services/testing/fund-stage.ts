import { agreeToShare } from "../src/fund/application/agree-to-share.ts";
import { checkApplications } from "../src/fund/application/check-applications.ts";
import { loadApplication } from "../src/fund/application/load-application.ts";
import {
  beginApplication,
  saveApplication,
  submitApplication,
} from "../src/fund/application/write-application.ts";
import { giveAward } from "../src/fund/award/give-award.ts";
import { rankCall } from "../src/fund/award/rank-call.ts";
import { openCall } from "../src/fund/call/open-call.ts";
import { submitReview } from "../src/fund/review/answer-review.ts";
import { askAssignment } from "../src/fund/review/ask-assignment.ts";
import { assignFundReviewers } from "../src/fund/review/assign-reviewers.ts";
import { enrolReviewer } from "../src/fund/review/enrol-reviewer.ts";
import { listTasks } from "../src/fund/review/load-tasks.ts";
import { call, callJob } from "../src/kernel/call.ts";
import { createTestKernel, type TestKernel } from "./kernel.ts";
import { addMember, addOrganization, type TestMember, type TestOrganization } from "./people.ts";
import { addRecord } from "./record.ts";

const [open, closed] = [new Date("2026-03-10T02:00:00Z"), new Date("2026-04-01T02:00:00Z")];
let made = 0;

/** A running project, with its lead and its partner. */
export type FundProject = {
  readonly publicId: string;
  readonly who: TestMember;
  readonly body: TestOrganization;
  readonly partner: TestMember;
  readonly partnerBody: TestOrganization;
};
export type FundStage = Awaited<ReturnType<typeof createFundStage>>;

/** A secretariat with two officers, and what a call goes through. Its days are over, so that the database opens it by its own clock too. */
export async function createFundStage(given?: TestKernel) {
  const kernel = given ?? (await createTestKernel(open));
  const { app, worker } = kernel;
  const secretariat = await addOrganization(kernel, { kind: "coordination_group" });
  const officer = await addMember(kernel, secretariat, { duties: ["officer"] });
  const second = await addMember(kernel, secretariat, { duties: ["officer"] });

  const addCall = (given: Readonly<Record<string, unknown>> = {}) => {
    made += 1;
    const amount = (value: string) => ({ value, low: null, high: null, unit: "CNY", basis: null });
    return addRecord(kernel, [officer, second], "fundCall", {
      title: { zh: `指南 ${made}`, en: `Call ${made}` },
      number: `2026-${made}`,
      researchClass: "basic",
      horizon: "t4",
      links: ["materials"],
      exception: "A test asks for it.",
      scope: { zh: "界面", en: "Interfaces" },
      budget: amount("1000"),
      leads: ["enterprise", "university_or_institute"],
      opensOn: "2026-03-01",
      closesOn: "2026-03-31",
      decideBy: "2026-06-30",
      weightFirst: 50,
      weightSecond: 30,
      reviews: 2,
      ...given,
    });
  };

  const addLead = async (name = "Leader") => {
    const body = await addOrganization(kernel);
    return { body, who: await addMember(kernel, body, { name }) };
  };

  /** An officer who belongs to a body too, and must stay away from it. */
  const addTorn = async (bodyId: string) => {
    const torn = await addMember(kernel, secretariat, { duties: ["officer"] });
    await kernel.ownerRows(
      "insert into membership (organization_id, person_id, role, duties, created_at) values ($1, $2, 'viewer', '{}', now())",
      [bodyId, torn.personId],
    );
    return torn;
  };

  const write = async (
    who: TestMember,
    publicId: string,
    given: {
      title?: string;
      asked?: number;
      team?: string[];
      partners?: { body: TestOrganization; share: number }[];
    } = {},
  ) => {
    const { application } = await call(app, who.principal, loadApplication, { publicId });
    const partners = (given.partners ?? []).map(({ body, share }) => ({ publicId: body.publicId, share }));
    const shared = partners.reduce((sum, { share }) => sum + share, 0);
    const { revision } = await call(app, who.principal, saveApplication, {
      publicId,
      revision: application.revision,
      title: given.title ?? "Interfaces of sulfide electrolytes",
      abstract: "How lithium moves through them.",
      body: "Long.",
      leader: application.leader,
      team: given.team ?? [],
      asked: given.asked ?? 400,
      months: 36,
      share: 100 - shared,
      partners,
    });
    return revision;
  };

  const apply = async (
    who: TestMember,
    callId: string,
    given: Parameters<typeof write>[2] & { partnersAgree?: TestMember[] } = {},
  ) => {
    kernel.setNow(open);
    const { publicId } = await call(app, who.principal, beginApplication, { call: callId });
    const revision = await write(who, publicId, given);
    for (const partner of given.partnersAgree ?? [])
      await call(app, partner.principal, agreeToShare, { publicId });
    await call(app, who.principal, submitApplication, { publicId, revision });
    return publicId;
  };

  const openAndCheck = async (callId: string) => {
    kernel.setNow(closed);
    await call(app, officer.principal, openCall, { call: callId });
    return call(app, officer.principal, checkApplications, { call: callId });
  };

  const addReviewer = async (
    name: string,
    given: {
      subject?: string;
      declared?: string[];
      most?: number;
      papers?: { title: string; authors: string[]; publishedOn: string }[];
    } = {},
    body?: TestOrganization,
  ) => {
    const who = await addMember(kernel, body ?? (await addOrganization(kernel)), { name });
    await call(app, who.principal, enrolReviewer, {
      subject: given.subject ?? "batteries",
      declared: given.declared ?? [],
      most: given.most ?? 4,
      active: true,
      papers: (given.papers ?? []).map((paper) => ({ abstract: "", ...paper })),
    });
    return who;
  };

  const assign = async (callId: string) => {
    const { id } = await call(app, officer.principal, askAssignment, { call: callId });
    await callJob(worker, { id: app.newId(), name: "fund.assign" }, assignFundReviewers, {
      assignmentId: id,
    });
  };

  /** A reviewer scores every task alike. */
  const reviewAll = async (reviewer: TestMember, scores: [number, number, number] = [4, 4, 4]) => {
    for (const { publicId } of await call(app, reviewer.principal, listTasks, {}))
      await call(app, reviewer.principal, submitReview, {
        publicId,
        scores,
        confidence: 3,
        words: "Good.",
        note: "",
      });
  };

  /** The panel leaves its list. */
  const rankAs = (callId: string, recommended: string[], reserve: string[] = []) =>
    call(app, officer.principal, rankCall, {
      call: callId,
      minutes: "Done.",
      recommended,
      reserve,
      recusals: [],
    });

  /** From a call to a project that runs since May, with a partner. */
  const startProject = async (
    researchClass: string,
    given: { title?: string } = {},
  ): Promise<FundProject> => {
    await kernel.ownerRows("update fund_reviewer set active = false");
    const { publicId: id } = await addCall({ reviews: 1, researchClass });
    const [{ who, body }, partner] = [await addLead(), await addLead()];
    const application = await apply(who, id, {
      ...given,
      asked: 100,
      partners: [{ body: partner.body, share: 40 }],
      partnersAgree: [partner.who],
    });
    await openAndCheck(id);
    const reviewer = await addReviewer("Reads it");
    await assign(id);
    await reviewAll(reviewer);
    await rankAs(id, [application]);
    const { publicId } = await call(app, officer.principal, giveAward, {
      publicId: application,
      amount: 100,
      startsOn: "2026-05-01",
    });
    kernel.setNow(new Date("2026-06-01T02:00:00Z"));
    return { publicId, who, body, partner: partner.who, partnerBody: partner.body };
  };

  return {
    kernel,
    app,
    officer,
    second,
    addTorn,
    addCall,
    addLead,
    write,
    apply,
    openAndCheck,
    addReviewer,
    assign,
    reviewAll,
    rankAs,
    startProject,
    open,
    closed,
  };
}
