import {
  explainMatch,
  findTeam,
  listConcepts,
  listGoals,
  listMatches,
  listOrganizations,
  listSuggestions,
  loadConcept,
  loadGoalCard,
  loadIndicator,
  loadOrganization,
  loadOverview,
  searchPostings,
} from "@lilink/services";
import { z } from "zod";
import { router } from "../../kernel/trpc.ts";
import { restQuery } from "../operation.ts";
import { pageOf } from "../shape/basic.ts";
import { concept, conceptCounts, conceptPage } from "../shape/chain.ts";
import { goalCard, goalList, indicatorSheet } from "../shape/goal.ts";
import { matches, suggestions, whyNot } from "../shape/match.ts";
import { organization, organizationFacets, organizationItem } from "../shape/organization.ts";
import { facetCounts, postingItem } from "../shape/posting.ts";
import { team } from "../shape/team.ts";
import { introductionOperations } from "./introduction.ts";
import { postingOperations } from "./posting.ts";
import { releaseOperations } from "./release.ts";
import { returnOperations } from "./return.ts";

const directory = { tag: "organizations", scope: "organizations:read", open: true } as const;
const chain = { tag: "chain", scope: null, open: true } as const;
const goals = { tag: "goals", scope: "goals:read", open: true } as const;

/** The REST face: the verbs that a program of an organization may call, each under its own name. */
export const restRouter = router({
  search: router({
    postings: restQuery(searchPostings, {
      tag: "postings",
      scope: "postings:read",
      open: true,
      method: "GET",
      path: "/postings",
      output: pageOf(postingItem).extend({ facets: facetCounts, sort: z.enum(["newest", "best"]) }),
    }),
  }),
  posting: postingOperations,
  match: router({
    list: restQuery(listMatches, {
      tag: "matches",
      scope: "matches:read",
      open: false,
      method: "GET",
      path: "/postings/{publicId}/matches",
      output: matches,
    }),
    suggest: restQuery(listSuggestions, {
      tag: "matches",
      scope: "matches:read",
      open: false,
      method: "GET",
      path: "/postings/{publicId}/suggestions",
      output: suggestions,
    }),
    explain: restQuery(explainMatch, {
      tag: "matches",
      scope: "matches:read",
      open: false,
      method: "GET",
      path: "/postings/{publicId}/why-not",
      output: whyNot,
    }),
  }),
  team: router({
    find: restQuery(findTeam, {
      tag: "matches",
      scope: "matches:read",
      open: false,
      method: "GET",
      path: "/postings/{publicId}/team",
      output: team,
    }),
  }),
  introduction: introductionOperations,
  return: returnOperations,
  organization: router({
    list: restQuery(listOrganizations, {
      ...directory,
      method: "GET",
      path: "/organizations",
      output: pageOf(organizationItem).extend({ facets: organizationFacets }),
    }),
    load: restQuery(loadOrganization, {
      ...directory,
      method: "GET",
      path: "/organizations/{publicId}",
      output: organization,
    }),
  }),
  chain: router({
    list: restQuery(listConcepts, { ...chain, method: "GET", path: "/concepts", output: pageOf(concept) }),
    concept: restQuery(loadConcept, {
      ...chain,
      method: "GET",
      path: "/concepts/{concept}",
      output: conceptPage,
    }),
    overview: restQuery(loadOverview, {
      ...chain,
      method: "GET",
      path: "/concept-counts",
      output: z.object({ counts: z.array(conceptCounts) }),
    }),
  }),
  release: releaseOperations,
  goal: router({
    list: restQuery(listGoals, { ...goals, method: "GET", path: "/goals", output: goalList }),
    load: restQuery(loadGoalCard, { ...goals, method: "GET", path: "/goals/{id}", output: goalCard }),
    indicator: restQuery(loadIndicator, {
      ...goals,
      method: "GET",
      path: "/indicators/{id}",
      output: indicatorSheet,
    }),
  }),
});
