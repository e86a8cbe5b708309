import { strict as assert } from "node:assert";
import { type ApiAnswer, mutate, query } from "@lilink/test-exchange/call-api";
import { mustMutate, mustQuery } from "../must.ts";
import { publishAs } from "../plant.ts";
import type { Case, World } from "../world.ts";

/** One of all who act at once is answered well; the rest hear that they came late. */
function expectOne(answers: readonly ApiAnswer<unknown>[], what: string): void {
  assert.equal(answers.filter(({ ok }) => ok).length, 1, `${what}: ${JSON.stringify(answers)}`);
  for (const answer of answers)
    if (!answer.ok) assert.match(answer.code, /WRONG_STATE|CONFLICT|NOT_FOUND|LIMIT_REACHED/, what);
}

const atOnce = (times: number, run: () => Promise<ApiAnswer<unknown>>) =>
  Promise.all(Array.from({ length: times }, run));

async function offer({ who }: World): Promise<string> {
  return publishAs(
    who.supplier,
    who.officer,
    "capability",
    { concept: "lioh-batt", title: "A race for hydroxide" },
    {},
  );
}

const interest = (posting: string) => ({
  posting,
  aim: "trial",
  message: "May we talk about a trial order?",
});

export const races: readonly Case[] = [
  {
    name: "races: of many who ask, accept, answer or confirm at once, one does",
    run: async (world) => {
      const { buyer, supplier } = world.who;
      const posting = await offer(world);
      const asked = await atOnce(6, () => mutate(buyer, "introduction.ask", interest(posting)));
      expectOne(asked, "ask");
      const { items } = await mustQuery<{ items: { publicId: string; asked: { publicId: string } }[] }>(
        buyer,
        "introduction.list",
        { side: "asking", limit: 100 },
      );
      const publicId = items.find((one) => one.asked.publicId === posting)?.publicId ?? "";
      const moves = [
        ...["introduction.accept", "introduction.decline"]
          .flatMap((path) => [path, path, path])
          .map((path) =>
            mutate(supplier, path, {
              publicId,
              ...(path.endsWith("decline") ? { reason: "price_band" } : {}),
            }),
          ),
        ...[1, 2, 3].map(() => mutate(buyer, "introduction.withdraw", { publicId })),
      ];
      expectOne(await Promise.all(moves), "answer");
    },
  },
  {
    name: "races: an entry is decided once",
    run: async (world) => {
      const { buyer, supplier } = world.who;
      const { publicId } = await mustMutate<{ publicId: string }>(
        buyer,
        "introduction.ask",
        interest(await offer(world)),
      );
      await mustMutate(supplier, "introduction.accept", { publicId });
      const { publicId: entry } = await mustMutate<{ publicId: string }>(buyer, "introduction.propose", {
        publicId,
        step: "meeting",
        occurredOn: "2026-01-15",
      });
      const decide = (caller: typeof buyer, action: string) =>
        mutate(caller, "introduction.decide", { entry, action });
      expectOne(
        await Promise.all([
          decide(supplier, "confirm"),
          decide(supplier, "confirm"),
          decide(supplier, "dispute"),
          decide(buyer, "retract"),
        ]),
        "decide",
      );
      assert.equal((await decide(buyer, "confirm")).ok, false);
    },
  },
  {
    name: "races: publish, return and withdraw leave one state, and never a version that nobody reviewed",
    run: async ({ who, owner }) => {
      for (let turn = 0; turn < 4; turn += 1) {
        const { publicId } = await mustMutate<{ publicId: string }>(who.supplier, "posting.create", {
          kind: "need",
          content: {
            concept: "li2co3-batt",
            title: "A race of decisions",
            summary: "Ten letters and more.",
            cooperation: ["supply"],
            figures: [{ attribute: "purity", op: ">=", value: "99", unit: "mass %" }],
          },
        });
        await mustMutate(who.supplier, "posting.submit", { publicId, acknowledgeDoubts: true });
        const answers = await Promise.all([
          mutate(who.officer, "posting.publish", { publicId }),
          mutate(who.secretary, "posting.publish", { publicId }),
          mutate(who.officer, "posting.return", { publicId, criteria: ["complete"], reason: "a race" }),
          mutate(who.supplier, "posting.withdraw", { publicId }),
        ]);
        assert.equal(answers.filter(({ ok }) => ok).length, 1, JSON.stringify(answers));
        const { rows } = await owner.query<{ state: string; live: string }>(
          "select p.state, (select count(*) from posting_part r where r.posting_id = p.id and r.state = 'live') live from posting p where public_id = $1",
          [publicId],
        );
        assert.equal(rows[0]?.state === "published", Number(rows[0]?.live) > 0, JSON.stringify(rows));
      }
    },
  },
  {
    name: "races: the last administrator stays, however many are removed at once",
    run: async ({ who }) => {
      const { members } = await mustQuery<{ members: { publicId: string; role: string; active: boolean }[] }>(
        who.rival,
        "member.list",
        {},
      );
      const admins = members.filter(({ role, active }) => role === "admin" && active);
      await Promise.all(
        admins.flatMap(({ publicId: person }) => [
          mutate(who.rival, "member.deactivate", { person }),
          mutate(who.rival, "member.changeRole", { person, role: "viewer" }),
        ]),
      );
      const after = await query<{ members: { role: string; active: boolean }[] }>(
        who.rival,
        "member.list",
        {},
      );
      assert.ok(after.ok && after.data.members.some(({ role, active }) => role === "admin" && active));
    },
  },
  {
    name: "races: invitations to one address at once leave one open",
    run: async ({ who }) => {
      await atOnce(6, () =>
        mutate(who.buyer, "member.invite", { email: "race@cathode.example", role: "viewer" }),
      );
      const { invitations } = await mustQuery<{ invitations: { email: string }[] }>(
        who.buyer,
        "member.list",
        {},
      );
      assert.equal(invitations.filter(({ email }) => email === "race@cathode.example").length, 1);
    },
  },
];
