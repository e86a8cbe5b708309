import { beginAs } from "@lilink/db";
import { supportMessage, supportTicket } from "@lilink/db/schema";
import { eq } from "drizzle-orm";
import fc from "fast-check";
import { expect, it } from "vitest";
import {
  addMember,
  addOffice,
  addOrganization,
  addPosting,
  asRaw as asMember,
  createTestKernel,
  type TestMember,
} from "../../../testing/index.ts";
import { call } from "../../kernel/call.ts";
import { acceptIntroduction } from "../introduction/answer.ts";
import { askIntroduction } from "../introduction/ask.ts";
import { decideEntry, proposeEntry } from "../introduction/ledger.ts";
import { openTicket } from "./open-ticket.ts";
import { askCloseTicket } from "./write-ticket.ts";

const kernel = await createTestKernel();
const { app, owner } = kernel;
const { officer } = await addOffice(kernel);
const firms: TestMember[] = [];
for (const offer of ["ncm811", "ncm811", "li2co3-batt", "lfp"])
  firms.push(await addMember(kernel, await addOrganization(kernel, { offers: [offer] })));
const asRaw = (member: TestMember, statement: string) => asMember(kernel, member, statement);

async function support(from: TestMember, to: TestMember, opens: TestMember) {
  const posting = await addPosting(kernel, to, "capability");
  const { publicId, id } = await call(app, from.principal, askIntroduction, {
    posting: posting.publicId,
    aim: "trial",
    message: "We would like to try ten tonnes of it.",
  });
  await call(app, to.principal, acceptIntroduction, { publicId, acknowledge: true });
  const entry = await call(app, from.principal, proposeEntry, {
    publicId,
    step: "trial",
    occurredOn: "2026-01-05",
  });
  await call(app, to.principal, decideEntry, { entry: entry.publicId, action: "confirm" });
  const ticket = await call(app, opens.principal, openTicket, {
    introduction: publicId,
    kind: "delivery",
    urgency: "normal",
    subject: "A pallet is missing",
    body: "Three came, not four.",
  });
  return { ...ticket, introductionId: id };
}

/** The ids that a member reads of a table by plain SQL. */
async function readIds(member: TestMember, statement: string): Promise<string[]> {
  const client = await app.pool.connect();
  try {
    await beginAs(client, member.principal, app.clock());
    const { rows } = await client.query<{ id: string }>(statement);
    return rows.map(({ id }) => id).sort();
  } finally {
    await client.query("rollback");
    client.release();
  }
}

it("[SP2] whatever pairs of firms have tickets, each firm reads those of its own pairs, and an officer none", async () => {
  const made: { id: string; sides: readonly TestMember[] }[] = [];
  const one = fc.integer({ min: 0, max: firms.length - 1 });
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(one, one, fc.boolean()), { maxLength: 3 }), async (pairs) => {
      for (const [a, b, opens] of pairs) {
        const [from, to] = [firms[a], firms[b]];
        if (!from || !to || a === b) continue;
        const { id } = await support(from, to, opens ? from : to);
        made.push({ id, sides: [from, to] });
      }
      for (const reader of [...firms, officer]) {
        const expected = made
          .filter(({ sides }) => sides.includes(reader))
          .map(({ id }) => id)
          .sort();
        expect(await readIds(reader, "select id from support_ticket")).toEqual(expected);
        expect(await readIds(reader, "select distinct ticket_id as id from support_message")).toEqual(
          expected,
        );
        // A duty of a ticket is its holder's alone: the other side of who opened it.
        for (const id of await readIds(
          reader,
          "select subject_id as id from duty where subject_kind = 'support_ticket'",
        ))
          expect(expected).toContain(id);
      }
    }),
    { numRuns: 8 },
  );
}, 60_000);

it("[SP2] [SP4] a statement past the verbs moves no ticket and speaks for nobody else", async () => {
  const [buyer, seller, third] = firms as [TestMember, TestMember, TestMember];
  const ticket = await support(buyer, seller, buyer);
  const say = (side: string, step: string, body = "x") =>
    `insert into support_message (id, ticket_id, side, step, body, files, created_at)
     values (gen_random_uuid(), '${ticket.id}', ${side}, ${step}, '${body}', '[]', now())`;
  expect(await asRaw(buyer, `update support_ticket set state = 'closed' where id = '${ticket.id}'`)).toBe(
    "42501",
  );
  expect(await asRaw(buyer, say("'asked'", "null"))).toBe("42501");
  expect(await asRaw(buyer, say("null", "'lapse'"))).toBe("42501");
  expect(await asRaw(third, say("'asking'", "null"))).toBe("42501");
  expect(await asRaw(buyer, say("'asking'", "'confirm'"))).toBe("55000");
  await call(app, seller.principal, askCloseTicket, { publicId: ticket.publicId });
  expect(await asRaw(seller, say("'asked'", "'confirm'"))).toBe("55000");
  expect(await asRaw(seller, say("'asked'", "'reopen'"))).toBe("55000");
  expect(await asRaw(buyer, say("'asking'", "'reopen'", ""))).toBe("23514");
  const open = (introduction: string, side: string) =>
    `insert into support_ticket (id, public_id, introduction_id, side, kind, urgency, subject, state, opened_at, answer_due_at, resolve_due_at)
     values (gen_random_uuid(), 'raw' || left(md5(random()::text), 10), '${introduction}', '${side}', 'quality', 'urgent', 'x', 'open', now(), '2000-01-01', '2000-01-01')`;
  expect(await asRaw(third, open(ticket.introductionId, "asked"))).toBe("42501");
  expect(await asRaw(seller, open(ticket.introductionId, "asking"))).toBe("42501");
  const [row] = await owner.select().from(supportTicket).where(eq(supportTicket.id, ticket.id));
  expect(row?.state).toBe("closing");
  expect(await owner.$count(supportMessage, eq(supportMessage.ticketId, ticket.id))).toBe(2);
});
