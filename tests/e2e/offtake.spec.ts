import { recordWords } from "@lilink/i18n";
import { expect, type Language, test } from "./fixtures.ts";
import { wordsOf } from "./words.ts";

for (const language of ["zh-CN", "en"] as const satisfies Language[]) {
  test.describe(`in ${language}`, () => {
    test.use({ language });
    const t = wordsOf(language);
    const words = recordWords("overseasProject", language);
    const name = language === "en" ? "Rift spodumene (fictional)" : "裂谷锂辉石项目（虚构）";

    test("[OP2] a miner registers a project abroad and finds an offtaker at home", async ({
      as,
      at,
      expectAccessible,
    }) => {
      const miner = await as("buyer@cathode.example");
      await miner.goto(at("/projects-abroad/new"));
      const field = (key: Parameters<typeof words.field>[0]) =>
        miner.getByLabel(words.field(key), { exact: true });
      await field("name").fill(name);
      await field("country").selectOption("ZW");
      await field("type").selectOption("spodumene");
      await field("stage").selectOption("producing");
      await field("capacity").fill("20000");
      await field("countedBy").selectOption("equity");
      // Who counts by equity is not asked for an offtake.
      await expect(field("offtakeUntil")).toHaveCount(0);
      await field("equity").fill("60");
      await miner.getByRole("button", { name: t("register", "form.save") }).click();
      await miner.waitForURL(/\/projects-abroad\/[0-9A-Za-z]{12}$/);
      await miner.getByRole("button", { name: words.step("submit"), exact: true }).click();
      await expect(miner.getByText(words.state("in_review")).first()).toBeVisible();
      const project = new URL(miner.url()).pathname;
      const officer = await as("officer@group.example");
      await officer.goto(project);
      await officer.getByRole("button", { name: words.step("publish"), exact: true }).click();
      await expect(officer.getByText(words.state("published")).first()).toBeVisible();
      await miner.goto(project);
      const output = miner.getByRole("region", { name: t("supply", "output.title") });
      await expect(output).toContainText("12,000");
      await expect(output).toContainText("8,000");
      await expectAccessible(miner);

      // Two clicks: one opens the offer, filled in from the project, the other hands it in.
      await output.getByRole("button", { name: t("supply", "output.find") }).click();
      await miner.waitForURL(/\/postings\/[^/]+\/edit/);
      const publicId = new URL(miner.url()).pathname.split("/").at(-2) ?? "";
      await expect(miner.getByRole("checkbox", { name: t("posting", "cooperation.offtake") })).toBeChecked();
      await expect(miner.locator("#posting-region")).toHaveValue("ZW");
      await expect(miner.locator("#posting-description")).toContainText(name);
      await expect(miner.locator("#posting-title")).not.toHaveValue("");
      await miner.getByRole("button", { name: t("posting", "edit.submit") }).click();
      await miner.waitForURL((url) => url.pathname.endsWith(`/postings/${publicId}`));

      await officer.goto(at(`/review/${publicId}`));
      await officer.getByRole("button", { name: t("review", "decide.approve") }).click();
      await officer.waitForURL((url) => url.pathname.endsWith("/review"));

      // The smelter at home asks for spodumene with offtake: the offer is among its matches, and a search by the country finds it.
      const smelter = await as("admin@salt.example");
      await smelter.goto(at("/postings?region=ZW&cooperation=offtake"));
      await expect(smelter.locator(`a[href$="/postings/${publicId}"]`).first()).toBeVisible();
      await smelter.goto(at("/postings?kind=need&cooperation=offtake"));
      const needs = await smelter
        .locator("main a")
        .evaluateAll((links) => links.map((link) => link.getAttribute("href") ?? ""));
      const need =
        needs
          .find((href) => /\/postings\/[0-9A-Za-z]{12}$/.test(href))
          ?.split("/")
          .at(-1) ?? "";
      await expect(async () => {
        await smelter.goto(at(`/postings/${need}/matches`));
        await expect(smelter.locator(`a[href*="${publicId}"]`).first()).toBeVisible({ timeout: 2000 });
      }).toPass();
    });

    test("[PO25] a firm starts a need from a standing one, on the first page and at a concept", async ({
      as,
      at,
      expectAccessible,
    }) => {
      const firm = await as("editor@brine.example");
      await firm.goto(at("/chain/waste-liquor"));
      const here = firm.getByRole("region", { name: t("posting", "standing.at") });
      await here.getByRole("button", { name: new RegExp(t("posting", "standing.start")) }).click();
      await firm.waitForURL(/\/postings\/[^/]+\/edit/);
      await expect(firm.locator("#posting-title")).not.toHaveValue("");
      await firm.goto(at("/postings/new"));
      const section = firm.getByRole("region", { name: t("posting", "standing.title") });
      await section.locator("summary").first().click();
      await expect(section.getByRole("button").first()).toBeVisible();
      await expectAccessible(firm);
      await section.getByRole("button").first().click();
      await firm.waitForURL(/\/postings\/[^/]+\/edit/);
      const publicId = new URL(firm.url()).pathname.split("/").at(-2) ?? "";
      await firm.getByRole("button", { name: t("posting", "edit.submit") }).click();
      await firm.waitForURL((url) => url.pathname.endsWith(`/postings/${publicId}`));
    });
  });
}
