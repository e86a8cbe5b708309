import type { AwardState, CreditRole, MilestoneState, OutputKind } from "@lilink/model/fund/life";
import type { ResearchClass } from "@lilink/model/register";
import { z } from "zod";
import { pageInput, publicIdSchema } from "../page/page.ts";

export const openProjectsSchema = pageInput;
export const openProjectSchema = z.object({ publicId: publicIdSchema });

/** What of a project everybody may read. Partners and payments are not among it. [PJ5] */
export type OpenProject = {
  readonly publicId: string;
  readonly title: string;
  readonly abstract: string;
  readonly researchClass: ResearchClass;
  readonly state: AwardState;
  readonly startsOn: string;
  readonly endsOn: string;
  readonly amount: number;
  readonly lead: { readonly publicId: string; readonly nameZh: string; readonly nameEn: string | null };
  readonly call: { readonly publicId: string; readonly number: string } | null;
  readonly milestones: readonly {
    readonly publicId: string;
    readonly title: string;
    readonly workPackage: string;
    readonly measure: string;
    readonly promisedOn: string;
    readonly dueOn: string;
    readonly endedOn: string | null;
    readonly state: MilestoneState;
  }[];
  readonly outputs: readonly {
    readonly publicId: string;
    readonly kind: OutputKind;
    readonly title: string;
    readonly identifier: string;
    readonly madeOn: string;
    readonly contributors: readonly {
      readonly name: string;
      readonly roles: readonly CreditRole[];
      readonly share: number;
    }[];
  }[];
};

/** How CORDIS says the state of a project. */
export const cordisStatus = {
  active: "SIGNED",
  closed: "CLOSED",
  terminated: "TERMINATED",
} as const satisfies Record<AwardState, string>;

/**
 * A project in the fields of CORDIS: `project`, `organization` and `deliverables` under their names there. Money is in yuan, which a field of our own
 * says; what CORDIS asks and nobody told is empty. [PJ5]
 */
export function toCordis(project: OpenProject, home: string) {
  const { publicId, title, abstract, researchClass, state, startsOn, endsOn, amount, lead, call } = project;
  const { milestones, outputs } = project;
  return {
    project: {
      id: publicId,
      acronym: "",
      status: cordisStatus[state],
      title,
      objective: abstract,
      startDate: startsOn,
      endDate: endsOn,
      totalCost: amount,
      ecMaxContribution: amount,
      currency: "CNY",
      fundingScheme: researchClass,
      masterCall: call?.number ?? "",
      url: `${home}/fund/awards/${publicId}`,
    },
    organization: [
      {
        projectID: publicId,
        organisationID: lead.publicId,
        name: lead.nameZh,
        shortName: lead.nameEn ?? "",
        role: "coordinator",
        order: 1,
        country: "CN",
      },
    ],
    deliverables: [
      ...milestones.map((one) => ({
        id: one.publicId,
        projectID: publicId,
        deliverableType: "milestone",
        title: one.title,
        description: one.measure,
        workPackage: one.workPackage,
        promisedOn: one.promisedOn,
        dueOn: one.dueOn,
        endedOn: one.endedOn ?? "",
        status: one.state,
        identifier: "",
      })),
      ...outputs.map((one) => ({
        id: one.publicId,
        projectID: publicId,
        deliverableType: one.kind,
        title: one.title,
        description: one.contributors
          .map(({ name, roles, share }) => `${name} (${roles.join(", ")}) ${share}%`)
          .join("; "),
        workPackage: "",
        promisedOn: "",
        dueOn: "",
        endedOn: one.madeOn,
        status: "made",
        identifier: one.identifier,
      })),
    ],
  };
}
export type CordisProject = ReturnType<typeof toCordis>;
