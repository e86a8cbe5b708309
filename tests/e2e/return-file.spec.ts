import { fillTemplate, textOf } from "./fill-template.ts";
import { expect, test } from "./fixtures.ts";
import { linkTo } from "./page-map.ts";
import { download, xlsxType } from "./read-figures.ts";
import { wordsOf } from "./words.ts";

test("a return is filed by file: faults come back marked, mended figures stand in the form", async ({
  as,
  at,
  language,
  expectAccessible,
}) => {
  // A worker reads each file in its turn, behind whatever else the exchange has to do.
  const read = { timeout: 60_000 };
  const t = wordsOf(language);
  const words = (key: string, params = {}) => t("file", key, params);
  const page = await as("daughter@cathode.example");
  await page.goto(at("/returns"));
  const open = new RegExp(`${t("return", "open.open")}|${t("return", "open.draft")}`);
  await page.getByRole("link", { name: open }).and(page.locator('a[href*="/returns/"]')).first().click();
  await page.waitForURL(linkTo("/returns/[id]"));

  const template = await download(page, words("import.template"));
  const value = language === "en" ? "value" : "数值";
  const send = (buffer: Buffer, name: string) =>
    page.locator("#return-file").setInputFiles({ name, mimeType: xlsxType, buffer });
  await page.getByLabel(words("import.replace")).check();
  const files = page.getByRole("list", { name: words("import.list") }).getByRole("listitem");

  await send(fillTemplate(template, value, "1,23"), "wrong.xlsx");
  const wrong = files.filter({ hasText: "wrong.xlsx" }).first();
  await expect(wrong.getByText(words("import.state.faulty"), { exact: true })).toBeVisible(read);
  await expectAccessible(page);
  const marked = textOf(await download(page, words("import.marked")));
  expect(marked).toContain(words("fault.heading"));
  expect(marked).toContain("“1,23”");

  await send(Buffer.from("not a workbook"), "renamed.xlsx");
  await expect(page.getByText(words("refusal.renamed")).first()).toBeVisible(read);

  await send(fillTemplate(template, value, "1234.5"), "right.xlsx");
  const right = files.filter({ hasText: "right.xlsx" }).first();
  await expect(right.getByText(words("import.state.done"), { exact: true })).toBeVisible(read);
  await expect
    .poll(() =>
      page
        .locator('input[inputmode="decimal"]')
        .evaluateAll((inputs) => inputs.map((input) => (input as HTMLInputElement).value)),
    )
    .toContain("1234.5");
});
