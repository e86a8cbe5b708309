import { readFile } from "node:fs/promises";
import { expect, test } from "./fixtures.ts";
import { wordsOf } from "./words.ts";

test("[GO12] an officer adopts a series as the source of a measure, sees the figure first, and withdraws it", async ({
  as,
  at,
  language,
  page: visitor,
  expectAccessible,
}) => {
  const t = wordsOf(language);
  const words = (key: string) => t("series", key);
  await visitor.goto(at("/series"));
  await visitor.getByRole("searchbox", { name: words("find") }).fill("TR06");
  await visitor.getByRole("searchbox", { name: words("find") }).press("Enter");
  await visitor
    .getByRole("main")
    .getByRole("link", { name: /TR06|进口|imports/ })
    .first()
    .click();
  await expect(visitor.getByRole("heading", { name: words("adoptions") })).toBeVisible();
  await expect(visitor.getByRole("button", { name: words("adopt"), exact: true })).toHaveCount(0);
  await expectAccessible(visitor);

  const officer = await as("officer@group.example");
  await officer.goto(visitor.url());
  const reason = `The only figure by partner ${Date.now().toString(36)}`;
  const measure = officer.getByLabel(words("measure"), { exact: true });
  await measure.selectOption("RES-03/hhi_low");
  await officer.getByLabel(words("period"), { exact: true }).selectOption({ index: 1 });
  await expect(officer.getByRole("status").filter({ hasText: /0\.6989/ })).toBeVisible();
  await officer.getByLabel(words("reason"), { exact: true }).fill(reason);
  await officer.getByRole("button", { name: words("adopt"), exact: true }).click();
  const row = officer.getByRole("row").filter({ hasText: reason });
  await expect(row).toContainText("0.6989");
  await expectAccessible(officer);

  await row.getByRole("button", { name: words("withdraw"), exact: true }).click();
  const dialog = officer.getByRole("dialog");
  await dialog.getByLabel(t("common", "reason.label")).fill("Returns have it now.");
  await dialog.getByRole("button", { name: words("withdraw"), exact: true }).click();
  await expect(row).toHaveCount(0);
});

test("a chart is saved as a picture that needs nothing of its page", async ({ at, page, language }) => {
  const t = wordsOf(language);
  await page.goto(at("/indicators/REC-01"));
  const figure = page.getByRole("figure").first();
  const title = (await figure.locator("figcaption > span").first().textContent()) ?? "";
  const save = async (kind: "svg" | "png") => {
    const [file] = await Promise.all([
      page.waitForEvent("download"),
      figure.getByRole("button", { name: kind }).click(),
    ]);
    expect(file.suggestedFilename()).toBe(`${title}.${kind}`);
    return readFile(await file.path());
  };
  const drawn = (await save("svg")).toString();
  expect(drawn).toContain(title);
  expect(drawn).toContain("/indicators/REC-01");
  expect(drawn).toContain(t("common", "sample.why"));
  expect(drawn).not.toMatch(/var\(|class=/);
  expect((await save("png")).subarray(1, 4).toString()).toBe("PNG");
});
