import {
  closePosting,
  createPosting,
  discardDraft,
  listOwnPostings,
  loadDraft,
  loadPosting,
  renewPosting,
  reopenPosting,
  saveDraft,
  submitPosting,
  withdrawPosting,
} from "@lilink/services";
import { z } from "zod";
import { router } from "../../kernel/trpc.ts";
import { restMutation, restQuery } from "../operation.ts";
import { done, moment, pageOf } from "../shape/basic.ts";
import { draft, draftContent } from "../shape/draft.ts";
import { ownPosting, posting } from "../shape/posting.ts";

const reads = { tag: "postings", scope: "postings:read", open: false } as const;
const writes = { tag: "postings", scope: "postings:write", open: false } as const;

export const postingOperations = router({
  listOwn: restQuery(listOwnPostings, {
    ...reads,
    method: "GET",
    path: "/own/postings",
    output: pageOf(ownPosting).extend({ counts: z.record(z.string(), z.int()) }),
  }),
  load: restQuery(loadPosting, {
    ...reads,
    open: true,
    method: "GET",
    path: "/postings/{publicId}",
    output: posting,
  }),
  create: restMutation(createPosting, {
    ...writes,
    method: "POST",
    path: "/postings",
    input: createPosting.input.extend({ content: draftContent.optional() }),
    output: z.object({ publicId: z.string(), revision: z.int() }),
  }),
  loadDraft: restQuery(loadDraft, {
    ...reads,
    method: "GET",
    path: "/postings/{publicId}/draft",
    output: draft,
  }),
  saveDraft: restMutation(saveDraft, {
    ...writes,
    method: "PUT",
    path: "/postings/{publicId}/draft",
    input: saveDraft.input.extend({ content: draftContent }),
    output: z.object({ revision: z.int(), savedAt: moment }),
  }),
  discardDraft: restMutation(discardDraft, {
    ...writes,
    method: "DELETE",
    path: "/postings/{publicId}/draft",
    output: z.object({ deleted: z.boolean() }),
  }),
  submit: restMutation(submitPosting, {
    ...writes,
    method: "POST",
    path: "/postings/{publicId}/submit",
    output: z.object({ version: z.int() }),
  }),
  withdraw: restMutation(withdrawPosting, {
    ...writes,
    method: "POST",
    path: "/postings/{publicId}/withdraw",
    output: z.object({ state: z.string() }),
  }),
  close: restMutation(closePosting, {
    ...writes,
    method: "POST",
    path: "/postings/{publicId}/close",
    output: done,
  }),
  renew: restMutation(renewPosting, {
    ...writes,
    method: "POST",
    path: "/postings/{publicId}/renew",
    output: z.object({ validUntil: moment }),
  }),
  reopen: restMutation(reopenPosting, {
    ...writes,
    method: "POST",
    path: "/postings/{publicId}/reopen",
    output: done,
  }),
});
