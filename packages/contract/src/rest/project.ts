import { z } from "zod";
import { cordisStatus } from "../fund/open-project.ts";
import { pageOf } from "./basic.ts";

const day = z.iso.date();
/** A day, or nothing. */
const dayOrNone = z.union([day, z.literal("")]);
const uri = z.string().regex(/^https?:\/\//);
const term = z.object({ id: uri, schemaUri: uri });

export const cordisProject = z
  .object({
    project: z.object({
      id: z.string(),
      acronym: z.string(),
      status: z.enum(cordisStatus),
      title: z.string(),
      objective: z.string(),
      startDate: day,
      endDate: day,
      totalCost: z.number(),
      ecMaxContribution: z.number(),
      currency: z.string(),
      fundingScheme: z.string(),
      masterCall: z.string(),
      url: uri,
    }),
    organization: z.array(
      z.object({
        projectID: z.string(),
        organisationID: z.string(),
        name: z.string(),
        shortName: z.string(),
        role: z.string(),
        order: z.number().int(),
        country: z.string(),
      }),
    ),
    deliverables: z.array(
      z.object({
        id: z.string(),
        projectID: z.string(),
        deliverableType: z.string(),
        title: z.string(),
        description: z.string(),
        workPackage: z.string(),
        promisedOn: dayOrNone,
        dueOn: dayOrNone,
        endedOn: dayOrNone,
        status: z.string(),
        identifier: z.string(),
      }),
    ),
  })
  .meta({ id: "CordisProject" });

const language = z.object({ id: z.string().length(3), schemaUri: uri });
const pieces = (most: number) =>
  z.object({ text: z.string().max(most * 2), type: term, language, startDate: day.optional() });

export const raidProject = z
  .object({
    metadata: z.object({ schemaUri: uri }),
    identifier: z.object({
      id: uri,
      schemaUri: uri,
      owner: term,
      license: z.string(),
      version: z.number().int(),
    }),
    title: z.array(pieces(100).required()).min(1),
    date: z.object({ startDate: day, endDate: day }),
    description: z.array(pieces(1000)),
    access: z.object({ type: term }),
    organisation: z
      .array(z.object({ id: uri, schemaUri: uri, role: z.array(term.extend({ startDate: day })).min(1) }))
      .min(1),
    relatedObject: z.array(z.object({ id: uri, schemaUri: uri, type: term, category: z.array(term).min(1) })),
    alternateUrl: z.array(z.object({ url: uri })),
  })
  .meta({ id: "RaidProject" });

export const projectPage = pageOf(cordisProject);
export const projectCard = z.object({ cordis: cordisProject, raid: raidProject }).meta({ id: "ProjectCard" });
