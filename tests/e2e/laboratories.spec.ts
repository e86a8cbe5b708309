import { recordWords } from "@lilink/i18n";
import { carryByVote } from "./confirm-link.ts";
import { expect, type Language, test } from "./fixtures.ts";
import { shanghaiDay } from "./shanghai.ts";
import { takeStep } from "./take-step.ts";
import { wordsOf } from "./words.ts";

for (const language of ["zh-CN", "en"] as const satisfies Language[]) {
  test.describe(`in ${language}`, () => {
    test.use({ language });

    test("[LA3] [VO6] two laboratories become one by a vote, and the old one leads to its successor", async ({
      as,
      at,
      page: visitor,
      allowConsole,
      expectAccessible,
    }) => {
      // A merge without the shares of its hosts is refused on purpose.
      allowConsole(/status of 400/);
      const t = wordsOf(language);
      const words = recordWords("laboratoryChange", language);
      const mark = Date.now().toString(36);
      const title = language === "en" ? `One laboratory ${mark} (fictional)` : `两室合一 ${mark}（虚构）`;
      const officer = await as("officer@group.example");
      await officer.goto(at("/laboratory-changes/new"));
      const field = (key: Parameters<typeof words.field>[0]) =>
        officer.getByLabel(words.field(key), { exact: true });
      const pick = async (key: "laboratory" | "partner" | "successor", name: RegExp) => {
        await officer.getByRole("combobox", { name: words.field(key), exact: true }).click();
        await officer.getByPlaceholder(t("register", "form.findRecord")).fill("东海");
        await officer.getByRole("option", { name }).click();
      };
      const [metal, solid] = [/锂冶金|metallurgy/i, /固态电解质|solid electrolytes/i];
      await field("title").fill(title);
      await field("kind").selectOption("merge");
      await pick("laboratory", metal);
      await pick("partner", solid);
      await pick("successor", solid);
      await field("basis").fill("Both work on one weak link with half a hall each.");
      const save = officer.getByRole("button", { name: t("register", "form.save") });
      await save.click();
      await expect(field("shares")).toHaveAttribute("aria-invalid", "true");
      await expect(field("title")).toHaveValue(title);
      await field("shares").fill("60 to 40 of equipment, people and money");
      await expectAccessible(officer);
      await save.click();
      await officer.waitForURL(/\/laboratory-changes\/(?!new)[0-9A-Za-z]{12}$/);

      await carryByVote(officer, {
        at,
        t,
        name: title,
        kind: "laboratoryChange",
        point: `Laboratories ${mark}`,
      });
      await expect(officer.getByText(words.state("decided"), { exact: true }).first()).toBeVisible();
      await expectAccessible(officer);
      await takeStep(officer, words.step("enforce"), (dialog) =>
        dialog.getByLabel(words.field("inForceOn")).fill(shanghaiDay(0)),
      );
      await expect(officer.getByText(words.state("in_force"), { exact: true }).first()).toBeVisible();

      await visitor.goto(at("/laboratories"));
      await visitor.getByRole("link", { name: metal }).last().click();
      await visitor.getByRole("link", { name: t("register", "panel.page") }).click();
      const story = visitor.getByRole("region", { name: t("laboratory", "succession") });
      await expect(story.getByRole("listitem").filter({ hasText: title })).toContainText(
        words.state("in_force"),
      );
      await story
        .getByRole("listitem")
        .filter({ hasText: title })
        .getByRole("link", { name: solid })
        .first()
        .click();
      await expect(visitor.getByRole("heading", { level: 1 })).toHaveText(solid);
      await expectAccessible(visitor);
    });
  });
}
