import { listConcepts } from "@lilink/model/chain";
import { apiScopes } from "@lilink/model/policy";
import { listRegisters, openStepsOf } from "@lilink/model/register";
import { sampleValues } from "@lilink/model/testing";
import { call, publishPosting, revokeKey, seedSeries } from "@lilink/services";
import {
  addMember,
  addOrganization,
  addPosting,
  addRound,
  adoptDefinitions,
  createTestKernel,
  makeTestRelease,
  openTestRound,
  sampleContent,
} from "@lilink/services/testing";
import { describe, expect, it } from "vitest";
import { reachProject } from "../../testing/fund-face.ts";
import { interest, operationBodies } from "../../testing/operation-bodies.ts";
import { recoveryFace } from "../../testing/recovery-face.ts";
import { createRestClient, keepOwnRecords, seedTestRecords } from "../../testing/rest.ts";
import { reachSupport, reachUse } from "../../testing/support-face.ts";
import { listOperations } from "./list-operations.ts";
import { acceptsBody } from "./request/read-body.ts";

const kernel = await createTestKernel();
const { ask, keyOf, answered, reported } = createRestClient(kernel);
const smelter = await addOrganization(kernel, { links: ["smelting"] });
const maker = await addMember(kernel, smelter);
const materials = await addOrganization(kernel, { links: ["materials"] });
const buyer = await addMember(kernel, materials);
const secretariat = await addOrganization(kernel, { kind: "coordination_group" });
const officer = await addMember(kernel, secretariat, { duties: ["officer"] });
await adoptDefinitions(kernel);
await seedSeries(kernel.worker);
const round = await openTestRound(kernel, officer, "2026Q3");
const owed = (await round.formOf(smelter, "smelting.quarterly")).publicId;
const fed = { component: "lithium_fed", value: "12.5", place: ["ncm", "hydro"] };
const past = await addRound(kernel, "2026Q2");
const won = { ...fed, component: "lithium_recovered", value: "11.5" };
await past.file(smelter, [fed, won], { indicators: ["REC-02"] });
const released = await makeTestRelease(kernel, officer, past.publicId, { minContributors: 3, pPercent: 10 });
const records = new Map(await seedTestRecords(kernel));
const { key, publicId: keyId } = await keyOf(maker);
await keepOwnRecords(ask, key, records);
await reachProject(kernel, ask, key, records);
const { key: buyersKey } = await keyOf(buyer);
const { contact } = interest;
const asked = async (posting: string) =>
  (await ask(buyersKey, "POST", "/introductions", { posting, ...interest })).body.publicId;

