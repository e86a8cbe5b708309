import { conditionSets } from "@lilink/model/conditions";
import { registers } from "@lilink/model/register";
import { describe, expect, it } from "vitest";
import { addMember, addOffice, addOrganization, createTestKernel } from "../../../testing/index.ts";
import { call } from "../../kernel/call.ts";
import { recordVerbs } from "../../record/record-verbs.ts";
import { confirmRule } from "../../recovery/rule/confirm-rule.ts";
import { loadBinding } from "./load-binding.ts";

const kernel = await createTestKernel(new Date("2026-11-24T02:00:00Z"));
const { app } = kernel;
const { officer, second: secretary } = await addOffice(kernel);
const firm = await addMember(kernel, await addOrganization(kernel, { links: ["smelting"] }));
const rival = await addMember(kernel, await addOrganization(kernel, { links: ["smelting"] }));

type Saved = { readonly publicId: string; readonly revision: number };
type Verbs = NonNullable<(typeof recordVerbs)[string]>;
const verbsOf = (name: string): Verbs => {
  const found = recordVerbs[name];
  if (!found) throw new Error(`there is no register ${name}`);
  return found;
};
type Name = "plant" | "publicPolicy" | "policyEvent";
const nothing = (name: Name) =>
  Object.fromEntries(Object.keys(registers[name].fields).map((field) => [field, null]));
const share = (value: string) => ({ value, low: null, high: null, unit: "%", basis: null });
const good = {
  site: { zh: "一厂", en: "Works 1" },
  type: "lithium_salt",
  province: "36",
  products: ["lithium_carbonate"],
  ...{ lithiumYield: share("88"), utilization: share("70"), automation: share("90"), maturity: 3 },
  energy: { value: "2300", low: null, high: null, unit: "kgce/t LCE", basis: null },
  capability: { value: "1.4", low: null, high: null, unit: "Cpk", basis: null },
  evidenceUntil: "2027-01-31",
};

const save = (by: typeof firm, name: Name, values: object): Promise<Saved> =>
  call(app, by.principal, verbsOf(name).save, {
    values: { ...nothing(name), ...values },
    sources: [],
  } as never) as Promise<Saved>;
const step = (by: typeof firm, name: string, saved: Saved, to: string, reason: string | null = null) =>
  call(app, by.principal, verbsOf(name).step, {
    ...{ publicId: saved.publicId, revision: saved.revision, step: to, reason },
  } as never) as unknown as Promise<Saved>;
const publish = async (name: "publicPolicy" | "policyEvent", values: object) => {
  const saved = await save(secretary, name, values);
  const submitted = await step(secretary, name, saved, "submit");
  await step(officer, name, submitted, "publish");
  return saved;
};
const verdictsOn = async (on: string, by = firm) => {
  const { plants } = await call(app, by.principal, loadBinding, {});
  return plants.flatMap(({ bindings }) =>
    bindings.map(({ kind, spans }) => {
      const span = spans.find(({ from, to }) => from <= on && on < to);
      return `${kind} ${span?.verdict}`;
    }),
  );
};

