import { loadMessages } from "@lilink/i18n";
import { expect, it } from "vitest";
import { detailText, readFilters, toActOptions, toActText, valueWords, withoutIds } from "./view.ts";

it("takes the filters of an address and leaves out what is none", () => {
  expect(
    readFilters({ action: "posting.", from: "2026-02-31", to: "2026-02-28", person: "", other: "x" }),
  ).toEqual({
    action: "posting.",
    to: "2026-02-28",
  });
  expect(readFilters({ action: ["a", "b"], organization: "a b" })).toEqual({});
});

it("writes what an entry adds in one line", () => {
  expect(detailText({ version: 2, criteria: ["a"], outcome: "opened" })).toBe(
    "version: 2, criteria: a, outcome: opened",
  );
  expect(detailText({})).toBe("");
  expect(detailText({ reason: null, step: "hold" })).toBe("step: hold");
  const messages = loadMessages("zh-CN", ["audit", "machine"]);
  const { audit } = messages;
  const say = valueWords("batch.step", messages, "zh-CN");
  expect(detailText({ late: false, version: 1, gone: "x" }, audit.detail)).toBe("逾期: 否, 版本: 1, gone: x");
  const said = { outcome: "refused", reason: "opened", state: "strange" };
  expect(detailText(said, audit.detail, say)).toBe("结果: 被拒绝, 理由: opened, 状态: strange");
  expect(detailText({ step: "balance" }, audit.detail, say)).toBe("步骤: 判为平衡");
  expect(detailText({ late: true, type: "rotate" }, audit.detail, say, "zh-CN")).toBe("逾期：是，类型：轮换");
  // Ids are left out, a name stands in the reader's language, an amount is grouped.
  const ids = {
    event: "666205e6e24a25b93bbe19f69c43a14e046531ca",
    sale: "ynD6i9qWfex2",
    code: "ZZ1PB01A1B2C",
  };
  expect(detailText(withoutIds(ids), audit.detail, say)).toBe("编码: ZZ1PB01A1B2C");
  const english = valueWords("lot.offer", loadMessages("en", ["audit", "machine"]), "en");
  expect(detailText({ name: "退役包 / Retired packs from Shenzhen", amount: "50000" }, {}, english)).toBe(
    "name: Retired packs from Shenzhen, amount: 50,000",
  );
  const ofRecord = valueWords("deposit.step", messages, "zh-CN");
  expect(detailText({ step: "publish" }, audit.detail, ofRecord)).not.toContain("publish");
});

it("says an act in words, and the name of one without", () => {
  const { act } = loadMessages("en", ["act"]);
  expect(toActText(act, "posting.create")).toBe("Created a posting");
  expect(toActText(act, "access.refuse")).toBe("Was refused an action");
  for (const gone of ["posting.paint", "rocket.launch", "x"]) expect(toActText(act, gone)).toBe(gone);
});

it("offers every act by its words, and keeps one that the address alone has", () => {
  const { act } = loadMessages("en", ["act"]);
  const options = toActOptions(act, "en", "posting.create");
  expect(options.find(({ value }) => value === "posting.")?.label).toBe("Postings: all");
  expect(options.find(({ value }) => value === "posting.create")?.label.trim()).toBe("Created a posting");
  expect(new Set(options.map(({ value }) => value)).size).toBe(options.length);
  for (const { value } of options) expect(readFilters({ action: value })).toEqual({ action: value });
  const done = toActOptions(act, "en", "", ["posting.create"]).map(({ value }) => value);
  expect(done).toEqual(["posting.", "posting.create"]);
  expect(toActOptions(act, "en", "", ["deposit.save"])).toEqual([
    { value: "deposit.", label: "Lithium deposits" },
    { value: "deposit.save", label: "\u2003Saved a record" },
  ]);
  expect(toActOptions(act, "en", "posting.p").at(-1)).toEqual({ value: "posting.p", label: "posting.p" });
});
