import { recordWords } from "@lilink/i18n";
import { expect, test } from "./fixtures.ts";
import { wordsOf } from "./words.ts";

test("[WA3] [WA4] two papers on one event are proposed for merging, and become one item with two sources", async ({
  as,
  at,
  language,
  expectAccessible,
}) => {
  const t = wordsOf(language);
  const words = recordWords("watchItem", language);
  const officer = await as("officer@group.example");
  const year = 2031 + Math.floor(Math.random() * 60);
  const first = `Zimbabwe to ban lithium concentrate exports from ${year} (fictional)`;
  const second = `津巴布韦宣布${year}年起禁止出口锂精矿（虚构）`;
  const file = async (title: string) => {
    await officer.goto(at("/watch-items/new"));
    await officer.getByLabel(words.field("title"), { exact: true }).fill(title);
    await officer.getByLabel(words.field("kind")).selectOption("trade");
    await officer.getByLabel(words.field("country")).selectOption("ZW");
    await officer.getByRole("checkbox", { name: words.choice("links", "smelting") }).check();
    await officer.getByRole("button", { name: t("register", "form.save") }).click();
    await officer.waitForURL(/\/watch-items\/[0-9A-Za-z]{12}$/);
  };
  await file(first);
  await file(second);
  const alike = officer.getByRole("listitem").filter({ hasText: first });
  await expect(alike).toContainText(String(year));
  await expect(officer.getByText(t("governance", "watch.nodes"))).toBeVisible();
  await expectAccessible(officer);
  await alike.getByRole("button", { name: t("governance", "watch.merge") }).click();
  const dialog = officer.getByRole("dialog");
  await dialog.getByRole("textbox").fill("One event in two papers.");
  await dialog.getByRole("button", { name: t("governance", "watch.merge") }).click();
  await expect(officer.getByText(words.state("merged")).first()).toBeVisible();
  await officer.getByRole("link", { name: first }).first().click();
  await expect(officer.getByRole("heading", { level: 1 })).toHaveText(first);
  await expect(officer.getByText(t("governance", "watch.merged", { count: 1 }))).toBeVisible();
  await expect(officer.getByRole("link", { name: second })).toBeVisible();
});
