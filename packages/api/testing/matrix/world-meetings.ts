import { type Register, registers } from "@lilink/model/register";
import { sampleValues } from "@lilink/model/testing";
import type { TestKernel } from "@lilink/services/testing";
import type { Cast } from "./cast.ts";
import type { AsKind } from "./kind.ts";

/** A meeting that is called and one that has begun; the firm sits in both and owns a decision. */
export async function addMeetings(kernel: TestKernel, { people, firm }: Cast, as: AsKind) {
  const call = (title: string) =>
    as(people.officer).meeting.convene({
      title,
      heldAt: kernel.app.clock(),
      goals: ["G25-17"],
      seats: [firm.publicId],
    });
  const called = await call("The next review");
  const held = await call("This review");
  await as(people.officer).meeting.hold({ publicId: held.publicId });
  const decision = {
    position: 1,
    text: "Ask for the missing returns",
    owner: firm.publicId,
    dueOn: "2026-12-20",
  };
  const { publicId: decided } = await as(people.officer).meeting.decide({
    publicId: held.publicId,
    ...decision,
  });
  const [paper, fileId] = [kernel.app.newPublicId(), kernel.app.newId()];
  const sha256 = await kernel.app.files.write(fileId, new Uint8Array([1]));
  await kernel.ownerRows(
    `insert into meeting_paper (id, public_id, meeting_id, kind, locale, type, file_id, size, sha256, made_at)
     select $1, $2, id, 'agenda', 'en', 'pdf', $3, 1, $6, $4 from meeting where public_id = $5`,
    [kernel.app.newId(), paper, fileId, kernel.app.clock(), held.publicId, sha256],
  );
  await addOverduePoint(kernel, held.publicId);
  const { vote, seat } = await addVote({ people, firm }, as, held.publicId);
  return { meetings: { called: called.publicId, held: held.publicId, decision, decided, paper, vote, seat } };
}

/** A question that the seat of the firm may answer. */
async function addVote({ people, firm }: Pick<Cast, "people" | "firm">, as: AsKind, meeting: string) {
  const publish = async (name: "mandate" | "seat", given: object) => {
    const values = { ...sampleValues(registers[name] as unknown as Register, "vote"), ...given };
    const sources = [{ title: "A source" }];
    const saved = await as(people.officer)[name].save({ values, sources });
    const { publicId } = saved;
    const { revision } = await as(people.officer)[name].step({
      publicId,
      revision: saved.revision,
      step: "submit",
    });
    await as(people.secretary)[name].step({ publicId, revision, step: "publish" });
    return publicId;
  };
  await publish("mandate", { validFrom: "2020-01-01", validTo: "2099-12-31" });
  const seat = await publish("seat", {
    role: "member",
    sitting: { publicId: firm.publicId, zh: null, en: null },
    termFrom: "2020-01-01",
    termTo: "2099-12-31",
  });
  const question = { publicId: meeting, position: 1, question: "Adopt it?" };
  const { publicId: vote } = await as(people.officer).meeting.openVote(question);
  return { vote, seat };
}

/** Two duties of the secretariat: a listed one that stands on the agenda of a meeting, and one of which nobody was told. */
async function addOverduePoint({ app, ownerRows }: TestKernel, meeting: string): Promise<void> {
  for (const [duty, escalated] of [
    [app.newId(), app.clock()],
    [app.newId(), null],
  ] as const)
    await ownerRows(
      `insert into duty (id, kind, subject_kind, subject_id, path, title_zh, title_en, published, started_at, due_at, escalated_at)
       values ($1, 'decide', 'watchItem', $2, '/watch-items/none', '关注', 'Watch', true, $3, $3, $4)`,
      [duty, app.newId(), new Date("2026-11-02T02:00:00Z"), escalated],
    );
  await ownerRows(
    `with item as (insert into meeting_item (id, meeting_id, position, title)
       select $1, id, 2, '关注' from meeting where public_id = $2 returning id, meeting_id)
     insert into duty_item (duty_id, meeting_id, item_id, added_at)
       select d.id, item.meeting_id, item.id, d.due_at from item, duty d where d.escalated_at is not null and d.title_en = 'Watch'`,
    [app.newId(), meeting],
  );
}
