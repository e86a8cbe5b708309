import { shiftDate, toShanghaiDate } from "@lilink/model/calendar";
import { type EngagementScope, engagementScopes } from "@lilink/model/engagement";
import fc from "fast-check";
import { expect, it } from "vitest";
import {
  addMember,
  addOrganization,
  addPosting,
  asRaw,
  createTestKernel,
  sampleContent,
} from "../../../testing/index.ts";
import { call } from "../../kernel/call.ts";
import { acceptIntroduction } from "../introduction/answer.ts";
import { askIntroduction } from "../introduction/ask.ts";
import { proposeEntry } from "../introduction/ledger.ts";
import { writeMessage } from "../introduction/write-message.ts";
import { createPosting } from "../posting/create-posting.ts";
import { answerEngagement } from "./answer-engagement.ts";
import { letIn } from "./let-in.ts";
import { nameAdviser } from "./name-adviser.ts";
import { handOverDraft, prepareDraft } from "./prepare-draft.ts";
import { proposePair } from "./propose-pair.ts";

let now = new Date();
const kernel = await createTestKernel(now);
const app = { ...kernel.app, clock: () => now };
const today = toShanghaiDate(now);
const firm = await addOrganization(kernel, { links: ["materials"], offers: ["ncm811"] });
const client = await addMember(kernel, firm);
const maker = await addOrganization(kernel, { links: ["smelting"] });
const other = await addMember(kernel, maker);
const institute = await addOrganization(kernel, { kind: "university_or_institute" });
const need = await addPosting(kernel, client, "need", sampleContent());
const offer = await addPosting(kernel, other, "capability", sampleContent());
const reason = "Nobody here knows this market.";

/** The same for every run: what the client has beside what its adviser works on. */
await call(app, client.principal, createPosting, {
  kind: "project",
  content: { title: "A plan of the client's own" },
});
const { publicId: intro, id: introductionId } = await call(app, client.principal, askIntroduction, {
  posting: offer.publicId,
  aim: "trial",
  message: "We would like to try it in our line.",
});
await call(app, other.principal, acceptIntroduction, { publicId: intro, acknowledge: true });
await call(app, client.principal, proposeEntry, { publicId: intro, step: "meeting", occurredOn: today });
await call(app, other.principal, writeMessage, { publicId: intro, body: "Said before.", files: [] });

const days = { holds: [0, 30], later: [2, 30], over: [-30, -1] } as const;
const someScopes = fc.subarray([...engagementScopes], { minLength: 1 });

it("[AV2] [AV6] [AV8] an adviser reads what its engagement needs and nothing else of its client, and nothing once it ends", async () => {
  await fc.assert(
    fc.asyncProperty(
      someScopes,
      fc.constantFrom("active", "ended"),
      fc.constantFrom(...(["holds", "holds", "later", "over"] as const)),
      fc.boolean(),
      fc.constantFrom("never", "in", "out"),
      async (scopes, state, when, handed, let_) => {
        const adviser = await addMember(kernel, institute, { role: "editor" });
        const { publicId, id } = await call(app, client.principal, nameAdviser, {
          organization: institute.publicId,
          email: adviser.email,
          scopes: [...engagementScopes],
          fromOn: today,
          untilOn: shiftDate(today, 30),
          reason,
        });
        await call(app, adviser.principal, answerEngagement, { publicId, accept: true });
        const draft = await call(app, adviser.principal, prepareDraft, { publicId, kind: "need" });
        if (handed) await call(app, adviser.principal, handOverDraft, { publicId: draft.publicId });
        await call(app, adviser.principal, proposePair, {
          publicId,
          own: need.publicId,
          other: offer.publicId,
          reason,
        });
        now = new Date(now.getTime() + 1000);
        if (let_ !== "never")
          await call(app, client.principal, letIn, { publicId: intro, engagement: publicId });
        now = new Date(now.getTime() + 1000);
        const { id: after } = await call(app, other.principal, writeMessage, {
          publicId: intro,
          body: "Said after.",
          files: [],
        });
        const [from, until] = days[when];
        await kernel.ownerRows(
          "update engagement set scopes = $2, state = $3, from_on = $4, until_on = $5, ended_at = case when $3 = 'ended' then now() end where id = $1",
          [id, scopes, state, shiftDate(today, from), shiftDate(today, until)],
        );
        if (let_ === "out")
          await kernel.ownerRows(
            "update introduction_adviser set let_out_at = now() where engagement_id = $1",
            [id],
          );

        const holds = (scope: EngagementScope) =>
          state === "active" && when === "holds" && scopes.includes(scope);
        const expected = {
          draft: holds("draft") && !handed,
          message: holds("accompany") && let_ === "in",
          pair: holds("pair"),
        };
        const sees = async (statement: string) => (await asRaw(kernel, adviser, statement)) === "done";
        expect({
          draft: await sees(`select 1 from posting_draft where posting_id = '${draft.id}'`),
          message: await sees(`select 1 from introduction_message where id = '${after}'`),
          pair: await sees(`select 1 from proposed_pair where engagement_id = '${id}'`),
        }).toEqual(expected);
        // Nothing else of the client, whatever the engagement.
        for (const table of ["posting", "posting_draft"]) {
          const key = table === "posting" ? "id" : "posting_id";
          expect(
            await sees(
              `select 1 from ${table} where organization_id = '${firm.id}' and ${key} <> '${draft.id}'`,
            ),
          ).toBe(false);
        }
        for (const statement of [
          `select 1 from posting_version where organization_id = '${firm.id}'`,
          `select 1 from introduction where id = '${introductionId}'`,
          `select 1 from introduction_party where introduction_id = '${introductionId}'`,
          `select 1 from ledger_entry where introduction_id = '${introductionId}'`,
          `select 1 from introduction_message where introduction_id = '${introductionId}' and body = 'Said before.'`,
          `select 1 from consent where introduction_id = '${introductionId}'`,
          `select 1 from attachment where organization_id = '${firm.id}'`,
          `select 1 from audit_entry where organization_id = '${firm.id}'`,
        ])
          expect([statement, await sees(statement)]).toEqual([statement, false]);
        // Nor does it do what is the client's own, over a raw connection.
        for (const statement of [
          `update posting set state = 'in_review', version = 1 where id = '${draft.id}'`,
          `update posting_draft set organization_id = '${institute.id}' where posting_id = '${draft.id}'`,
          `delete from posting where id = '${draft.id}'`,
          `update introduction set state = 'ended' where id = '${introductionId}'`,
          `update ledger_entry set state = 'confirmed' where introduction_id = '${introductionId}'`,
          `update proposed_pair set state = 'taken', decided_by = app.person() where engagement_id = '${id}'`,
          `update introduction_adviser set let_out_at = null where engagement_id = '${id}'`,
          `update engagement set scopes = '{draft}' where id = '${id}'`,
          `update engagement set state = 'active', answered_at = now() where id = '${id}'`,
          `insert into introduction_message (id, introduction_id, organization_id, side, person_id, person_name, body, created_at)
             values (gen_random_uuid(), '${introductionId}', '${firm.id}', 'asking', app.person(), 'x', 'As if by the client.', now())`,
          `insert into advised_draft (posting_id, engagement_id, org_id, adviser_org, adviser_name, prepared_at)
             values ('${need.id}', '${id}', '${firm.id}', '${institute.id}', 'x', now())`,
        ])
          expect([statement, await asRaw(kernel, adviser, statement)]).not.toEqual([statement, "done"]);
      },
    ),
    { numRuns: 24 },
  );
}, 120_000);
