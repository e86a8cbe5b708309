import { outbox } from "@lilink/db/schema";
import { LilinkError } from "@lilink/model/error";
import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { addMember, addOrganization, addPosting, asRaw, createTestKernel } from "../../../testing/index.ts";
import { call } from "../../kernel/call.ts";
import { decideReport } from "./decide-report.ts";
import { fileReport } from "./file-report.ts";
import { listReports } from "./list-reports.ts";

const kernel = await createTestKernel();
const { app } = kernel;
const owner = await addMember(kernel, await addOrganization(kernel, { name: "被举报公司" }));
const firm = await addMember(kernel, await addOrganization(kernel, { name: "举报公司" }));
const rival = await addMember(kernel, await addOrganization(kernel));
const officer = await addMember(kernel, await addOrganization(kernel, { kind: "coordination_group" }), {
  duties: ["officer"],
});
const words = "The purity that it names cannot be true.";
const file = (publicId: string, who = firm) =>
  call(app, who.principal, fileReport, { subject: "posting", publicId, reason: "falseFigures", words });
const codeOf = (promise: Promise<unknown>) =>
  promise.then(
    () => "done",
    (error: unknown) => (error instanceof LilinkError ? error.code : String(error)),
  );
const told = async (id: string) =>
  (
    await kernel.owner
      .select({ payload: outbox.payload })
      .from(outbox)
      .where(eq(outbox.name, "notice.deliver"))
  )
    .map(({ payload }) => payload)
    .filter(({ causeKey }) => causeKey === id);

describe("a report", () => {
  it("[RA10] waits with the officers, who alone learn who reported and whom it is about", async () => {
    const { publicId } = await addPosting(kernel, owner, "capability");
    const report = await file(publicId);
    expect(await codeOf(file(publicId))).toBe("CONFLICT");
    const [mine] = (await call(app, firm.principal, listReports, {})).items;
    expect(mine).toMatchObject({ publicId: report.publicId, reason: "falseFigures", names: null });
    expect(JSON.stringify(mine)).not.toContain("被举报");
    expect((await call(app, rival.principal, listReports, {})).items).toEqual([]);
    expect((await call(app, owner.principal, listReports, {})).items).toEqual([]);
    expect((await call(app, officer.principal, listReports, {})).items).toMatchObject([
      { publicId: report.publicId, names: { reporter: "举报公司", about: "被举报公司" } },
    ]);
    expect(await asRaw(kernel, firm, "select about_organization_id from abuse_report")).toBe("42501");
    expect(await asRaw(kernel, firm, "update abuse_report set finding = 'unfounded'")).toBe("42501");
  });

  it("[RA10] is decided once, by an officer, and both sides get a notice", async () => {
    const { publicId } = await addPosting(kernel, owner, "need");
    const report = await file(publicId);
    const decide = (who = officer, finding: "unfounded" | "warned" = "warned") =>
      codeOf(
        call(app, who.principal, decideReport, {
          publicId: report.publicId,
          finding,
          note: "It is not so there.",
        }),
      );
    expect(await decide(firm)).toBe("FORBIDDEN");
    expect(await Promise.all([decide(), decide(officer, "unfounded")])).toEqual(
      expect.arrayContaining(["done", "CONFLICT"]),
    );
    const notices = await told(report.id);
    expect(notices.map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(["report.filed", "report.decided"]),
    );
    const upheld = notices.find(({ kind }) => kind === "report.upheld");
    expect(JSON.stringify(upheld ?? {})).not.toContain("举报公司");
  });

  it("[RA10] on what is not there is not found, and ten in a day are enough", async () => {
    expect(await codeOf(file("AAAAAAAAAAAA", rival))).toBe("NOT_FOUND");
    const outcomes = [];
    for (let n = 0; n < 11; n += 1)
      outcomes.push(await codeOf(file((await addPosting(kernel, owner, "need")).publicId, rival)));
    expect(outcomes).toEqual([...Array.from({ length: 10 }, () => "done"), "LIMIT_REACHED"]);
  });
});