describe("what binds a plant", () => {
  it("[CN2] [CN4] a proposal binds once a policy that names it is in force; evidence that ran out no longer meets it", async () => {
    await save(firm, "plant", good);
    expect(await verdictsOn("2026-09-01")).toEqual(["lithium_salt free", "lithium_salt_green free"]);
    const policy = await publish("publicPolicy", {
      ...{ title: { zh: "准入规定", en: "Entry rule" }, issuer: "A ministry", country: "CN" },
      ...{ links: ["smelting"], conditions: "lithium-salt-entry-proposal" },
    });
    const happened = (type: string, happenedOn: string, until: string | null = null) =>
      publish("policyEvent", {
        ...{
          title: { zh: `事件 ${type}`, en: `Event ${type}` },
          policy: { publicId: policy.publicId, zh: null, en: null },
        },
        ...{ type, happenedOn, until },
      });
    await happened("in_force", "2026-07-01");
    expect(await verdictsOn("2026-06-30")).toEqual(["lithium_salt free", "lithium_salt_green free"]);
    expect(await verdictsOn("2026-07-01")).toEqual(["lithium_salt met", "lithium_salt_green free"]);
    // 31 January and thirty days of grace.
    expect(await verdictsOn("2027-03-02")).toEqual(["lithium_salt met", "lithium_salt_green free"]);
    expect(await verdictsOn("2027-03-03")).toEqual(["lithium_salt lapsed", "lithium_salt_green free"]);
    await happened("suspended", "2026-10-01", "2026-12-31");
    expect(await verdictsOn("2026-11-24")).toEqual(["lithium_salt free", "lithium_salt_green free"]);
    const { sets, policies } = await call(app, firm.principal, loadBinding, {});
    expect(sets.filter(({ policy: by }) => by === policy.publicId)).toEqual([
      expect.objectContaining({ id: "lithium-salt-entry-proposal", from: "2026-07-01", to: "2026-10-01" }),
    ]);
    expect(policies.map(({ titleEn }) => titleEn)).toEqual(["Entry rule"]);
  });

  it("[CN10] a text and its draft lead to the policy that is recorded under their title", async () => {
    const zh = conditionSets.find(({ id }) => id === "cn-recycling-2024-draft")?.policyTitle ?? null;
    const { publicId } = await publish("publicPolicy", {
      ...{
        title: { zh, en: "Conditions of 2024" },
        issuer: "A ministry",
        country: "CN",
        links: ["recycling"],
      },
    });
    const { named } = await call(app, { kind: "anonymous" } as never, loadBinding, {});
    expect(named).toEqual([
      { publicId, titleZh: zh, titleEn: "Conditions of 2024", adopts: false, events: [] },
    ]);
    expect(zh).toBe(conditionSets.find(({ id }) => id === "cn-recycling-2024")?.policyTitle);
  });

  it("[TR25] says which text an officer compared with the official one, and when", async () => {
    const compared = async () => (await call(app, { kind: "anonymous" } as never, loadBinding, {})).compared;
    expect(await compared()).toEqual([]);
    await call(app, officer.principal, confirmRule, {
      ...{ ruleSet: "cn-recycling-2024", from: "2024-12-24", source: "Official text" },
    } as never);
    expect(await compared()).toEqual([{ set: "cn-recycling-2024", on: "2026-11-24" }]);
  });

  it("[CN5] a rival, an officer and a visitor are told of no plant that is not theirs", async () => {
    for (const { principal } of [rival, officer])
      expect((await call(app, principal, loadBinding, {})).plants).toEqual([]);
    expect((await call(app, { kind: "anonymous" } as never, loadBinding, {})).plants).toEqual([]);
  });

  it("[CN7] a listed plant shows everybody where it stands and what it makes, and its figures to its firm alone", async () => {
    const saved = await save(firm, "plant", { ...good, site: { zh: "二厂", en: "Works 2" } });
    const submitted = await step(firm, "plant", saved, "submit");
    // While it is examined, an officer reads what proves it.
    expect(
      (await call(app, officer.principal, verbsOf("plant").load, {
        publicId: saved.publicId,
      } as never)) as unknown,
    ).toMatchObject({
      shown: { values: { energy: { value: "2300" } } },
    });
    const announced = await step(officer, "plant", submitted, "announce");
    await expect(step(officer, "plant", announced, "list", "complete")).rejects.toMatchObject({
      faults: [{ field: "step", rule: "noticeRuns", params: { day: "2026-12-08" } }],
    });
    kernel.setNow(new Date("2026-12-08T16:00:00Z"));
    await step(officer, "plant", announced, "list", "complete");
    const load = async (by: typeof firm) => {
      const { shown } = (await call(app, by.principal, verbsOf("plant").load, {
        publicId: saved.publicId,
      } as never)) as unknown as { readonly shown: { readonly values: Record<string, unknown> } };
      return shown.values;
    };
    const seen = await load(rival);
    expect([seen.province, seen.products]).toEqual(["36", ["lithium_carbonate"]]);
    for (const field of ["energy", "automation", "lithiumYield", "capability", "capacity", "evidence"])
      expect(seen[field] ?? null).toBeNull();
    expect((await load(firm)).energy).toMatchObject({ value: "2300" });
  });

  it("[CN7] less soda ash than the reaction takes is refused at its field", async () => {
    const soda = { value: "1.2", low: null, high: null, unit: "t/t LCE", basis: null };
    await expect(
      save(firm, "plant", { ...good, site: { zh: "三厂", en: "Works 3" }, sodaRoute: true, soda }).then(
        (saved) => step(firm, "plant", saved, "submit"),
      ),
    ).rejects.toMatchObject({ faults: [{ field: "values.soda", rule: "implausible" }] });
  });
});
