import { findConcept, type LinkId, linkIds } from "../../chain/index.ts";
import type { InterestAim } from "../../introduction/index.ts";
import type { OrganizationKind } from "../../organization/index.ts";
import type { CooperationForm } from "../../posting/index.ts";
import type {
  AgreementFact,
  CountedFigure,
  NeedFact,
  ProjectFact,
  SideFact,
  WeakLinkFact,
  WeakNeedFact,
} from "./fact.ts";
import { linkPairOf, standApart, standingOf } from "./link-pair.ts";

const typeOfForm: Readonly<Partial<Record<CooperationForm, string>>> = {
  supply: "supply",
  offtake: "supply",
  toll: "toll",
  joint_development: "joint_rd",
  licence: "licence",
  transfer: "licence",
  investment: "equity",
};
const typeOfAim: Readonly<Partial<Record<InterestAim, string>>> = {
  quote: "supply",
  sample: "supply",
  joint_project: "joint_rd",
  licence_talk: "licence",
};

/**
 * CHN-01 and the agreements of CHN-08: each contract once, half of it with either side, so that both stand behind the
 * figure. Those between different links or stages are cooperation agreements; all of them are items of collaboration. [EX2]
 * @example countAgreements([contract]).filter(({ component }) => component === "cooperation_agreements").length // 2
 */
export function countAgreements(agreements: readonly AgreementFact[]): readonly CountedFigure[] {
  return agreements.flatMap(({ fact, aim, sides }) => {
    const [one, other] = sides.map(standingOf);
    if (!one || !other) return [];
    const link_pair = linkPairOf(one.link, other.link);
    const halves = (component: string, place: CountedFigure["place"]) =>
      sides.map(({ organizationId }) => ({ fact, component, organizationId, place, value: "0.5" }));
    return [
      ...halves("collaboration_items", { link_pair }),
      ...(standApart(one, other)
        ? halves("cooperation_agreements", {
            link_pair,
            agreement_type: agreementType(sides, aim),
            agreement_origin: "platform",
          })
        : []),
    ];
  });
}

/** The first form of cooperation that both sides name, else one of them, else what was asked for first. [EX2] */
function agreementType(sides: readonly [SideFact, SideFact], aim: InterestAim): string {
  const [one = [], other = []] = sides.map(({ posting }) => posting?.cooperation ?? []);
  const form = one.find((each) => other.includes(each)) ?? one[0] ?? other[0];
  return (form ? typeOfForm[form] : typeOfAim[aim]) ?? "other_agreement";
}

const isInstitute = (kind: OrganizationKind) => kind === "university_or_institute";
const isFirm = (kind: OrganizationKind) => kind === "enterprise";

/**
 * CHN-02 and the projects of CHN-08: each project with confirmed partners once, with its lead. One that joins an enterprise
 * and a university or institute is an industry-university-research project. [EX3]
 */
export function countProjects(projects: readonly ProjectFact[]): readonly CountedFigure[] {
  return projects.flatMap((project) => {
    const { fact, organizationId, organizationKind, concept, trl, fund, partners } = project;
    const link = linkOf(concept);
    if (!link || partners.length === 0) return [];
    const kinds = [organizationKind, ...partners.map((partner) => partner.organizationKind)];
    const joint = kinds.some(isFirm) && kinds.some(isInstitute);
    const joined = partners.flatMap(({ links }) => linkIds.find((one) => links.includes(one)) ?? []);
    const across = linkIds.find((other) => other !== link && joined.includes(other));
    const one = (component: string, place: CountedFigure["place"]) => ({
      fact,
      component,
      organizationId,
      place,
      value: "1",
    });
    return [
      one("collaboration_items", { link_pair: linkPairOf(link, across ?? link) }),
      ...(joint
        ? [
            one("research_projects", {
              item_link: link,
              trl_class: trlClass(trl),
              project_fund: fund ?? "fund_none",
            }),
          ]
        : []),
    ];
  });
}

function trlClass(trl: number | null): string {
  if (trl === null) return "trl_none";
  return trl <= 3 ? "trl1_3" : trl <= 6 ? "trl4_6" : "trl7_9";
}

/**
 * CHN-07: needs of the cohort posted twelve months before, what of them was fulfilled or withdrawn since, and the days to
 * the first contact. A need that was neither counts in full: it had all twelve months. [EX4]
 */
export function countNeeds(needs: readonly NeedFact[]): readonly CountedFigure[] {
  return needs.flatMap(({ fact, organizationId, organizationKind, concept, ...told }) => {
    const found = findConcept(concept);
    if (!found) return [];
    const place = {
      item_link: found.link,
      need_type: found.type,
      poster_type:
        isFirm(organizationKind) || isInstitute(organizationKind) ? organizationKind : "other_poster",
    };
    const one = (component: string, value: string) => ({
      fact,
      component,
      organizationId,
      place,
      value,
    });
    return [
      one("needs_posted", "1"),
      one("needs_fulfilled", told.fulfilled ? "1" : "0"),
      one("needs_withdrawn", told.withdrawn && !told.fulfilled ? "1" : "0"),
      ...(told.contactDays === null ? [] : [one("first_contact_days", String(told.contactDays))]),
    ];
  });
}

/** CHN-08: needs at weak links, and those among them that somebody turned to within thirty days. [EX5] */
export function countWeakNeeds(needs: readonly WeakNeedFact[]): readonly CountedFigure[] {
  return needs.flatMap(({ fact, organizationId, concept, answered }) => {
    const item_link = linkOf(concept);
    if (!item_link) return [];
    const one = (component: string, value: string) => ({
      fact,
      component,
      organizationId,
      place: { item_link },
      value,
    });
    return [one("weak_needs", "1"), one("weak_needs_answered", answered ? "1" : "0")];
  });
}

/**
 * CHN-10: weak links on the list of the group when the year began, and those of them that were closed in the period. [EX7]
 * @example countWeakLinks([{ fact: "a", organizationId: "b", concept: "lfp", closed: true }]).length // 2
 */
export function countWeakLinks(links: readonly WeakLinkFact[]): readonly CountedFigure[] {
  return links.flatMap(({ fact, organizationId, concept, closed }) => {
    const item_link = linkOf(concept);
    if (!item_link) return [];
    const one = (component: string, value: string) => ({
      fact,
      component,
      organizationId,
      place: { item_link },
      value,
    });
    return [one("weak_items", "1"), one("weak_items_closed", closed ? "1" : "0")];
  });
}

function linkOf(concept: string): LinkId | null {
  return findConcept(concept)?.link ?? null;
}
