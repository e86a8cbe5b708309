import { createHash } from "node:crypto";
import type { Database, Principal } from "@lilink/db";
import {
  fundApplication,
  fundAward,
  fundOpening,
  fundPanel,
  fundPaper,
  fundPartner,
  fundPayment,
  fundPlanEvent,
  fundReview,
  fundReviewer,
  person,
} from "@lilink/db/schema";
import { shiftDate, shiftMonths, startOfShanghaiDay, toShanghaiDate } from "@lilink/model/calendar";
import { closingInstant } from "@lilink/model/fund/life";
import type { ResearchClass } from "@lilink/model/register";
import { inArray, sql } from "drizzle-orm";
import type { Kernel } from "../../kernel/context.ts";
import given from "./data/fund.json" with { type: "json" };
import { type DemoCall as Call, toCallRecord } from "./fund-call-record.ts";
import { seedWork } from "./seed-fund-work.ts";
import { bringRecord } from "./seed-records.ts";

type MemberPrincipal = Extract<Principal, { kind: "member" }>;
type People = (email: string) => MemberPrincipal;
/** On a day so many months after the start, or so many days from today. */
type DemoEvent = { readonly kind: string; readonly month?: number; readonly day?: number };
type Transaction = Parameters<Parameters<Database["transaction"]>[0]>[0];

const [officer, secretary] = ["officer@group.example", "secretary@group.example"];
const ranked = new Set(["awarded", "declined", "not_recommended"]);

function abstractOf(title: string): string {
  const [zh = "", en = ""] = title.split(" / ");
  return `${zh}：目标、方法与可验证的指标。 / ${en}: aims, method and measurable targets.`;
}

/**
 * Invented calls in every phase, forty applications and twelve projects. Calls come by the steps that people take; what lies under them is
 * written by the owner in one transaction, as most of it happened years ago. What is there stays.
 */
export async function seedFund(owner: Database, app: Kernel, principalOf: People): Promise<void> {
  const today = toShanghaiDate(app.clock());
  const { rows: gaps } = await owner.execute<{ zh: string }>(
    sql`select title_zh as zh from gap_record where live_version is not null`,
  );
  const known = new Set(gaps.map(({ zh }) => zh));
  for (const one of given.calls) await bringRecord(owner, app, principalOf, toCallRecord(one, today, known));
  if ((await owner.$count(fundOpening)) > 0) return;
  const { rows } = await owner.execute<{ id: string; number: string }>(
    sql`select h.id, v.number from fund_call h join fund_call_version v on v.record_id = h.id and v.version = h.live_version`,
  );
  const idOf = (key: string) => {
    const number = given.calls.find((one) => one.key === key)?.number;
    return rows.find((row) => row.number === number)?.id ?? "";
  };
  await owner.transaction(async (tx) => {
    const seed = new Seed(tx, app, principalOf, today);
    await seed.enrol();
    for (const one of given.calls) await seed.fill(one, idOf(one.key));
  });
}

class Seed {
  readonly #tx: Transaction;
  readonly #app: Kernel;
  readonly #of: People;
  readonly #today: string;
  #names: ReadonlyMap<string, string> = new Map();

  constructor(tx: Transaction, app: Kernel, of: People, today: string) {
    this.#tx = tx;
    this.#app = app;
    this.#of = of;
    this.#today = today;
  }