describe("a program of an organization", () => {
  it("[RE2] carries a posting from draft to its end", async () => {
    const made = await ask(key, "POST", "/postings", { kind: "capability", content: { title: "Li" } });
    expect(made).toMatchObject({ status: 201, body: { revision: 0 } });
    expect(made.body).not.toHaveProperty("id");
    const path = `/postings/${made.body.publicId}`;
    const saved = await ask(key, "PUT", `${path}/draft`, {
      revision: 0,
      content: sampleContent(),
      levels: { price: "partner" },
      validDays: 90,
    });
    expect(saved).toMatchObject({ status: 200, body: { revision: 1 } });
    expect(saved.body.savedAt).toBe(kernel.app.clock().toISOString());
    expect((await ask(key, "GET", `${path}/draft`)).body).toMatchObject({
      revision: 1,
      missing: [],
      content: { title: sampleContent().title, price: "PRICE-SECRET" },
    });
    expect((await ask(key, "POST", `${path}/submit`)).body).toEqual({ version: 1 });
    expect((await ask(key, "POST", `${path}/withdraw`)).body).toEqual({ state: "draft" });
    await ask(key, "POST", `${path}/submit`, { changeNote: "From the ERP" });
    await call(kernel.app, officer.principal, publishPosting, { publicId: made.body.publicId });
    expect((await ask(key, "GET", "/own/postings?states=published&limit=5")).body).toMatchObject({
      items: [{ publicId: made.body.publicId, live: true }],
      counts: { published: 1 },
    });
    const renewed = await ask(key, "POST", `${path}/renew`, { validDays: 30 });
    expect(renewed.body.validUntil).toMatch(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/);
    expect((await ask(key, "GET", `${path}/matches`)).body).toMatchObject({
      own: { publicId: made.body.publicId },
      matches: [],
    });
    expect((await ask(key, "GET", `${path}/suggestions`)).body).toEqual({ places: 5, suggestions: [] });
    expect((await ask(key, "GET", `${path}/why-not?other=${keyId}`)).body).toMatchObject({
      answers: [{ code: "unknown", other: null }],
    });
    expect(await ask(key, "POST", `${path}/close`)).toMatchObject({ status: 200, body: {} });
    expect((await ask(key, "POST", `${path}/close`)).body).toMatchObject({ code: "WRONG_STATE" });
    expect((await ask(key, "POST", `${path}/reopen`)).status).toBe(200);
    expect((await ask(key, "DELETE", `${path}/draft`)).body).toEqual({ deleted: false });
  });

  it("[RE2] finds a team for a project that it may read", async () => {
    const content = sampleContent({ concept: "ncm811", description: "Work in three milestones." });
    const { publicId } = await addPosting(kernel, maker, "project", content);
    expect((await ask(buyersKey, "GET", `/postings/${publicId}/team`)).body).toMatchObject({
      held: [],
      teams: [],
    });
  });

  it("[RE2] reads what is open, page by page", async () => {
    for (const title of ["First of three", "Second of three", "Third of three"])
      await addPosting(kernel, maker, "capability", sampleContent({ title }));
    const first = await ask(buyersKey, "GET", "/postings?kind=capability&kind=need&link=smelting&limit=2");
    expect(first.body.items).toHaveLength(2);
    const next = await ask(
      buyersKey,
      "GET",
      `/postings?kind=capability&kind=need&link=smelting&limit=2&cursor=${first.body.nextCursor}`,
    );
    expect(next.body.items).toHaveLength(1);
    expect((await ask(null, "GET", `/postings/${next.body.items[0]?.publicId}`)).body).toMatchObject({
      state: "published",
      own: null,
    });
    const directory = await ask(null, "GET", "/organizations?limit=1");
    expect(directory.body.nextCursor).toEqual(expect.any(String));
    const [entry] = directory.body.items;
    expect((await ask(key, "GET", `/organizations/${entry?.publicId}`)).body).toMatchObject({ ...entry });
  });

  it("[RE2] reads the chain and the goals", async () => {
    const all = new Set<string>();
    const address = "/concepts?link=smelting&limit=30";
    for (let cursor: string | null = ""; cursor !== null; ) {
      const page = await ask(null, "GET", cursor ? `${address}&cursor=${cursor}` : address);
      for (const { id } of page.body.items) all.add(id);
      cursor = page.body.nextCursor;
    }
    expect([...all]).toEqual(listConcepts({ link: "smelting" }).map(({ id }) => id));
    expect((await ask(null, "GET", "/concepts?q=lifsi")).body.items[0]).toMatchObject({ id: "lifsi" });
    expect((await ask(null, "GET", "/concepts/lifsi")).body).toMatchObject({ concept: { id: "lifsi" } });
    expect((await ask(null, "GET", "/concept-counts")).body.counts.length).toBeGreaterThan(0);
    expect((await ask(null, "GET", "/goals")).body.goals).toHaveLength(35);
    expect((await ask(null, "GET", "/goals/G25-12")).body).toMatchObject({
      target: { origin: "seed", value: 40 },
    });
    expect((await ask(null, "GET", "/indicators/MAT-01")).body).toMatchObject({
      indicator: { id: "MAT-01" },
    });
    expect((await ask(null, "GET", "/series?q=TR06")).body.items[0]).toMatchObject({ code: "TR06-import" });
    expect((await ask(null, "GET", "/series/TR06-import")).body).toMatchObject({ code: "TR06-import" });
    const everyGoal = (await ask(null, "GET", "/goals")).body.goals.map(({ goal }) => goal.id);
    for (const id of everyGoal) expect((await ask(null, "GET", `/goals/${id}`)).status, id).toBe(200);
  });

  it("[RE2] introduces itself, and answers", async () => {
    const { publicId: posting } = await addPosting(kernel, maker, "capability");
    const unnamed = { posting, ...interest, contact: undefined };
    const nameless = await ask(buyersKey, "POST", "/introductions", unnamed);
    expect(nameless.body).toMatchObject({ faults: [{ field: "contact", rule: "required" }] });
    const id = await asked(posting);
    expect((await ask(key, "GET", "/introductions?side=asked&state=sent")).body.items).toMatchObject([
      { publicId: id, other: null },
    ]);
    expect((await ask(buyersKey, "POST", `/introductions/${id}/accept`, { contact })).status).toBe(403);
    expect(await ask(key, "POST", `/introductions/${id}/accept`, { contact })).toMatchObject({
      status: 200,
      body: {},
    });
    expect((await ask(buyersKey, "GET", `/introductions/${id}`)).body).toMatchObject({
      state: "accepted",
      other: { contact },
      asked: { reading: { fields: { price: "PRICE-SECRET" } } },
    });
    const asking = { member: buyer, key: buyersKey };
    const other = { member: maker, key };
    const { answers: used, accepted, quotas } = await reachUse(ask, key, buyersKey, posting);
    expect(used.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200, 200]);
    expect(accepted.body.items).toMatchObject([{ version: 1, agreement: null }]);
    expect(new Set(quotas.body.quotas.map(({ of }) => of))).toEqual(new Set(["organization"]));
    const { answers, ticket } = await reachSupport(kernel, ask, asking, other, id);
    expect(answers.map(({ status }) => status)).toEqual([201, 200, 200, 200, 403, 200, 200]);
    expect(ticket.body).toMatchObject({ state: "open", answer: "inTime", waits: { on: "own" } });
    const more = async () =>
      `/introductions/${await asked((await addPosting(kernel, maker, "need")).publicId)}`;
    expect((await ask(key, "POST", `${await more()}/decline`, { reason: "capacity" })).status).toBe(200);
    expect((await ask(buyersKey, "POST", `${await more()}/withdraw`)).status).toBe(200);
  });

  it("[RE2] fills in a return and hands it in, decimals as strings", async () => {
    const path = `/returns/${owed}`;
    expect((await ask(key, "GET", "/returns")).body.items).toContainEqual(
      expect.objectContaining({ publicId: owed, state: "open", filled: 0 }),
    );
    const figure = {
      component: "lithium_salt_mass",
      place: ["li2co3-batt", "brine"],
      raw: "1.25万吨",
      revision: 0,
    };
    const saved = await ask(key, "PUT", `${path}/values`, { version: 1, values: [figure] });
    expect(saved).toMatchObject({
      status: 200,
      body: { saved: [{ value: "12500", revision: 1 }], conflicts: [] },
    });
    expect((await ask(key, "GET", `${path}/figures?limit=1`)).body).toMatchObject({
      items: [{ component: "lithium_salt_mass", raw: "1.25万吨", value: "12500" }],
      nextCursor: null,
    });
    const overtaken = { version: 1, values: [{ ...figure, raw: "1" }] };
    expect((await ask(key, "PUT", `${path}/values`, overtaken)).body).toMatchObject({
      conflicts: [{ mine: { raw: "1" }, theirs: { raw: "1.25万吨", revision: 1 } }],
    });
    const refused = await ask(key, "POST", `${path}/submit`, { version: 1 });
    expect(refused).toMatchObject({ status: 422, body: { code: "INVALID_INPUT" } });
    const [late, ...asked] = refused.body.faults;
    expect(late).toMatchObject({ field: "reason", rule: "required" });
    for (const { field } of asked) {
      const words = { version: 1, check: field.replace("explanation.", ""), text: "As planned." };
      expect((await ask(key, "PUT", `${path}/explanations`, words)).status).toBe(200);
    }
    const reason = "From the ERP, after its migration.";
    expect((await ask(key, "POST", `${path}/submit`, { version: 1, reason })).body).toMatchObject({
      state: "submitted",
      late: true,
    });
    expect((await ask(key, "POST", `${path}/correct`, { version: 1, reason })).body).toEqual({ version: 2 });
    expect((await ask(key, "GET", path)).body).toMatchObject({ state: "draft", version: 2 });
  });

  it("[RL8] reads a frozen release at an address that stays, a withheld figure without its value", async () => {
    const frozen = (await ask(key, "GET", "/releases")).body.items[0];
    expect(frozen).toMatchObject({ publicId: released, period: "2026Q2", edition: 1, state: "frozen" });
    expect((await ask(key, "GET", `/releases/${released}`)).body).toMatchObject({
      tables: expect.arrayContaining([expect.objectContaining({ measure: "lithium_fed", withheld: 1 })]),
    });
    const { body } = await ask(null, "GET", `/releases/${released}/figures?indicator=REC-02&limit=5000`);
    expect(body.items).toContainEqual({
      indicator: "REC-02",
      measure: "lithium_fed",
      unit: "t",
      dimensions: [],
      place: [],
      status: "withheld",
      value: null,
      low: "0",
      high: null,
    });
  });

  it("[RL8] reads the latest figure of every period", async () => {
    const { body } = await ask(null, "GET", "/figures?indicator=REC-02&measures=all");
    expect(body).toContainEqual(
      expect.objectContaining({
        measure: "lithium_fed",
        figures: [
          expect.objectContaining({ period: "2026Q2", release: released, value: null, coverage: 100 }),
        ],
      }),
    );
  });

  it.each(listRegisters().map((register) => [register.rest.path, register] as const))(
    "[RE2] reads the register %s, list and record, as its declaration has them",
    async (path, register) => {
      const record = records.get(`${register.name}.load`);
      const { body } = await ask(key, "GET", `/${path}?limit=100`);
      expect(body.items.length).toBeGreaterThan(0);
      expect((await ask(key, "GET", `/${path}/${record}`)).body).toMatchObject({
        publicId: record,
        shown: { values: expect.any(Object), sources: expect.any(Array) },
      });
      expect((await ask(key, "GET", `/${path}?nothing=1`)).status).toBe(422);
    },
  );

  it.each(
    listRegisters()
      .filter(({ owner }) => owner === "organization")
      .map((register) => [register.rest.path, register] as const),
  )("[RE2] keeps a record of its own in the register %s and takes its first step", async (path, register) => {
    const values = sampleValues(register, "rest");
    const saved = await ask(key, "POST", `/${path}`, { values, sources: [{ title: "a source" }] });
    expect(saved.status).toBe(201);
    const step = openStepsOf(register, register.machine.start).find(
      (one) => register.machine.steps[one]?.who !== "officer",
    );
    const { publicId } = saved.body;
    records.set(`${register.name}.step`, publicId);
    const taken = await ask(key, "POST", `/${path}/${publicId}/steps`, {
      step,
      revision: 1,
      ...(register.machine.steps[step ?? ""]?.reason ? { reason: "It is so." } : {}),
    });
    expect(taken).toMatchObject({ status: 200, body: { state: register.machine.steps[step ?? ""]?.to } });
  });

  it("[TR8] [TR24] files a battery, reports of it, and reads its list, life and passport", async () => {
    const reach = recoveryFace.reachBattery(ask, [key, smelter], [(await keyOf(buyer)).key, materials]);
    expect(await reach).toEqual([201, ...Array(6).fill(200)]);
  });

  it("[TR42] [TR43] opens a batch, fills it in, closes it and reads what its balance lacks", async () => {
    const { opened, saved, late, closed, refused, loaded, listed } = await recoveryFace.reachBatch(ask, key);
    expect([opened, saved, late, closed, refused].map(({ status }) => status)).toEqual([
      ...[201, 200, 409, 200, 422],
    ]);
    expect(loaded.body).toMatchObject({
      state: "closed",
      steps: ["reopen", "balance", "refuse"],
      judged: {
        elements: [{ element: "Li", recovery: expect.closeTo(0.9171, 4), threshold: 0.85 }],
        faults: expect.arrayContaining([{ rule: "streamMissing", stream: "electrolyte" }]),
      },
    });
    expect(loaded.body).not.toHaveProperty("id");
    expect(listed.body.items).toMatchObject([{ publicId: opened.body.publicId, isOwn: true }]);
    for (const name of ["batch.load", "batch.save", "batch.step"]) records.set(name, opened.body.publicId);
  });

  it("[TR75] [TR81] [TR91] offers a lot, files a test and reads the three rates", async () => {
    const { kept, lots, filed, tests, withdrawn, rates } = await recoveryFace.reachResidual(ask, key);
    expect([kept, filed, withdrawn].map(({ status }) => status)).toEqual([201, 201, 200]);
    expect(lots.body.items).toMatchObject([{ name: "L-1", gate: { verdict: "test_again", why: "noTest" } }]);
    expect(tests.body).toMatchObject({ tests: [{ energyShare: 0.78, accredited: false }], bands: [] });
    expect(rates.body).toMatchObject({ conformity: null, publishedOn: null });
    records.set("lot.withdraw", kept.body.publicId);
  });

  it("[RE2] reached every operation by now, and nothing went wrong inside", () => {
    expect([...answered].sort()).toEqual(
      listOperations()
        .map(({ name }) => name)
        .sort(),
    );
    expect(reported).toEqual([]);
  });
});

