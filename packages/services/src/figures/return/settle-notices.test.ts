import { notice } from "@lilink/db/schema";
import { and, eq, isNull } from "drizzle-orm";
import { expect, it } from "vitest";
import {
  addMember,
  addOffice,
  addOrganization,
  adoptDefinitions,
  asRaw,
  createTestKernel,
  openTestRound,
  type TestMember,
} from "../../../testing/index.ts";
import { call, callJob } from "../../kernel/call.ts";
import { deliverNotice } from "../../platform/notice/deliver.ts";
import { loadReturn } from "./load-return.ts";
import { saveExplanation, saveValues } from "./save-values.ts";
import { submitReturn } from "./submit-return.ts";

const kernel = await createTestKernel(new Date("2026-10-12T02:00:00Z"));
const { app, owner } = kernel;
await adoptDefinitions(kernel);
const { officer } = await addOffice(kernel);
const firm = await addOrganization(kernel, { links: ["smelting"] });
const [filer, colleague] = [await addMember(kernel, firm), await addMember(kernel, firm)];
const round = await openTestRound(kernel, officer, "2026Q3");
const form = await round.formOf(firm, "smelting.quarterly");

const tell = (kind: "return.opened" | "return.moved" | "return.queried", causeKey: string) =>
  callJob(kernel.worker, { id: app.newId(), name: "notice.deliver" }, deliverNotice, {
    kind,
    causeKey,
    path: "/returns",
    params: {},
    organizationId: firm.id,
  });
const unread = async ({ personId }: TestMember) =>
  (
    await owner
      .select({ cause: notice.causeKey })
      .from(notice)
      .where(and(eq(notice.personId, personId), isNull(notice.readAt)))
  ).map(({ cause }) => cause);

it("[NO5] what asked for a return is read for all its people once it is handed in, and nothing of another round", async () => {
  const { publicId } = form;
  const other = app.newId();
  await tell("return.opened", round.id);
  await tell("return.moved", `${round.id}/2026-11-30`);
  await tell("return.queried", `${form.id}/1`);
  await tell("return.opened", other);
  const output = { place: ["li2co3-batt", "spodumene"], unit: "", revision: 0 };
  await call(app, filer.principal, saveValues, {
    publicId,
    version: 1,
    values: [
      { ...output, component: "lithium_salt_output", raw: "1200" },
      { ...output, component: "lithium_salt_capacity", raw: "5000" },
    ],
  });
  const { findings } = await call(app, filer.principal, loadReturn, { publicId });
  for (const { key, explained } of findings)
    if (!explained)
      await call(app, filer.principal, saveExplanation, {
        publicId,
        version: 1,
        check: key,
        text: "As planned.",
      });
  expect(await unread(colleague)).toHaveLength(4);
  await call(app, filer.principal, submitReturn, { publicId, version: 1 });
  expect([await unread(filer), await unread(colleague)]).toEqual([[other], [other]]);
  await tell("return.queried", `${form.id}/2`);
  const settle = `select * from app.settle_return_notices('${form.id}', now())`;
  expect(await asRaw(kernel, filer, settle), "it does not tell whose notice was unread").toBe("nothing");
  expect([await unread(filer), await unread(colleague)]).toEqual([[other], [other]]);
});