  #at(days: number): Date {
    return new Date(startOfShanghaiDay(shiftDate(this.#today, days)).getTime() + 10 * 3_600_000);
  }

  /** Who offers to review, with what they wrote. */
  async enrol(): Promise<void> {
    const emails = [...given.reviewers, ...given.applications].map(({ by }) => by);
    const people = await this.#tx
      .select({ id: person.id, name: person.name })
      .from(person)
      .where(
        inArray(
          person.id,
          [...new Set(emails)].map((email) => this.#of(email).personId),
        ),
      );
    this.#names = new Map(people.map(({ id, name }) => [id, name]));
    await this.#tx.insert(fundReviewer).values(
      given.reviewers.map(({ by, subject, most, declared }) => ({
        personId: this.#of(by).personId,
        name: this.#names.get(this.#of(by).personId) ?? "",
        subject,
        declared,
        most,
        active: true,
        savedAt: this.#at(-90),
      })),
    );
    const papers = given.reviewers.flatMap(({ by, papers: own }) =>
      own.map(([title, publishedOn, authors]) => ({
        id: this.#app.newId(),
        personId: this.#of(by).personId,
        title: String(title),
        abstract: "",
        authors: authors as string[],
        publishedOn: String(publishedOn),
      })),
    );
    await this.#tx.insert(fundPaper).values(papers);
  }

  /** Everything that happened under one call so far. */
  async fill(one: Call, callId: string): Promise<void> {
    const own = given.applications
      .filter(({ call }) => call === one.key)
      .map((row) => ({ ...row, id: this.#app.newId(), publicId: this.#app.newPublicId() }));
    if (own.length === 0) return;
    const isClosed = one.closes < 0;
    await this.#tx.insert(fundApplication).values(
      own.map(({ id, publicId, by, title, asked, months, state, partners, codes, team }, at) => {
        const sentAt = state === "draft" ? null : this.#at(Math.min(-1, one.closes - 1 - (at % 9)));
        return {
          id,
          publicId,
          callId,
          organizationId: this.#of(by).organizationId,
          leader: this.#names.get(this.#of(by).personId) ?? "",
          team,
          title,
          abstract: abstractOf(title),
          body: "研究基础、技术路线、年度计划、预算说明与风险。全部内容为演示而虚构。 / Earlier work, technical route, plan by year, budget and risks. All of it is invented for the demo.",
          asked: String(asked),
          months,
          share: String(100 - partners.reduce((sum, [, part]) => sum + Number(part), 0)),
          state,
          revision: 3,
          savedBy: this.#of(by).personId,
          savedAt: sentAt ?? this.#at(-2),
          submittedAt: sentAt,
          codes: codes ?? (isClosed && state !== "draft" ? [] : null),
          rules: isClosed && state !== "draft" ? "fund-eligibility-2026" : null,
          judgedAt: codes && isClosed ? this.#at(one.state === "decided" ? one.closes + 3 : -5) : null,
          createdAt: this.#at(one.opens + 1),
        };
      }),
    );
    const partners = own.flatMap(({ id, partners: all }) =>
      all.map(([by, part]) => ({
        applicationId: id,
        organizationId: this.#of(String(by)).organizationId,
        share: String(part),
        agreedAt: this.#at(Math.min(-1, one.closes - 2)),
      })),
    );
    if (partners.length > 0) await this.#tx.insert(fundPartner).values(partners);
    if (!isClosed) return;
    const openedAt = closingInstant(shiftDate(this.#today, one.closes));
    const sent = own.filter(({ state }) => state !== "draft" && state !== "withdrawn");
    const hash = createHash("sha256")
      .update(
        sent
          .map(({ publicId }) => publicId)
          .sort()
          .join("\n"),
      )
      .digest("hex");
    await this.#tx
      .insert(fundOpening)
      .values({ callId, openedAt, openedBy: this.#of(officer).personId, count: sent.length, hash });
    await this.#review(one, own);
    if (one.state === "decided") await this.#decide(one, callId, own);
  }

  async #review(one: Call, own: readonly { readonly id: string; readonly title: string }[]): Promise<void> {
    const tasks = given.reviews.flatMap(({ title, by }) => {
      const application = own.find((row) => row.title === title);
      return application
        ? by.map(([email, scores, confidence]) => ({
            application,
            email: String(email),
            scores: scores as number[] | null,
            confidence: Number(confidence),
          }))
        : [];
    });
    if (tasks.length === 0) return;
    await this.#tx.insert(fundReview).values(
      tasks.map(({ application, email, scores, confidence }, at) => ({
        id: this.#app.newId(),
        publicId: this.#app.newPublicId(),
        applicationId: application.id,
        personId: this.#of(email).personId,
        fit: (0.35 + (at % 7) * 0.06).toFixed(2),
        state: scores ? "submitted" : "assigned",
        dueOn: shiftDate(this.#today, one.decide - 30),
        scores,
        confidence: scores ? confidence : null,
        words: scores
          ? "目标明确，指标可测；建议补充第三方测试安排。(虚构) / Clear aims and measurable targets; tests by a third party should be added. (fictional)"
          : null,
        note: scores ? "" : null,
        assignedAt: this.#at(one.closes + 4),
        endedAt: scores ? this.#at(Math.min(-1, one.closes + 9 + (at % 8))) : null,
      })),
    );
  }

  async #decide(
    one: Call,
    callId: string,
    own: readonly ((typeof given.applications)[number] & {
      readonly id: string;
      readonly publicId: string;
    })[],
  ): Promise<void> {
    const ranking = own
      .filter(({ state }) => ranked.has(state))
      .map(({ publicId, state }) => ({
        id: publicId,
        decision: state === "not_recommended" ? state : "recommended",
      }));
    const by = this.#of(officer).personId;
    await this.#tx.insert(fundPanel).values({
      callId,
      ranking,
      recusals: [],
      minutes:
        "专家组逐份讨论灰区申请后形成排序。(虚构) / The panel discussed each application in the grey zone and then ranked them. (fictional)",
      hash: createHash("sha256").update(JSON.stringify(ranking)).digest("hex"),
      decidedBy: by,
      decidedAt: this.#at(one.decide - 5),
    });
    for (const { id, publicId, by: lead, title, asked, months, start, pays, events } of own) {
      if (start === null) continue;
      const [award, startsOn] = [this.#app.newId(), shiftDate(this.#today, start)];
      await this.#tx.insert(fundAward).values({
        id: award,
        publicId: `a${publicId.slice(1)}`,
        callId,
        applicationId: id,
        organizationId: this.#of(lead).organizationId,
        title,
        abstract: abstractOf(title),
        researchClass: one.cls as ResearchClass,
        asked: String(asked),
        amount: String(asked),
        startsOn,
        months,
        state: "active",
        awardedBy: by,
        awardedAt: this.#at(one.decide),
      });
      await this.#tx.insert(fundPayment).values(
        pays.map(([day = 0, part = 0], at) => ({
          id: this.#app.newId(),
          publicId: this.#app.newPublicId(),
          awardId: award,
          amount: String(Math.round(asked * part)),
          note: `第 ${at + 1} 期 / Instalment ${at + 1} of the grant`,
          state: "paid",
          orderedBy: by,
          orderedAt: this.#at(day - 3),
          endedBy: this.#of(secretary).personId,
          endedAt: this.#at(day),
          paidOn: shiftDate(this.#today, day),
        })),
      );
      await seedWork(
        this.#tx,
        this.#app,
        { id: award, title, startsOn, at: this.#at(one.decide) },
        this.#of(officer),
      );
      if (events.length > 0)
        await this.#tx.insert(fundPlanEvent).values(
          (events as readonly DemoEvent[]).map(({ month, day, ...event }, position) => ({
            awardId: award,
            position,
            event: {
              ...event,
              to: month === undefined ? shiftDate(this.#today, day ?? 0) : shiftMonths(startsOn, month),
            },
            by: event.kind === "move" ? this.#of(lead).personId : by,
            at: this.#at(-40 + position),
          })),
        );
    }
  }
}