describe("a key", () => {
  const sampleOf = async () => {
    const { publicId } = await addPosting(kernel, maker, "capability");
    const introduction = await asked(publicId);
    const ids: Readonly<Record<string, string>> = {
      introductions: introduction,
      organizations: secretariat.publicId,
      returns: owed,
      releases: released,
    };
    return listOperations().map((operation) => ({
      ...operation,
      address: operation.path
        .replace(
          "{publicId}",
          records.get(operation.name) ?? ids[operation.path.split("/")[1] ?? ""] ?? publicId,
        )
        .replace("{concept}", "lifsi")
        .replace("{code}", recoveryFace.codeIn(operation.path))
        .replace("{id}", operation.path.startsWith("/goals") ? "G25-12" : "MAT-01"),
    }));
  };

  const bodyOf = (name: string, method: string) =>
    acceptsBody(method) ? (operationBodies[name] ?? {}) : undefined;
  it("[RE3] does nothing that its scopes do not name, and sees which it lacks", async () => {
    for (const { name, method, address, scope } of await sampleOf()) {
      if (!scope) continue;
      const narrow = await keyOf(
        maker,
        apiScopes.filter((one) => one !== scope),
      );
      const answer = await ask(narrow.key, method, address, bodyOf(name, method));
      expect(answer, name).toMatchObject({ status: 403, body: { code: "FORBIDDEN" } });
      expect(answer.body.message, name).toContain(scope);
      await call(kernel.app, maker.principal, revokeKey, { publicId: narrow.publicId });
    }
  });

  it("[RE3] is asked for wherever a visitor may not go, and nowhere else", async () => {
    for (const { name, method, address, open } of await sampleOf()) {
      const { status, headers } = await ask(null, method, address, bodyOf(name, method));
      expect(status, name).toBe(open ? 200 : 401);
      if (!open) expect(headers.get("www-authenticate")).toContain("Bearer");
    }
  });

  it("[RE3] opens nothing of another organization: its drafts, matches and introductions are not there", async () => {
    const stranger = (await keyOf(await addMember(kernel, await addOrganization(kernel)))).key;
    for (const { name, method, address } of await sampleOf()) {
      if (!/^\/(?:postings|introductions|returns|batches|lots)\//.test(address)) continue;
      if (name === "posting.load") continue;
      const answer = await ask(stranger, method, address, bodyOf(name, method));
      expect(answer, name).toMatchObject({ status: 404, body: { code: "NOT_FOUND" } });
    }
  });

  it("[RE3] opens nothing once it is revoked, not even what visitors read", async () => {
    await call(kernel.app, maker.principal, revokeKey, { publicId: keyId });
    for (const { name, method, address } of await sampleOf())
      expect(await ask(key, method, address, bodyOf(name, method)), name).toMatchObject({
        status: 401,
        body: { code: "NOT_SIGNED_IN" },
      });
    expect(reported).toEqual([]);
  });
});
