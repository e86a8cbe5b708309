import type { PostingContent, PostingKind } from "@lilink/model/posting";
import { describe, expect, it } from "vitest";
import {
  addMember,
  addOrganization,
  addPosting,
  createTestKernel,
  sampleContent,
  type TestMember,
} from "../../../testing/index.ts";
import { call } from "../../kernel/call.ts";
import { findTeam } from "./find-team.ts";
import { nameCompetences } from "./name-competences.ts";

const kernel = await createTestKernel();
const newcomer = async () => addMember(kernel, await addOrganization(kernel));
const [leader, first, second, broad, stranger] = [
  await newcomer(),
  await newcomer(),
  await newcomer(),
  await newcomer(),
  await newcomer(),
];
const publish = (
  author: TestMember,
  kind: PostingKind,
  concept: string,
  extra: Partial<PostingContent> = {},
) =>
  addPosting(
    kernel,
    author,
    kind,
    sampleContent({
      concept,
      title: `Posting on ${concept}`,
      summary: "A summary of it.",
      figures: [],
      ...extra,
    }),
  );
const project = await publish(leader, "project", "ncm811", {
  concepts: ["lioh-batt", "soh-test", "lifsi"],
  description: "Joint development with milestones.",
});
const ask = (reader: TestMember, publicId = project.publicId) =>
  call(kernel.app, reader.principal, findTeam, { publicId });

describe("teams of a project", () => {
  it("[TM1] name what nobody brings and cover the rest with the fewest", async () => {
    const lioh = await publish(first, "capability", "lioh-batt");
    const soh = await publish(second, "capability", "soh-test");
    const both = await publish(broad, "capability", "lioh-batt", { concepts: ["soh-test"] });
    const answer = await ask(stranger);
    expect(answer.uncovered).toEqual(["lifsi"]);
    const teams = answer.teams.map(({ members }) => members.map(({ publicId }) => publicId).sort());
    expect(teams).toEqual([[both.publicId], [lioh.publicId, soh.publicId].sort()]);
    expect(answer.teams.flatMap(({ members }) => members.flatMap(({ covers }) => covers))).not.toContain(
      "lifsi",
    );
    expect(answer.held).toEqual([]);
  });

  it("[TM1] only the owner sees what its own postings hold already", async () => {
    const own = await publish(leader, "capability", "lifsi");
    const [mine, theirs] = [await ask(leader), await ask(stranger)];
    expect([mine.held, mine.uncovered]).toEqual([["lifsi"], []]);
    const members = (answer: typeof mine) =>
      answer.teams.flatMap((team) => team.members.map((one) => one.publicId));
    expect(members(mine)).not.toContain(own.publicId);
    expect(theirs.held).toEqual([]);
    expect(members(theirs)).toContain(own.publicId);
    expect([mine.own, theirs.own]).toEqual([true, false]);
  });

  it("[TM1] a reader sees which member of a team is the reader's own posting", async () => {
    const marked = (answer: Awaited<ReturnType<typeof ask>>) =>
      answer.teams.flatMap(({ members }) => members.filter((one) => one.own).map(({ covers }) => covers));
    expect(marked(await ask(broad))).toContainEqual(["lioh-batt", "soh-test"]);
    expect([marked(await ask(stranger)), marked(await ask(leader))]).toEqual([[], []]);
  });

  it("[AL14] [TM2] shows paths through it that are complete or lack one member", async () => {
    await publish(first, "capability", "li2co3-tech");
    const { paths } = await ask(stranger);
    expect(paths.length).toBeGreaterThan(0);
    for (const { concepts, gap } of paths) {
      const empty = concepts.filter(({ concept, holders }) => holders === 0 && concept !== "ncm811");
      expect(empty.map(({ concept }) => concept)).toEqual(gap === null ? [] : [gap]);
    }
  });

  it("[TM2] are for projects, and for verified members", async () => {
    const need = await publish(first, "need", "lifsi", {
      figures: [{ attribute: "purity", op: ">=", value: "99", unit: "mass %", hard: true }],
    });
    await expect(ask(stranger, need.publicId)).rejects.toMatchObject({ code: "NOT_FOUND" });
    const visitor = call(kernel.app, { kind: "anonymous" }, findTeam, { publicId: project.publicId });
    await expect(visitor).rejects.toMatchObject({ code: "NOT_SIGNED_IN" });
    const pending = await addMember(kernel, await addOrganization(kernel, { status: "pending" }));
    await expect(ask(pending)).rejects.toMatchObject({ code: "FORBIDDEN" });
  });
});

it("[TM1] concepts of the text count, excluded ones and words of one family do not", () => {
  const document = {
    id: "p",
    kind: "project",
    concepts: ["ncm811"],
    title: "NCM811",
    body: "需要电池级氢氧化锂，不含磷酸铁锂。",
    lang: "zh",
    figures: [],
  } as const;
  expect(nameCompetences(document)).toEqual([{ concept: "lioh-batt", from: "text" }]);
  expect(nameCompetences({ ...document, body: "" })).toEqual([{ concept: "ncm811", from: "stated" }]);
});
