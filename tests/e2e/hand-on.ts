import type { Page } from "@playwright/test";
import { expect } from "./fixtures.ts";
import type { wordsOf } from "./words.ts";

type Words = ReturnType<typeof wordsOf>;

/** The project offers an output that it reported; answers the address of the result. [RY1] */
export async function offerResult(
  leader: Page,
  t: Words,
  given: { readonly title: string; readonly use: string; readonly search: string; readonly node: RegExp },
  look: (page: Page) => Promise<void> = async () => {},
): Promise<string> {
  const row = leader.getByRole("row").filter({ hasText: given.title });
  await row.getByRole("link", { name: t("relay", "offer.offerThis"), exact: true }).click();
  await leader.waitForURL(/\/fund\/relay\?/);
  const offer = (name: string) => leader.getByLabel(t("relay", `offer.${name}`), { exact: true });
  await offer("use").fill(given.use);
  await leader.getByRole("combobox", { name: t("relay", "offer.node") }).click();
  await leader.getByPlaceholder(t("relay", "offer.search")).fill(given.search);
  await leader.getByRole("option", { name: given.node }).first().click();
  await offer("rung").selectOption("pilot");
  await look(leader);
  await leader.getByRole("button", { name: t("relay", "offer.send"), exact: true }).click();
  await leader.waitForURL(/\/fund\/relay\/[0-9A-Za-z_-]+$/);
  await expect(leader.getByRole("heading", { level: 1 })).toHaveText(given.title);
  return new URL(leader.url()).pathname;
}

/** A firm asks for a result by its need. [RY2] */
export async function claimResult(
  firm: Page,
  address: string,
  t: Words,
  words: string,
  look: (page: Page) => Promise<void> = async () => {},
): Promise<void> {
  await firm.goto(address);
  const of = firm.getByLabel(t("relay", "claim.of"), { exact: true });
  if ((await of.inputValue()) === "") await of.selectOption({ index: 1 });
  await firm.getByLabel(t("relay", "claim.words"), { exact: true }).fill(words);
  await look(firm);
  await firm.getByRole("button", { name: t("relay", "claim.send"), exact: true }).click();
  await expect(firm.getByText(t("relay", "state.asked"), { exact: true })).toBeVisible();
}

/** A step counts once the other side confirms it. [RY2] */
export async function confirmStep(leader: Page, address: string, t: Words): Promise<void> {
  await leader.goto(address);
  await leader.getByRole("button", { name: t("relay", "act.confirm"), exact: true }).click();
  await expect(leader.getByRole("button", { name: t("relay", "act.confirm"), exact: true })).toHaveCount(0);
}

/** The firm works on it and tells its first use; the leader confirms both. [RY2] [RY7] */
export async function useResult(
  [leader, firm]: readonly [Page, Page],
  address: string,
  t: Words,
  proof: string,
  look: (page: Page) => Promise<void> = async () => {},
): Promise<void> {
  await confirmStep(leader, address, t);
  const tell = firm.getByRole("button", { name: t("relay", "act.send"), exact: true });
  await firm.goto(address);
  await tell.click();
  await expect(firm.getByText(t("relay", "act.wait"))).toBeVisible();
  await confirmStep(leader, address, t);
  await firm.goto(address);
  await firm.getByLabel(t("relay", "act.step"), { exact: true }).selectOption("use");
  // Without its proof a first use is refused.
  await tell.click();
  const words = firm.getByLabel(t("relay", "act.words"), { exact: true });
  await expect(words).toHaveAttribute("aria-invalid", "true");
  await words.fill(proof);
  await firm.getByLabel(t("relay", "act.volume"), { exact: true }).fill("3");
  await look(firm);
  await tell.click();
  await expect(firm.getByText(t("relay", "act.wait"))).toBeVisible();
  await confirmStep(leader, address, t);
  await firm.goto(address);
  await expect(firm.getByText(t("relay", "state.in_product"), { exact: true }).first()).toBeVisible();
}

/** Who wrote the link files the use beside a closed gap; the page of the link stands open. [RY7] [WL12] */
export async function fileUse(officer: Page, t: Words, title: string): Promise<void> {
  const evidence = officer.getByRole("region", { name: t("relay", "evidence.title"), exact: true });
  const uses = evidence.getByLabel(t("relay", "evidence.use"), { exact: true });
  const value = await uses.locator("option").filter({ hasText: title }).getAttribute("value");
  await uses.selectOption(value ?? "");
  await evidence.getByRole("button", { name: t("relay", "evidence.file"), exact: true }).click();
}
