import { openBatch } from "./fill-batch.ts";
import { expect, test } from "./fixtures.ts";
import { wordsOf } from "./words.ts";

test("[TR42] a batch refuses its balance until every stream is named; then an officer audits it", async ({
  as,
  at,
  language,
  expectAccessible,
}) => {
  const t = wordsOf(language);
  const number = `E-${Math.floor(Math.random() * 1e9)}`;
  const recycler = await as("editor@recycler.example");
  const { row, save } = await openBatch(recycler, at, number, t);
  await expect(recycler).toHaveTitle(new RegExp(number));
  await row("input", 1, { name: `BM-${number}`, kg: "1000", assay: "Li 4.2" });
  await row("product", 1, { name: "Li2CO3", kg: "205", assay: "Li 18.79" });
  await row("waste", 1, { kind: "process_liquor", name: "W-1", kg: "750", assay: "Li 0.42" });
  const missing = t("batch", "page.fault.streamMissing", { stream: t("batch", "kind.electrolyte") });
  // Said while one types, before anything is saved.
  await expect(recycler.getByText(missing).first()).toBeVisible();
  await save();
  await recycler.getByRole("button", { name: t("batch", "step.close"), exact: true }).click();
  // Two streams are missing, and without them the mass does not close.
  const lacks = t("batch", "page.missing", { step: t("batch", "step.balance"), count: 3 });
  await expect(recycler.getByRole("button", { name: lacks, exact: true })).toBeDisabled();
  await row("waste", 2, { kind: "electrolyte", name: "W-2", kg: "40" });
  await row("waste", 3, { kind: "hydrogen_fluoride", name: "W-3", kg: "0" });
  await save();
  await recycler.getByRole("button", { name: t("batch", "step.balance"), exact: true }).click();
  await expect(recycler.getByText(t("batch", "state.balanced"), { exact: true }).first()).toBeVisible();
  await expectAccessible(recycler);

  const officer = await as("officer@group.example");
  await officer.goto(recycler.url());
  await officer.getByRole("button", { name: t("batch", "step.audit"), exact: true }).click();
  const dialog = officer.getByRole("dialog");
  await dialog.getByRole("textbox").fill("称重单与化验单一致 / slips and assays agree.");
  await dialog.getByRole("button", { name: t("batch", "step.audit"), exact: true }).click();
  await expect(officer.getByText(t("batch", "state.audited"), { exact: true }).first()).toBeVisible();
});

test("[TR81] a holder offers a lot and reads its nearest takers; another holder does not see it", async ({
  as,
  at,
  language,
}) => {
  const t = wordsOf(language);
  const name = `L-${Math.floor(Math.random() * 1e9)}`;
  const holder = await as("editor@brine.example");
  await holder.goto(at("/batteries/router"));
  await holder.getByLabel(t("route", "form.name"), { exact: true }).fill(name);
  await holder.getByLabel(t("route", "form.tonnes"), { exact: true }).fill("25");
  await holder.getByRole("button", { name: t("route", "form.send"), exact: true }).click();
  const lot = holder.getByRole("article").filter({ hasText: name });
  await expect(lot).toContainText(t("route", "lots.fits"));
  await expect(lot).toContainText(t("route", "unfit.gate"));

  const other = await as("editor@cell.example");
  await other.goto(at("/batteries/router"));
  await expect(other.getByRole("main")).not.toContainText(name);
});
