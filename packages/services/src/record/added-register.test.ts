import { toListSchema, toValuesSchema } from "@lilink/contract";
import { toRecordShapes } from "@lilink/contract/rest";
import { allRegistersSql } from "@lilink/db/plan";
import {
  bilingual,
  choices,
  count,
  day,
  defineRegister,
  organization,
  point,
  type Register,
  reviewed,
  text,
} from "@lilink/model/register";
import { sampleValues } from "@lilink/model/testing";
import { describe, expect, it } from "vitest";
import type { z } from "zod";
import { checkRegister, createRecordStage, createTestKernel } from "../../testing/index.ts";
import { toRecordVerbs } from "./record-verbs.ts";

/** The declaration of docs/adding-a-register.md, as somebody would write it. */
const trainingSite = defineRegister({
  name: "trainingSite",
  owner: "organization",
  level: "everyone",
  fields: {
    name: bilingual({ max: 160, required: true }),
    place: point(),
    region: text({ max: 80, required: true }),
    operator: organization({ level: "member" }),
    seats: count({ min: 1, max: 100_000 }),
    skills: choices(["assembly", "disassembly", "testing", "safety"]),
    openedOn: day({ partial: true }),
    contact: text({ max: 200, level: "own" }),
  },
  machine: reviewed,
  act: { edit: "record.edit", decide: "record.review" },
  unique: ["name"],
  list: ["name", "region", "seats", "openedOn"],
  facets: ["region", "skills"],
  rest: { path: "training-sites", scope: "registers:read" },
}) as unknown as Register;

/** The same, kept by the secretariat for everybody. */
const sharedSite: Register = { ...trainingSite, name: "sharedSite", owner: "group" };

const kernel = await createTestKernel();
await kernel.ownerRows(allRegistersSql([trainingSite, sharedSite]));
const stage = await createRecordStage(kernel);

describe("a register of the secretariat that is added by its declaration alone", () => {
  checkRegister(stage, sharedSite);
});

describe("a register of organizations that is added by its declaration alone", () => {
  checkRegister(stage, trainingSite);

  it("[RG4] its SQL may be applied again, and adds what a later declaration has more", async () => {
    const tables = (sql: string) => sql.replaceAll(/^create (?:policy|trigger) .*;$/gm, "");
    const more = { ...trainingSite, fields: { ...trainingSite.fields, roof: text({ max: 20 }) } };
    await kernel.ownerRows(tables(allRegistersSql([trainingSite])));
    await kernel.ownerRows(tables(allRegistersSql([more])));
    const rows = await kernel.ownerRows(
      "select 1 from information_schema.columns where table_name = 'training_site_version' and column_name = 'roof'",
    );
    expect(rows).toHaveLength(1);
  });

  it("[RG1] its verbs, schemas and REST shapes follow", async () => {
    const verbs = toRecordVerbs(trainingSite);
    expect([verbs.list.rest?.path, verbs.load.rest?.path]).toEqual([
      "/training-sites",
      "/training-sites/{publicId}",
    ]);
    expect(toListSchema(trainingSite).safeParse({ skills: ["safety"], sort: "-seats" }).success).toBe(true);
    const values = toValuesSchema(trainingSite).parse(sampleValues(trainingSite, "m9x"));
    expect(values).toEqual(sampleValues(trainingSite, "m9x"));
    const page = await stage.as(trainingSite, "visitor").list({ limit: 5 });
    const shape: z.ZodType = toRecordShapes(trainingSite).list;
    expect(shape.safeParse(page).error).toBeUndefined();
  });
});
