import { organizationKinds, organizationStatuses } from "@lilink/model/organization";
import { z } from "zod";
import { moment } from "./basic.ts";

const entry = {
  publicId: z.string(),
  kind: z.enum(organizationKinds),
  status: z.enum(organizationStatuses),
  nameZh: z.string(),
  nameEn: z.string().nullable(),
  fictional: z.boolean(),
  country: z.string(),
  province: z.string().nullable(),
  links: z.array(z.string()),
  /** The file of its picture, by its public id. */
  logo: z.string().nullable(),
  seed: z
    .object({ id: z.string(), says: z.string(), section: z.string(), nameConfidence: z.string() })
    .nullable(),
};

export const organizationItem = z.object(entry).meta({ id: "OrganizationItem" });

const count = z.array(z.object({ value: z.string(), count: z.int() }));
export const organizationFacets = z
  .object({ kind: count, link: count, province: count, status: count, concept: count })
  .meta({ id: "OrganizationFacets" });

/** What everyone may read; `profile` is filled for one's own organization alone. */
export const organization = z
  .object({
    ...entry,
    description: z.string().nullable(),
    website: z.string().nullable(),
    updatedAt: moment,
    own: z.boolean(),
    answers: z
      .object({
        share: z.enum(["nearlyAll", "most", "some", "few"]),
        days: z.int().nullable(),
        until: moment,
      })
      .nullable(),
    profile: z
      .object({
        codeScheme: z.string().nullable(),
        code: z.string().nullable(),
        contactName: z.string().nullable(),
        contactEmail: z.string().nullable(),
        contactPhone: z.string().nullable(),
        offers: z.array(z.string()),
        needs: z.array(z.string()),
      })
      .nullable(),
  })
  .meta({ id: "Organization" });
