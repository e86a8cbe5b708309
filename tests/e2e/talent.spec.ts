import { recordWords } from "@lilink/i18n";
import { expect, type Language, test } from "./fixtures.ts";
import { wordsOf } from "./words.ts";

for (const language of ["zh-CN", "en"] as const satisfies Language[]) {
  test.describe(`in ${language}`, () => {
    test.use({ language });
    const t = wordsOf(language);
    const mark = language === "en" ? "E" : "Z";

    test("[SK3] [SK4] a firm states whom it lacks; a visitor reads sums and no filing", async ({
      as,
      at,
      page: visitor,
      expectAccessible,
      allowConsole,
    }) => {
      allowConsole(/status of 40[0134]/);
      const words = recordWords("skillDemand", language);
      const title = `Testers ${mark} (fictional)`;
      const firm = await as("editor@recycler.example");
      await firm.goto(at("/talent"));
      await firm.getByRole("link", { name: t("talent", "file") }).click();
      await firm.waitForURL(/\/skill-demands\/new/);
      const field = (key: string) => firm.getByLabel(words.field(key), { exact: true });
      await field("title").fill(title);
      await field("skill").selectOption("residual-value-testing");
      await field("kind").selectOption("tester");
      await field("province").selectOption("36");
      await field("year").fill("2027");
      await field("quarter").selectOption("1");
      // Half a person is refused by name, and what was typed stays.
      await field("wanted").fill("0.5");
      await field("statedOn").fill("2026-11-01");
      await firm.getByRole("button", { name: t("register", "form.save") }).click();
      await expect(firm.getByRole("alert").filter({ hasText: words.field("wanted") })).toBeVisible();
      await expect(field("title")).toHaveValue(title);
      await field("wanted").fill("3");
      await firm.getByRole("button", { name: t("register", "form.save") }).click();
      await firm.waitForURL(/\/skill-demands\/[0-9A-Za-z]{12}$/);
      const path = new URL(firm.url()).pathname;
      await firm.getByRole("button", { name: words.step("file"), exact: true }).click();
      await expect(firm.getByText(words.state("filed")).first()).toBeVisible();
      await expectAccessible(firm);

      await visitor.goto(at("/talent"));
      await expect(
        visitor.getByRole("heading", { level: 1, name: t("talent", "title"), exact: true }),
      ).toBeVisible();
      await expect(visitor.getByRole("region", { name: t("talent", "testers") })).toBeVisible();
      await expectAccessible(visitor);
      await visitor.goto(path);
      await expect(visitor.getByText(title)).toHaveCount(0);
      const rival = await as("buyer@cathode.example");
      await rival.goto(path);
      await expect(rival.getByText(title)).toHaveCount(0);
    });

    test("[SK5] a university files a programme; more graduates than intake are refused", async ({
      as,
      at,
      allowConsole,
    }) => {
      allowConsole(/status of 400/);
      const words = recordWords("programme", language);
      const dean = await as("prof@university.example");
      await dean.goto(at("/programmes/new"));
      const field = (key: string) => dean.getByLabel(words.field(key), { exact: true });
      await field("title").fill(`Course ${mark} (fictional)`);
      await field("kind").selectOption("short");
      await field("stage").selectOption("running");
      await dean.getByRole("checkbox", { name: words.choice("skills", "health-testing") }).check();
      await dean.getByRole("checkbox", { name: words.choice("links", "recycling") }).check();
      await field("province").selectOption("33");
      await field("year").fill("2026");
      await field("seats").fill("30");
      await field("intake").fill("20");
      await field("graduates").fill("21");
      await dean.getByRole("button", { name: t("register", "form.save") }).click();
      await expect(dean.getByRole("alert").filter({ hasText: words.field("graduates") })).toBeVisible();
      await field("graduates").fill("20");
      await dean.getByRole("button", { name: t("register", "form.save") }).click();
      await dean.waitForURL(/\/programmes\/[0-9A-Za-z]{12}$/);
    });
  });
}
