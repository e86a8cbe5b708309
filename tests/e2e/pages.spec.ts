import type { Page } from "@playwright/test";
import { expect, type Language, test } from "./fixtures.ts";
import { asked, findRoutes, isOnMap, lettered, linkTo, pages, reached } from "./page-map.ts";
import { findTokenPath } from "./read-letter.ts";

type Look = { readonly language: Language; readonly dark: boolean };

/** Opens a page and looks whether it is the page that was meant: its status, its language, its theme, its width. */
async function visit(page: Page, path: string, { language, dark }: Look): Promise<void> {
  const response = await page.goto(path);
  expect(response?.status(), path).toBe(/\/nowhere$/.test(path) ? 404 : 200);
  await expect(page.getByRole("heading", { level: 1 }).first()).toBeVisible();
  const seen = await page.evaluate(() => {
    const root = document.documentElement;
    const brush = document.createElement("canvas").getContext("2d");
    if (brush === null) throw new Error("This browser does not paint.");
    brush.fillStyle = getComputedStyle(root).backgroundColor;
    brush.fillRect(0, 0, 1, 1);
    const [red = 0, green = 0, blue = 0] = brush.getImageData(0, 0, 1, 1).data;
    return { language: root.lang, dark: red + green + blue < 384, wide: root.scrollWidth > innerWidth };
  });
  expect(seen, path).toEqual({ language, dark, wide: false });
}

/** The first link of the page to one thing of a kind. */
async function findLink(page: Page, template: string): Promise<string> {
  // A phone folds long parts; what is folded has no role.
  await page.evaluate(() => {
    for (const part of document.querySelectorAll("details")) part.open = true;
  });
  const hrefs = await page
    .getByRole("main")
    .getByRole("link")
    .evaluateAll((links) => links.map((one) => one.getAttribute("href")?.replace(/[?#].*$/, "") ?? ""));
  const found = hrefs.find((href) => linkTo(template).test(href) && !isOnMap(href));
  if (!found) throw new Error(`${page.url()} leads to nothing like ${template}: ${hrefs.join(" ")}`);
  return found;
}

test("every page of the product is on the map of these tests", () => {
  const { routes, unvisited } = findRoutes();
  expect(routes.length).toBeGreaterThan(30);
  expect(unvisited).toEqual([]);
});

for (const [email, paths] of Object.entries(pages)) {
  test(`@matrix pages of ${email || "a visitor"} have no serious finding`, async ({
    page: visitor,
    as,
    at,
    language,
    colorScheme,
    expectAccessible,
    allowConsole,
  }) => {
    allowConsole(/404/);
    const page = email ? await as(email) : visitor;
    for (const path of paths) {
      await visit(page, at(path), { language, dark: colorScheme === "dark" });
      await expectAccessible(page);
    }
  });
}

// Several tests, so that the workers share the pages: each looks at a third of them.
for (const turn of [0, 1, 2])
  test(`@matrix pages of one thing have no serious finding, part ${turn + 1}`, async ({
    page: visitor,
    as,
    at,
    language,
    colorScheme,
    expectAccessible,
  }) => {
    const look = { language, dark: colorScheme === "dark" };
    for (const { as: email, from, to, tails = [] } of reached.filter((_one, at) => at % 3 === turn)) {
      const page = email ? await as(email) : visitor;
      await page.goto(at(from));
      const found = await findLink(page, to);
      for (const tail of ["", ...tails]) {
        await visit(page, found + tail, look);
        await expectAccessible(page);
      }
    }
  });

test("@matrix the page that asks for an introduction has no serious finding", async ({
  as,
  at,
  language,
  colorScheme,
  expectAccessible,
}) => {
  const page = await as(asked.as);
  await page.goto(at("/postings"));
  const posting = (await findLink(page, "/postings/[id]")).split("/").at(-1);
  const look = { language, dark: colorScheme === "dark" };
  await visit(page, `${at(asked.to)}?posting=${posting}`, look);
  await expectAccessible(page);
});

test("an address that names nothing is not found, by whoever may open the things beside it", async ({
  page: visitor,
  as,
  at,
}) => {
  for (const { as: email, to, tails = [] } of reached) {
    const { request } = email ? await as(email) : visitor;
    for (const path of ["", ...tails].map((tail) => to + tail))
      for (const id of ["no%20id", "nothing0"]) {
        const answer = await request.get(at(path.replaceAll(/\[\w+\]/g, id)), { maxRedirects: 0 });
        expect(answer.status(), path).toBe(404);
      }
  }
});

test("@matrix pages that a letter leads to have no serious finding", async ({
  page: visitor,
  as,
  at,
  baseURL,
  language,
  colorScheme,
  expectAccessible,
}) => {
  for (const {
    page,
    as: email,
    verb,
    input,
    to = `${page}.${crypto.randomUUID()}@firm.example`,
  } of lettered) {
    const sender = email ? await as(email) : visitor;
    const sent = await sender.request.post(`/api/trpc/${verb}`, {
      data: { json: input(to) },
      headers: { origin: baseURL ?? "" },
    });
    expect(sent.status(), verb).toBe(200);
    await expect.poll(() => findTokenPath(to, page)).not.toBeNull();
    await visit(visitor, at(findTokenPath(to, page) ?? ""), { language, dark: colorScheme === "dark" });
    await expectAccessible(visitor);
  }
});
