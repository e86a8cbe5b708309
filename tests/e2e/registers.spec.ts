import { recordWords } from "@lilink/i18n";
import type { Page } from "@playwright/test";
import { expect, type Language, test } from "./fixtures.ts";
import { wordsOf } from "./words.ts";

for (const language of ["zh-CN", "en"] as const satisfies Language[]) {
  test.describe(`in ${language}`, () => {
    test.use({ language });
    const t = wordsOf(language);
    const mark = language === "en" ? "E" : "Z";

    test("[WA1] a watch item is filed, graded, discussed and decided; a firm reads it, a visitor does not", async ({
      as,
      at,
      page: visitor,
      expectAccessible,
      allowConsole,
    }) => {
      const words = recordWords("watchItem", language);
      const title = `A tariff on anodes ${mark} (fictional)`;
      const officer = await as("officer@group.example");
      await officer.goto(at("/watch-items/new"));
      await officer.getByLabel(words.field("title"), { exact: true }).fill(title);
      await officer.getByRole("button", { name: t("register", "form.save") }).click();
      await expect(officer.getByRole("alert").filter({ hasText: words.field("kind") })).toBeVisible();
      await officer.reload();
      await expect(officer.getByLabel(words.field("title"), { exact: true })).toHaveValue(title);
      await officer.getByLabel(words.field("kind")).selectOption("trade");
      await officer.getByLabel(words.field("country")).selectOption("US");
      await officer.getByRole("checkbox", { name: words.choice("links", "materials") }).check();
      await officer.getByRole("button", { name: t("register", "form.save") }).click();
      await officer.waitForURL(/\/watch-items\/[0-9A-Za-z]{12}$/);
      await expect(officer.getByRole("heading", { level: 1, name: title })).toBeVisible();
      await expectAccessible(officer);

      await takeStep(officer, words.step("triage"), async (dialog) => {
        await dialog.getByLabel(words.field("severity")).selectOption("3");
        await expect(dialog.getByLabel(words.field("dueOn"))).not.toHaveValue("");
      });
      await takeStep(officer, words.step("discuss"), (dialog) =>
        dialog.getByLabel(words.field("finding")).fill("It concerns three firms."),
      );
      await takeStep(officer, words.step("close"), async (dialog) => {
        await dialog.getByLabel(words.field("decision")).selectOption("no_action");
        await dialog.getByLabel(words.field("because")).fill("The volume is small.");
      });
      await expect(officer.getByText(words.state("closed")).first()).toBeVisible();

      const buyer = await as("buyer@cathode.example");
      await buyer.goto(new URL(officer.url()).pathname);
      await expect(buyer.getByText("The volume is small.")).toBeVisible();
      await expect(buyer.getByRole("link", { name: t("register", "edit") })).toHaveCount(0);

      allowConsole(/status of 404/);
      const answer = await visitor.goto(new URL(officer.url()).pathname);
      expect([401, 404, 200]).toContain(answer?.status());
      expect(await visitor.content()).not.toContain("The volume is small.");
    });

    test("[RG3] a standard is drafted by one officer and published by another; everybody finds it", async ({
      as,
      at,
      page: visitor,
    }) => {
      const words = recordWords("standard", language);
      const number = `T/LILINK 00${mark === "E" ? 1 : 2}-2026`;
      const officer = await as("officer@group.example");
      await officer.goto(at("/standards/new"));
      await officer.getByLabel(words.field("number"), { exact: true }).fill(number);
      await officer.getByLabel(words.field("title"), { exact: true }).fill("Black mass (fictional)");
      await officer.getByLabel(words.field("body")).selectOption("T");
      await officer.getByLabel(words.field("stage")).selectOption("draft");
      await officer.getByRole("button", { name: t("register", "form.save") }).click();
      await officer.waitForURL(/\/standards\/[0-9A-Za-z]{12}$/);
      const path = new URL(officer.url()).pathname;
      await officer.getByRole("button", { name: words.step("submit") }).click();
      await expect(officer.getByText(words.state("in_review")).first()).toBeVisible();
      await expect(officer.getByRole("button", { name: words.step("publish") })).toHaveCount(0);

      const secretary = await as("secretary@group.example");
      await secretary.goto(path);
      await secretary.getByRole("button", { name: words.step("publish") }).click();
      await expect(secretary.getByText(words.state("published")).first()).toBeVisible();

      await visitor.goto(at(`/standards?q=${encodeURIComponent(number)}`));
      await visitor.getByRole("link", { name: number }).click();
      await expect(visitor.getByRole("heading", { level: 1, name: number })).toBeVisible();
    });
  });
}

/** Opens the dialog of a step, fills it in, confirms, and waits until it is gone. */
async function takeStep(
  page: Page,
  step: string,
  fill: (dialog: ReturnType<Page["getByRole"]>) => Promise<void>,
) {
  await page.getByRole("button", { name: step }).click();
  const dialog = page.getByRole("dialog");
  await fill(dialog);
  await dialog.getByRole("button", { name: step }).click();
  await expect(dialog).toHaveCount(0);
}
