import { recordWords } from "@lilink/i18n";
import { expect, type Language, test } from "./fixtures.ts";
import { shanghaiDay } from "./shanghai.ts";
import { takeStep } from "./take-step.ts";
import { wordsOf } from "./words.ts";

for (const language of ["zh-CN", "en"] as const satisfies Language[])
  test.describe(`in ${language}`, () => {
    test.use({ language });

    test("[PT6] an invention goes from the idea to the national phase, each deadline runs, and a rival finds nothing", async ({
      as,
      at,
      allowConsole,
      expectAccessible,
    }) => {
      // Who may not know of the plan is told that there is no such page.
      allowConsole(/status of 404/);
      const t = wordsOf(language);
      const words = recordWords("filingPlan", language);
      const invention = `Lattice anchored sulfide ${language} ${Date.now().toString(36)} (fictional)`;
      const owner = await as("prof@university.example");
      await owner.goto(at("/filing-plans/new"));
      await owner.getByLabel(words.field("invention"), { exact: true }).fill(invention);
      await owner.getByLabel(words.field("inventors"), { exact: true }).fill("Li, Wang (fictional)");
      await owner.getByRole("button", { name: t("register", "form.save") }).click();
      await owner.waitForURL(/\/filing-plans\/[0-9A-Za-z]{12}$/);
      const plan = new URL(owner.url()).pathname;
      const state = (name: string) => owner.getByText(words.state(name), { exact: true }).first();
      await owner.getByRole("button", { name: words.step("clear"), exact: true }).click();
      await expect(state("cleared")).toBeVisible();

      // Before the first filing nothing runs; from then on the priority year and the national phase do.
      const rival = await as("admin@salt.example");
      const officer = await as("officer@group.example");
      const findNothing = async (stranger: typeof rival) => {
        const answer = await stranger.goto(plan);
        expect(answer?.status()).toBe(404);
        await stranger.goto(at(`/filing-plans?q=${encodeURIComponent(invention)}`));
        await expect(stranger.getByRole("link", { name: invention })).toHaveCount(0);
        await stranger.goto(at(`/postings?q=${encodeURIComponent("Lattice anchored sulfide")}`));
        await expect(stranger.getByText(/Lattice anchored/)).toHaveCount(0);
      };
      await findNothing(rival);
      await takeStep(owner, words.step("file"), (dialog) =>
        dialog.getByLabel(words.field("firstFiledOn")).fill(shanghaiDay(-200)),
      );
      await expect(state("filed")).toBeVisible();
      await expect(owner.getByText(words.duty("claimPriority")).first()).toBeVisible();
      await takeStep(owner, words.step("enter_pct"), (dialog) =>
        dialog.getByLabel(words.field("pctFiledOn")).fill(shanghaiDay(-1)),
      );
      await expect(state("pct")).toBeVisible();
      await expect(owner.getByText(words.duty("enterNational")).first()).toBeVisible();
      await expectAccessible(owner);
      await takeStep(owner, words.step("enter_national"), async (dialog) => {
        for (const office of ["CN", "US", "EP"])
          await dialog.getByRole("checkbox", { name: words.choice("offices", office), exact: true }).check();
      });
      await expect(state("national")).toBeVisible();
      await owner.goto(at("/filing-plans"));
      await expect(owner.getByRole("link", { name: invention }).first()).toBeVisible();
      await findNothing(rival);
      await findNothing(officer);
    });
  });
