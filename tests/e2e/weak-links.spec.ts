import { recordWords } from "@lilink/i18n";
import { beginWork, confirmByVote, proposeLink } from "./confirm-link.ts";
import { expect, test } from "./fixtures.ts";
import { shanghaiDay } from "./shanghai.ts";
import { takeStep } from "./take-step.ts";
import { wordsOf } from "./words.ts";

test("[WL11] [WL12] a weak link is confirmed by a vote, worked on, and closed on two kinds of evidence", async ({
  as,
  at,
  language,
  expectAccessible,
}) => {
  const t = wordsOf(language);
  const words = recordWords("weakLink", language);
  const en = language === "en";
  const name = en ? "silicon-carbon anode" : "硅碳负极";
  const officer = await as("officer@group.example");

  // The map says how weak the node is and why; the officer names it, and the seats vote on it.
  const told = { at, t, words, name };
  await proposeLink(officer, "silicon-carbon", told);
  await expectAccessible(officer);
  const link = officer.url();
  await confirmByVote(officer, { ...told, point: "The anode" });

  // Somebody works on it; then the gap that is closed and a use by others are filed.
  const dialog = officer.getByRole("dialog");
  const open = (step: string) => officer.getByRole("button", { name: words.step(step), exact: true }).click();
  const send = (step: string) => dialog.getByRole("button", { name: words.step(step), exact: true }).click();
  await beginWork(officer, words);
  await open("file");
  await dialog.getByRole("combobox", { name: words.field("gap") }).click();
  await officer.getByPlaceholder(t("register", "form.findRecord")).fill(en ? "silicon-carbon" : "硅碳负极");
  await officer.getByRole("option", { name: en ? /First-cycle efficiency/ : /首次效率/ }).click();
  await dialog.getByLabel(words.field("useKind")).selectOption("contract");
  await dialog.getByLabel(words.field("usedBy")).fill("A cell maker, contract 7 (fictional)");
  await dialog.getByLabel(words.field("usedOn")).fill(shanghaiDay(0));
  await send("file");
  await expect(officer.getByText(words.state("evidence_filed"), { exact: true }).first()).toBeVisible();
  await expect(officer.getByRole("button", { name: words.step("close"), exact: true })).toHaveCount(0);

  // Who filed it does not close it.
  const second = await as("secretary@group.example");
  await second.goto(link);
  await takeStep(second, words.step("close"));
  await expect(second.getByText(words.state("closed"), { exact: true }).first()).toBeVisible();
  await second.goto(at("/weak-links"));
  await expect(second.getByRole("heading", { level: 1 })).toContainText(words.title);
  await expectAccessible(second);
});
