import type { Page } from "@playwright/test";
import { expect } from "./fixtures.ts";
import type { wordsOf } from "./words.ts";

/** Opens a batch of a number, as its recycler does, and gives what fills it: a row, and the save that answers. */
export async function openBatch(
  page: Page,
  at: (path: string) => string,
  number: string,
  t: ReturnType<typeof wordsOf>,
) {
  await page.goto(at("/batteries/batches"));
  await page.getByLabel(t("batch", "form.number")).fill(number);
  await page.getByRole("button", { name: t("batch", "list.openSend"), exact: true }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText(number);
  const row = async (side: "input" | "product" | "waste", place: number, cells: Record<string, string>) => {
    await page.getByRole("button", { name: t("batch", `form.add.${side}`), exact: true }).click();
    const prefix = `${t("batch", `side.${side}`)}, ${t("batch", "form.rowOf", { row: place })}`;
    for (const [field, value] of Object.entries(cells)) {
      const cell = page.getByLabel(`${prefix}, ${t("batch", `form.${field}`)}`, { exact: true });
      await (field === "kind" ? cell.selectOption(value) : cell.fill(value));
    }
  };
  const save = async () => {
    await page.getByRole("button", { name: t("batch", "form.save"), exact: true }).click();
    await expect(page.getByText(t("batch", "form.saved"), { exact: true }).first()).toBeVisible();
  };
  return { row, save };
}
