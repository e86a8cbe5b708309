import {
  acceptIntroduction,
  askIntroduction,
  declineIntroduction,
  listIntroductions,
  loadIntroduction,
  withdrawIntroduction,
} from "@lilink/services";
import { z } from "zod";
import { router } from "../../kernel/trpc.ts";
import { restMutation, restQuery } from "../operation.ts";
import { done, moment, pageOf } from "../shape/basic.ts";
import { introduction, introductionCounts, introductionItem } from "../shape/introduction.ts";

const reads = { tag: "introductions", scope: "introductions:read", open: false } as const;
const writes = { tag: "introductions", scope: "introductions:write", open: false } as const;

export const introductionOperations = router({
  list: restQuery(listIntroductions, {
    ...reads,
    method: "GET",
    path: "/introductions",
    output: pageOf(introductionItem).extend({ counts: introductionCounts }),
  }),
  load: restQuery(loadIntroduction, {
    ...reads,
    method: "GET",
    path: "/introductions/{publicId}",
    output: introduction,
  }),
  ask: restMutation(askIntroduction, {
    ...writes,
    method: "POST",
    path: "/introductions",
    output: z.object({ publicId: z.string(), dueAt: moment }),
  }),
  accept: restMutation(acceptIntroduction, {
    ...writes,
    method: "POST",
    path: "/introductions/{publicId}/accept",
    output: done,
  }),
  decline: restMutation(declineIntroduction, {
    ...writes,
    method: "POST",
    path: "/introductions/{publicId}/decline",
    output: done,
  }),
  withdraw: restMutation(withdrawIntroduction, {
    ...writes,
    method: "POST",
    path: "/introductions/{publicId}/withdraw",
    output: done,
  }),
});
