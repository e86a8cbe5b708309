import type { TestKernel } from "@lilink/services/testing";
import type { Cast } from "./cast.ts";
import type { AsKind } from "./kind.ts";

/** A meeting that is called and one that has begun; the firm sits in both and owns a decision. */
export async function addMeetings(kernel: TestKernel, { people, firm }: Cast, as: AsKind) {
  const call = (title: string) =>
    as(people.officer).meeting.convene({
      title,
      heldAt: new Date("2026-12-01T02:00:00Z"),
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
  await kernel.app.files.write(fileId, new Uint8Array([1]));
  await kernel.ownerRows(
    `insert into meeting_paper (id, public_id, meeting_id, kind, locale, type, file_id, size, sha256, made_at)
     select $1, $2, id, 'agenda', 'en', 'pdf', $3, 1, '', $4 from meeting where public_id = $5`,
    [kernel.app.newId(), paper, fileId, kernel.app.clock(), held.publicId],
  );
  return { meetings: { called: called.publicId, held: held.publicId, decision, decided, paper } };
}
