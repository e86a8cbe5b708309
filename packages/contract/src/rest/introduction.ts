import {
  declineReasons,
  introductionSides,
  introductionStates,
  ledgerStates,
  ledgerSteps,
  supportClocks,
  supportKinds,
  supportStates,
  supportSteps,
  supportUrgencies,
} from "@lilink/model/introduction";
import { postingKinds, postingStates } from "@lilink/model/posting";
import { z } from "zod";
import { moment } from "./basic.ts";
import { identity, postingReading } from "./posting.ts";

const title = z
  .object({
    publicId: z.string(),
    kind: z.enum(postingKinds),
    state: z.enum(postingStates),
    concept: z.string().nullable(),
    link: z.string().nullable(),
    language: z.string().nullable(),
    title: z.string().nullable(),
    summary: z.string().nullable(),
    identity: identity.nullish(),
  })
  .meta({ id: "PostingTitle" });

const party = z
  .object({
    publicId: z.string(),
    nameZh: z.string(),
    nameEn: z.string().nullable(),
    kind: z.string(),
  })
  .meta({ id: "Party" });

const head = {
  publicId: z.string(),
  side: z.enum(introductionSides),
  state: z.enum(introductionStates),
  aim: z.string(),
  sentAt: moment,
  dueAt: moment,
  answeredAt: moment.nullable(),
  declineReason: z.enum(declineReasons).nullable(),
};

/** An achievement of the register that an introduction is about. */
const achievement = z
  .object({
    publicId: z.string(),
    titleZh: z.string().nullable(),
    titleEn: z.string().nullable(),
    state: z.string(),
  })
  .meta({ id: "IntroducedAchievement" });

export const introductionItem = z
  .object({
    ...head,
    message: z.string(),
    asked: title.nullable(),
    asking: title.nullable(),
    achievement: achievement.nullable(),
    other: party.nullable(),
  })
  .meta({ id: "IntroductionItem" });

export const introductionCounts = z.array(
  z.object({ side: z.enum(introductionSides), state: z.enum(introductionStates), n: z.int() }),
);

const contact = z
  .object({ name: z.string().nullable(), email: z.string().nullable(), phone: z.string().nullable() })
  .meta({ id: "Contact" });
const side = z.object({ organization: party.nullable(), contact });

const introducedPosting = z
  .object({
    publicId: z.string(),
    kind: z.enum(postingKinds),
    state: z.enum(postingStates),
    reading: postingReading.nullable(),
  })
  .meta({ id: "IntroducedPosting" });

const message = z.object({
  side: z.enum(introductionSides),
  personName: z.string(),
  body: z.string(),
  createdAt: moment,
});

const entry = z.object({
  publicId: z.string(),
  step: z.enum(ledgerSteps),
  state: z.enum(ledgerStates),
  proposedSide: z.enum(introductionSides),
  occurredOn: z.string(),
  amount: z.string().nullable(),
  unit: z.string().nullable(),
  note: z.string().nullable(),
  createdAt: moment,
  decidedAt: moment.nullable(),
});

export const introduction = z
  .object({
    ...head,
    message: z.string(),
    question: z.object({ attribute: z.string().optional(), text: z.string() }).nullable(),
    answerNote: z.string().nullable(),
    endedAt: moment.nullable(),
    endNote: z.string().nullable(),
    may: z.object({ accept: z.boolean(), decline: z.boolean(), withdraw: z.boolean(), end: z.boolean() }),
    competes: z.boolean().nullable(),
    opens: z.object({ partner: z.array(z.string()), walled: z.array(z.string()) }).nullable(),
    own: side.nullable(),
    other: side.nullable(),
    asked: introducedPosting.nullable(),
    asking: introducedPosting.nullable(),
    achievement: achievement.nullable(),
    relay: z.object({ publicId: z.string(), state: z.string() }).nullable(),
    messages: z.array(message),
    ledger: z.array(entry),
  })
  .meta({ id: "Introduction" });

const turn = z.enum(["own", "other"]);
const verdict = z.enum(["running", "overdue", "inTime", "late"]);
const ticketHead = {
  publicId: z.string(),
  introduction: z.string(),
  kind: z.enum(supportKinds),
  urgency: z.enum(supportUrgencies),
  subject: z.string(),
  state: z.enum(supportStates),
  openedBy: turn,
  closingBy: turn.nullable(),
  openedAt: moment,
  answerDueAt: moment,
  answeredAt: moment.nullable(),
  resolveDueAt: moment,
  closingAt: moment.nullable(),
  closingDueAt: moment.nullable(),
  closedAt: moment.nullable(),
  waits: z.object({ clock: z.enum(supportClocks), on: turn, dueAt: moment }).nullable(),
  answer: verdict,
  resolution: verdict,
};

export const ticketItem = z.object(ticketHead).meta({ id: "TicketItem" });

export const ticket = z
  .object({
    ...ticketHead,
    other: party.nullable(),
    steps: z.array(z.enum(supportSteps)),
    messages: z.array(
      z.object({
        by: turn.nullable(),
        step: z.enum(supportSteps).nullable(),
        personName: z.string().nullable(),
        body: z.string(),
        createdAt: moment,
      }),
    ),
  })
  .meta({ id: "Ticket" });
