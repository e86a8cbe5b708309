import {
  conceptConfidences,
  conceptTypes,
  editorNoteKinds,
  linkIds,
  neighbourRelations,
  productGrades,
  relationTypes,
  supplyStates,
} from "@lilink/model/chain";
import { z } from "zod";
import { postingItem } from "./posting.ts";

export const concept = z
  .object({
    id: z.string(),
    type: z.enum(conceptTypes),
    link: z.enum(linkIds),
    stage: z.string(),
    zh: z.string(),
    en: z.string(),
    synonyms: z.array(z.string()),
    abbreviations: z.array(z.string()),
    confidence: z.enum(conceptConfidences),
    formula: z.string().optional(),
    hs6: z.string().optional(),
    seedSection: z.string().optional(),
    note: z.string().optional(),
    productGrade: z.enum(productGrades).optional(),
  })
  .meta({ id: "Concept" });

const counted = { capabilities: z.int(), needs: z.int(), projects: z.int() };
export const conceptCounts = z
  .object({ concept: z.string(), link: z.enum(linkIds), ...counted })
  .meta({ id: "ConceptCounts" });

export const editorNote = z
  .object({
    id: z.string(),
    kind: z.enum(editorNoteKinds),
    printed: z.string(),
    zh: z.string(),
    en: z.string(),
  })
  .meta({ id: "EditorNote" });

const spec = z.object({
  attribute: z.string(),
  min: z.number(),
  max: z.number(),
  source: z.string(),
  confidence: z.enum(["sourced", "recalled"]),
  note: z.string().optional(),
});

const neighbour = z.object({
  concept: z.string(),
  relation: z.enum([...neighbourRelations, ...relationTypes]),
  direction: z.enum(["in", "out"]),
  edge: z.string(),
  via: z.string().optional(),
});

const computed = z.literal("computed");
const conversions = z
  .object({
    compound: z
      .object({
        substance: z.string(),
        molarMass: z.string(),
        liFraction: z.string(),
        lceFactor: z.string(),
        derivation: z.string(),
        confidence: computed,
        crossCheck: z.object({ value: z.string(), source: z.string() }).optional(),
      })
      .nullable(),
    inputs: z.array(
      z.object({
        path: z.string(),
        unit: z.string(),
        value: z.string(),
        basis: z.string(),
        confidence: computed,
      }),
    ),
    concentrates: z.array(
      z.object({
        material: z.string(),
        li2oFraction: z.string(),
        lceFactor: z.string(),
        tonnesPerLce: z.record(z.string(), z.string()),
        derivation: z.string(),
        confidence: computed,
      }),
    ),
    capacity: z
      .object({
        material: z.string(),
        value: z.string(),
        unit: z.string(),
        derivation: z.string(),
        confidence: computed,
      })
      .nullable(),
    energy: z.array(
      z.object({
        chemistry: z.string(),
        cell: z.enum(["liquid", "solid"]),
        lithiumKgPerKwh: z.string(),
        lceKgPerKwh: z.string(),
        source: z.string(),
        confidence: z.literal("sourced"),
      }),
    ),
  })
  .meta({ id: "ConceptConversions" });

export const conceptPage = z
  .object({
    concept,
    stage: z.object({
      id: z.string(),
      link: z.enum(linkIds),
      zh: z.string(),
      en: z.string(),
      order: z.number(),
    }),
    specs: z.array(spec),
    neighbours: z.array(neighbour),
    conversions,
    notes: z.array(editorNote),
    counts: z.object(counted),
    supply: z.enum(supplyStates),
    neighbourCounts: z.array(conceptCounts),
    postings: z.array(postingItem),
  })
  .meta({ id: "ConceptPage" });
