import { recordWords } from "@lilink/i18n";
import { expect, test } from "./fixtures.ts";
import { shanghaiDay, shanghaiMinute } from "./shanghai.ts";
import { wordsOf } from "./words.ts";

test("[DU4], [DU5], [DU6] an overdue watch item reaches desk, agenda and list by itself, and a decision there ends it", async ({
  as,
  at,
  language,
  expectAccessible,
}) => {
  // Desk, public list, meeting and decision in one story, each told by the clock of the worker.
  const t = wordsOf(language);
  const words = recordWords("watchItem", language);
  const title = `An export rule ${Date.now().toString(36)} (fictional)`;
  const officer = await as("officer@group.example");

  await officer.goto(at("/watch-items/new"));
  await officer.getByLabel(words.field("title"), { exact: true }).fill(title);
  await officer.getByLabel(words.field("kind")).selectOption("trade");
  await officer.getByLabel(words.field("country")).selectOption("US");
  await officer.getByRole("checkbox", { name: words.choice("links", "materials") }).check();
  await officer.getByRole("button", { name: t("register", "form.save") }).click();
  await officer.waitForURL(/\/watch-items\/[0-9A-Za-z]{12}$/);
  await officer.getByRole("button", { name: words.step("triage") }).click();
  const dialog = officer.getByRole("dialog");
  await dialog.getByLabel(words.field("severity")).selectOption("3");
  await dialog.getByLabel(words.field("dueOn")).fill(shanghaiDay(-3));
  await dialog.getByRole("button", { name: words.step("triage") }).click();
  await expect(dialog).toHaveCount(0);

  await officer.goto(at("/desk"));
  await expect(officer.getByRole("row").filter({ hasText: title })).toContainText(words.duty("decide"));

  const buyer = await as("buyer@cathode.example");
  await expect(async () => {
    await buyer.goto(at("/overdue"));
    await expect(buyer.getByRole("link", { name: title })).toBeVisible({ timeout: 10_000 });
  }).toPass({ timeout: 120_000 });
  await expectAccessible(buyer);

  await officer.goto(at("/meetings/new"));
  await officer.getByLabel(t("meeting", "call.name"), { exact: true }).fill("Overdue items");
  await officer.getByLabel(t("meeting", "call.heldAt"), { exact: true }).fill(shanghaiMinute());
  await officer.getByRole("button", { name: t("meeting", "call.submit"), exact: true }).click();
  await officer.waitForURL(/\/meetings\/(?!new)[0-9A-Za-z]+$/);
  const point = officer.getByRole("listitem").filter({ hasText: title }).first();
  await expect(point.getByRole("link", { name: t("meeting", "page.toItem") })).toBeVisible();
  await expectAccessible(officer);

  const hold = officer.getByRole("button", { name: t("meeting", "page.hold"), exact: true });
  await hold.click();
  await hold.last().click();
  await point.getByRole("button", { name: t("meeting", "page.decide"), exact: true }).click();
  await officer.getByLabel(t("meeting", "page.decision"), { exact: true }).fill("Answer by spring.");
  await officer.getByRole("combobox", { name: t("meeting", "call.search") }).click();
  await officer.getByRole("dialog").getByRole("combobox").fill("云岚");
  await officer.getByRole("option", { name: /云岚/ }).click();
  await officer.getByLabel(t("meeting", "page.dueOn"), { exact: true }).fill(shanghaiDay(20));
  await officer.getByRole("button", { name: t("meeting", "page.record"), exact: true }).click();
  await expect(officer.getByLabel(t("meeting", "page.decision"), { exact: true })).toHaveCount(0);

  await point.getByRole("link", { name: t("meeting", "page.toItem") }).click();
  await expect(officer.getByText(words.state("closed")).first()).toBeVisible();
  await buyer.reload();
  await expect(buyer.getByRole("link", { name: title })).toHaveCount(0);
  await officer.goto(at("/desk"));
  await expect(officer.getByRole("row").filter({ hasText: title })).toHaveCount(0);
});
