import { toCreditCode } from "@lilink/model/codes";
import { toEdit } from "@lilink/model/goals/definition";
import { handWeights } from "@lilink/model/matching";
import { Market } from "@lilink/services";
import {
  addAuthenticator,
  addPosting,
  addReferred,
  rankPosting,
  readLetter,
  sampleContent,
  type TestKernel,
} from "@lilink/services/testing";
import { createCaller } from "../../src/router/app.ts";
import { type Cast, createCast } from "./cast.ts";
import type { AsKind, Kind } from "./kind.ts";
import { addEngagements } from "./world-engagements.ts";
import { addFigures } from "./world-figures.ts";
import { addFund } from "./world-fund.ts";
import { addMeetings } from "./world-meetings.ts";
import { addRecords } from "./world-records.ts";
import { addTraces } from "./world-traces.ts";

/** Everything that the samples name: mostly the firm's, as its administrator made it. */
export async function createWorld(kernel: TestKernel) {
  await addReferred(kernel);
  const cast = await createCast(kernel);
  const as: AsKind = ({ principal }) =>
    createCaller({
      kernel: kernel.app,
      principal,
      listen: async function* () {},
      report: (error) => {
        throw error;
      },
    });
  const things = {
    ...(await addPostings(kernel, cast, as)),
    ...(await addFigures(kernel, cast, as)),
    ...(await addMeetings(kernel, cast, as)),
    ...(await addAccounts(kernel, cast, as)),
    ...(await addOffices(kernel, cast, as)),
    records: await addRecords(cast, as),
  };
  await addTraces(kernel, cast, as, things);
  await addFund(kernel, cast);
  await addEngagements(kernel, cast, things);
  // When a key was last used is noted once in five minutes, and is no trace of what it tried.
  await kernel.ownerRows("update api_key set used_at = $1", [kernel.app.clock()]);
  return { ...cast, as, ...things };
}

export type World = Awaited<ReturnType<typeof createWorld>>;

async function addPostings(kernel: TestKernel, { people, third }: Cast, as: AsKind) {
  const { admin, officer, partner, rival } = people;
  const publish = (
    who: Kind & { member: Parameters<typeof addPosting>[1] },
    kind: "need" | "capability" | "project",
  ) =>
    addPosting(
      kernel,
      who.member,
      kind,
      sampleContent(kind === "project" ? { description: "Work in three milestones." } : {}),
    );
  const draft = await as(admin).posting.create({ kind: "capability", content: { ...sampleContent() } });
  const review = await as(admin).posting.create({ kind: "capability", content: { ...sampleContent() } });
  await as(admin).posting.submit({ publicId: review.publicId });
  const live = await publish(admin, "capability");
  const asked = await publish(admin, "capability");
  const closed = await publish(admin, "capability");
  await as(admin).posting.close({ publicId: closed.publicId });
  const need = await publish(third, "need");
  const project = await publish(third, "project");
  const free = { purposes: ["evaluate" as const], framework: "free" as const, until: null, words: "" };
  await as(third).use.set({ publicId: project.publicId, terms: free });
  await as(partner).use.accept({ publicId: project.publicId, version: 1, agreement: "" });
  const market = new Market();
  for (const { id } of [live, need]) await rankPosting(kernel, market, id);

  const ask = (posting: string) =>
    as(partner).introduction.ask({ posting, aim: "trial", message: "We would like to try it in our line." });
  const sent = await ask(asked.publicId);
  const open = await ask(live.publicId);
  await as(admin).introduction.accept({ publicId: open.publicId });
  await as(admin).introduction.write({ publicId: open.publicId, body: "Welcome." });
  const entry = await as(admin).introduction.propose({
    publicId: open.publicId,
    step: "meeting",
    occurredOn: "2026-10-09",
  });
  const trial = await as(admin).introduction.propose({
    publicId: open.publicId,
    step: "trial",
    occurredOn: "2026-10-09",
  });
  await as(partner).introduction.decide({ entry: trial.publicId, action: "confirm" });
  const ticket = await as(partner).support.open({
    introduction: open.publicId,
    kind: "quality",
    urgency: "normal",
    subject: "The trial batch is damp",
    body: "Water is at 900 ppm.",
  });
  const closing = await as(partner).support.open({
    introduction: open.publicId,
    kind: "documents",
    urgency: "low",
    subject: "A certificate is missing",
    body: "Please send it.",
  });
  await as(admin).support.askClose({ publicId: closing.publicId });
  // From one to six o'clock of 20 October in UTC.
  const shared = [{ from: 1_991_620, to: 1_991_640 }];
  await as(admin).appointment.mark({
    introduction: open.publicId,
    zone: "Asia/Shanghai",
    free: shared,
  });
  await as(partner).appointment.mark({ introduction: open.publicId, zone: "UTC", free: shared });
  const appointment = await as(admin).appointment.propose({
    introduction: open.publicId,
    ...{ startsAt: "2026-10-20T01:00:00Z", minutes: 30 },
  });
  await kernel.ownerRows(
    "insert into appointment_outcome (appointment_id, side, outcome, agreed, said_at) values ($1, 'asked', 'none', false, $2)",
    [appointment.id, kernel.app.clock()],
  );
  const { file } = await as(admin).attachment.upload({
    home: { kind: "posting", publicId: draft.publicId },
    name: "report.pdf",
    bytes: new Uint8Array(Buffer.from("%PDF-1.7 a report")),
  });
  const report = await as(rival).report.file({
    subject: "posting",
    publicId: live.publicId,
    reason: "falseFigures",
    words: "The capacity cannot be so high.",
  });
  await as(officer).claim.list({});
  return {
    draft,
    review,
    live,
    asked,
    closed,
    need,
    project,
    sent,
    open,
    entry,
    ticket,
    closing,
    appointment,
    file,
    report,
  };
}

