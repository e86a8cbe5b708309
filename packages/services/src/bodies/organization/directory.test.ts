import { expect, it } from "vitest";
import { addMember, addOrganization, createTestKernel } from "../../../testing/index.ts";
import { call } from "../../kernel/call.ts";
import { seedReference } from "../../platform/reference/seed-reference.ts";
import { listOrganizations } from "./list-organizations.ts";
import { loadOrganization } from "./load-organization.ts";

const kernel = await createTestKernel();
const nobody = { kind: "anonymous" } as const;
await seedReference(kernel.owner, kernel.app);
const find = (input: Parameters<typeof listOrganizations.run>[1] | Record<string, unknown>) =>
  call(kernel.app, nobody, listOrganizations, input);

it("[OR2] holds the bodies of the paper once, unclaimed, with what it says and how sure the name is", async () => {
  expect(await seedReference(kernel.owner, kernel.app)).toBe(0);
  const { items, facets } = await find({ limit: 100 });
  expect(items).toHaveLength(68);
  expect(facets.status).toEqual([{ value: "unclaimed", count: 68 }]);
  const { publicId } = items.find((one) => one.seed?.id === "ORG-22") ?? { publicId: "" };
  const body = await call(kernel.app, nobody, loadOrganization, { publicId });
  expect(body).toMatchObject({ status: "unclaimed", profile: null, claim: null });
  expect(body.seed?.section).not.toBe("");
  expect(body.seed?.nameConfidence).toMatch(/verified|recalled/);
});

it("[TX5] is found by Chinese, English, pinyin and initials", async () => {
  for (const q of ["宁德", "contemporary amperex", "ningdeshidai", "NDSD"]) {
    expect(
      (await find({ q })).items.map((one) => one.seed?.id),
      q,
    ).toContain("ORG-22");
  }
  expect((await find({ q: "%" })).items).toEqual([]);
  expect((await find({ q: "_" })).items).toEqual([]);
});

it("is narrowed by facets that count what they would leave, and pages without gap or repeat", async () => {
  const { items, facets } = await find({ link: "resource", limit: 100 });
  expect(items.every((one) => one.links.includes("resource"))).toBe(true);
  expect(facets.link.find((one) => one.value === "resource")?.count).toBe(items.length);
  const seen: string[] = [];
  let cursor: string | undefined;
  do {
    const page = await find({ limit: 13, cursor });
    seen.push(...page.items.map((one) => one.publicId));
    cursor = page.nextCursor ?? undefined;
  } while (cursor);
  expect(new Set(seen)).toHaveLength(68);
  expect(seen).toHaveLength(68);
  await expect(find({ cursor: "not-a-cursor" })).rejects.toMatchObject({ code: "INVALID_INPUT" });
});

it("[OR2] is in the order of the names that are shown, page by page", async () => {
  const readAll = async () => {
    const shown: { name: string; status: string }[] = [];
    let cursor: string | undefined;
    do {
      const page = await find({ limit: 13, order: "en", cursor });
      shown.push(...page.items.map(({ nameEn, nameZh, status }) => ({ name: nameEn ?? nameZh, status })));
      cursor = page.nextCursor ?? undefined;
    } while (cursor);
    return shown;
  };
  const inOrder = (names: readonly string[]) => [...names].sort(new Intl.Collator("en").compare);
  const before = (await readAll()).map(({ name }) => name);
  expect(before).toHaveLength(68);
  expect(before).toEqual(inOrder(before));
  for (const name of ["Zinnwald Works", "Youth Cathodes"])
    await addOrganization(kernel, { status: "verified", name });
  const shown = await readAll();
  expect(shown.slice(0, 2).map(({ status }) => status)).toEqual(["verified", "verified"]);
  expect(shown.slice(2).map(({ name }) => name)).toEqual(before);
});

it("[OR1] shows no pending or suspended body to others", async () => {
  const hidden = await addOrganization(kernel, { status: "pending", name: "尚未核实的公司(虚构)" });
  const member = await addMember(
    kernel,
    await addOrganization(kernel, { status: "suspended", name: "停用公司(虚构)" }),
  );
  for (const principal of [nobody, member.principal]) {
    const { items } = await call(kernel.app, principal, listOrganizations, { q: "公司(虚构)" });
    expect(items).toEqual([]);
    await expect(
      call(kernel.app, principal, loadOrganization, { publicId: hidden.publicId }),
    ).rejects.toMatchObject({ code: "NOT_FOUND" });
  }
});

it("[OR12] is found by traditional characters as by simplified ones, and by letters that look like its own", async () => {
  const ids = async (q: string) => (await find({ q, limit: 100 })).items.map((one) => one.seed?.id);
  for (const [plain, other] of [
    ["锂", "鋰"],
    ["宁德时代", "寧德時代"],
    ["contemporary", "Соntеmроrаrу"],
    ["contemporary amperex", "ＣＯＮＴＥＭＰＯＲＡＲＹ\u200b Ａmperex"],
  ] as const) {
    expect(await ids(plain), plain).not.toEqual([]);
    expect(await ids(other), other).toEqual(await ids(plain));
  }
  await addOrganization(kernel, { name: "南嶺鋰業" });
  expect((await find({ q: "南岭锂" })).items.map(({ nameZh }) => nameZh)).toEqual(["南嶺鋰業"]);
  expect((await find({ q: "…" })).items).toEqual([]);
});
