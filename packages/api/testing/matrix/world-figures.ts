import {
  addRound,
  adoptDefinitions,
  makeTestRelease,
  openTestRound,
  type TestKernel,
} from "@lilink/services/testing";
import type { Cast } from "./cast.ts";
import type { AsKind } from "./kind.ts";

const output = (raw: string) => ({
  component: "lithium_salt_output",
  place: ["li2co3-batt", "spodumene"],
  raw,
  revision: 0,
});

/** The firm's returns, one in each state that a verb asks for, and a release of what was verified before. */
export async function addFigures(kernel: TestKernel, { people, firm }: Cast, as: AsKind) {
  const { admin, editor, officer, regulator36 } = people;
  await adoptDefinitions(kernel);
  const sheetOf = async (period: string) => {
    const round = await openTestRound(kernel, officer.member, period);
    return { ...round, form: (await round.formOf(firm, "smelting.quarterly")).publicId };
  };
  const fill = async (publicId: string) => {
    const values = [output("1200"), { ...output("5000"), component: "lithium_salt_capacity" }];
    await as(editor).return.saveValues({ publicId, version: 1, values });
    const { findings } = await as(editor).return.load({ publicId });
    for (const { key, explained } of findings)
      if (!explained)
        await as(editor).return.saveExplanation({ publicId, version: 1, check: key, text: "As planned." });
    return findings[0]?.key ?? "";
  };
  const open = await sheetOf("2026Q3");
  const check = await fill(open.form);
  const handedIn = await sheetOf("2026Q2");
  await fill(handedIn.form);
  const late = { version: 1, reason: "The plant was closed." };
  await as(editor).return.submit({ publicId: handedIn.form, ...late });
  const verified = await sheetOf("2026Q1");
  await fill(verified.form);
  await as(editor).return.submit({ publicId: verified.form, ...late });
  await as(regulator36).return.verify({ publicId: verified.form, version: 1 });
  const imported = await sheetOf("2025Q4");
  const bytes = new Uint8Array(Buffer.from("component,value\n"));
  const { publicId: waiting } = await as(admin).return.startImport({
    publicId: imported.form,
    name: "figures.csv",
    bytes,
  });
  const fresh = await sheetOf("2025Q3");

  const past = await addRound(kernel, "2025Q2");
  await past.file(
    firm,
    [{ component: "lithium_salt_output", value: "12.5", place: ["li2co3-batt", "spodumene"] }],
    {
      indicators: ["SME-03"],
    },
  );
  const release = await makeTestRelease(kernel, officer.member, past.publicId, {
    minContributors: 3,
    pPercent: 10,
  });
  const fileId = kernel.app.newId();
  const sha256 = await kernel.app.files.write(fileId, new Uint8Array([1]));
  await kernel.ownerRows(
    `insert into release_paper (release_id, locale, file_id, size, sha256, made_at)
     select id, 'en', $2, 1, $4, $3 from figure_release where public_id = $1`,
    [release, fileId, kernel.app.clock(), sha256],
  );
  await as(officer).publicFigure.note({
    organization: firm.publicId,
    component: "lithium_salt_output",
    period: "2025Q2",
    source: "Its own report",
  });
  return {
    returns: {
      open: open.form,
      check,
      handedIn: handedIn.form,
      verified: verified.form,
      imported: imported.form,
      waiting,
      fresh: fresh.form,
    },
    round: open.publicId,
    pastRound: past.publicId,
    release,
  };
}
