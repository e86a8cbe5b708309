import { policyStatusWords, recordWords } from "@lilink/i18n";
import type { Page } from "@playwright/test";
import { expect, type Language, test } from "./fixtures.ts";
import { takeStep } from "./take-step.ts";
import { wordsOf } from "./words.ts";

for (const language of ["zh-CN", "en"] as const satisfies Language[])
  test.describe(`in ${language}`, () => {
    test.use({ language });

    test("[PY1] [PY2] [PY4] [PY6] [PY7] a measure goes from its consultation over a suspension that lapsed to an overdue evaluation and its verdict", async ({
      as,
      at,
      page: visitor,
      expectAccessible,
    }) => {
      const t = wordsOf(language);
      const words = recordWords("publicPolicy", language);
      const events = recordWords("policyEvent", language);
      const word = language === "en" ? 1 : 0;
      const mark = `${language} ${Date.now().toString(36)}`;
      const title = `Measure on spent cells ${mark} (fictional)`;
      const officer = await as("officer@group.example");
      const secretary = await as("secretary@group.example");
      const publish = async (path: string, kind: typeof words | typeof events) => {
        await officer.getByRole("button", { name: kind.step("submit"), exact: true }).click();
        await expect(officer.getByText(kind.state("in_review"), { exact: true }).first()).toBeVisible();
        await secretary.goto(path);
        await secretary.getByRole("button", { name: kind.step("publish"), exact: true }).click();
        // The page of a policy says what the law is and not what its record is: it is published when anybody reads it.
        await expect.poll(async () => (await visitor.request.get(path)).status()).toBe(200);
      };
      const save = async (page: Page, address: RegExp) => {
        await page.getByRole("button", { name: t("register", "form.save") }).click();
        await page.waitForURL(address);
        return new URL(page.url()).pathname;
      };

      await officer.goto(at("/policies/new"));
      const fill = (name: string, value: string) =>
        officer.getByLabel(words.field(name), { exact: true }).fill(value);
      await fill("title", title);
      await fill("issuer", "Coordination group (fictional)");
      await officer.getByLabel(words.field("country"), { exact: true }).selectOption("CN");
      await officer.getByRole("checkbox", { name: words.choice("links", "recycling"), exact: true }).check();
      await fill("aim", "More spent cells reach listed recyclers.");
      await fill("indicator", "Collection rate");
      await fill("windowFrom", "2025-04-01");
      await fill("windowTo", "2026-03-31");
      await fill("evaluateOn", "2026-09-30");
      const policy = await save(officer, /\/policies\/[0-9A-Za-z]{12}$/);
      await publish(policy, words);

      const tell = async (type: string, on: string, until?: string) => {
        await officer.goto(at("/policy-events/new"));
        await officer.getByLabel(events.field("title"), { exact: true }).fill(`${type} ${mark} (fictional)`);
        await officer.getByRole("combobox", { name: events.field("policy") }).click();
        await officer.getByRole("dialog").getByRole("combobox").fill(title);
        await officer.getByRole("option", { name: title }).first().click();
        await officer.getByLabel(events.field("type"), { exact: true }).selectOption(type);
        await officer.getByLabel(events.field("happenedOn"), { exact: true }).fill(on);
        if (until) await officer.getByLabel(events.field("until"), { exact: true }).fill(until);
        await publish(await save(officer, /\/policy-events\/[0-9A-Za-z]{12}$/), events);
      };
      await tell("consultation_opened", "2025-01-10");

      const firm = await as("buyer@cathode.example");
      const comments = recordWords("policyComment", language);
      await firm.goto(policy);
      await firm.getByRole("link", { name: t("governance", "evaluation.comment"), exact: true }).click();
      await firm.waitForURL(/policy-comments\/new/);
      await firm.getByLabel(comments.field("subject"), { exact: true }).fill(`On the date ${mark}`);
      await firm.getByLabel(comments.field("position"), { exact: true }).selectOption("change");
      await firm.getByLabel(comments.field("comment"), { exact: true }).fill("Three months are too short.");
      const comment = await save(firm, /\/policy-comments\/[0-9A-Za-z]{12}$/);
      await firm.getByRole("button", { name: comments.step("submit"), exact: true }).click();
      await expect(firm.getByText(comments.state("in_review"), { exact: true }).first()).toBeVisible();
      await officer.goto(comment);
      await takeStep(officer, comments.step("adopt"), (dialog) =>
        dialog.getByRole("textbox").fill("It begins a month later."),
      );

      await tell("issued", "2025-03-01");
      await tell("in_force", "2025-05-01");
      await tell("suspended", "2025-08-01", "2026-02-28");
      const lane = visitor.getByRole("figure").getByRole("listitem").filter({ hasText: title });
      for (const [day, status] of [
        ["2025-02-01", "consultation"],
        ["2025-04-01", "issued_not_in_force"],
        ["2025-06-01", "in_force"],
        ["2025-09-01", "suspended"],
        ["2026-11-27", "effect_unconfirmed"],
      ] as const) {
        await visitor.goto(at(`/policies?on=${day}`));
        await expect(lane).toContainText(policyStatusWords[status][word]);
      }
      await visitor.goto(policy);
      await expect(visitor.getByText("It begins a month later.")).toBeVisible();
      await visitor.getByRole("link", { name: t("governance", "evaluation.toEvaluation") }).click();
      await expect(visitor.getByText(t("governance", "evaluation.overdue"), { exact: true })).toBeVisible();
      await expectAccessible(visitor);

      await officer.goto(policy);
      await takeStep(officer, words.step("evaluate"), async (dialog) => {
        await dialog.getByLabel(words.field("verdict")).selectOption("change");
        await dialog.getByLabel(words.field("finding")).fill("Firms need a clear date.");
      });
      await visitor.reload();
      await expect(visitor.getByText(words.choice("verdict", "change"), { exact: true })).toBeVisible();
      await expect(visitor.getByText("Firms need a clear date.")).toBeVisible();
      await expect(visitor.getByText(t("governance", "evaluation.overdue"), { exact: true })).toHaveCount(0);
    });
  });
