import type { recordWords } from "@lilink/i18n";
import type { Page } from "@playwright/test";
import { expect } from "./fixtures.ts";
import { shanghaiDay, shanghaiMinute } from "./shanghai.ts";
import type { wordsOf } from "./words.ts";

type Told = {
  readonly at: (path: string) => string;
  readonly t: ReturnType<typeof wordsOf>;
  readonly words: ReturnType<typeof recordWords>;
  /** The name of the node; with a capital it is the title of its link. */
  readonly name: string;
};

const titleOf = (name: string) => name.charAt(0).toUpperCase() + name.slice(1);

/** From the map of the chain to the page of a candidate; the page stands there afterwards. [WL11] */
export async function proposeLink(officer: Page, node: string, { at, t, words, name }: Told): Promise<void> {
  await officer.goto(at(`/chain/health?node=${node}`));
  const why = officer.getByRole("region", { name: t("health", "node.title", { name }) });
  // Once beside its bar, and once among the parts of the score.
  await expect(why.getByText(words.choice("factors", "tech_gap"))).toHaveCount(2);
  await why.getByRole("button", { name: t("health", "node.propose") }).click();
  const candidate = t("health", "node.link", { state: words.state("candidate") });
  await why.getByRole("link", { name: candidate }).click();
  await expect(officer.getByRole("heading", { level: 1 })).toHaveText(titleOf(name));
}

type Voted = Pick<Told, "at" | "t" | "name"> & {
  readonly kind: "weakLink" | "roadmapItem" | "laboratoryChange";
  /** The point of the agenda. */
  readonly point: string;
};

/** A meeting of today whose seats all vote for a record; its page stands there afterwards. [VO6] */
export async function carryByVote(officer: Page, { at, t, name, kind, point: title }: Voted): Promise<void> {
  await officer.goto(at("/meetings/new"));
  await officer.getByLabel(t("meeting", "call.name"), { exact: true }).fill(title);
  await officer.getByLabel(t("meeting", "call.heldAt"), { exact: true }).fill(shanghaiMinute());
  await officer.getByRole("button", { name: t("meeting", "call.submit"), exact: true }).click();
  await officer.waitForURL(/\/meetings\/(?!new)[0-9A-Za-z]+$/);
  await officer.getByLabel(t("meeting", "page.itemTitle"), { exact: true }).fill(title);
  await officer.getByRole("button", { name: t("meeting", "page.addItem"), exact: true }).click();
  const point = officer.getByRole("listitem").filter({ hasText: title }).first();
  await expect(point).toBeVisible();
  const hold = officer.getByRole("button", { name: t("meeting", "page.hold"), exact: true });
  await hold.click();
  await hold.last().click();
  const put = point.getByRole("button", { name: t("meeting", "vote.put"), exact: true });
  await put.click();
  await point.getByLabel(t("meeting", "vote.question"), { exact: true }).fill(`${title}: yes or no?`);
  await point.getByLabel(t("meeting", "vote.settles"), { exact: true }).selectOption({
    label: t("meeting", "vote.settlesOne", {
      kind: t("meeting", `vote.settlesKind.${kind}`),
      title: name,
    }),
  });
  await put.click();
  const ballots = point.getByRole("table", { name: t("meeting", "vote.ballots") });
  const yes = ballots.getByRole("button", { name: t("meeting", "vote.choice.for"), exact: true });
  await expect(yes.first()).toBeVisible();
  for (const button of await yes.all()) {
    await button.click();
    await expect(button).toHaveAttribute("aria-pressed", "true");
  }
  const close = officer.getByRole("button", { name: t("meeting", "vote.close"), exact: true });
  await close.click();
  await close.last().click();
  await expect(point.getByText(t("meeting", "vote.outcome.carried"), { exact: true })).toBeVisible();
  await point.getByRole("link", { name }).click();
}

/** The same for a candidate; the page of the confirmed link stands there afterwards. [WL11] */
export async function confirmByVote(
  officer: Page,
  { words, ...told }: Told & { readonly point: string },
): Promise<void> {
  await carryByVote(officer, { ...told, name: titleOf(told.name), kind: "weakLink" });
  await expect(officer.getByText(words.state("confirmed"), { exact: true }).first()).toBeVisible();
}

/** Somebody works on a confirmed link by a day; its page stands open. [WL11] */
export async function beginWork(officer: Page, words: Told["words"]): Promise<void> {
  const begin = { name: words.step("begin"), exact: true };
  await officer.getByRole("button", begin).click();
  const dialog = officer.getByRole("dialog");
  await dialog.getByLabel(words.field("dueOn")).fill(shanghaiDay(200));
  await dialog.getByRole("button", begin).click();
  await expect(officer.getByText(words.state("in_work"), { exact: true }).first()).toBeVisible();
}
