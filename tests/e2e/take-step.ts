import { expect, type Locator, type Page } from "@playwright/test";

/** Opens the dialog of a record's step, fills what it asks for, and sends it. */
export async function takeStep(
  page: Page,
  step: string,
  fill: (dialog: Locator) => Promise<void> = async () => undefined,
) {
  await page.getByRole("button", { name: step, exact: true }).click();
  const dialog = page.getByRole("dialog");
  await fill(dialog);
  await dialog.getByRole("button", { name: step, exact: true }).click();
  await expect(dialog).toHaveCount(0);
}
