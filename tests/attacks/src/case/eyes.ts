import { strict as assert } from "node:assert";
import { type Caller, mutate, query } from "@lilink/test-exchange/call-api";
import { findAccount, signIn } from "@lilink/test-exchange/sign-in";
import { mustMutate, mustQuery } from "../must.ts";
import type { Case, World } from "../world.ts";

type Saved = { readonly publicId: string; readonly revision: number };
type Entries = {
  readonly items: readonly { readonly action: string; readonly detail: { readonly of?: string } }[];
};

const callerOf = async ({ url, exchange }: World, email: string): Promise<Caller> => ({
  url,
  cookie: await signIn(url, findAccount(exchange.dataDir, email)),
});

/** A standard as somebody types it. */
const valuesOf = (number: string) => ({
  number,
  title: { zh: "两人起草的标准", en: "A standard of two hands" },
  ...{ body: "T", stage: "draft", issuedOn: null, inForceOn: null, replaces: null, adopts: null },
  ...{ covers: [], links: [], text: null, note: null },
});

export const eyes: readonly Case[] = [
  {
    name: "eyes: two officers who write over one another's drafts publish neither",
    run: async ({ who }) => {
      const [one, two] = [who.officer, who.secretary];
      for (const [first, second] of [
        [one, two],
        [two, one],
      ] as const) {
        const values = valuesOf(`T/LI 9${first === one ? 1 : 2}-2026`);
        const made = await mustMutate<Saved>(first, "standard.save", { values });
        const { publicId } = made;
        const again = await mustMutate<Saved>(second, "standard.save", {
          ...{ publicId, revision: made.revision },
          values: { ...values, note: "A word of the other." },
        });
        const sent = await mustMutate<Saved>(second, "standard.step", {
          ...{ publicId, revision: again.revision, step: "submit" },
        });
        for (const officer of [first, second]) {
          const answer = await mutate(officer, "standard.step", {
            ...{ publicId, revision: sent.revision, step: "publish" },
          });
          assert.ok(!answer.ok && answer.code === "FORBIDDEN", JSON.stringify(answer));
        }
      }
    },
  },
  {
    name: "eyes: a checker decides on no return of a firm to which they belong, however the two take turns",
    run: async ({ owner, who }) => {
      // Each of two officers joins the firm whose return the other would check, and both try both.
      const { rows } = await owner.query<{ form: string; organization: string; version: number }>(
        "select f.public_id as form, f.organization_id as organization, f.version from return_form f where f.state in ('submitted', 'resubmitted') order by f.organization_id limit 4",
      );
      assert.ok(rows.length > 0, "returns wait for a check");
      const [first, second] = [
        rows[0],
        rows.find(({ organization }) => organization !== rows[0]?.organization) ?? rows[0],
      ];
      const pairs = [
        ["officer@group.example", first, who.officer],
        ["secretary@group.example", second, who.secretary],
      ] as const;
      for (const [email, form] of pairs)
        await owner.query(
          "insert into membership (organization_id, person_id, role, active, created_at) select $2, id, 'editor', true, now() from person where email = $1 on conflict do nothing",
          [email, form?.organization],
        );
      try {
        for (const [, form, officer] of pairs) {
          const answer = await mutate(officer, "return.verify", {
            publicId: form?.form,
            version: form?.version,
          });
          assert.ok(
            !answer.ok && ["CONFLICT_OF_INTEREST", "FORBIDDEN", "NOT_FOUND"].includes(answer.code),
            JSON.stringify(answer),
          );
        }
      } finally {
        for (const [email, form] of pairs)
          await owner.query(
            "delete from membership where organization_id = $2 and person_id = (select id from person where email = $1)",
            [email, form?.organization],
          );
      }
    },
  },
  {
    name: "eyes: a try on the return of another province answers 404, and stands in the log with what was asked for",
    run: async (world) => {
      const { owner, who } = world;
      const { rows } = await owner.query<{ form: string; version: number }>(
        "select f.public_id as form, f.version from return_form f where f.province = '63' limit 1",
      );
      const [{ form, version } = { form: "", version: 1 }] = rows;
      assert.ok(form, "a return of province 63 is there");
      for (const caller of [who.regulator, who.rival]) {
        for (const path of ["return.loadReview", "return.load"]) {
          const answer = await query(caller, path, { publicId: form });
          assert.ok(!answer.ok && [403, 404].includes(answer.status), `${path}: ${JSON.stringify(answer)}`);
        }
        const decided = await mutate(caller, "return.verify", { publicId: form, version });
        assert.ok(!decided.ok && decided.status !== 500, JSON.stringify(decided));
      }
      const read = await query(who.regulator, "return.loadReview", { publicId: form });
      assert.ok(!read.ok && read.status === 404 && read.code === "NOT_FOUND", JSON.stringify(read));
      const unknown = await query(who.regulator, "return.loadReview", { publicId: "abcdefghijkm" });
      assert.deepEqual(unknown, read, "a return that is not there answers in another way");
      const auditor = await callerOf(world, "audit@ops.example");
      for (const reader of [auditor, who.regulator]) {
        const path = reader === auditor ? "audit.search" : "audit.list";
        const { items } = await mustQuery<Entries>(reader, path, { action: "access.refuse", limit: 100 });
        assert.ok(
          items.some(({ detail }) => detail.of === form),
          `${path} does not show the try`,
        );
      }
    },
  },
  {
    name: "eyes: an emergency opening is of one person, one organization and its minutes, and its letter opens nothing",
    run: async (world) => {
      const { owner, who, url } = world;
      const system = await callerOf(world, "system@ops.example");
      const { publicId: organization } = await mustQuery<{ publicId: string }>(
        who.supplier,
        "organization.loadOwn",
        {},
      );
      const cookie = await signIn(url, findAccount(world.exchange.dataDir, "system@ops.example"));
      const opened = await mustMutate<{ publicId: string }>({ url, cookie }, "emergency.open", {
        ...{ organization, minutes: 5 },
        reason: "A fault of the import that the firm reported",
      });
      const ref = { publicId: opened.publicId };
      const postings = await mustQuery<readonly { publicId: string }[]>(system, "emergency.postings", ref);
      const [posting] = postings;
      assert.ok(posting, "the firm has postings");
      await mustMutate(system, "emergency.read", { ...ref, posting: posting.publicId });
      const closedTo = async (caller: Caller, what: string) => {
        const list = await query<readonly unknown[]>(caller, "emergency.postings", ref);
        assert.ok(!list.ok || list.data.length === 0, `${what} lists`);
        const read = await mutate(caller, "emergency.read", { ...ref, posting: posting.publicId });
        assert.ok(!read.ok, `${what} reads`);
      };
      for (const email of [
        "security@ops.example",
        "audit@ops.example",
        "secretary@group.example",
        "rival@cathode2.example",
      ])
        await closedTo(await callerOf(world, email), email);
      // Another organization's posting by the same opening.
      const foreign = await mutate(system, "emergency.read", { ...ref, posting: world.planted.live });
      assert.ok(!foreign.ok && foreign.status === 404, "the opening reads another organization");
      // What the administrators of the firm are written leads to a page of theirs and holds no token of the opening.
      const { rows } = await owner.query<{ path: string }>(
        "select payload ->> 'path' as path from outbox where payload ->> 'kind' like 'emergency%' union select data ->> 'path' from pgboss.job where data ->> 'kind' like 'emergency%'",
      );
      for (const { path } of rows) assert.ok(!path.includes(opened.publicId), path);
      await owner.query(
        "update broken_glass set opened_at = now() - interval '2 hours', ends_at = now() - interval '1 hour' where public_id = $1",
        [opened.publicId],
      );
      await closedTo(system, "an opening that ran out");
      const second = await mustMutate<{ publicId: string }>({ url, cookie }, "emergency.open", {
        ...{ organization, minutes: 5 },
        reason: "The same fault once more, for the test",
      });
      await mustMutate(system, "emergency.close", second);
      await closedTo(system, "the first opening after another");
      const replayed = await mutate(system, "emergency.read", {
        publicId: second.publicId,
        posting: posting.publicId,
      });
      assert.ok(!replayed.ok, "an opening that was ended reads");
    },
  },
];