const token = /[\w-]{20,}$/;

/** The firm's people and doors: sessions, factors, searches, notices, keys, webhooks, invitations, letters. */
async function addAccounts(kernel: TestKernel, { people, firm, pending, kinds }: Cast, as: AsKind) {
  const { admin, viewer } = people;
  const by = admin.member.personId;
  const now = kernel.app.clock();
  const publicIdOf = async (personId: string) =>
    (
      await kernel.ownerRows<{ id: string }>("select public_id as id from person where id = $1", [personId])
    )[0]?.id ?? "";
  await addAuthenticator(kernel, admin.principal);
  const [factor] = (await as(admin).factor.list()).factors;
  const { id: unconfirmed } = await as(admin).factor.beginTotp({ label: "Second phone" });
  const sessionId = kernel.app.newId();
  await kernel.ownerRows(
    "insert into session (id, person_id, organization_id, created_at, seen_at, expires_at) values ($1, $2, $3, $4, $4, $5)",
    [sessionId, by, firm.id, now, new Date(now.getTime() + 86_400_000)],
  );
  const noticeId = kernel.app.newId();
  await kernel.ownerRows(
    "insert into notice (id, person_id, organization_id, kind, params, path, cause_key, created_at) values ($1, $2, $3, 'return.opened', '{}', '/desk', 'matrix', $4)",
    [noticeId, by, firm.id, now],
  );
  const search = await as(admin).search.save({ name: "Cathodes", query: "q=cathode" });
  const key = await as(admin).key.create({ name: "To be revoked", scopes: ["postings:read"] });
  const [webhook, delivery] = [kernel.app.newPublicId(), kernel.app.newId()];
  const webhookId = kernel.app.newId();
  await kernel.ownerRows(
    "insert into webhook_endpoint (id, public_id, organization_id, url, secret, created_by, created_at) values ($1, $2, $3, 'https://hooks.example/in', 'whsec_x', $4, $5)",
    [webhookId, webhook, firm.id, by, now],
  );
  await kernel.ownerRows(
    `insert into webhook_delivery (id, endpoint_id, organization_id, event_id, kind, subject_kind, subject_id, cause_key, state, next_at, created_at)
     values ($1, $2, $3, $1, 'posting.published', 'posting', 'x', 'matrix', 'dead', $4, $4)`,
    [delivery, webhookId, firm.id, now],
  );
  const person = kinds.find(({ name }) => name === "person")?.member;
  if (!person) throw new Error("nobody is alone");
  const invite = async (email: string) => {
    const { id } = await as(admin).member.invite({ email, role: "viewer" });
    return { id, token: await tokenOf(kernel, email) };
  };
  await as(admin).person.register({ email: "new@firm.example" });
  await as(admin).person.requestReset({ email: viewer.member.email });
  return {
    factor: factor?.id ?? "",
    unconfirmed,
    sessionId,
    noticeId,
    search,
    key,
    webhook,
    delivery,
    invited: await invite(person.email),
    stranger: await invite("stranger@firm.example"),
    registration: await tokenOf(kernel, "new@firm.example"),
    reset: await tokenOf(kernel, viewer.member.email),
    viewerId: await publicIdOf(viewer.member.personId),
    pendingId: pending.publicId,
  };
}

async function tokenOf(kernel: TestKernel, email: string): Promise<string> {
  const letter = await readLetter(kernel, email);
  const found = token.exec(letter?.token ?? "")?.[0];
  if (!found) throw new Error(`no letter to ${email}`);
  return found;
}

/** What the secretariat and the operator have open. */
async function addOffices(kernel: TestKernel, { people, firm, third, operator }: Cast, as: AsKind) {
  const unclaimed = kernel.app.newPublicId();
  const now = kernel.app.clock();
  await kernel.ownerRows(
    `insert into organization (id, public_id, kind, status, name_zh, name_pinyin, fictional, province, links, created_at, updated_at)
     values ($1, $2, 'enterprise', 'unclaimed', $2, $2, true, '36', '{}', $3, $3)`,
    [kernel.app.newId(), unclaimed, now],
  );
  const codes = ["MA000001", "MA000002"].map((serial) => toCreditCode("91360500", serial));
  const body = {
    kind: "enterprise",
    nameZh: "某某锂业有限公司",
    links: ["recycling"] as ["recycling"],
    codeScheme: "uscc",
    statement: "We are this body; the licence is attached.",
  } as const;
  const claimed = await as(third).organization.register({ ...body, code: codes[1] ?? "" });
  const emergency = await as(people.system).emergency.open({
    organization: firm.publicId,
    reason: "The firm cannot reach its own postings.",
    minutes: 30,
  });
  const engine = "learned-1";
  await kernel.ownerRows(
    `insert into engine_version (version, rules, compared_with, weights, report, made_at)
     select $1, $2, $2, '{}', '{}', $3`,
    [engine, handWeights.version, now],
  );
  const { versions } = await as(people.officer).definition.list({ indicator: "MAT-01" });
  const base = versions.find(({ adopted }) => adopted)?.definition;
  if (!base) throw new Error("MAT-01 has no definition");
  const proposal = {
    indicator: "MAT-01",
    basedOn: base.version,
    fromPeriod: "2026Q4",
    reason: "The list of high-end grades was reviewed.",
    edit: JSON.parse(JSON.stringify({ ...toEdit(base), range: ["0", "105"] })),
  };
  const { version } = await as(people.officer).definition.propose({ ...proposal, indicator: "MAT-01" });
  await as(people.admin).waiver.give({ indicator: "SME-03" });
  return {
    unclaimed,
    body,
    codes,
    claimed,
    emergency,
    engine,
    proposal,
    version,
    operatorId: operator.publicId,
  };
}
