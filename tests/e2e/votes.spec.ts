import { expect, test } from "./fixtures.ts";
import { shanghaiDay, shanghaiMinute } from "./shanghai.ts";
import { wordsOf } from "./words.ts";

test("[VO1] [VO3] [VO5] seats vote on a question, two are recused, and a decision rests on the vote", async ({
  as,
  at,
  language,
  expectAccessible,
}) => {
  const t = wordsOf(language);
  const question = `Adopt the measure ${Date.now().toString(36)}? (fictional)`;
  const officer = await as("officer@group.example");
  await officer.goto(at("/meetings/new"));
  await officer.getByLabel(t("meeting", "call.name"), { exact: true }).fill("A vote");
  await officer.getByLabel(t("meeting", "call.heldAt"), { exact: true }).fill(shanghaiMinute());
  await officer.getByRole("button", { name: t("meeting", "call.submit"), exact: true }).click();
  await officer.waitForURL(/\/meetings\/(?!new)[0-9A-Za-z]+$/);
  const hold = officer.getByRole("button", { name: t("meeting", "page.hold"), exact: true });
  await officer.getByLabel(t("meeting", "page.itemTitle"), { exact: true }).fill("The measure");
  await officer.getByRole("button", { name: t("meeting", "page.addItem"), exact: true }).click();
  const point = officer.getByRole("listitem").filter({ hasText: "The measure" }).first();
  await expect(point).toBeVisible();
  await hold.click();
  await hold.last().click();

  const pick = async (name: string) => {
    await point.getByRole("combobox", { name: t("meeting", "call.search") }).click();
    await officer.getByRole("dialog").getByRole("combobox").fill(name);
    await officer.getByRole("option", { name: new RegExp(name) }).click();
  };
  const put = point.getByRole("button", { name: t("meeting", "vote.put"), exact: true });
  await put.click();
  await point.getByLabel(t("meeting", "vote.question"), { exact: true }).fill(question);
  await pick("云岚");
  await put.click();

  // The question is about the firm of the smelting seat: the database has recused it before anybody speaks.
  const ballots = point.getByRole("table", { name: t("meeting", "vote.ballots") });
  const row = (name: string) => ballots.getByRole("row").filter({ hasText: name });
  const en = language === "en";
  const smelting = row(en ? "Key enterprise, smelting" : "冶炼环节重点企业");
  await expect(smelting).toContainText(t("meeting", "vote.conflict.own"));
  await expect(smelting.getByRole("button")).toHaveCount(0);
  const say = async (name: string, choice: "for" | "against") => {
    const button = row(name).getByRole("button", {
      name: t("meeting", `vote.choice.${choice}`),
      exact: true,
    });
    await button.click();
    await expect(button).toHaveAttribute("aria-pressed", "true");
  };
  await say(en ? "Chair" : "组长单位", "for");
  await say(en ? "Key enterprise, materials" : "材料环节重点企业", "for");
  await say(en ? "Key enterprise, recycling" : "回收环节重点企业", "against");
  const institute = row(en ? "Universities" : "高校");
  await institute.getByRole("button", { name: t("meeting", "vote.recuse") }).click();
  const dialog = officer.getByRole("dialog");
  await dialog.getByLabel(t("common", "reason.label")).fill("The institute advises the firm.");
  await dialog.getByRole("button", { name: t("meeting", "vote.recuse") }).click();
  await expect(institute).toContainText("The institute advises the firm.");
  await expectAccessible(officer);

  const close = officer.getByRole("button", { name: t("meeting", "vote.close"), exact: true });
  await close.click();
  await close.last().click();
  await expect(point.getByText(t("meeting", "vote.outcome.carried"), { exact: true })).toBeVisible();
  await point.getByRole("button", { name: t("meeting", "page.decide"), exact: true }).click();
  await officer.getByLabel(t("meeting", "page.decision"), { exact: true }).fill("Issue the measure.");
  await pick("荆门");
  await officer.getByLabel(t("meeting", "page.dueOn"), { exact: true }).fill(shanghaiDay(20));
  await officer.getByLabel(t("meeting", "vote.byVote"), { exact: true }).selectOption({ label: question });
  await officer.getByRole("button", { name: t("meeting", "page.record"), exact: true }).click();
  await expect(point.getByText(t("meeting", "vote.rests", { question }))).toBeVisible();

  await officer.getByRole("link", { name: t("meeting", "law.open") }).click();
  await expect(officer.getByRole("heading", { level: 1 })).toHaveText(t("meeting", "law.title"));
  await expectAccessible(officer);
  await officer.goto(at("/group"));
  await expect(officer.getByRole("heading", { level: 1 })).toHaveText(t("governance", "group.title"));
  await expectAccessible(officer);
});
