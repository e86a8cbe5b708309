import { expect, test } from "./fixtures.ts";

/** Every page of the map, as somebody whom it is for. Addresses in braces are followed from the page before. */
const pages: Readonly<Record<string, readonly string[]>> = {
  "": [
    "/",
    "/signin",
    "/register",
    "/reset",
    "/chain",
    "/chain/li2co3-batt",
    "/postings",
    "/organizations",
    "/goals",
    "/goals/G35-11",
    "/licences",
    "/nowhere",
  ],
  "buyer@cathode.example": [
    "/desk",
    "/postings/new",
    "/postings/own",
    "/introductions",
    "/notices",
    "/organizations/new",
    "/settings",
    "/settings/security",
    "/settings/notices",
    "/settings/organization",
    "/settings/members",
    "/settings/keys",
    "/settings/log",
  ],
  "officer@group.example": ["/review", "/review/claims", "/board"],
};

/** Pages of one thing, reached as a person reaches them: the first link of a list. */
const reached: readonly {
  readonly as: string;
  readonly from: string;
  readonly link: RegExp;
  readonly tails: readonly string[];
}[] = [
  { as: "", from: "/postings", link: /\/postings\/[0-9A-Za-z]{12}$/, tails: [""] },
  { as: "", from: "/organizations", link: /\/organizations\/[0-9A-Za-z]{12}$/, tails: [""] },
  {
    as: "buyer@cathode.example",
    from: "/postings/own",
    link: /\/postings\/[0-9A-Za-z]{12}$/,
    tails: ["", "/edit", "/history", "/matches"],
  },
  {
    as: "admin@salt.example",
    from: "/introductions",
    link: /\/introductions\/[0-9A-Za-z]{12}$/,
    tails: [""],
  },
  { as: "officer@group.example", from: "/review", link: /\/review\/[0-9A-Za-z]{12}$/, tails: [""] },
];

for (const [email, paths] of Object.entries(pages)) {
  test(`@matrix pages of ${email || "a visitor"} have no serious finding`, async ({
    page: visitor,
    as,
    at,
    expectAccessible,
    allowConsole,
  }) => {
    test.setTimeout(120_000);
    allowConsole(/404/);
    const page = email ? await as(email) : visitor;
    for (const path of paths) {
      await page.goto(at(path));
      await expect(page.getByRole("heading", { level: 1 }).first()).toBeVisible();
      await expectAccessible(page);
    }
  });
}

test("@matrix pages of one thing have no serious finding", async ({
  page: visitor,
  as,
  at,
  expectAccessible,
}) => {
  test.setTimeout(120_000);
  for (const { as: email, from, link, tails } of reached) {
    const page = email ? await as(email) : visitor;
    await page.goto(at(from));
    const hrefs = await page
      .getByRole("main")
      .getByRole("link")
      .evaluateAll((links) => links.map((one) => one.getAttribute("href") ?? ""));
    const found = hrefs.find((href) => link.test(href));
    if (!found) throw new Error(`${from} leads to nothing like ${link}: ${hrefs.join(" ")}`);
    for (const rest of tails) {
      await page.goto(found + rest);
      await expect(page.getByRole("heading", { level: 1 }).first()).toBeVisible();
      await expectAccessible(page);
    }
  }
});
